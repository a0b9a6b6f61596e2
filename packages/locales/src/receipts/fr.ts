import type { IntervalFacts } from '../membership-facts.ts';
import { phrase } from '../phrase.ts';
import type { ReceiptWords } from './receipt-words.ts';

const onlyOwed = 'Seul le paiement qui a échoué peut encore être prélevé.';
const units: Readonly<Record<IntervalFacts['unit'], readonly [one: string, many: string]>> = {
  day: ['par jour', 'tous les # jours'],
  week: ['par semaine', 'toutes les # semaines'],
  month: ['par mois', 'tous les # mois'],
  year: ['par an', 'tous les # ans'],
};

/** Receipts in French. */
export const receiptWords: ReceiptWords = {
  title: {
    cancelRenewal: 'Confirmation de résiliation',
    resumeRenewal: 'Confirmation de reprise du renouvellement',
    withdraw: 'Confirmation de rétractation',
  },
  done: {
    cancelRenewal: (plan) => [
      (day) => phrase`Contrat résilié. Vous gardez ${plan} jusqu’au ${day}.`,
      (day) => phrase`Contrat résilié. Vous gardez ${plan} jusqu’au ${day} inclus.`,
      `Contrat résilié. ${plan} ne sera plus renouvelé.`,
    ],
    resumeRenewal: (plan) => [
      (day) => phrase`Le renouvellement est rétabli. ${plan} sera renouvelé le ${day}.`,
      (day) => phrase`Le renouvellement est rétabli. ${plan} sera renouvelé après le ${day}.`,
      `Le renouvellement est rétabli. ${plan} sera renouvelé automatiquement.`,
    ],
    withdraw: (plan) => {
      const undone = `Rétractation enregistrée. ${plan} a pris fin.`;
      return [() => [undone], () => [undone], undone];
    },
  },
  nothingMore: (end, paymentOwed) => {
    const charge = paymentOwed ? onlyOwed : 'Plus rien ne sera prélevé.';
    return end ? phrase`Vous gardez l’accès jusqu’au ${end}. ${charge}` : [charge];
  },
  labels: {
    accessUntil: 'Fin',
    exactEnd: 'Fin exacte (UTC)',
    lastDay: 'Dernier jour complet',
    nextCharge: 'Prochain prélèvement',
    priceNotTaken: 'Non prélevé',
    price: 'Prix',
    furtherCharges: 'Autres prélèvements',
    refund: 'Remboursement',
    resume: 'Pour reprendre',
    plan: 'Offre',
    account: 'Compte',
    order: 'Numéro de contrat',
    membership: 'Abonnement',
    requestedBy: 'Demandé par',
    canceledAt: 'Résiliation reçue',
    resumedAt: 'Rétabli',
    withdrawnAt: 'Rétractation reçue',
    verifiedBy: 'Confirmé par',
    declaredKind: 'Déclaré : type',
    declaredReason: 'Déclaré : motif',
    declaredName: 'Déclaré : nom',
    declaredContract: 'Déclaré : contrat',
    declaredEnd: 'Déclaré : fin souhaitée',
    declaredEmail: 'Déclaré : adresse e-mail',
    place: 'Règles appliquées',
    providerReference: 'Référence de paiement',
    contact: 'Contact',
    reference: 'Numéro de confirmation',
  },
  at: (moment, zone) => phrase`${moment}, ${zone}`,
  moment: (moment, zone, offset) => `${moment}, ${zone}${offset ? ` (${offset})` : ''}`,
  noEnd: 'Sans date de fin',
  price: (amount, { unit, count }) => {
    const [one, many] = units[unit];
    return `${amount} ${count === 1 ? one : many.replace('#', `${count}`)}`;
  },
  noFurtherCharge: {
    renewal: (after) => (after ? phrase`Aucun ; pas de renouvellement après le ${after}` : ['Aucun']),
    owed: () => [onlyOwed],
    undone: () => ['Aucun'],
  },
  refund: (amount, by) => phrase`${amount}, au plus tard le ${by}`,
  noRefund: 'Aucun n’est dû',
  resume: (until) =>
    until
      ? phrase`Rétablir le renouvellement dans votre compte jusqu’au ${until}`
      : ['Un nouvel achat est possible à tout moment'],
  verifiedBy: {
    passkey: 'Clé d’accès',
    password: 'Mot de passe',
    sms_code: 'Code reçu par SMS',
    email_code: 'Code reçu par e-mail',
    totp: 'Code d’une application d’authentification',
    administrator_password: 'Mot de passe d’un administrateur',
    company_credential: 'Justificatif de l’entreprise',
    host_login: 'Connexion récente',
  },
  unverified: {
    session: 'Connexion au compte ; rien d’autre n’a été demandé',
    public_page: 'Déclaration sans connexion ; rien d’autre n’a été demandé',
    agent: 'Service client, à la demande du membre',
  },
  declaredKind: { ordinary: 'Résiliation ordinaire', extraordinary: 'Résiliation pour motif légitime' },
  earliestEnd: 'Dès que possible',
  contact: {
    chat: (value) => `Chat ${value}`,
    phone: (value) => `Téléphone ${value}`,
    email: (value) => `E-mail ${value}`,
  },
  noContact: 'Le service client du site de cet abonnement',
  separator: ' ; ',
  row: (label, value) => `${label} : ${value}`,
  calendar: {
    cancelRenewal: (plan) => `Dernier jour de ${plan}`,
    resumeRenewal: (plan) => `Renouvellement de ${plan}`,
    withdraw: (plan) => `Remboursement de ${plan} dû`,
  },
};
