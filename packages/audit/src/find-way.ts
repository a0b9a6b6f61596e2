import type { Lexicon } from './lexicon/lexicon.ts';
import { inFront, isPressable, type Screen, type ScreenElement } from './recording/screen.ts';

/** The first control that one of the patterns describes; a surer pattern wins over an earlier place. */
function first(controls: readonly ScreenElement[], patterns: readonly RegExp[]): ScreenElement | null {
  for (const pattern of patterns) {
    const found = controls.find(({ name, text }) => pattern.test(name) || pattern.test(text));
    if (found !== undefined) return found;
  }
  return null;
}

function exactly(controls: readonly ScreenElement[], labels: readonly string[]): ScreenElement | null {
  return controls.find(({ name, text }) => labels.includes(name) || labels.includes(text)) ?? null;
}

/** What opens cancelling on the member page, also where it is hidden in something closed: found, so that it fails. */
export function findEntry(screen: Screen, words: Lexicon, labels: readonly string[]): ScreenElement | null {
  const controls = screen.elements.filter(
    (element) =>
      isPressable(element) && (element.isVisible || element.closedIn !== null) && !words.keep.test(element.name),
  );
  const seen = controls.filter(({ isVisible }) => isVisible);
  return exactly(seen, labels) ?? first(seen, words.open) ?? exactly(controls, labels) ?? first(controls, words.open);
}

/** What confirms on the screen in front; one that is disabled is found as well. */
export function findConfirm(screen: Screen, words: Lexicon, labels: readonly string[]): ScreenElement | null {
  const controls = inFront(screen).filter(
    (element) =>
      isPressable(element) &&
      !words.keep.test(element.name) &&
      !words.decline.test(element.name) &&
      !words.resend.test(element.name),
  );
  const buttons = controls.filter(({ role }) => role === 'button');
  return exactly(controls, labels) ?? first(buttons, words.confirm) ?? first(controls, words.confirm.slice(0, 3));
}

/** What leads on without confirming. */
export function findOnward(screen: Screen, words: Lexicon): ScreenElement | null {
  return first(
    inFront(screen).filter((element) => isPressable(element) && !words.keep.test(element.name)),
    [words.onward],
  );
}

/** A control of which only the words are known, on the screen in front. */
export function findNamed(screen: Screen, pattern: RegExp): ScreenElement | null {
  return first(
    inFront(screen).filter((element) => isPressable(element) && !element.isDisabled),
    [pattern],
  );
}

/** The empty field for a code that was sent. */
export function findCodeField(screen: Screen, { code, resend }: Lexicon): ScreenElement | null {
  return (
    inFront(screen).find(
      ({ role, name, autocomplete, isFilled, isDisabled }) =>
        role === 'textbox' &&
        !isFilled &&
        !isDisabled &&
        !resend.test(name) &&
        (autocomplete === 'one-time-code' || code.test(name)),
    ) ?? null
  );
}

/** Lines that say that it is done and did not stand on the screens before. `isSure`: in a heading or live region. */
export function newClaims(
  screen: Screen,
  pattern: RegExp,
  before: readonly Screen[],
): { line: string; isSure: boolean }[] {
  const known = new Set(before.flatMap(({ text }) => text.split('\n')));
  const told = inFront(screen)
    .filter(({ role, isLive }) => role === 'heading' || isLive)
    .map(({ text }) => text);
  const sure = told.filter(
    (line) => pattern.test(line) && !known.has(line) && before.every(({ text }) => !text.includes(line)),
  );
  const said = inFront(screen)
    .map(({ text }) => text)
    .filter((line) => line.length < 300 && pattern.test(line) && !known.has(line));
  return [...sure.map((line) => ({ line, isSure: true })), ...said.map((line) => ({ line, isSure: false }))];
}
