import { aTimeout, expect, waitUntil } from '@open-wc/testing';
import { eventsOn } from './events-on.ts';
import { heldBack } from './held-back.ts';
import { announced, cancelPage, cancelRenewal, cardOf, centerPage, failAlways, pageAgain } from './member-page.ts';

const pendingWords =
  'On 22 November 2026 at 10:42, Beijing time, you asked to cancel renewal. ' +
  'The payment company has not confirmed it yet. This goes on by itself, and your receipt follows.';

describe('a cancellation that the payment company has not confirmed', () => {
  it('says so with day, time and zone, and says canceled only with the receipt (XO6, Q16)', async () => {
    const page = await cancelPage({ verification: false });
    const { held, confirm } = heldBack(page);
    page.element.client = held;
    const seen = eventsOn(page.element);
    await page.press('cancel-button');
    await page.press('confirm-button');
    await waitUntil(() => page.text().includes(pendingWords));
    expect(page.part('heading').innerText).to.equal('Waiting for the payment company');
    expect(page.element.shadowRoot?.activeElement).to.equal(page.part('heading'));
    expect(page.text()).not.to.contain('canceled');
    expect(seen).to.deep.equal(['cancel-renewal-start']);
    await confirm();
    await page.see('resume-button');
    expect(page.text()).to.contain('Renewal canceled. You keep Professional until 31 December 2026.');
    expect(seen).to.deep.equal(['cancel-renewal-start', 'cancel-renewal-success']);
  });

  it('stands on the card in the place of the button when the member has left, and so does its end (XO6)', async () => {
    const page = await centerPage({ verification: false });
    const { held, confirm } = heldBack(page);
    page.element.client = held;
    await page.element.updateComplete;
    await page.see('card');
    page.cancel().now = page.now;
    await page.press('cancel-button');
    await page.press('confirm-button');
    await waitUntil(() => page.text().includes(pendingWords));
    await page.press('close-button');
    const pending = await page.see('pending');
    expect(pending.innerText).to.contain(pendingWords);
    expect(pending.role).to.equal('status');
    expect(page.shows('cancel-button')).to.equal(false);
    await confirm();
    await page.see('banner');
    expect(page.shows('dialog'), 'no dialog jumps at who has left').to.equal(false);
    const card = page.element.shadowRoot?.querySelector<HTMLElement>(cardOf('m_pro'));
    expect(card?.innerText).to.contain('Yours until 31 December 2026');
    expect(page.shows('pending')).to.equal(false);
  });

  it('is said by a page that is loaded in the middle of it, and the end comes by itself (XO6, OF1)', async () => {
    const page = await cancelPage({ verification: false });
    const { held, confirm } = heldBack(page);
    page.element.client = held;
    await page.press('cancel-button');
    await page.press('confirm-button');
    await waitUntil(() => page.text().includes(pendingWords));
    page.element.remove();
    const again = await pageAgain(page, { client: held });
    expect((await again.see('pending')).innerText).to.contain(pendingWords);
    expect(again.shows('cancel-button')).to.equal(false);
    await confirm();
    await again.see('resume-button');
    expect(again.text()).to.contain('Yours until 31 December 2026');
    expect(again.shows('dialog')).to.equal(false);
    expect(localStorage.length).to.equal(0);
  });

  it('is not lost to a page that moves the element, and asks for nothing while it is away', async () => {
    const page = await cancelPage({ verification: false });
    const { held, confirm } = heldBack(page);
    page.element.client = held;
    const place = page.element.parentElement;
    await page.press('cancel-button');
    await page.press('confirm-button');
    await waitUntil(() => page.text().includes(pendingWords));
    page.element.remove();
    await confirm();
    place?.append(page.element);
    await page.see('resume-button');
  });
});

