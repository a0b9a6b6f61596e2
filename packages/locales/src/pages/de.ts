import type { PageWords } from './page-words.ts';

/** German. */
export const de: PageWords = {
  tag: 'de',
  acts: {
    cancelRenewal: {
      heading: 'Vertrag kündigen',
      intro: 'Ohne Anmeldung. Die Verlängerung endet; was bezahlt ist, bleibt bis zum Ende der bezahlten Zeit nutzbar.',
      confirm: 'Jetzt kündigen',
      received: 'Ihre Kündigung ist eingegangen',
    },
    withdraw: {
      heading: 'Vertrag widerrufen',
      intro: 'Ohne Anmeldung und ohne Angabe von Gründen.',
      confirm: 'Widerruf bestätigen',
      received: 'Ihr Widerruf ist eingegangen',
    },
  },
  fields: {
    termination_kind: 'Art der Kündigung',
    reason: 'Kündigungsgrund (nur bei außerordentlicher Kündigung)',
    name: 'Name',
    contract: 'Vertrags- oder Bestellnummer',
    end_date: 'Gewünschtes Vertragsende (leer: zum frühestmöglichen Zeitpunkt)',
    email: 'E-Mail-Adresse',
  },
  kinds: { ordinary: 'Ordentliche Kündigung', extraordinary: 'Außerordentliche Kündigung' },
  earliest: 'zum frühestmöglichen Zeitpunkt',
  faults: {
    heading: 'Es fehlt noch etwas',
    missing: {
      name: 'Name: bitte ausfüllen.',
      contract: 'Vertrags- oder Bestellnummer: bitte ausfüllen.',
      email: 'E-Mail-Adresse: bitte ausfüllen.',
    },
    notAnEmail: 'E-Mail-Adresse: bitte vollständig angeben, zum Beispiel name@beispiel.de.',
    notADay: 'Gewünschtes Vertragsende: bitte einen Tag angeben, zum Beispiel 2026-12-31, oder leer lassen.',
    tooLong: (most) => `Bitte höchstens ${most} Zeichen schreiben.`,
    pressAgain: 'Das Formular kam nicht vollständig an. Bitte drücken Sie die Schaltfläche noch einmal.',
  },
  review: { heading: 'Bitte prüfen', next: 'Weiter', change: 'Ändern' },
  code: {
    heading: 'Code eingeben',
    text: 'Wenn Ihre Angaben zu einem Vertrag passen, ist ein Code unterwegs an die Telefonnummer oder E-Mail-Adresse, die dafür hinterlegt ist.',
    label: 'Code',
    confirm: 'Code bestätigen',
    again: 'Weiteren Code senden',
    sentAgain: 'Wenn ein weiterer Code gesendet werden kann, ist er unterwegs.',
    cannot: 'Ich kann keinen Code bekommen',
    wrong: 'Code: Dieser passt nicht oder gilt nicht mehr.',
  },
  done: {
    reference: 'Vorgangsnummer',
    receivedAt: 'Eingegangen',
    act: 'Ihre Erklärung',
    acts: { cancelRenewal: 'Kündigung', withdraw: 'Widerruf des Vertrags' },
    reason: 'Kündigungsgrund',
    endDate: 'Gewünschtes Vertragsende',
    next: 'Die Bestätigung mit dem Vertragsende geht an die E-Mail-Adresse, die für den Vertrag hinterlegt ist. Passt kein Vertrag zu Ihren Angaben, sieht ein Mensch sie an; es gilt die oben genannte Zeit.',
    byPerson: 'Ein Mensch sieht Ihre Erklärung nun an. Es gilt die oben genannte Zeit, nicht die der Bearbeitung.',
    save: 'Als Textdatei speichern',
    row: (label, value) => `${label}: ${value}`,
    moment: (moment, zone, offset) => `${moment} (${zone}, ${offset})`,
  },
  noRight: {
    heading: 'Hier besteht kein Widerrufsrecht',
    text: 'Das hier geltende Recht sieht keinen Widerruf ohne Angabe von Gründen vor. Die Verlängerung können Sie jederzeit kündigen.',
    cancel: 'Vertrag kündigen',
  },
  failures: {
    too_often: {
      heading: 'Zu viele auf einmal',
      text: 'Bitte warten Sie ein wenig und senden Sie es noch einmal.',
    },
    not_our_page: {
      heading: 'Das kam nicht von unserer Seite',
      text: 'Bitte öffnen Sie die Seite neu und füllen Sie das Formular dort aus. Es wurde nichts gespeichert.',
    },
    not_there: { heading: 'Diese Seite gibt es nicht', text: 'Bitte prüfen Sie die Adresse.' },
    try_again: {
      heading: 'Das hat nicht geklappt',
      text: 'Der Fehler liegt bei uns. Bitte senden Sie es gleich noch einmal.',
    },
  },
  back: 'Zum Formular',
};
