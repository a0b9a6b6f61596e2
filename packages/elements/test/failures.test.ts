import { expect, waitUntil } from '@open-wc/testing';
import {
  announced,
  arrivingPage,
  askForCode,
  cancelPage,
  cardOf,
  centerPage,
  failAlways,
  fieldOf,
  type MemberPage,
} from './member-page.ts';

function says(page: MemberPage, words: RegExp | string): Promise<void> {
  const isSaid = () => page.text().search(words) !== -1;
  return waitUntil(isSaid, `never said ${words}`, { timeout: 8000 });
}

/** A code that is not the one that was sent. */
const wrongCode = (page: MemberPage) => (page.server.lastCode() === '000000' ? '111111' : '000000');

describe('a wrong code', () => {
  it('says how many tries are left, where a screen reader looks for it (S22, AU4)', async () => {
    const page = await cancelPage();
    await askForCode(page);
    await page.enter(wrongCode(page));
    await says(page, 'You have 4 tries left');
    const error = page.part('error');
    expect(error.role).to.equal('alert');
    expect(fieldOf(page).getAttribute('aria-describedby')?.split(' ')).to.include(error.id);
    expect(fieldOf(page).ariaInvalid).to.equal('true');
  });

  it('five times ends the tries, and another code still leads to the end (S22, AU4, AU8)', async () => {
    const page = await cancelPage();
    await askForCode(page);
    const wrong = wrongCode(page);
    for (const left of [/4 tries/, /3 tries/, /2 tries/, /one try/, /(0|no) tries/]) {
      await page.enter(wrong);
      await says(page, left);
    }
    const right = page.server.lastCode();
    await page.enter(right);
    await says(page, /too many tries/i);
    expect(await page.stored()).to.equal('on');
    page.server.clock.advance(61_000);
    page.pass(61_000);
    await page.press('resend-button');
    await waitUntil(() => page.server.lastCode() !== right && !fieldOf(page).readOnly);
    await page.enter(page.server.lastCode());
    await page.see('resume-button');
  });

  it('that is old asks for a new one and loses nothing (S22)', async () => {
    const page = await cancelPage();
    await askForCode(page);
    page.server.clock.advance(11 * 60_000);
    await page.enter(page.server.lastCode());
    await says(page, 'This code no longer works');
    page.pass(11 * 60_000);
    await page.press('resend-button');
    await waitUntil(() => page.server.inbox.length === 2 && !fieldOf(page).readOnly);
    await page.enter(page.server.lastCode());
    await page.see('resume-button');
  });

  it('is not a failure to the page: no error event is sent', async () => {
    const page = await cancelPage();
    const events: string[] = [];
    page.element.addEventListener('cancel-renewal-error', ({ type }) => events.push(type));
    await askForCode(page);
    await page.enter(wrongCode(page));
    await says(page, 'tries left');
    expect(events).to.be.empty;
  });
});

