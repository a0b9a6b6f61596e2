import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { auditFlow, type AuditOptions, type AuditReport, type CheckId } from '../src/index.ts';
import { type LittleSite, startLittleSite } from './flows/little-site.ts';
import { quickPace, sharedBrowser } from './test-browser.ts';

/** Q6 is asked where pages have to be pure; Q2 alone shows where a press more is allowed but no screen. */
const elsewhere: Partial<Record<string, [policy: 'DE' | 'EU', language: string]>> = {
  Q6: ['DE', '&lang=de'],
  Q2: ['EU', ''],
};

/** What the report of a spoiled site says of the check that finds it. */
const reasons: Readonly<Record<CheckId | 'Q16 too soon', RegExp>> = {
  Q1: /3 activations where 2 are allowed/,
  Q2: /"Your membership" stand between; 0 may/,
  Q3: /360x640: its text is 10px where the page has 16px.*contrast/,
  Q4: /asks for a password/,
  Q5: /the opening control also holds svg/,
  Q6: /Viele Vorteile warten auf Sie/,
  Q7: /"Cancel now" appears \d+ ms after its screen/,
  Q8: /the sizes differ.*the text is 16px and 24px.*the contrast differs/,
  Q9: /"Send me news" is chosen already/,
  Q10: /I prefer to pay full price" speaks of mockery/,
  Q11: /2 questions are asked/,
  Q12: /1 before it takes effect, BASE allows 0: Half price for 3 months/,
  Q13: /Special offer.*is shown again after "No thanks"/,
  Q14: /"Time left: \d+ s" counts by itself/,
  Q15: /the file lacks offset and zone/,
  Q16: /in Pacific\/Kiritimati the page says 2027-01-01/,
  'Q16 too soon': /"Your subscription is canceled" was shown before the server had answered/,
  Q17: /5min before it takes 3 activations/,
  Q18: /keep comes before confirm/,
  Q19: /"Save the receipt" is \d+x\d+/,
  Q20: /the price is not shown before it is turned on again/,
};

function failing({ checks }: AuditReport): string[] {
  return checks.filter(({ verdict }) => verdict === 'fails').map(({ id, why }) => `${id}: ${why}`);
}

function notMeasured({ checks }: AuditReport): string[] {
  return checks.filter(({ verdict }) => verdict === 'not_applicable').map(({ id }) => id);
}

describe('an audit of a site in a browser', { concurrency: 3 }, () => {
  const browser = sharedBrowser();
  let site: LittleSite;
  before(async () => {
    site = await startLittleSite();
  });
  after(() => site.close());

  function audit(member: string, more: string, options: Partial<AuditOptions> = {}): Promise<AuditReport> {
    return auditFlow({
      browser: browser.current,
      pace: quickPace,
      on: '2026-11-22',
      flow: site.flowOf(member, more),
      ...options,
    });
  }

  it('finds nothing on an honest German site, where every question is asked (Q1–Q20, S11, S82)', async () => {
    const report = await audit('honest-de', '&lang=de', { policy: 'DE' });
    assert.deepEqual(failing(report), []);
    assert.deepEqual(notMeasured(report), []);
    assert.deepEqual(report.score, { holds: 20, applies: 20, percent: 100 });
    assert.deepEqual(report.friction, { activations: 2, screensBetween: 0 });
  });

  it('finds nothing on an honest site with a code to enter, in a place that allows one (Q1, Q2, Q19)', async () => {
    const flow = { ...site.flowOf('honest-code', '&code=1'), code: { url: site.inboxOf('honest-code') } };
    const report = await audit('honest-code', '', { policy: 'CN', flow });
    assert.deepEqual(failing(report), []);
    assert.deepEqual(notMeasured(report), ['Q6']);
    assert.equal(report.friction?.activations, 3);
  });

  /** The site as a window in an open shadow root, from which nothing is loaded anew. */
  function auditApp(member: string, more: string): Promise<AuditReport> {
    const flow = site.flowOf(member, more);
    return audit(member, more, { flow: { ...flow, url: site.appOf(member, more), timing: [], loggedOut: null } });
  }

  it('sees through shadow roots and windows: focus, announcement, receipt and undo (Q2, Q15, Q18, Q20)', async () => {
    const report = await auditApp('app', '');
    assert.deepEqual(failing(report), []);
    assert.deepEqual(notMeasured(report), ['Q4', 'Q6', 'Q17']);
    assert.deepEqual(report.friction, { activations: 2, screensBetween: 0 });
  });

  it('waits for what an honest site brings late: an entry that comes, a button that is busy (Q3, Q7, Q16)', async () => {
    const report = await auditApp('app-late', '&late=700');
    assert.deepEqual(failing(report), []);
    assert.deepEqual(notMeasured(report), ['Q4', 'Q6', 'Q17']);
  });

  it('holds answers back and sees what a script says meanwhile (Q16)', async () => {
    const failed = failing(await auditApp('app-soon', '&soon=1'));
    assert.equal(failed.length, 1, failed.join('\n'));
    assert.match(failed[0] ?? '', /^Q16: "Your subscription is canceled" was shown before the server had answered/);
  });

  for (const [bad, reason] of Object.entries(reasons)) {
    it(`finds ${bad} on a site that is dishonest in this one way (${bad.slice(0, 3).trim()})`, async () => {
      const [policy, language] = elsewhere[bad] ?? ['BASE', ''];
      const [member, more] = [bad.replaceAll(' ', '-'), `${language}&bad=${encodeURIComponent(bad)}`];
      const flow = site.flowOf(member, more);
      // Three walks instead of one take their time: only the site that they find is walked so.
      const report = await audit(member, more, { policy, flow: bad === 'Q17' ? flow : { ...flow, timing: [] } });
      const [id] = bad.split(' ');
      const failed = failing(report);
      assert.deepEqual(
        failed.map((line) => line.split(':')[0]),
        [id],
        failed.join('\n'),
      );
      assert.match(failed[0] ?? '', reason);
      assert.deepEqual(
        notMeasured(report).filter((other) => other !== 'Q6' && other !== 'Q17'),
        [],
      );
    });
  }
});
