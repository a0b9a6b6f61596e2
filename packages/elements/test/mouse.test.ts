import { expect, waitUntil } from '@open-wc/testing';
import { resetMouse, sendMouse } from '@web/test-runner-commands';
import { askForCode, cancelPage, cancelRenewal, cardOf, centerPage, fieldOf, type MemberPage } from './member-page.ts';

/** Presses the middle of what carries the name, as a hand with a mouse does. */
async function pressWithMouse(page: MemberPage, name: string): Promise<void> {
  const target = await page.see(name);
  target.scrollIntoView({ block: 'center' });
  page.pass(1000);
  const { left, top, width, height } = target.getBoundingClientRect();
  await sendMouse({ type: 'click', position: [Math.round(left + width / 2), Math.round(top + height / 2)] });
}

describe('canceling with a mouse', () => {
  afterEach(() => resetMouse());

  it('ends renewal with three presses and the code, and the store holds it (S2, S13, S29, Q1)', async () => {
    const page = await centerPage();
    await pressWithMouse(page, 'cancel-button');
    await pressWithMouse(page, 'confirm-button');
    await waitUntil(() => page.server.inbox.length === 1);
    await page.enter(page.server.lastCode());
    await page.see('resume-button');
    expect(page.text()).to.contain('Renewal canceled. You keep Professional until 31 December 2026.');
    expect(await page.stored()).to.equal('off');
    expect(page.commands()).to.equal(1);
  });

  it('asks for two presses where the policy asks for no code (Q1)', async () => {
    const page = await cancelPage({ verification: false });
    await pressWithMouse(page, 'cancel-button');
    await pressWithMouse(page, 'confirm-button');
    await page.see('resume-button');
    expect(await page.stored()).to.equal('off');
    expect(page.server.inbox.filter(({ kind }) => kind === 'verification_code')).to.be.empty;
  });

  it('takes a double press on the entry for one press, so that nothing is confirmed unread (EM7)', async () => {
    const page = await cancelPage({ verification: false });
    (await page.see('cancel-button')).click();
    const confirm = await page.see('confirm-button');
    confirm.click();
    page.pass(299);
    confirm.click();
    await page.cancel().updateComplete;
    expect(page.text()).to.contain('Professional · Northwind Trading');
    expect(page.text()).not.to.contain('Canceling…');
    page.pass(1);
    confirm.click();
    await page.see('resume-button');
    expect(page.commands()).to.equal(1);
  });

  it('sends one command when Confirm is pressed several times (S24)', async () => {
    const page = await cancelPage({ verification: false });
    await page.press('cancel-button');
    const confirm = await page.see('confirm-button');
    page.pass(1000);
    confirm.click();
    confirm.click();
    confirm.click();
    await page.see('resume-button');
    expect(page.commands()).to.equal(1);
  });

  it('keeps renewal and asks the server for nothing when the member keeps it (Q13)', async () => {
    const page = await cancelPage();
    await page.press('cancel-button');
    await page.press('keep-button');
    expect(page.shows('dialog')).to.equal(false);
    expect(await page.stored()).to.equal('on');
    expect(page.server.requests.filter(({ method }) => method === 'POST')).to.be.empty;
  });
});

describe('the decision', () => {
  it('shows two facts in time before anything is decided (S36, S37, AX4)', async () => {
    const page = await cancelPage();
    await page.press('cancel-button');
    await page.see('confirm-button');
    expect(page.text()).to.contain('Professional · Northwind Trading');
    expect(page.part('facts').innerText).to.match(/Until 31 December 2026, 24:00[\s\S]*From 1 January 2027/);
    expect(page.part('facts').innerText).to.contain('¥1,298.00');
  });

  it('gives Keep and Cancel the same size, weight and colours (Q8)', async () => {
    const page = await cancelPage();
    await page.press('cancel-button');
    const [keep, cancel] = [await page.see('keep-button'), page.part('confirm-button')];
    const look = (button: HTMLElement) => {
      const { fontSize, fontWeight, color, backgroundColor, borderColor } = getComputedStyle(button);
      const { width, height } = button.getBoundingClientRect();
      return { fontSize, fontWeight, color, backgroundColor, borderColor, width, height, tag: button.localName };
    };
    expect(look(cancel)).to.deep.equal(look(keep));
    expect(cancel.innerText).to.equal('Cancel renewal');
    expect(keep.innerText).to.equal('Keep renewing');
    expect(keep.parentElement).to.equal(cancel.parentElement);
  });

  it('preselects nothing, and Enter on the heading decides nothing (Q9)', async () => {
    const page = await cancelPage();
    await page.press('cancel-button');
    await page.see('confirm-button');
    const root = page.element.shadowRoot;
    expect(root?.activeElement?.localName).to.equal('h2');
    expect(root?.querySelectorAll('[checked], [autofocus], form')).to.have.length(0);
  });
});

