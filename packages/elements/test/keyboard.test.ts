import { expect, waitUntil } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { heldBack } from './held-back.ts';
import { cancelPage, cancelRenewal, centerPage, type MemberPage } from './member-page.ts';

/** What has the focus, through all shadow trees. */
function focused(): HTMLElement | null {
  let active = document.activeElement;
  while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
  return active instanceof HTMLElement ? active : null;
}

const focusedPart = () => focused()?.getAttribute('part');

async function tabTo(part: string): Promise<void> {
  for (let i = 0; i < 20 && focusedPart() !== part; i += 1) await sendKeys({ press: 'Tab' });
  expect(focusedPart()).to.equal(part);
}

/** Opens the steps with the keyboard and lets the member read. */
async function open(page: MemberPage): Promise<void> {
  await page.see('cancel-button');
  await tabTo('cancel-button');
  await sendKeys({ press: 'Enter' });
  await page.see('confirm-button');
  page.pass(1000);
}

describe('canceling with keys only', () => {
  it('goes from the entry to the outcome (S31, AX2)', async () => {
    const page = await cancelPage();
    await open(page);
    await tabTo('confirm-button');
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => page.server.inbox.length > 0);
    await waitUntil(() => focusedPart() === 'code-input');
    await sendKeys({ type: page.server.lastCode() });
    await page.see('resume-button');
    expect(focused()?.innerText).to.equal('Renewal canceled. You keep Professional until 31 December 2026.');
    expect(await page.stored()).to.equal('off');
    await tabTo('close-button');
    await sendKeys({ press: 'Enter' });
    expect(page.shows('dialog')).to.equal(false);
  });

  it('moves the focus to the heading, then Cancel, then Keep (Q18)', async () => {
    const page = await cancelPage();
    await open(page);
    expect(focused()?.innerText).to.equal('Cancel automatic renewal?');
    await sendKeys({ press: 'Tab' });
    expect(focusedPart()).to.equal('confirm-button');
    await sendKeys({ press: 'Tab' });
    expect(focusedPart()).to.equal('keep-button');
    const parts = [...(page.element.shadowRoot?.querySelectorAll('dialog [part]') ?? [])];
    const names = parts.map(({ part }) => part.value).join(' ');
    expect(names).to.equal('heading detail facts actions confirm-button keep-button');
  });

  it('works with the button where the code is not sent by itself (AX3)', async () => {
    const page = await cancelPage();
    await open(page);
    await tabTo('confirm-button');
    await sendKeys({ press: 'Space' });
    await waitUntil(() => page.server.inbox.length > 0 && focusedPart() === 'code-input');
    await page.see('confirm-button');
    await sendKeys({ type: '12' });
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => page.text().includes('That code is not right'));
    expect(focusedPart()).to.equal('code-input');
    await sendKeys({ type: page.server.lastCode() });
    await page.see('resume-button');
  });

  it('closes with Escape, keeps renewal, and gives the focus back to the entry (S22)', async () => {
    const page = await cancelPage();
    await open(page);
    await sendKeys({ press: 'Escape' });
    await waitUntil(() => !page.shows('dialog'));
    expect(focusedPart()).to.equal('cancel-button');
    expect(page.element.open).to.equal(false);
    expect(await page.stored()).to.equal('on');
  });

  it('can be left with Escape while the code is asked for, and begun again', async () => {
    const page = await cancelPage();
    await open(page);
    await tabTo('confirm-button');
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => focusedPart() === 'code-input');
    await sendKeys({ press: 'Escape' });
    await waitUntil(() => focusedPart() === 'cancel-button');
    await sendKeys({ press: 'Enter' });
    await page.see('confirm-button');
    expect(page.text()).to.contain('Cancel automatic renewal?');
  });

  it('begins again however late the browser says that the dialog was closed (AX2)', async () => {
    const page = await cancelPage();
    await open(page);
    await tabTo('confirm-button');
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => focusedPart() === 'code-input');
    // The browser closes the dialog at once and says so in a task of its own.
    page.element.shadowRoot?.querySelector('dialog')?.close();
    page.part('cancel-button').click();
    await page.see('confirm-button');
    expect(page.text()).to.contain('Cancel automatic renewal?');
    await waitUntil(() => focused()?.id === 'heading');
    expect(page.element.open).to.equal(true);
  });

  it('brings the focus to what stands in the place of the entry after the outcome', async () => {
    const page = await cancelPage();
    await cancelRenewal(page);
    await sendKeys({ press: 'Escape' });
    await waitUntil(() => focusedPart() === 'expiry');
    expect(focused()?.innerText).to.equal('Yours until 31 December 2026');
  });

  it('brings the focus to the way back on a card after the outcome', async () => {
    const page = await centerPage();
    await cancelRenewal(page);
    await sendKeys({ press: 'Escape' });
    await waitUntil(() => focusedPart() === 'resume-button');
  });

  it('shows an outline around whatever the keys reach (Q18)', async () => {
    const page = await cancelPage();
    await open(page);
    for (const part of ['keep-button', 'confirm-button']) {
      await tabTo(part);
      const { outlineStyle, outlineWidth } = getComputedStyle(page.part(part));
      expect([outlineStyle, outlineWidth]).to.deep.equal(['solid', '2px']);
    }
  });

  it('never takes the focus of the page when the steps are shown in place', async () => {
    const page = await cancelPage({ properties: { inline: true } });
    await page.see('confirm-button');
    expect(focused()).to.equal(document.body);
  });
});

describe('a command that the payment company has not confirmed', () => {
  it('can be left with Escape, and the focus goes to the words in the place of the entry (XO6, AX2)', async () => {
    const page = await cancelPage({ verification: false });
    page.element.client = heldBack(page).held;
    await open(page);
    await tabTo('confirm-button');
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => focused()?.innerText === 'Waiting for the payment company');
    await sendKeys({ press: 'Tab' });
    expect(focusedPart()).to.equal('close-button');
    await sendKeys({ press: 'Escape' });
    await waitUntil(() => focusedPart() === 'pending');
    expect(page.shows('dialog')).to.equal(false);
  });
});

describe('an outcome that is on its way', () => {
  it('is not lost to Escape: the dialog stays until it is there (XO6, S22)', async () => {
    const page = await cancelPage({ verification: false });
    let answer = () => {};
    const held = new Promise<void>((resolve) => (answer = resolve));
    const client = page.server.client();
    page.element.client = { ...client, cancelRenewal: (...call) => held.then(() => client.cancelRenewal(...call)) };
    await open(page);
    await tabTo('confirm-button');
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => page.text().includes('Canceling'));
    await sendKeys({ press: 'Escape' });
    expect(page.shows('dialog')).to.equal(true);
    answer();
    await page.see('resume-button');
  });

  it('is shown when it comes although the page closed the dialog', async () => {
    const page = await cancelPage({ verification: false });
    let answer = () => {};
    const held = new Promise<void>((resolve) => (answer = resolve));
    const client = page.server.client();
    page.element.client = { ...client, cancelRenewal: (...call) => held.then(() => client.cancelRenewal(...call)) };
    await page.press('cancel-button');
    await page.press('confirm-button');
    page.element.close();
    await page.element.updateComplete;
    expect(page.shows('dialog')).to.equal(false);
    answer();
    await waitUntil(() => page.shows('dialog'));
    expect(page.text()).to.contain('Renewal canceled');
  });
});
