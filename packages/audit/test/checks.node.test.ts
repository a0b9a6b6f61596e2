import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  type CheckId,
  checks,
  judgeRecording,
  type Recording,
  type ScreenElement,
  type Thresholds,
} from '../src/index.ts';
import {
  confirmElements,
  element,
  memberPage,
  receipt,
  recordingWith,
  screenOf,
  strict,
  walkWith,
} from './good-recording.ts';

function judge(id: CheckId, recording: Recording, thresholds: Thresholds = strict) {
  const check = checks.find((each) => each.id === id);
  assert.ok(check);
  return check.judge(recording, thresholds);
}

function assertFails(id: CheckId, recording: Recording, why: RegExp, thresholds: Thresholds = strict) {
  const finding = judge(id, recording, thresholds);
  assert.equal(finding.verdict, 'fails', JSON.stringify(finding));
  assert.match(finding.why, why);
}

const stuck = walkWith(confirmElements, { done: null, stuck: 'no way on from "Cancel"' });
/** The confirming screen with one element changed or added. */
function confirming(change: Partial<ScreenElement> & { key: number }): Recording {
  const known = confirmElements.some(({ key }) => key === change.key);
  const elements = known
    ? confirmElements.map((each) => (each.key === change.key ? { ...each, ...change } : each))
    : [...confirmElements, element(change)];
  return recordingWith({ walk: walkWith(elements) });
}
const entryPage = (change: Partial<ScreenElement>) => [
  { screen: screenOf(memberPage.elements.map((each) => ({ ...each, ...change }))), entry: 2 },
];

