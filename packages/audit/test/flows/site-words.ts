/** What the little site says, in the two languages it speaks. */
export interface SiteWords {
  readonly page: string;
  readonly open: string;
  readonly confirm: string;
  readonly keep: string;
  readonly heading: string;
  readonly contract: string;
  readonly endDate: string;
  readonly end: string;
  readonly price: string;
  readonly renews: string;
  readonly until: string;
  readonly noCharge: string;
  readonly done: string;
  readonly reference: string;
  readonly requested: string;
  readonly refund: string;
  readonly undo: string;
  readonly contact: string;
  readonly file: string;
  readonly calendar: string;
  readonly offer: string;
  readonly accept: string;
  readonly decline: string;
  readonly reason: string;
  readonly resume: string;
  readonly resumeTitle: string;
  readonly resumed: string;
  readonly name: string;
  readonly email: string;
  readonly legal: string;
  readonly code: string;
  readonly onward: string;
}

/** English. */
export const english: SiteWords = {
  page: 'Your membership',
  open: 'Cancel subscription',
  confirm: 'Cancel now',
  keep: 'Keep it on',
  heading: 'Cancel',
  contract: 'Contract',
  endDate: 'Last day of access',
  end: '31 December 2026',
  price: '€9.00 each month',
  renews: 'The next charge is on 1 January 2027.',
  until: 'Access until 31 December 2026.',
  noCharge: 'No further charge.',
  done: 'Your subscription is canceled',
  reference: 'Reference',
  requested: 'Requested',
  refund: 'Refund: none is due.',
  undo: 'You can resume until then.',
  contact: 'Questions? Write to help@example.com',
  file: 'Save the receipt',
  calendar: 'Calendar file',
  offer: 'Special offer: 20% off when you come back',
  accept: 'Get 20% off',
  decline: 'No thanks',
  reason: 'Why did you leave? (optional)',
  resume: 'Resume renewal',
  resumeTitle: 'Turn it on again',
  resumed: 'Renewal is on again.',
  name: 'Name',
  email: 'E-mail',
  legal: 'Privacy',
  code: 'Code',
  onward: 'Continue',
};

/** German. */
export const german: SiteWords = {
  page: 'Ihre Mitgliedschaft',
  open: 'Verträge hier kündigen',
  confirm: 'jetzt kündigen',
  keep: 'Doch behalten',
  heading: 'Kündigung',
  contract: 'Vertrag',
  endDate: 'Nutzbar bis',
  end: '31. Dezember 2026',
  price: '9,00 € im Monat',
  renews: 'Die nächste Zahlung ist am 1. Januar 2027.',
  until: 'Nutzbar bis 31. Dezember 2026.',
  noCharge: 'Keine weitere Abbuchung.',
  done: 'Ihr Vertrag ist gekündigt',
  reference: 'Referenz',
  requested: 'Eingegangen',
  refund: 'Erstattung: keine.',
  undo: 'Bis dahin können Sie fortsetzen.',
  contact: 'Fragen? Schreiben Sie an hilfe@example.com',
  file: 'Beleg speichern',
  calendar: 'Kalenderdatei',
  offer: 'Angebot: 20 % Rabatt, wenn Sie wiederkommen',
  accept: '20 % Rabatt annehmen',
  decline: 'Nein danke',
  reason: 'Warum sind Sie gegangen? (freiwillig)',
  resume: 'Verlängerung fortsetzen',
  resumeTitle: 'Wieder einschalten',
  resumed: 'Der Vertrag verlängert sich wieder.',
  name: 'Name',
  email: 'E-Mail',
  legal: 'Impressum',
  code: 'Code',
  onward: 'Weiter',
};