describe('when something fails on the way', () => {
  it('says that nothing was changed when no code could be sent, and goes on from there (S22)', async () => {
    const page = await cancelPage();
    page.server.failNext({ status: 503, operation: 'startVerification', code: 'message_not_sent' });
    await page.press('cancel-button');
    await page.press('confirm-button');
    await says(page, 'Nothing was changed');
    expect(announced(page)).to.contain('could not send the code');
    await page.press('retry-button');
    await waitUntil(() => page.server.inbox.length === 1);
    await page.enter(page.server.lastCode());
    await page.see('resume-button');
  });

  it('says that it is not known when the answer is lost, and one more try ends it (OF1, XO4)', async () => {
    const page = await cancelPage({ verification: false });
    failAlways(page, { status: 'lost_reply', operation: 'cancelRenewal' });
    await page.press('cancel-button');
    await page.press('confirm-button');
    await says(page, 'We could not see if it worked');
    expect(page.text()).to.contain('Trying again is safe');
    await page.press('retry-button');
    await page.see('resume-button');
    expect(await page.stored()).to.equal('off');
  });

  it('shows the truth when the member closes without knowing (OF1)', async () => {
    const page = await cancelPage({ verification: false });
    failAlways(page, { status: 'lost_reply', operation: 'cancelRenewal' });
    await page.press('cancel-button');
    await page.press('confirm-button');
    await says(page, 'We could not see if it worked');
    await page.press('close-button');
    await page.see('resume-button');
    expect(page.text()).to.contain('Yours until 31 December 2026');
  });

  it('never says canceled before the server has said so (Q16)', async () => {
    const page = await cancelPage({ verification: false });
    failAlways(page, { status: 503, operation: 'cancelRenewal', code: 'provider_unavailable' });
    const seen = new Set<string>();
    const watcher = new MutationObserver(() => seen.add(page.text()));
    watcher.observe(page.element.shadowRoot ?? page.element, { subtree: true, childList: true, characterData: true });
    await page.press('cancel-button');
    await page.press('confirm-button');
    await says(page, 'payment company');
    watcher.disconnect();
    expect([...seen].filter((text) => /Renewal canceled/.test(text))).to.be.empty;
    expect(await page.stored()).to.equal('on');
  });

  it('says that nothing was changed when the session has ended, and goes on with a fresh one (S22)', async () => {
    const page = await cancelPage({ verification: false });
    failAlways(page, { status: 401, operation: 'cancelRenewal', code: 'session_expired' });
    await page.press('cancel-button');
    await page.press('confirm-button');
    await says(page, 'Nothing was changed');
    expect(announced(page)).to.contain('Your session has ended');
    await page.press('retry-button');
    await page.see('resume-button');
  });

  it('shows the newest state when another tab has canceled meanwhile (CC2, XO5)', async () => {
    const page = await cancelPage({ verification: false });
    await page.press('cancel-button');
    await page.see('confirm-button');
    await page.server.client().cancelRenewal('m_pro', { idempotencyKey: 'the-other-tab-of-li-wen' });
    await page.press('confirm-button');
    await says(page, /Yours until 31 December 2026[\s\S]*Renewal is already off/);
    await page.press('close-button');
    await page.see('resume-button');
  });

  it('shows the newest state on the card too when another tab was first', async () => {
    const page = await centerPage({ verification: false });
    await page.press('cancel-button');
    await page.see('confirm-button');
    await page.server.client().cancelRenewal('m_pro', { idempotencyKey: 'the-other-tab-of-li-wen' });
    await page.press('confirm-button');
    const card = page.element.shadowRoot?.querySelector<HTMLElement>(cardOf('m_pro'));
    await waitUntil(() => card?.innerText.includes('Yours until 31 December 2026'));
  });

  it('says why when turning back on fails, and tries again with the same intent', async () => {
    const page = await cancelPage({ membershipId: 'm_team' });
    failAlways(page, { status: 'network', operation: 'resumeRenewal' });
    await page.press('resume-button');
    await page.press('confirm-button');
    await says(page, 'We could not see if it worked');
    await page.press('retry-button');
    await says(page, 'Renewal is on again');
    expect(await page.stored()).to.equal('on');
  });
});

describe('when nothing can be loaded', () => {
  it('the entry says so, offers another try, and shows what the page put inside it (P9)', async () => {
    const page = await cancelPage({ content: '<a href="#cancel">Cancel by post</a>' });
    failAlways(page, { status: 'network', operation: 'getMembership' });
    await page.see('retry-button');
    expect(page.part('error').innerText).to.contain('offline');
    expect(page.element.querySelector('a')?.checkVisibility()).to.equal(true);
    expect(page.element.matches(':state(failed)')).to.equal(true);
    await page.press('retry-button');
    await page.see('cancel-button');
    expect(page.element.querySelector('a')?.checkVisibility()).to.equal(false);
  });

  it('the center says so and offers another try', async () => {
    const page = await arrivingPage();
    failAlways(page, { status: 'network', operation: 'getSession' });
    const retry = await page.see('retry-button');
    expect(page.part('error').innerText).to.contain('offline');
    retry.click();
    await page.see('card');
  });

  it('the center says that the session has ended, and a fresh token brings the memberships', async () => {
    const page = await arrivingPage();
    failAlways(page, { status: 401, operation: 'getSession', code: 'session_expired' });
    const retry = await page.see('retry-button');
    expect(page.part('error').innerText).to.contain('Your session has ended');
    retry.click();
    await page.see('card');
  });

  it('the center keeps what it shows when loading it again fails', async () => {
    const page = await centerPage();
    page.server.failNext({ status: 500, operation: 'listMemberships' });
    await page.element.refresh();
    await page.see('error');
    expect(page.shows('card')).to.equal(true);
    expect(page.part('error').innerText).to.contain('Something went wrong on our side');
  });

  it('an address where nobody answers is a sentence and no exception', async () => {
    const element = document.createElement('cancel-renewal');
    element.endpoint = 'http://127.0.0.1:9/leavewell';
    element.membershipId = 'm_pro';
    document.body.append(element);
    await waitUntil(() => element.shadowRoot?.querySelector('[part=error]'), undefined, { timeout: 8000 });
    element.remove();
  });
});
