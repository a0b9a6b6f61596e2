import type { ProfileId } from '@leavewell/policies';
import { expect, waitUntil } from '@open-wc/testing';
import { cancelPage, cardOf, centerPage, type MemberPage } from './member-page.ts';

/** All that can be seen of the steps, as the names of its parts and tags. */
function seen(page: MemberPage): readonly string[] {
  const all = [...(page.cancel().shadowRoot?.querySelectorAll<HTMLElement>('dialog *') ?? [])];
  const shown = all.filter((one) => one.checkVisibility() && one.getBoundingClientRect().height > 0);
  return shown.map(({ localName, part, htmlFor }: HTMLElement & { htmlFor?: string }) =>
    [localName, htmlFor ?? part.value].filter(Boolean).join(' '),
  );
}

function value(page: MemberPage, id: string): string | undefined {
  return page.cancel().shadowRoot?.querySelector<HTMLInputElement>(`#${id}`)?.value;
}

/** A plain button with these words and nothing else in it. */
async function expectButton(page: MemberPage, part: string, text: string, language: string): Promise<void> {
  const button = await page.see(part);
  expect(button.textContent?.trim()).to.equal(text);
  expect([button.lang, button.childElementCount, button.ariaLabel]).to.deep.equal([language, 0, null]);
}

describe('in Germany', () => {
  it('two presses end it: the page of the members, and one page with fields filled in (Q1, Q2, Q5, AX4)', async () => {
    const page = await centerPage({ place: 'DE', membershipId: 'm_pro' });
    await expectButton(page, 'cancel-button', 'Verträge hier kündigen', 'de');
    await page.press('cancel-button');
    await expectButton(page, 'confirm-button', 'jetzt kündigen', 'de');
    expect([value(page, 'name'), value(page, 'contract'), value(page, 'email')]).to.deep.equal([
      'Li Wen',
      '2026-0117-3391',
      'li.wen@northwind.example',
    ]);
    await page.press('confirm-button');
    await page.see('resume-button');
    expect(await page.stored()).to.equal('off');
  });

  it('has nothing on the page but heading, fields, the button and what closes it (Q6, S36)', async () => {
    const page = await cancelPage({ place: 'DE' });
    await page.press('cancel-button');
    await page.see('confirm-button');
    const allowed = new Set([
      'div',
      'div actions',
      'form',
      'button close-button',
      'h2 heading',
      'label termination_kind',
      'label name',
      'label contract',
      'label end_date',
      'label email',
      'input declaration-input',
      'select declaration-input',
      'option',
      'button confirm-button',
    ]);
    expect(seen(page).filter((one) => !allowed.has(one))).to.deep.equal([]);
    expect(page.cancel().shadowRoot?.querySelectorAll('[checked], [autofocus], [required]')).to.have.length(0);
  });

  it('asks for a reason only for good cause, and the receipt keeps what was declared', async () => {
    const page = await cancelPage({ place: 'DE' });
    await page.press('cancel-button');
    await page.see('confirm-button');
    const root = page.cancel().shadowRoot;
    const kind = root?.querySelector<HTMLSelectElement>('#termination_kind');
    const reason = root?.querySelector<HTMLTextAreaElement>('#reason');
    if (!kind || !reason) throw new Error('the form has no kind or no reason');
    expect(reason.checkVisibility()).to.equal(false);
    kind.value = 'extraordinary';
    expect(reason.checkVisibility()).to.equal(true);
    reason.value = ' It has not worked for weeks. ';
    const end = root?.querySelector<HTMLInputElement>('#end_date');
    if (end) end.value = '2026-12-31';
    await page.press('confirm-button');
    await page.see('resume-button');
    const { receiptId } = await page.server.client().getMembership('m_pro');
    const { declaration } = await page.server.client().getReceipt(receiptId ?? '');
    expect(declaration).to.include({ terminationKind: 'extraordinary', reason: 'It has not worked for weeks.' });
    expect(declaration?.endDate).to.equal('2026-12-31');
  });

  it('has the same way for what was paid once, and says that it ends as it did (DE-312k-1-scope)', async () => {
    const page = await centerPage({ place: 'DE', membershipId: 'm_export' });
    await expectButton(page, 'cancel-button', 'Verträge hier kündigen', 'de');
    const card = page.element.shadowRoot?.querySelector(cardOf('m_export'));
    expect(card?.textContent).to.contain('It ends by itself and nothing more is charged. You have it until');
    await page.press('cancel-button');
    await expectButton(page, 'confirm-button', 'jetzt kündigen', 'de');
    expect(page.part('heading').innerText).to.equal('Cancel the contract?');
    await page.press('confirm-button');
    await page.see('save-button');
    expect(page.text()).to.contain('Canceled. You keep Export pack until 9 December 2026');
    expect(page.shows('resume-button')).to.equal(false);
    await page.press('close-button');
    await waitUntil(() => !page.shows('cancel-button'));
    expect((await page.server.client().getMembership('m_export')).receiptId).to.match(/^CR-/);
  });

  it('lets the member leave by the close control, and renewal stays', async () => {
    const page = await cancelPage({ place: 'DE' });
    await page.press('cancel-button');
    await page.press('close-button');
    expect(page.shows('dialog')).to.equal(false);
    expect(await page.stored()).to.equal('on');
    expect(page.commands()).to.equal(0);
  });

  it('takes a double press on the entry for one press (EM7)', async () => {
    const page = await cancelPage({ place: 'DE' });
    (await page.see('cancel-button')).click();
    (await page.see('confirm-button')).click();
    await page.cancel().updateComplete;
    expect(page.commands()).to.equal(0);
    expect(page.shows('declaration-input')).to.equal(true);
  });
});

