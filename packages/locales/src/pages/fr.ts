import type { PageWords } from './page-words.ts';

/** French. */
export const fr: PageWords = {
  tag: 'fr',
  acts: {
    cancelRenewal: {
      heading: 'Résilier votre contrat',
      intro: 'Sans vous connecter. Le renouvellement s’arrête ; ce qui est payé vous reste jusqu’à la fin de la période payée.',
      confirm: 'Résilier maintenant',
      received: 'Votre résiliation est bien arrivée',
    },
    withdraw: {
      heading: 'Renoncer au contrat ici',
      intro: 'Sans vous connecter et sans motif.',
      confirm: 'Confirmer la rétractation',
      received: 'Votre rétractation est bien arrivée',
    },
  },
  fields: {
    termination_kind: 'Type de résiliation',
    reason: 'Motif (résiliation pour motif grave uniquement)',
    name: 'Nom et prénom, ou raison sociale',
    contract: 'Référence du contrat ou de la commande',
    end_date: 'Date de fin souhaitée (vide : dès que possible)',
    email: 'Adresse électronique',
  },
  kinds: { ordinary: 'Ordinaire', extraordinary: 'Pour motif grave' },
  earliest: 'dès que possible',
  faults: {
    heading: 'Il manque quelque chose',
    missing: {
      name: 'Nom : merci de le renseigner.',
      contract: 'Référence du contrat ou de la commande : merci de la renseigner.',
      email: 'Adresse électronique : merci de la renseigner.',
    },
    notAnEmail: 'Adresse électronique : merci de l’écrire en entier, par exemple nom@exemple.fr.',
    notADay: 'Date de fin souhaitée : merci d’indiquer un jour, par exemple 2026-12-31, ou de laisser vide.',
    tooLong: (most) => `Merci d’écrire au plus ${most} caractères ici.`,
    pressAgain: 'Le formulaire n’est pas arrivé en entier. Merci d’appuyer encore une fois sur le bouton.',
  },
  review: { heading: 'Merci de vérifier', next: 'Continuer', change: 'Modifier' },
  code: {
    heading: 'Saisir le code',
    text: 'Si vos indications correspondent à un contrat, un code est en route vers le téléphone ou l’adresse électronique enregistrés pour celui-ci.',
    label: 'Code',
    confirm: 'Confirmer le code',
    again: 'Envoyer un autre code',
    sentAgain: 'Si un autre code peut être envoyé, il est en route.',
    cannot: 'Je ne peux pas recevoir de code',
    wrong: 'Code : celui-ci ne convient pas ou n’est plus valable.',
  },
  done: {
    reference: 'Référence',
    receivedAt: 'Reçue le',
    act: 'Votre déclaration',
    acts: { cancelRenewal: 'Résiliation', withdraw: 'Rétractation' },
    reason: 'Motif',
    endDate: 'Date de fin souhaitée',
    next: 'La confirmation, avec la date de fin et les effets, part à l’adresse électronique enregistrée pour le contrat. Si aucun contrat ne correspond, une personne examine votre déclaration ; l’heure ci-dessus fait foi.',
    byPerson: 'Une personne examine maintenant votre déclaration. L’heure ci-dessus fait foi, et non celle du traitement.',
    save: 'Enregistrer en fichier texte',
    row: (label, value) => `${label} : ${value}`,
    moment: (moment, zone, offset) => `${moment} (${zone}, ${offset})`,
  },
  noRight: {
    heading: 'Pas de droit de rétractation ici',
    text: 'Le droit applicable ici ne permet pas de revenir sur ce contrat sans motif. Vous pouvez arrêter son renouvellement à tout moment.',
    cancel: 'Résilier votre contrat',
  },
  failures: {
    too_often: {
      heading: 'Trop de demandes à la fois',
      text: 'Merci d’attendre un peu et d’envoyer de nouveau.',
    },
    not_our_page: {
      heading: 'Cet envoi ne vient pas de notre page',
      text: 'Merci de rouvrir la page et d’y remplir le formulaire. Rien n’a été enregistré.',
    },
    not_there: { heading: 'Cette page n’existe pas', text: 'Merci de vérifier l’adresse.' },
    try_again: {
      heading: 'Cela n’a pas fonctionné',
      text: 'L’erreur vient de nous. Merci d’envoyer de nouveau dans un instant.',
    },
  },
  back: 'Vers le formulaire',
};
