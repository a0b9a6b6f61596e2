import { wordsOf } from '../reading/words-of.ts';
import { anyOf } from '../lexicon/any-of.ts';
import type { Lexicon } from '../lexicon/lexicon.ts';
import type { ConfirmingScreen } from '../recording/recording.ts';
import { headingOf, inFront, isControl, isPressable, type ScreenElement } from '../recording/screen.ts';
import { type Check, judged, notApplicable, quoted } from './check.ts';

/** What frames other things, says what a field is, or states a fact about the contract. */
const framing = [
  'body',
  'main',
  'form',
  'div',
  'section',
  'article',
  'dialog',
  'alertdialog',
  'header',
  'fieldset',
  'legend',
  'group',
  'label',
  'dl',
  'dt',
  'dd',
  'table',
  'tbody',
  'tr',
  'th',
  'td',
  'contentinfo',
  'footer',
  'time',
  'status',
  'alert',
  'combobox',
  'region',
  'none',
  'presentation',
];
const factual = ['label', 'legend', 'dt', 'dd', 'th', 'td', 'status', 'alert', 'time', 'heading', 'button', 'link'];
const languageNames = anyOf(
  /^(english|deutsch|français|中文|简体中文|한국어|português|español|italiano|en|de|fr|zh|ko|pt)$/i,
  /language|sprache|langue|语言|언어|idioma/i,
);

function isAllowedControl(element: ScreenElement, { confirm, keep }: ConfirmingScreen, words: Lexicon): boolean {
  const { key, name, role, within } = element;
  if (key === confirm || key === keep || languageNames.test(name) || words.close.test(name)) return true;
  if (isPressable(element)) return words.legal.test(name) || (words.onward.test(name) && within.includes('form'));
  return role === 'textbox' || words.declaration.test(name);
}

function isAllowed(element: ScreenElement, confirming: ConfirmingScreen, words: Lexicon): boolean {
  const { role, within, text } = element;
  if (isControl(element)) return isAllowedControl(element, confirming, words);
  if (role === 'heading') return text === headingOf(confirming.screen);
  if ([role, ...within].some((each) => factual.includes(each))) return role !== 'img';
  const describes = inFront(confirming.screen).some(
    ({ description }) => description !== '' && description.includes(text),
  );
  return describes || (framing.includes(role) && !hasOwnWords(element, confirming));
}

/** Whether text stands in a frame directly, beside what is in it. */
function hasOwnWords({ key, text }: ScreenElement, { screen }: ConfirmingScreen): boolean {
  const inner = inFront(screen).filter(({ ancestors }) => ancestors.includes(key));
  const rest = inner.reduce((left, element) => left.replace(element.text, ''), text);
  return rest.trim() !== '' && inner.every((element) => element.text !== text);
}

/** Whether the confirming page holds anything but the fields and the button (Q6). */
export const q06Purity: Check = {
  id: 'Q6',
  title: 'Nothing else on the confirming page',
  judge: (recording, { isPure, profile }) => {
    const { confirming, stuck } = recording.walk;
    if (!isPure) return notApplicable('not asked for', `${profile} does not ask for a page without anything else`);
    const threshold =
      'only the fields, their labels, the buttons, one heading, the legal footer, languages and a way back';
    if (confirming === null) return notApplicable(threshold, `the confirming page was not reached: ${stuck ?? ''}`);
    const words = wordsOf(recording);
    const others = inFront(confirming.screen).filter((element) => !isAllowed(element, confirming, words));
    return judged(
      others.map(({ role, name, text }) => `${role} ${quoted(text || name)}`),
      `${others.length} others`,
      threshold,
    );
  },
};