describe('in France', () => {
  it('three presses end it, with one page between that shows what was declared (Q1, Q2, Q5)', async () => {
    const page = await cancelPage({ place: 'FR' });
    await expectButton(page, 'cancel-button', 'résilier votre contrat', 'fr');
    const starts: string[] = [];
    page.element.addEventListener('cancel-renewal-start', ({ type }) => starts.push(type));
    await page.press('cancel-button');
    await page.see('confirm-button');
    expect(page.part('confirm-button').innerText).to.equal('Continue');
    await page.press('confirm-button');
    await page.see('edit-button');
    expect(starts, 'what is still to be checked is no decision').to.be.empty;
    await expectButton(page, 'confirm-button', 'notification de la résiliation', 'fr');
    expect(page.text()).to.match(/Name\s+Li Wen/);
    expect(page.text()).to.contain('From 1 January 2027');
    await page.press('confirm-button');
    await page.see('resume-button');
    expect(starts).to.have.length(1);
    expect(await page.stored()).to.equal('off');
  });

  it('goes back to what was typed', async () => {
    const page = await cancelPage({ place: 'FR' });
    await page.press('cancel-button');
    await page.see('confirm-button');
    const name = page.cancel().shadowRoot?.querySelector<HTMLInputElement>('#name');
    if (name) name.value = 'Wen Li';
    await page.press('confirm-button');
    await page.press('edit-button');
    await waitUntil(() => page.shows('declaration-input'));
    expect(value(page, 'name')).to.equal('Wen Li');
  });
});

describe('elsewhere', () => {
  for (const place of ['BASE', 'EU', 'KR', 'CA'] as const satisfies readonly ProfileId[]) {
    it(`in ${place} two presses end it, in our own words and with the facts shown (Q1, Q2, Q8, S36)`, async () => {
      const page = await cancelPage({ place });
      await expectButton(page, 'cancel-button', 'Cancel renewal', '');
      await page.press('cancel-button');
      await expectButton(page, 'confirm-button', 'Cancel renewal', '');
      expect(page.part('facts').innerText).to.contain('From 1 January 2027');
      const [keep, confirm] = [page.part('keep-button'), page.part('confirm-button')];
      expect(keep.getBoundingClientRect().width).to.equal(confirm.getBoundingClientRect().width);
      await page.press('confirm-button');
      await page.see('resume-button');
      expect(await page.stored()).to.equal('off');
    });
  }

  it('reads in Chinese what no law fixes (S35)', async () => {
    const page = await cancelPage({ place: 'CN', lang: 'zh-CN', verification: false });
    await expectButton(page, 'cancel-button', '取消自动续费', '');
    await page.press('cancel-button');
    await expectButton(page, 'confirm-button', '确认取消', '');
  });
});
