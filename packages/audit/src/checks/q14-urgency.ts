import { wordsOf } from '../reading/words-of.ts';
import type { Lexicon } from '../lexicon/lexicon.ts';
import type { UrgencyLook } from '../recording/recording.ts';
import { headingOf, inFront, type Screen } from '../recording/screen.ts';
import { type Check, judged, notApplicable, quoted } from './check.ts';

const leastSessionMinutes = 20 * 60;

/** Texts with digits that changed by themselves. Until when another code can be asked for is no urgency. */
function countdowns({ before, after }: UrgencyLook, { resend }: Lexicon): string[] {
  const changed = inFront(after).filter(({ key, text }) => {
    const was = before.elements.find((element) => element.key === key)?.text ?? text;
    return was !== text && /\d/.test(was) && /\d/.test(text) && !resend.test(text) && !resend.test(was);
  });
  return changed
    .filter(({ key }) => !changed.some(({ ancestors }) => ancestors.includes(key)))
    .map(({ text }) => `${quoted(text)} counts by itself`);
}

function goesOn({ before, after }: UrgencyLook): string[] {
  const isSame = before.document === after.document && headingOf(before) === headingOf(after);
  return isSame ? [] : [`${quoted(headingOf(before))} gives way to ${quoted(headingOf(after))} by itself`];
}

function shortSessions({ text }: Screen, { sessionMinutes, extendSession }: Lexicon): string[] {
  const minutes = sessionMinutes.exec(text)?.[1];
  const isShort = minutes !== undefined && Number(minutes) < leastSessionMinutes && !extendSession.test(text);
  return isShort ? [`the session ends after ${minutes} minutes and cannot be extended`] : [];
}

/** Whether anything hurries the member (Q14). */
export const q14Urgency: Check = {
  id: 'Q14',
  title: 'Nothing hurries',
  judge: (recording) => {
    const threshold =
      'no countdown, nothing that blinks or goes on by itself, no session under 20 h without a way to extend it';
    const { urgency, walk } = recording;
    if (urgency.length === 0) return notApplicable(threshold, `no screen was watched: ${walk.stuck ?? ''}`);
    const words = wordsOf(recording);
    const screens = [...walk.screens, ...urgency.flatMap(({ before, after }) => [before, after])];
    const faults = [
      ...urgency.flatMap((look) => [...countdowns(look, words), ...goesOn(look)]),
      ...screens.flatMap(({ restless }) => restless),
      ...screens.flatMap((screen) => shortSessions(screen, words)),
    ];
    return judged(faults, `${new Set(faults).size} on ${urgency.map(({ name }) => name).join(', ')}`, threshold);
  },
};
