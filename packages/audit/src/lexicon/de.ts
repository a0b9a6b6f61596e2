import { anyOf } from './any-of.ts';
import type { Lexicon } from './lexicon.ts';

/** German. */
export const de: Lexicon = {
  language: 'de',
  open: [
    /^verträge hier kündigen/i,
    /^(vertrag|abo(nnement)?|mitgliedschaft|verlängerung)\b.*\b(kündigen|beenden)/i,
    /\bkündigen\b/i,
  ],
  confirm: [
    /^jetzt kündigen/i,
    /^(ja, )?(kündigung bestätigen|verbindlich kündigen|kündigen)\b/i,
    /\bkündigen\b/i,
    /^(bestätigen|absenden)\b/i,
  ],
  onward: /^(weiter|fortfahren|prüfen|zur (übersicht|prüfung))\b(?!.*(mitglied|abo))/i,
  keep: /\b(behalten|nicht kündigen|doch nicht|bleiben|beibehalten|zurück zu meinem)\b/i,
  decline: /^nein\b|\bnein,? danke\b|\bjetzt nicht\b|\bablehnen\b|\büberspringen\b/i,
  accept: /\b(annehmen|sichern|nutzen|einlösen)\b/i,
  resume: anyOf(
    /\b(verlängerung|abo|kündigung)\b.*\b(fortsetzen|wieder (ein|auf)|zurücknehmen|widerrufen)|\bfortsetzen\b/i,
    /\breaktivieren\b|\bwieder einschalten\b/i,
  ),
  close: /^(schließen|zurück|fertig|ok|startseite)\b/i,
  receipt: /\b(beleg|bestätigung|quittung|eingangsbestätigung|(speichern|herunterladen|drucken)|kalender)/i,
  code: /\b(code|einmal|tan)\b/i,
  resend: /\b(erneut senden|neuen code|noch einmal senden)\b/i,
  done: anyOf(
    /\b(ist|wurde|sind|haben)\b.*\b(gekündigt|beendet|ausgeschaltet)\b/i,
    /\bkündigung (ist )?(bestätigt|eingegangen|erhalten)\b|\bverlängert sich nicht\b|^gekündigt\b/i,
  ),
  resumed: /\bverlängert sich\b|\bfortgesetzt\b|\bwieder (an|aktiv|eingeschaltet)\b/i,
  offer: anyOf(
    /\b\d+ ?% (rabatt|günstiger)|\brabatt\b|\bgutschein\b|\b(sonder|spar)?angebot\b|\bgratis\b|\bpausieren\b/i,
    /\bstatt (zu )?kündigen\b/i,
  ),
  reason: /\bwarum\b|\bgrund\b|\bgründe\b|\bsagen sie uns\b|\bzufrieden\b|\bfeedback\b/i,
  declaration: anyOf(
    /\b(name|vorname|nachname|e-?mail|vertrag\w*|kunden\w*|mitglied\w*|bestell\w*|zeitpunkt)\b/i,
    /\b(datum|wann|ordentlich\w*|außerordentlich\w*|art der|kündigungsgrund)\b/i,
  ),
  legal: /\b(impressum|datenschutz\w*|agb|nutzungsbedingungen|barrierefreiheit|cookies?|rechtliches)\b/i,
  sessionMinutes: /\b(?:sitzung|abgemeldet|seite läuft)\b[^.]*?\b(\d+) ?min/i,
  extendSession: /\b(verlängern|angemeldet bleiben|mehr zeit)\b/i,
  receiptSays: {
    reference: /\b(referenz|belegnummer|bestätigungsnummer|vorgangsnummer|beleg|nummer)\b\W*[A-Z0-9-]*([0-9]|-[A-Z0-9]{3})/i,
    contract: /\b(vertrag|mitgliedschaft|abo|bestellung|tarif)/i,
    accessUntil: /\b(zugang|nutzbar|nutzen|endet|ende|gültig|läuft|bleibt|beendet)\b[^.\n]{0,40}\b(bis|am|zum)?\b/i,
    noFurtherCharge: anyOf(
      /\b(keine weiteren? (abbuchung|zahlung|kosten|belastung)|nichts (mehr|weiter)\b.*\b(abgebucht|berechnet))/i,
      /\b(nicht mehr (abgebucht|belastet))/i,
    ),
    refund: /\b(erstattung|rückzahlung|rückerstattung|erstattet)/i,
    resume: /\b(fortsetzen|wieder (ein|auf)|reaktivieren|zurücknehmen)/i,
    contact: /\b(kontakt|fragen|hilfe|kundendienst|support)\b[^\n]*(@|\d{3}|https?:|\/)/i,
  },
  shaming: {
    regret: /\b(bereue|bereuen|leider)\b/i,
    loss: /\b(verliere|verlieren|verzichte|verzichten|aufgeben|verpasse|verpassen|entgehen lassen)\b/i,
    guilt: /\b(im stich|traurig|enttäusch\w*|verlassen wollen|das herz)\b/i,
    mockery:
      /\b(ich (zahle|bezahle) (lieber|gern)|ich mag keine?|ich brauche keine? (vorteile|ersparnis)|dumm|egal)\b/i,
    'social proof':
      /\b(\d[\d.]*|die meisten|viele|andere) (mitglieder|kunden|nutzer|menschen)\b.*\b(bleiben|behalten|lieben)/i,
  },
};