describe('a membership that changed while its steps were open', () => {
  it('is shown afresh with a sentence why, and nothing is done before the member has looked (CC2)', async () => {
    const page = await cancelPage({ verification: false });
    await page.press('cancel-button');
    await page.see('confirm-button');
    const price = { amount: 159_800, currency: 'CNY', interval: { unit: 'year', count: 1 } } as const;
    await page.server.putMembership('m_pro', { facts: { price } });
    await page.press('confirm-button');
    await waitUntil(() => page.shows('notice'));
    expect(page.part('notice').innerText).to.contain('This has changed since you opened it.');
    expect(announced(page)).to.contain('Look again before you decide');
    expect(page.part('facts').innerText).to.contain('¥1,598.00');
    expect(await page.stored()).to.equal('on');
    await page.press('confirm-button');
    await page.see('resume-button');
  });

  it('costs no second code (AX4)', async () => {
    const page = await cancelPage();
    await page.press('cancel-button');
    await page.press('confirm-button');
    await waitUntil(() => page.server.inbox.length === 1);
    await page.server.putMembership('m_pro', { seats: 7 });
    await page.enter(page.server.lastCode());
    await waitUntil(() => page.shows('notice'));
    await page.press('confirm-button');
    await page.see('resume-button');
    expect(page.server.inbox.filter(({ kind }) => kind === 'verification_code')).to.have.length(1);
  });
});

describe('a try that was cut off', () => {
  it('is told after the page was loaded again, and one press finishes it (OF1)', async () => {
    const page = await cancelPage({ verification: false });
    failAlways(page, { status: 'network', operation: 'cancelRenewal' });
    await page.press('cancel-button');
    await page.press('confirm-button');
    await page.see('retry-button');
    page.element.remove();
    const again = await pageAgain(page);
    await again.press('cancel-button');
    await again.see('notice');
    expect(again.part('notice').innerText).to.contain('Your last attempt was cut off and has not taken effect.');
    await again.press('confirm-button');
    await again.see('resume-button');
    expect(await again.stored()).to.equal('off');
  });

  it('is shown as done, with its receipt, where it was (OF1)', async () => {
    const page = await cancelPage({ verification: false });
    failAlways(page, { status: 'lost_reply', operation: 'cancelRenewal' });
    await page.press('cancel-button');
    await page.press('confirm-button');
    await page.see('retry-button');
    page.element.remove();
    const again = await pageAgain(page);
    again.element.show();
    await waitUntil(() => /Renewal canceled[\s\S]*CR-/.test(again.text()));
    expect(localStorage.length).to.equal(0);
  });

  it('and then is not, when the member keeps renewal', async () => {
    const page = await cancelPage({ verification: false });
    failAlways(page, { status: 'network', operation: 'cancelRenewal' });
    await page.press('cancel-button');
    await page.press('confirm-button');
    await page.press('close-button');
    await page.press('cancel-button');
    await page.see('notice');
    await page.press('keep-button');
    expect(localStorage.length).to.equal(0);
  });
});

describe('two tabs', () => {
  it('show the same: a cancellation in one is on the cards of the other (CC2)', async () => {
    const here = await cancelPage({ verification: false });
    const there = await centerPage({ verification: false });
    there.element.client = here.server.client();
    await there.element.updateComplete;
    await there.see('card');
    await here.press('cancel-button');
    await here.press('confirm-button');
    await here.see('resume-button');
    const card = there.element.shadowRoot?.querySelector<HTMLElement>(cardOf('m_pro'));
    await waitUntil(() => card?.innerText.includes('Yours until 31 December 2026'));
    expect(there.shows('banner'), 'only who did it is told that it was done').to.equal(false);
  });

  it('show the same also where only the entry stands on the page', async () => {
    const here = await cancelPage({ verification: false });
    const there = await pageAgain(here);
    await there.see('cancel-button');
    await here.press('cancel-button');
    await here.press('confirm-button');
    await there.see('resume-button');
    expect(there.text()).to.contain('Yours until 31 December 2026');
  });

  it('have a storage that is the same before and after a finished cancellation (EM8)', async () => {
    localStorage.clear();
    const kept = JSON.stringify(localStorage);
    const page = await cancelPage();
    await cancelRenewal(page);
    await aTimeout(0);
    expect(JSON.stringify(localStorage)).to.equal(kept);
    expect(sessionStorage.length).to.equal(0);
  });
});
