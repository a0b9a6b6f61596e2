import { expect, waitUntil } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { cancelPage, centerPage, type MemberPage, type PageOptions } from './member-page.ts';

const terms = {
  title: { en: 'One more month', 'zh-CN': '再来一个月' },
  text: { en: 'A month on us.', 'zh-CN': '送您一个月。' },
  price: null,
  endsAt: '2027-01-31T16:00:00Z',
  renews: false,
} as const;

const asking = { verification: false, handler: { afterCancel: { offer: () => terms } } } as const satisfies PageOptions;

async function canceled(options: PageOptions = asking): Promise<MemberPage> {
  const page = await cancelPage(options);
  await page.press('cancel-button');
  await page.press('confirm-button');
  await page.see('resume-button');
  return page;
}

const sent = ({ server }: MemberPage, path: RegExp) => server.requests.filter((request) => path.test(request.path));

describe('after canceling', () => {
  it('asks nothing and offers nothing before it took effect (P16, Q11, Q12)', async () => {
    const page = await cancelPage(asking);
    await page.press('cancel-button');
    await page.see('confirm-button');
    expect([page.shows('survey'), page.shows('offer')]).to.deep.equal([false, false]);
    expect(sent(page, /after-cancel/)).to.be.empty;
  });

  it('shows the outcome first, then an optional question with nothing chosen, then the offer (S23, S72, Q9)', async () => {
    const page = await canceled();
    await page.see('survey');
    expect(page.element.shadowRoot?.activeElement).to.equal(page.part('heading'));
    const text = page.text();
    expect(text.indexOf('Renewal canceled')).to.be.below(text.indexOf('Why did you cancel? (optional)'));
    expect(text.indexOf('Why did you cancel? (optional)')).to.be.below(text.indexOf('One more month'));
    expect(page.cancel().shadowRoot?.querySelectorAll(':checked, [required]')).to.have.length(0);
  });

  it('stays canceled when the member closes at the question, without a word (P16)', async () => {
    const page = await canceled();
    await page.see('survey');
    await page.press('close-button');
    expect(page.shows('dialog')).to.equal(false);
    expect(await page.stored()).to.equal('off');
    expect(sent(page, /feedback|offers/)).to.be.empty;
  });

  it('takes a reason and a comment, or nothing at all, and thanks (S23, Q11)', async () => {
    const page = await canceled();
    await page.see('survey');
    const root = page.cancel().shadowRoot;
    root?.querySelector<HTMLInputElement>('[name=reason]')?.click();
    const comment = root?.querySelector('textarea');
    if (comment) comment.value = 'Too much.';
    await page.press('survey-button');
    await waitUntil(() => page.text().includes('Thank you. It was sent.'));
    expect(sent(page, /feedback/)).to.have.length(1);
    await waitUntil(() => root?.activeElement === page.part('survey'), 'the focus goes to what came of it');

    const silent = await canceled();
    await silent.press('survey-button');
    await waitUntil(() => silent.text().includes('Thank you. It was sent.'));
    expect(sent(silent, /feedback/).map(({ status }) => status)).to.deep.equal([200]);
  });

  it('offers what costs nothing with its end, and two buttons that are alike (S74, Q8)', async () => {
    const page = await canceled();
    const [decline, accept] = [await page.see('decline-button'), page.part('accept-button')];
    expect(page.part('offer').innerText).to.match(/Free of charge.*1 February 2027.*nothing renews/s);
    const look = (button: HTMLElement) => {
      const { fontSize, fontWeight, color, backgroundColor } = getComputedStyle(button);
      return { fontSize, fontWeight, color, backgroundColor, width: button.getBoundingClientRect().width };
    };
    expect(look(accept)).to.deep.equal(look(decline));
    await page.press('decline-button');
    await waitUntil(() => page.text().includes('All right. Nothing was changed.'));
    expect(await page.stored()).to.equal('off');
    await page.press('close-button');
  });

  it('takes an offer with one press, and the cancellation stays', async () => {
    const page = await canceled();
    await page.press('accept-button');
    await waitUntil(() => page.text().includes('Done. You have it now.'));
    expect(await page.stored()).to.equal('off');
  });

  it('says when an answer did not arrive, and stays canceled (S22)', async () => {
    const page = await canceled();
    page.server.failNext({ status: 500, operation: 'sendFeedback' });
    await page.press('survey-button');
    await waitUntil(() => page.text().includes('Something went wrong on our side'));
    expect(page.text()).to.contain('Renewal canceled');
    await page.press('survey-button');
    await waitUntil(() => page.text().includes('Thank you. It was sent.'));
  });

  it('is silent when there is nothing to ask, or it cannot be read', async () => {
    const page = await cancelPage(asking);
    page.element.client = {
      ...page.server.client(),
      afterCancel: () => Promise.reject(new Error('broken')),
    };
    await page.press('cancel-button');
    await page.press('confirm-button');
    await page.see('resume-button');
    expect([page.shows('survey'), page.part('error').innerText]).to.deep.equal([false, '']);
  });

  it('can be answered with keys only, and is in reach after the buttons (AX2)', async () => {
    const page = await canceled();
    await page.see('survey');
    const focused = () => page.element.shadowRoot?.activeElement?.getAttribute('part');
    for (let i = 0; i < 20 && focused() !== 'survey-button'; i += 1) await sendKeys({ press: 'Tab' });
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => page.text().includes('Thank you. It was sent.'));
  });

  it('reads in Chinese (S23)', async () => {
    const page = await canceled({ ...asking, lang: 'zh-CN' });
    await page.see('survey');
    expect(page.text()).to.match(/为什么取消？（选填）[\s\S]*再来一个月[\s\S]*免费/);
  });
});

