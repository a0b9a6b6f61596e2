import { anyOf } from './any-of.ts';
import type { Lexicon } from './lexicon.ts';

/** French. */
export const fr: Lexicon = {
  language: 'fr',
  open: [
    /^résilier (votre|mon|le|un) contrat/i,
    /^(résilier|annuler|arrêter)\b.*(abonnement|contrat|renouvellement|adhésion)/i,
    /^résilier\b/i,
  ],
  confirm: [
    /^notification de la résiliation/i,
    /^notifier (la|ma) résiliation/i,
    /^(oui, )?(confirmer|valider) (la|ma) résiliation/i,
    /^résilier\b/i,
    /^confirmer\b/i,
  ],
  onward: /^(continuer|suivant|poursuivre|vérifier|étape suivante)(?!.*abonnement)/i,
  keep: /\b(garder|conserver|rester|ne pas résilier|maintenir|finalement non)\b/i,
  decline: /^non\b|\bnon,? merci\b|\bplus tard\b|\brefuser\b|\bpasser\b|\bignorer\b/i,
  accept: /\b(accepter|profiter|bénéficier|utiliser)\b/i,
  resume: /\b(reprendre|réactiver|rétablir|relancer)\b/i,
  close: /^(fermer|retour|terminer|ok|accueil)\b/i,
  receipt: /(reçu|justificatif|attestation|accusé|preuve|télécharger|enregistrer|imprimer|calendrier)/i,
  code: /\bcode\b/i,
  resend: /\b(renvoyer|nouveau code)\b/i,
  done: anyOf(
    /\b(est|a été|sont|avez)\b.*\b(résilié|annulé|arrêté|désactivé)e?s?\b/i,
    /\brésiliation (est )?(confirmée|enregistrée|reçue)\b|\bne sera (pas|plus) renouvelé/i,
  ),
  resumed: anyOf(
    /\b(sera|est) (de nouveau )?(renouvelé|réactivé|rétabli|repris)e?\b/i,
    /\brenouvellement\b.*\b(repris|rétabli|réactivé)\b/i,
  ),
  offer: anyOf(
    /\b\d+ ?% de (réduction|remise)/i,
    /\b(réduction|remise|bon d[’']achat|offre spéciale|mois offerts?|gratuit)\b|\bmettre en pause\b/i,
    /\bau lieu de résilier\b/i,
  ),
  reason: /\bpourquoi\b|\braisons?\b|\bmotifs?\b|\bdites-nous\b|\bsatisfait\b|\bvotre avis\b/i,
  declaration: /(nom|prénom|raison sociale|e-?mail|courriel|adresse|contrat|client|référence|date|abonné)/i,
  legal: /(mentions légales|confidentialité|conditions|cgv|cgu|cookies?|accessibilité|données personnelles)/i,
  sessionMinutes: /\b(?:session|déconnecté|page expire)[^.]*?\b(\d+) ?min/i,
  extendSession: /\b(prolonger|rester connecté|plus de temps)\b/i,
  receiptSays: {
    reference: /(référence|numéro|reçu)[^\n]{0,12}\W*[A-Z0-9-]*([0-9]|-[A-Z0-9]{3})/i,
    contract: /\b(contrat|abonnement|adhésion|commande|formule)\b/i,
    accessUntil: /(accès|jusqu[’']au|prend fin|date de fin|se termine|valable|fin)\b/i,
    noFurtherCharge:
      /(aucun (autre |nouveau )?(prélèvement|paiement)|plus (aucun )?(prélev|débit|factur)|ne serez plus)/i,
    refund: /rembours/i,
    resume: /(reprendre|réactiver|rétablir)/i,
    contact: /(contact|questions?|aide|assistance|service client)[^\n]*(@|\d{2}|https?:|\/)/i,
  },
  shaming: {
    regret: /\bregrett?/i,
    loss: /\b(perdre|perds|renonce à mes|manquer|rater|dire adieu)\b/i,
    guilt: /\b(abandonne|trahir|triste|déçu|décevoir|cœur brisé)/i,
    mockery: /\b(je préfère payer|je n[’']aime pas (les|économiser)|je me fiche|tant pis pour moi)\b/i,
    'social proof':
      /(\d[\d .]*|la plupart des|autres) (personnes|membres|clients|abonnés)\b.*\b(restent|gardent|aiment)/i,
  },
};