describe('the outcome', () => {
  it('shows until when, when it was asked for and the receipt number (S12, S38, S77)', async () => {
    const page = await cancelPage();
    await cancelRenewal(page);
    const facts = page.part('facts').innerText;
    expect(facts).to.contain('31 December 2026 at 24:00, Beijing time');
    expect(facts).to.contain('22 Nov 2026, 10:42');
    expect(facts).to.match(/CR-[0-9A-Z]{4}-[0-9A-Z]{4}/);
    expect(page.text()).to.contain('Nothing more will be charged.');
  });

  it('changes the card at once and stays as a banner until it is dismissed (S64)', async () => {
    const page = await centerPage();
    await cancelRenewal(page);
    await page.press('close-button');
    await page.see('banner');
    const card = page.element.shadowRoot?.querySelector<HTMLElement>(cardOf('m_pro'));
    expect(card?.innerText).to.contain('Yours until 31 December 2026');
    expect(card?.innerText).to.contain('Renewal canceled');
    await page.element.refresh();
    expect(page.part('banner').innerText).to.contain('You keep Professional until 31 December 2026');
    await page.press('dismiss-button');
    await page.element.updateComplete;
    expect(page.shows('banner')).to.equal(false);
  });

  it('loads nothing again for the card that changed', async () => {
    const page = await centerPage();
    await cancelRenewal(page);
    expect(page.server.requests.filter(({ path }) => path === '/v1/memberships')).to.have.length(1);
  });

  it('lets the member turn renewal back on, with price and date before the decision (Q20, S5)', async () => {
    const page = await cancelPage();
    await cancelRenewal(page);
    await page.press('resume-button');
    await page.see('confirm-button');
    expect(page.part('facts').innerText).to.match(/¥1,298\.00.*31 December 2026/s);
    expect(await page.stored()).to.equal('off');
    await page.press('confirm-button');
    await page.see('close-button');
    await waitUntil(() => page.text().includes('Renewal is on again'));
    expect(await page.stored()).to.equal('on');
    await page.press('close-button');
    await page.see('cancel-button');
  });

  it('lets the member change their mind as often as they like (Q20)', async () => {
    const page = await cancelPage({ verification: false });
    for (const renewal of ['off', 'on', 'off', 'on'] as const) {
      await page.press(renewal === 'off' ? 'cancel-button' : 'resume-button');
      await page.press('confirm-button');
      await page.press('close-button');
      expect(await page.stored()).to.equal(renewal);
    }
  });

  it('leaves renewal off when the member decides against turning it back on', async () => {
    const page = await cancelPage({ membershipId: 'm_team' });
    await page.press('resume-button');
    await page.press('keep-button');
    expect(page.shows('dialog')).to.equal(false);
    expect(await page.stored()).to.equal('off');
  });
});

describe('the code', () => {
  it('is sent to where the masked number says, and is taken with spaces as it was pasted (AX3, Q19)', async () => {
    const page = await cancelPage();
    await askForCode(page);
    expect(page.text()).to.contain('+86 138 •••• 2207');
    const code = page.server.lastCode();
    await page.enter(` ${code.slice(0, 3)} ${code.slice(3)} `);
    await page.see('resume-button');
  });

  it('is taken in the wide digits of a Chinese keyboard', async () => {
    const page = await cancelPage();
    await askForCode(page);
    const wide = (digit: string) => String.fromCodePoint(digit.charCodeAt(0) + 0xfee0);
    const code = page.server.lastCode();
    await page.enter([...code].map(wide).join(''));
    expect(fieldOf(page).value).to.equal(code);
    await page.see('resume-button');
  });

  it('can be asked for again after a minute, and the time left is calm text (Q14)', async () => {
    const page = await cancelPage();
    await askForCode(page);
    expect(page.shows('resend-button')).to.equal(false);
    const wait = page.element.shadowRoot?.querySelector<HTMLElement>('.resend span');
    expect(wait?.innerText).to.contain('1:00');
    expect(wait?.closest('[role=status], [role=alert], [aria-live]')).to.equal(null);
    page.server.clock.advance(60_000);
    page.pass(60_000);
    await page.press('resend-button');
    await waitUntil(() => page.server.inbox.length === 2);
    await waitUntil(() => page.text().includes('1:00'));
    expect(page.shows('resend-button')).to.equal(false);
    await page.enter(page.server.lastCode());
    await page.see('resume-button');
  });
});
