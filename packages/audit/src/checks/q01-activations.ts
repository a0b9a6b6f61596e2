import { type Check, judged } from './check.ts';

/** How many presses it takes; a typed code is one (Q1). */
export const q01Activations: Check = {
  id: 'Q1',
  title: 'Activations from the member page to canceled',
  judge: ({ walk, signUpActivations }, { activations }) => {
    const count = walk.presses.length;
    const limit = Math.min(activations, signUpActivations ?? Infinity);
    const joined = signUpActivations === null ? '' : `, joining took ${signUpActivations}`;
    const faults =
      walk.done === null
        ? [`canceling was not reached: ${walk.stuck ?? 'nothing said that it is done'}`]
        : count > limit
          ? [`${count} activations where ${limit} are allowed${joined}`]
          : [];
    const way = walk.presses.map(({ kind, label }) => `${kind} "${label}"`).join(', ');
    return judged(faults, `${count} activations${joined}: ${way}`, `at most ${limit}`, way);
  },
};
