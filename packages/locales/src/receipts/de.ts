import type { IntervalFacts } from '../membership-facts.ts';
import { phrase } from '../phrase.ts';
import type { ReceiptWords } from './receipt-words.ts';

const onlyOwed = 'Nur die fehlgeschlagene Zahlung kann noch abgebucht werden.';
const units: Readonly<Record<IntervalFacts['unit'], readonly [one: string, many: string]>> = {
  day: ['pro Tag', 'Tage'],
  week: ['pro Woche', 'Wochen'],
  month: ['pro Monat', 'Monate'],
  year: ['pro Jahr', 'Jahre'],
};

/** Receipts in German. */
export const receiptWords: ReceiptWords = {
  title: {
    cancelRenewal: 'Bestätigung der Kündigung',
    resumeRenewal: 'Bestätigung der Verlängerung',
    withdraw: 'Bestätigung des Widerrufs',
  },
  done: {
    cancelRenewal: (plan) => [
      (day) => phrase`Gekündigt. ${plan} bleibt Ihnen bis zum ${day}.`,
      (day) => phrase`Gekündigt. ${plan} bleibt Ihnen bis einschließlich ${day}.`,
      `Gekündigt. ${plan} verlängert sich nicht mehr.`,
    ],
    resumeRenewal: (plan) => [
      (day) => phrase`Die Verlängerung ist wieder aktiv. ${plan} verlängert sich am ${day}.`,
      (day) => phrase`Die Verlängerung ist wieder aktiv. ${plan} verlängert sich nach dem ${day}.`,
      `Die Verlängerung ist wieder aktiv. ${plan} verlängert sich automatisch.`,
    ],
    withdraw: (plan) => {
      const undone = `Vertrag widerrufen. ${plan} ist beendet.`;
      return [() => [undone], () => [undone], undone];
    },
  },
  nothingMore: (end, paymentOwed) => {
    const charge = paymentOwed ? onlyOwed : 'Es wird nichts mehr abgebucht.';
    return end ? phrase`Sie haben Zugang bis ${end}. ${charge}` : [charge];
  },
  labels: {
    accessUntil: 'Endet',
    exactEnd: 'Genaues Ende (UTC)',
    lastDay: 'Letzter voller Tag',
    nextCharge: 'Nächste Abbuchung',
    priceNotTaken: 'Nicht abgebucht',
    price: 'Preis',
    furtherCharges: 'Weitere Abbuchungen',
    refund: 'Erstattung',
    resume: 'Wiederaufnahme',
    plan: 'Tarif',
    account: 'Konto',
    order: 'Vertragsnummer',
    membership: 'Mitgliedschaft',
    requestedBy: 'Erklärt von',
    canceledAt: 'Kündigung eingegangen',
    resumedAt: 'Wieder aktiviert',
    withdrawnAt: 'Widerruf eingegangen',
    verifiedBy: 'Bestätigt durch',
    declaredKind: 'Erklärt: Art der Kündigung',
    declaredReason: 'Erklärt: Kündigungsgrund',
    declaredName: 'Erklärt: Name',
    declaredContract: 'Erklärt: Vertrag',
    declaredEnd: 'Erklärt: gewünschtes Ende',
    declaredEmail: 'Erklärt: E-Mail-Adresse',
    place: 'Angewandte Regeln',
    providerReference: 'Zahlungsreferenz',
    contact: 'Kontakt',
    reference: 'Bestätigungsnummer',
  },
  at: (moment, zone) => phrase`${moment}, ${zone}`,
  moment: (moment, zone, offset) => `${moment}, ${zone}${offset ? ` (${offset})` : ''}`,
  noEnd: 'Kein Enddatum',
  price: (amount, { unit, count }) =>
    count === 1 ? `${amount} ${units[unit][0]}` : `${amount} alle ${count} ${units[unit][1]}`,
  noFurtherCharge: {
    renewal: (after) => (after ? phrase`Keine; keine Verlängerung nach dem ${after}` : ['Keine']),
    owed: () => [onlyOwed],
    undone: () => ['Keine'],
  },
  refund: (amount, by) => phrase`${amount}, bis zum ${by}`,
  noRefund: 'Es steht keine aus',
  resume: (until) =>
    until ? phrase`Verlängerung im Konto wieder aktivieren bis ${until}` : ['Ein neuer Kauf ist jederzeit möglich'],
  verifiedBy: {
    passkey: 'Passkey',
    password: 'Passwort',
    sms_code: 'SMS-Code',
    email_code: 'E-Mail-Code',
    totp: 'Code einer Authenticator-App',
    administrator_password: 'Passwort der Administration',
    company_credential: 'Nachweis des Unternehmens',
    host_login: 'Kürzliche Anmeldung',
  },
  unverified: {
    session: 'Anmeldung im Konto; mehr wurde nicht verlangt',
    public_page: 'Erklärung ohne Anmeldung; mehr wurde nicht verlangt',
    agent: 'Kundendienst, auf Wunsch des Mitglieds',
  },
  declaredKind: { ordinary: 'Ordentliche Kündigung', extraordinary: 'Außerordentliche Kündigung' },
  earliestEnd: 'Zum frühestmöglichen Zeitpunkt',
  contact: {
    chat: (value) => `Chat ${value}`,
    phone: (value) => `Telefon ${value}`,
    email: (value) => `E-Mail ${value}`,
  },
  noContact: 'Der Kundendienst der Website dieser Mitgliedschaft',
  separator: '; ',
  row: (label, value) => `${label}: ${value}`,
  calendar: {
    cancelRenewal: (plan) => `Letzter Tag von ${plan}`,
    resumeRenewal: (plan) => `${plan} verlängert sich`,
    withdraw: (plan) => `Erstattung für ${plan} fällig`,
  },
};