describe('what was recorded is judged', () => {
  it('without a fault when there is none: all twenty hold (Q1–Q20, S82)', () => {
    const { score, checks: found, friction } = judgeRecording(recordingWith(), strict, '2026-11-22T02:42:00Z');
    assert.deepEqual(
      found.filter(({ verdict }) => verdict !== 'holds'),
      [],
    );
    assert.deepEqual(score, { holds: 20, applies: 20, percent: 100 });
    assert.deepEqual(friction, { activations: 2, screensBetween: 0 });
  });

  it('never as holding where the end was not reached: leaving fails, the rest says why not (Q1, S82)', () => {
    const lost = recordingWith({
      walk: stuck,
      receipts: [],
      zones: [],
      undo: null,
      timed: [],
      returns: [],
      urgency: [],
      loggedOut: null,
    });
    assertFails('Q1', lost, /no way on from "Cancel"/);
    for (const id of ['Q2', 'Q4', 'Q13', 'Q14', 'Q15', 'Q16', 'Q17', 'Q18', 'Q20'] as const) {
      const { verdict, why } = judge(id, lost);
      assert.equal(verdict, 'not_applicable', id);
      assert.notEqual(why, '');
    }
  });

  it('by what joining took: leaving may not take more (Q1, S81)', () => {
    assertFails('Q1', recordingWith({ signUpActivations: 1 }), /2 activations where 1 are allowed, joining took 1/);
    assert.equal(judge('Q1', recordingWith({ signUpActivations: null })).verdict, 'holds');
  });

  it('by distinct screens: another heading is another screen, another number is not (Q2, S6)', () => {
    const walk = walkWith();
    const [page = memberPage, ...rest] = walk.screens;
    const sure = screenOf([element({ key: 1, role: 'heading', name: 'Are you sure?' })]);
    assertFails(
      'Q2',
      recordingWith({ walk: { ...walk, screens: [page, sure, ...rest] } }),
      /"Are you sure\?" stand between/,
    );
    const ticking = screenOf(confirmElements.map((each) => ({ ...each, text: each.text.replace('31', '30') })));
    assert.equal(judge('Q2', recordingWith({ walk: { ...walk, screens: [page, ticking, ...rest] } })).verdict, 'holds');
  });

  it('by how the entry is found: in view, open, legible (Q3, S26–S29)', () => {
    const hidden = { isVisible: false, closedIn: 'menu' } as const;
    assertFails('Q3', recordingWith({ entries: entryPage(hidden) }), /inside a closed menu/);
    assertFails('Q3', recordingWith({ entries: entryPage({ color: [170, 170, 170] }) }), /contrast is 2\.3:1/);
    assertFails(
      'Q3',
      recordingWith({ entries: entryPage({ box: { x: 0, y: 780, width: 99, height: 44 } }) }),
      /outside the first view/,
    );
    assertFails('Q3', recordingWith({ entries: [{ screen: memberPage, entry: null }] }), /there is no entry/);
  });

  it('by leaving without logging in, where the place asks for it (Q4)', () => {
    const loggedOut = {
      screen: screenOf([]),
      status: 404,
      hasPassword: false,
      sent: null,
      answered: null,
      after: null,
    };
    assertFails(
      'Q4',
      recordingWith({ loggedOut }),
      /answers 404; there is no form to fill in; there is nothing to send it with/,
    );
    assert.equal(
      judge('Q4', recordingWith({ loggedOut }), { ...strict, needsLoggedOut: false }).verdict,
      'not_applicable',
    );
  });

  it('by labels that are exact, read out as shown, and alone (Q5)', () => {
    assertFails('Q5', confirming({ key: 3, name: 'Cancel now!', text: 'Cancel now!' }), /shows "Cancel now!"/);
    assertFails('Q5', confirming({ key: 3, name: 'Cancel now, Pro plan' }), /read out as "Cancel now, Pro plan"/);
    assertFails('Q5', confirming({ key: 3, extras: ['svg'] }), /also holds svg/);
  });

  it('by what else is on the page, where it has to be pure (Q6)', () => {
    assertFails('Q6', confirming({ key: 9, text: 'Most members stay.' }), /p "Most members stay\."/);
    assertFails('Q6', confirming({ key: 9, role: 'img', name: 'A sad dog' }), /img "A sad dog"/);
    assertFails('Q6', confirming({ key: 9, role: 'link', name: 'Our offers' }), /link "Our offers"/);
    for (const name of ['Privacy', 'Deutsch', 'Close']) {
      assert.equal(judge('Q6', confirming({ key: 9, role: 'link', name })).verdict, 'holds', name);
    }
    const allowed = judge('Q6', confirming({ key: 9, text: 'Most members stay.' }), { ...strict, isPure: false });
    assert.equal(allowed.verdict, 'not_applicable');
  });

  it('by the frame in which the confirming control is drawn first (Q7)', () => {
    const walk = walkWith();
    assert.ok(walk.confirming);
    const { confirming: first } = walk;
    const drawnAfter = (millis: number, answeredAt: number) => {
      const frames = [
        { at: 10, answeredAt: 5, headings: ['Cancel'], controls: [] },
        { at: 10 + millis, answeredAt, headings: ['Cancel'], controls: ['Cancel now'] },
      ];
      return recordingWith({ walk: { ...walk, confirming: { ...first, frames } } });
    };
    assertFails('Q7', drawnAfter(890, 5), /appears 890 ms after/);
    assert.equal(judge('Q7', drawnAfter(890, 800)).verdict, 'holds', 'it waited for an answer');
    assertFails('Q7', drawnAfter(890, 400), /appears 500 ms after/);
    // An answer that takes its time is held back just as well.
    assertFails('Q7', drawnAfter(3_000, 2_950), /appears 2000 ms after/);
    assertFails('Q7', confirming({ key: 3, isDisabled: true }), /disabled and does not say what is missing/);
    assert.equal(
      judge('Q7', confirming({ key: 3, isDisabled: true, description: 'Enter your name' })).verdict,
      'holds',
    );
  });

  it('by how alike leave and keep are (Q8, P8)', () => {
    assertFails(
      'Q8',
      confirming({ key: 4, box: { x: 20, y: 200, width: 320, height: 44 } }),
      /sizes differ: 160x44 and 320x44/,
    );
    assertFails('Q8', confirming({ key: 4, role: 'link', tag: 'a' }), /one is a button, the other a link/);
    assertFails(
      'Q8',
      confirming({ key: 4, font: { size: 18, weight: 700 } }),
      /16px and 18px; the weight is 400 and 700/,
    );
    assertFails('Q8', confirming({ key: 4, color: [120, 120, 120] }), /contrast differs by 16/);
    assertFails('Q8', confirming({ key: 4, box: { x: 20, y: 600, width: 160, height: 44 } }), /do not stand together/);
  });

  it('by what is chosen before the member chooses (Q9)', () => {
    assertFails(
      'Q9',
      confirming({ key: 9, role: 'radio', name: 'Pause', isChecked: true }),
      /"Pause" is chosen already/,
    );
    const walk = walkWith();
    const screens = walk.screens.map((screen, at) => (at === 1 ? { ...screen, focused: 4 } : screen));
    assertFails('Q9', recordingWith({ walk: { ...walk, screens } }), /focus is on "Keep it on"/);
    const field = element({ key: 9, role: 'textbox', name: 'Name', form: 50 });
    const first = confirmElements.map((each) => (each.key === 4 ? { ...each, form: 50, inputType: 'submit' } : each));
    assertFails('Q9', recordingWith({ walk: walkWith([...first, field]) }), /Enter presses "Keep it on"/);
  });

  it('by labels that shame, in the language of the page (Q10)', () => {
    const shaming: Readonly<Record<string, readonly [string, RegExp]>> = {
      en: ['No, I want to lose my benefits', /loss/],
      zh: ['狠心离开', /guilt/],
      de: ['Ich zahle lieber mehr', /mockery/],
      fr: ['Je vais le regretter', /regret/],
      ko: ['혜택을 포기할게요', /loss/],
      pt: ['Prefiro pagar mais', /mockery/],
    };
    for (const [language, [name, kind]] of Object.entries(shaming)) {
      assertFails('Q10', { ...confirming({ key: 9, role: 'button', name }), language }, kind);
    }
  });

  it('by reasons that are needed, or asked for too early or too often (Q11)', () => {
    const why = { key: 9, role: 'combobox', name: 'Why are you leaving?' };
    assertFails('Q11', confirming(why), /asked before it took effect/);
    assertFails('Q11', confirming({ ...why, isRequired: true }), /is required/);
    assertFails('Q11', recordingWith({ walk: { ...stuck, forcedReason: 'Why?' } }), /only after "Why\?" was chosen/);
  });

  it('by offers before it took effect, and by the control that has to stay in view (Q12)', () => {
    const offer = { key: 9, text: 'Special offer: 50% off' };
    assertFails('Q12', confirming(offer), /BASE allows 0/);
    const tolerant = { ...strict, offer: 'with_confirm' } as const;
    assert.equal(judge('Q12', confirming(offer), tolerant).verdict, 'holds');
    const walk = walkWith([...confirmElements, element({ ...offer, box: { x: 0, y: 1200, width: 300, height: 40 } })]);
    assert.ok(walk.confirming);
    const screen = { ...walk.confirming.screen, pageHeight: 2000 };
    const long = { ...walk, confirming: { ...walk.confirming, screen } };
    assertFails('Q12', recordingWith({ walk: long }), /leaves the view/, tolerant);
  });

  it('by an offer that comes back (Q13)', () => {
    const screens = [screenOf([element({ key: 1, text: 'Special offer: 50% off' })])];
    assertFails(
      'Q13',
      recordingWith({ returns: [{ declined: 'No thanks', screens }] }),
      /shown again after "No thanks"/,
    );
  });

  it('by what moves by itself, but not by when a code can be sent again (Q14)', () => {
    const look = (before: string, after: string) => ({
      name: 'a screen',
      before: screenOf([element({ key: 1, text: before })]),
      after: screenOf([element({ key: 1, text: after })]),
    });
    const urgency = [look('Offer ends in 0:59', 'Offer ends in 0:01')];
    assertFails('Q14', recordingWith({ urgency }), /"Offer ends in 0:01" counts by itself/);
    const resend = [look('You can ask for a new code in 0:59', 'You can ask for a new code in 0:01')];
    assert.equal(judge('Q14', recordingWith({ urgency: resend })).verdict, 'holds');
    const same = look('Your session ends in 5 minutes', 'Your session ends in 5 minutes');
    assertFails('Q14', recordingWith({ urgency: [same] }), /session ends after 5 minutes/);
    const blinking = { ...same, before: screenOf([], { restless: ['blinking: Hurry'] }) };
    assertFails('Q14', recordingWith({ urgency: [blinking] }), /blinking: Hurry/);
  });

  it('by what a receipt lacks, where it is missing, and how late it is (Q15)', () => {
    const [screen, file, mail] = recordingWith().receipts;
    assert.ok(screen && file && mail);
    const without = { ...file, text: receipt.replace(' (UTC+8)', '').replace('Refund: none is due.', '') };
    assertFails('Q15', recordingWith({ receipts: [screen, without, mail] }), /file lacks offset and zone, refund/);
    assertFails('Q15', recordingWith({ receipts: [screen, file] }), /no receipt as mail/);
    assertFails('Q15', recordingWith({ receipts: [screen, file, { ...mail, after: 61_000 }] }), /the mail came late/);
    const unread = judge('Q15', recordingWith({ receipts: [screen, file], mailAsked: false }));
    assert.equal(unread.verdict, 'not_applicable');
    assert.match(unread.why, /give mail\.url/);
  });

  it('by days that differ, and by canceled said too soon (Q16)', () => {
    const other = screenOf([element({ key: 1, text: 'Access until 1 January 2027.' })]);
    const zones = recordingWith().zones.map((visit, at) => (at === 2 ? { ...visit, screen: other } : visit));
    assertFails('Q16', recordingWith({ zones }), /in Pacific\/Kiritimati the page says 2027-01-01/);
    const ics = { surface: 'calendar file', text: 'DTSTART;VALUE=DATE:20270131', after: null } as const;
    assertFails('Q16', recordingWith({ receipts: [ics] }), /calendar file says 2027-01-31 where 2026-12-31/);
    const answers = [{ method: 'POST', url: '/', status: 200, saidMeanwhile: 'It is canceled' }];
    assertFails(
      'Q16',
      recordingWith({ walk: walkWith(confirmElements, { answers }) }),
      /shown before the server had answered/,
    );
    assertFails('Q16', recordingWith({ walk: walkWith(confirmElements, { answers: [] }) }), /nothing was sent/);
  });

  it('by what changes close to the charge (Q17)', () => {
    const [first] = recordingWith().timed;
    assert.ok(first);
    const longer = { ...first, before: '5 min', walk: walkWith(confirmElements, { presses: [] }) };
    assertFails('Q17', recordingWith({ timed: [first, longer] }), /5 min before it takes 0 activations/);
    assertFails('Q17', recordingWith({ timed: [first, { ...first, charged: true }] }), /charged nevertheless/);
  });

  it('by order, focus and announcement where a screen takes the place of another (Q18)', () => {
    const swapped = confirmElements.map((each) => ({ ...each, key: [1, 2, 4, 3][each.key - 1] ?? 0 }));
    assertFails('Q18', recordingWith({ walk: walkWith(swapped) }), /keep comes before confirm/);
    const walk = walkWith();
    const inPlace = walk.screens.map((screen) => ({ ...screen, document: 1 }));
    const done = { ...inPlace[2], elements: [element({ key: 1, role: 'heading', name: 'Canceled' })] };
    const quiet = {
      ...walk,
      screens: [...inPlace.slice(0, 2), screenOf(done.elements)],
      done: screenOf(done.elements),
    };
    assertFails(
      'Q18',
      recordingWith({ walk: quiet }),
      /focus does not go to "Canceled"; success is not in a live region/,
    );
    assertFails('Q18', recordingWith({ focusShows: false }), /focus cannot be seen/);
  });

  it('by small targets, fields that are not helped, and puzzles (Q19)', () => {
    assertFails('Q19', confirming({ key: 4, box: { x: 0, y: 0, width: 100, height: 20 } }), /"Keep it on" is 100x20/);
    assertFails('Q19', confirming({ key: 9, role: 'textbox', name: 'SMS code' }), /not a one-time-code field/);
    assertFails('Q19', confirming({ key: 9, role: 'textbox', name: 'E-mail', isRequired: true }), /not filled in/);
    assertFails('Q19', confirming({ key: 9, role: 'iframe', name: 'reCAPTCHA' }), /a puzzle/);
    assertFails('Q19', recordingWith({ walk: walkWith(confirmElements, { pasteWorked: false }) }), /cannot be pasted/);
  });

  it('by how it is undone (Q20)', () => {
    const { undo } = recordingWith();
    assert.ok(undo);
    assertFails(
      'Q20',
      recordingWith({ undo: { ...undo, screens: [memberPage] } }),
      /price is not shown.*date is not shown/,
    );
    assertFails('Q20', recordingWith({ undo: { ...undo, presses: ['a', 'b', 'c'] } }), /takes 3 presses/);
    assertFails(
      'Q20',
      recordingWith({ undo: { ...undo, done: null, stuck: 'nothing turns it on' } }),
      /nothing turns it on/,
    );
  });
});
