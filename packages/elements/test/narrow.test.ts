import { expect } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';
import { heldBack } from './held-back.ts';
import { askForCode, cancelPage, cancelRenewal, centerPage, type MemberPage } from './member-page.ts';

function expectNoOverflow(page: MemberPage): void {
  expect(document.documentElement.scrollWidth, 'page').to.be.at.most(window.innerWidth);
  const dialog = page.cancel().shadowRoot?.querySelector('dialog[open]');
  if (dialog) expect(dialog.scrollWidth, 'dialog').to.be.at.most(dialog.clientWidth);
}

/** On how many lines the day of a date stands; Chinese may break before the time, at the only space. */
function linesOf(date: Element, lang: string): number {
  const text = [...date.childNodes].find((node) => node instanceof Text);
  if (!text?.data) return 0;
  const day = document.createRange();
  day.setStart(text, 0);
  day.setEnd(text, lang === 'zh-CN' && text.data.includes(' ') ? text.data.indexOf(' ') : text.data.length);
  return new Set([...day.getClientRects()].map(({ top }) => Math.round(top))).size;
}

for (const lang of ['en', 'zh-CN']) {
  describe(`at 320 px in ${lang}`, () => {
    before(() => setViewport({ width: 320, height: 640 }));
    after(() => setViewport({ width: 1280, height: 800 }));

    it('is one column without anything to scroll sideways, through every step (S15, AX1)', async () => {
      const page = await centerPage({ lang, membershipId: 'm_pro' });
      expectNoOverflow(page);
      await page.press('cancel-button');
      await page.see('confirm-button');
      expectNoOverflow(page);
      await page.press('keep-button');
      await askForCode(page);
      expectNoOverflow(page);
      await page.enter(page.server.lastCode());
      await page.see('resume-button');
      expectNoOverflow(page);
      await page.press('close-button');
      await page.see('banner');
      expectNoOverflow(page);
    });

    it('has buttons of the full width, one below the other, and of equal height (Q8, Q19)', async () => {
      const page = await cancelPage({ lang });
      const entry = await page.see('cancel-button');
      expect(entry.getBoundingClientRect().width).to.equal(page.element.getBoundingClientRect().width);
      await page.press('cancel-button');
      const [keep, confirm] = [await page.see('keep-button'), page.part('confirm-button')].map((button) =>
        button.getBoundingClientRect(),
      );
      expect(confirm?.width).to.equal(keep?.width);
      expect(confirm?.height).to.be.closeTo(keep?.height ?? 0, 0.1);
      expect(keep?.top).to.be.at.least(confirm?.bottom ?? Number.NaN);
      expect(keep?.height).to.be.at.least(43.9);
    });

    it('is one column also while a command waits for the payment company (XO6)', async () => {
      const page = await centerPage({ lang, membershipId: 'm_pro', verification: false });
      page.element.client = heldBack(page).held;
      await page.element.updateComplete;
      await page.see('card');
      page.cancel().now = page.now;
      await page.press('cancel-button');
      await page.press('confirm-button');
      await page.see('close-button');
      expectNoOverflow(page);
      await page.press('close-button');
      const dates = [...(await page.see('pending')).querySelectorAll('time')];
      expect(dates.map((date) => linesOf(date, lang))).to.deep.equal([1]);
      expectNoOverflow(page);
    });

    it('never breaks a date over two lines', async () => {
      const page = await centerPage({ lang });
      await cancelRenewal(page);
      const dates = [page.element.shadowRoot, page.cancel().shadowRoot].flatMap((root) => [
        ...(root?.querySelectorAll('time') ?? []),
      ]);
      expect(dates.length).to.be.at.least(10);
      for (const date of dates) expect(linesOf(date, lang), date.textContent ?? '').to.equal(1);
    });

    it('keeps the names of the days on the line apart', async () => {
      const page = await centerPage({ lang, memberships: ['m_pro', 'm_trial', 'm_past_due', 'm_team', 'm_export'] });
      const lines = [...(page.element.shadowRoot?.querySelectorAll('.labels') ?? [])];
      expect(lines).to.have.length(5);
      for (const line of lines) {
        const labels = [...line.querySelectorAll('span')].filter((label) => label.checkVisibility());
        const boxes = labels.map((label) => label.getBoundingClientRect());
        for (const [index, box] of boxes.slice(1).entries()) expect(box.left).to.be.at.least(boxes[index]?.right ?? 0);
      }
    });
  });
}

describe('at 360 by 640 px', () => {
  before(() => setViewport({ width: 360, height: 640 }));
  after(() => setViewport({ width: 1280, height: 800 }));

  it('shows the entry of the first membership without scrolling (S20, Q3)', async () => {
    const page = await centerPage({ memberships: ['m_pro'] });
    expect((await page.see('cancel-button')).getBoundingClientRect().bottom).to.be.at.most(640);
  });

  it('shows the whole decision without scrolling (Q7)', async () => {
    const page = await cancelPage();
    await page.press('cancel-button');
    expect((await page.see('confirm-button')).getBoundingClientRect().bottom).to.be.at.most(640);
  });

  for (const lang of ['en', 'zh-CN']) {
    it(`shows the whole decision also when it has to be made once more, in ${lang} (Q7, CC2)`, async () => {
      const page = await cancelPage({ lang, verification: false });
      await page.press('cancel-button');
      await page.see('confirm-button');
      await page.server.putMembership('m_pro', { seats: 7 });
      await page.press('confirm-button');
      await page.see('notice');
      expect(page.part('confirm-button').getBoundingClientRect().bottom).to.be.at.most(640);
    });
  }
});

describe('with text of twice the size', () => {
  it('has nothing to scroll sideways at 1280 px (AX1)', async () => {
    document.documentElement.style.fontSize = '200%';
    const page = await centerPage();
    expectNoOverflow(page);
    await page.press('cancel-button');
    await page.see('confirm-button');
    expectNoOverflow(page);
    document.documentElement.style.fontSize = '';
  });
});
