import { accessDaysIn, dayBefore, daysIn, type Day } from '../reading/dates-in.ts';
import { wordsOf } from '../reading/words-of.ts';
import type { Lexicon } from '../lexicon/lexicon.ts';
import type { Recording } from '../recording/recording.ts';
import { type Check, judged, notApplicable } from './check.ts';

/** An end at midnight may be written as that day or as the day before. */
function isSameEnd(day: Day, truth: Day): boolean {
  return day === truth || dayBefore(day) === truth;
}

function surfaces({ receipts }: Recording, words: Lexicon): { name: string; days: Day[] }[] {
  return receipts
    .map(({ surface, text }) => ({
      name: surface,
      days: surface === 'calendar file' ? daysIn(text, words.language) : accessDaysIn(text, words),
    }))
    .filter(({ days }) => days.length > 0);
}

function wrongDays(recording: Recording, words: Lexicon, truth: Day): string[] {
  const spoken = surfaces(recording, words).filter(({ days }) => !days.some((day) => isSameEnd(day, truth)));
  const pages = recording.zones.map(({ zone, screen }) => ({ zone, days: accessDaysIn(screen.text, words) }));
  const [first] = pages;
  const odd = pages.filter(({ days }) => days.join() !== first?.days.join());
  const without = pages.filter(({ days }) => !days.some((day) => isSameEnd(day, truth)));
  return [
    ...spoken.map(({ name, days }) => `the ${name} says ${days.join(', ')} where ${truth} is true`),
    ...odd.map(
      ({ zone, days }) =>
        `in ${zone} the page says ${days.join(', ') || 'nothing'}, in ${first?.zone} ${first?.days.join(', ')}`,
    ),
    ...without.map(
      ({ zone, days }) => `in ${zone} the page says ${days.join(', ') || 'no day'} where ${truth} is true`,
    ),
  ];
}

/** What was said to be done while the server had not answered. */
function tooEarly({ walk }: Recording, { done }: Lexicon): string[] {
  const before = walk.screens
    .filter((screen) => screen !== walk.done)
    .map(({ text }) => text)
    .join('\n')
    .split('\n');
  const claims = [walk.lastWords, ...walk.answers.map(({ saidMeanwhile }) => saidMeanwhile)]
    .flatMap((said) => said.split('\n'))
    .map((line) => line.trim())
    .filter((line) => done.test(line) && !before.includes(line));
  const refused = walk.answers.length > 0 && walk.answers.every(({ status }) => status === null || status >= 400);
  return [
    ...claims.map((line) => `"${line}" was shown before the server had answered`),
    ...(walk.answers.length === 0 ? ['it says canceled although nothing was sent to the server'] : []),
    ...(refused ? ['it says canceled although the server refused it'] : []),
  ];
}

/** Whether every surface says one day, and canceled only when it is (Q16). */
export const q16Truth: Check = {
  id: 'Q16',
  title: 'One true day everywhere, and canceled only when it is',
  judge: (recording) => {
    const threshold = 'the same last day in API, page, mail and files in every zone; canceled never before the answer';
    const words = wordsOf(recording);
    const { walk, truth, zones } = recording;
    if (walk.done === null) return notApplicable(threshold, `canceling was not reached: ${walk.stuck ?? ''}`);
    const day = truth?.lastDay ?? accessDaysIn(walk.done.frontText, words)[0];
    const early = tooEarly(recording, words);
    if (day === undefined) {
      const why = 'no day was found after canceling: give truth in the flow file';
      return early.length > 0 ? judged(early, 'no day', threshold) : notApplicable(threshold, why);
    }
    const source = truth === null ? 'the last screen' : truth.source;
    const places = zones.map(({ zone }) => zone).join(', ');
    const measured = `${day} by ${source}; in ${places}; ${walk.answers.length} answers watched`;
    return judged([...wrongDays(recording, words, day), ...early], measured, threshold);
  },
};