describe('the receipt', () => {
  it('has reference, contract, time with offset and zone, end, refund-free end of charges and a contact (Q15)', async () => {
    const page = await canceled();
    const facts = page.part('facts').innerText;
    expect(facts).to.contain('31 December 2026 at 24:00, Beijing time');
    expect(facts).to.contain('22 Nov 2026, 10:42, Beijing time (UTC+8)');
    expect(facts).to.contain('2026-0117-3391');
    expect(facts).to.match(/CR-[0-9A-Z]{4}-[0-9A-Z]{4}/);
    expect(facts).to.contain('help@northwind.example');
    expect(page.text()).to.contain('Nothing more will be charged.');
  });

  it('is saved as text and for the calendar, under its number (P6)', async () => {
    const page = await canceled();
    const saved: string[] = [];
    const onClick = (event: Event) => {
      const [link] = event.composedPath();
      if (link instanceof HTMLAnchorElement) saved.push(link.download);
      event.preventDefault();
    };
    const click = HTMLAnchorElement.prototype.click;
    HTMLAnchorElement.prototype.click = function (this: HTMLAnchorElement) {
      this.addEventListener('click', onClick);
      click.call(this);
    };
    try {
      const buttons = [...(page.cancel().shadowRoot?.querySelectorAll<HTMLElement>('[part~=save-button]') ?? [])];
      expect(buttons.map((button) => button.innerText.trim())).to.deep.equal(['Save as text', 'Save for my calendar', 'Save signed']);
      buttons[0]?.click();
      await waitUntil(() => saved.length === 1);
      buttons[1]?.click();
      await waitUntil(() => saved.length === 2);
      const { receiptId } = await page.server.client().getMembership('m_pro');
      expect(saved).to.deep.equal([`${receiptId}.txt`, `${receiptId}.ics`]);
      buttons[2]?.click();
      await waitUntil(() => page.text().includes('There is no such file of this receipt.'));
    } finally {
      HTMLAnchorElement.prototype.click = click;
    }
  });
});

describe('withdrawing from the contract', () => {
  const young = { facts: { startsAt: '2026-11-20T16:00:00Z', periodStartsAt: '2026-11-20T16:00:00Z' } };

  it('has a button of its own beside the one that cancels, with the day until when (S63, Q5)', async () => {
    const page = await cancelPage({ place: 'EU', memberships: [] });
    await page.server.putMembership('m_pro', young);
    await page.element.refresh();
    const button = await page.see('withdraw-button');
    expect([button.innerText, button.lang]).to.deep.equal(['withdraw from contract here', 'en']);
    expect(button.parentElement?.innerText).to.contain('Possible until 5 December 2026 at 24:00, Beijing time.');
    expect(page.part('cancel-button').innerText).to.equal('Cancel renewal');
  });

  it('says that it ends at once and what is paid back, and ends it with two presses (Q1, Q15)', async () => {
    const page = await centerPage({ place: 'EU', memberships: ['m_pro'] });
    await page.server.putMembership('m_pro', young);
    await page.element.refresh();
    await page.press('withdraw-button');
    const confirm = await page.see('confirm-button');
    expect([confirm.innerText, confirm.lang]).to.deep.equal(['confirm withdrawal', 'en']);
    expect(page.part('facts').innerText).to.match(/ends at once.*¥1,298\.00 back by/s);
    await page.press('confirm-button');
    await waitUntil(() => page.text().includes('You have withdrawn from Professional.'));
    expect(page.part('facts').innerText).to.match(/Refund\s+¥1,298\.00 by/);
    expect(page.commands(), 'it is another act than canceling').to.equal(0);
    await page.press('close-button');
    expect((await page.see('banner')).innerText).to.contain('You have withdrawn from Professional.');
    expect((await page.server.client().getMembership('m_pro')).access).to.equal('ended');
  });

  it('is left without a change, and is not there once the time is over', async () => {
    const page = await cancelPage({ place: 'EU', memberships: [] });
    await page.server.putMembership('m_pro', young);
    await page.element.refresh();
    await page.press('withdraw-button');
    await page.press('keep-button');
    expect((await page.server.client().getMembership('m_pro')).access).to.equal('granted');
    page.server.clock.advance(15 * 86_400_000);
    await page.element.refresh();
    await page.element.updateComplete;
    expect(page.shows('withdraw-button')).to.equal(false);
  });
});
