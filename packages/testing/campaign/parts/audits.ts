import { profileIds } from '@leavewell/policies';
import { auditDemo, languages } from '../../test/audits/audit-demo.ts';
import { launchBrowser } from '../../test/e2e/demo-browser.ts';
import { atLeast, exactly, told, type Figure } from '../figures.ts';
import { sumOf, type Counts, type Part, type PartContext } from '../part.ts';

/** Audits one at a time: what is measured is also how soon something is shown. */
async function run(context: PartContext): Promise<Figure[]> {
  const browser = await launchBrowser();
  const places = profileIds.slice(0, context.scaled(profileIds.length));
  const steps: Counts[] = [];
  try {
    for (const policy of places) {
      for (const language of languages) {
        const audit = async (): Promise<Counts> => {
          const { holds, notHeld } = await auditDemo({ browser, policy, language, isTimed: true });
          for (const line of notHeld) console.log(`${policy} ${language}: ${line}`);
          return { audits: 1, holds, notHeld: notHeld.length };
        };
        steps.push(await context.step(`${policy}-${language}`, audit));
      }
    }
  } finally {
    await browser.close();
  }
  const { audits = 0, holds = 0, notHeld = 0 } = sumOf(steps);
  return [
    told('audits', audits),
    // DE has no control that keeps and nothing to decline; elsewhere no page has to be pure.
    atLeast('checks that hold', holds, audits * 18),
    exactly('checks that do not hold, or could not be made', notHeld, 0),
  ];
}

/** The demo is honest in every place and language (Q1–Q20, S82). */
export const audits: Part = {
  name: 'audits',
  about: 'the demo is audited under the law of every place, in every language, also close to a charge',
  engines: ['memory'],
  run,
};
