import { expect, waitUntil } from '@open-wc/testing';
import { belongsTo, createInPageServer, type FixtureMembershipId } from '@leavewell/testing';
import { arrivingPage, cancelPage, cardOf, centerPage, type MemberPage } from './member-page.ts';

/** What a member reads on a card, and what they may press. */
interface ExpectedCard {
  readonly headline: string;
  readonly says: RegExp;
  readonly badge: string;
  readonly button: string | null;
}

const cards: Readonly<Record<FixtureMembershipId, ExpectedCard>> = {
  m_pro: {
    headline: 'Renews on 31 December 2026',
    says: /In 39 days, ¥1,298\.00 will be charged to Alipay/,
    badge: 'Renews automatically',
    button: 'Cancel renewal',
  },
  m_export: {
    headline: 'Ends on 9 December 2026',
    says: /ends by itself.*nothing to cancel/s,
    badge: 'One-off purchase',
    button: null,
  },
  m_team: {
    headline: 'Yours until 14 March 2027',
    says: /You canceled on 20 November 2026.*No further charge/s,
    badge: 'Renewal canceled',
    button: 'Turn renewal back on',
  },
  m_trial: {
    headline: 'Trial until 29 November 2026',
    says: /In 7 days, ¥1,298\.00 will be charged/,
    badge: 'Trial',
    button: 'Cancel renewal',
  },
  m_past_due: {
    headline: 'Payment failed. Access until 29 November 2026',
    says: /could not be charged/,
    badge: 'Payment failed',
    button: 'Cancel renewal',
  },
  m_on_hold: { headline: 'On hold', says: /access is on hold/i, badge: 'On hold', button: 'Cancel renewal' },
  m_paused: {
    headline: 'Paused. Back on 15 January 2027',
    says: /Nothing is charged while it is paused/,
    badge: 'Paused',
    button: 'Cancel renewal',
  },
  m_upcoming: {
    headline: 'Starts on 1 January 2027',
    says: /Access starts at 00:00/,
    badge: 'Not started yet',
    button: 'Cancel renewal',
  },
  m_expired: {
    headline: 'Ended on 31 October 2026',
    says: /You canceled on 2 September 2026/,
    badge: 'Ended',
    button: null,
  },
  m_revoked: { headline: 'Ended on 10 November 2026', says: /refunded/, badge: 'Ended early', button: null },
  m_lifetime: { headline: 'Yours for good', says: /no end date/, badge: 'No end date', button: null },
};

const ids = Object.keys(cards) as FixtureMembershipId[];

function buttonOf(page: MemberPage, id: string): string | null {
  const element = page.element.shadowRoot?.querySelector(cardOf(id, 'cancel-renewal'));
  const buttons = [...(element?.shadowRoot?.querySelectorAll<HTMLElement>('button') ?? [])];
  return buttons.find((button) => button.checkVisibility())?.innerText ?? null;
}

describe('a card', () => {
  let page: MemberPage;
  before(async () => {
    page = await centerPage({ memberships: ids });
    // Kept on the page for all of these; the fixture of the runner would take it away after the first.
    document.body.append(page.element);
  });
  after(() => page.element.remove());

  for (const id of ids) {
    const { headline, says, badge, button } = cards[id];
    it(`of ${id} reads "${headline}" and offers "${button ?? 'nothing'}" (S17, S19)`, async () => {
      const card = page.element.shadowRoot?.querySelector<HTMLElement>(cardOf(id));
      expect(card?.querySelector<HTMLElement>('[part=expiry]')?.innerText).to.equal(headline);
      expect(card?.querySelector<HTMLElement>('[part=detail]')?.innerText).to.match(says);
      expect(card?.querySelector<HTMLElement>('[part=status]')?.innerText).to.equal(badge);
      await waitUntil(() => page.element.shadowRoot?.querySelector(cardOf(id, 'cancel-renewal'))?.shadowRoot);
      expect(buttonOf(page, id)).to.equal(button);
    });
  }

  it('has its date as the biggest words (S77)', () => {
    const card = page.element.shadowRoot?.querySelector<HTMLElement>(cardOf('m_pro'));
    const size = (part: string) => {
      const element = card?.querySelector(`[part=${part}]`);
      return element ? Number.parseFloat(getComputedStyle(element).fontSize) : Number.NaN;
    };
    for (const part of ['plan', 'price', 'status', 'detail', 'order']) expect(size(part)).to.be.below(size('expiry'));
  });

  it('tells the kind in words where the state alone does not (S76)', () => {
    const kindOf = (id: string) => page.element.shadowRoot?.querySelector(cardOf(id, '[part=kind]'))?.textContent;
    expect(kindOf('m_trial')).to.equal('Renews automatically');
    expect(kindOf('m_past_due')).to.equal('Renews automatically');
    for (const id of ['m_team', 'm_expired', 'm_revoked']) expect(kindOf(id), id).to.equal(undefined);
    expect(kindOf('m_export')).to.equal(undefined);
  });

  it('draws the line only where time is running, with the same in words (S80)', () => {
    const lineOf = (id: string) => page.element.shadowRoot?.querySelector(cardOf(id, '[part=timeline]'));
    const drawn = ids.filter((id) => lineOf(id));
    expect(drawn).to.have.members(['m_pro', 'm_export', 'm_team', 'm_trial', 'm_past_due']);
    expect(lineOf('m_pro')?.role).to.equal('img');
    expect(lineOf('m_pro')?.ariaLabel).to.contain('31 December 2026');
    expect(lineOf('m_pro')?.querySelector<HTMLElement>('.more')?.checkVisibility()).to.equal(true);
    expect(lineOf('m_team')?.querySelector<HTMLElement>('.more')?.checkVisibility()).to.equal(false);
  });

  it('lists what the plan gives, with the last day once nothing more is charged (S8)', () => {
    const listOf = (id: string) => page.element.shadowRoot?.querySelector(cardOf(id, '[part=benefits]'))?.textContent;
    expect(listOf('m_team')).to.match(/Seats for colleagues\s*Ends 14 March 2027/);
    expect(listOf('m_pro')).to.contain('Ownership tracing');
    expect(listOf('m_pro')).not.to.contain('2026');
  });

  it('explains its state in a few plain words (S66)', () => {
    for (const id of ids) {
      const help = page.element.shadowRoot?.querySelector(cardOf(id, '[part=help] p'))?.textContent ?? '';
      expect(help.split(/\s+/).length, id).to.be.within(5, 60);
    }
  });

  it('shows order, seats and price (S17, S30)', () => {
    const card = page.element.shadowRoot?.querySelector<HTMLElement>(cardOf('m_team'));
    expect(card?.innerText).to.contain('Order 2026-0314-5120');
    expect(card?.innerText).to.contain('¥4,800.00 a year · 12 members');
  });

  it('says until when it was, for a membership that is over (S65)', () => {
    const card = page.element.shadowRoot?.querySelector<HTMLElement>(cardOf('m_expired'));
    expect(card?.innerText).to.match(/Access ended on 31 October 2026/);
  });
});

describe('the member center', () => {
  it('says the date of a card once: the button in it does not repeat it', async () => {
    const page = await centerPage();
    await page.see('cancel-button');
    expect(page.cancel().shadowRoot?.querySelector('.entry')?.textContent?.trim()).to.equal('Cancel renewal');
  });

  it('names the account and the role of an administrator (S42)', async () => {
    const page = await centerPage();
    expect(page.part('account').innerText).to.equal('Northwind Trading');
    expect(page.part('role').innerText).to.equal('Administrator');
  });

  it('tells a member without the right why, and who can help (S42, S57)', async () => {
    const page = await arrivingPage({ memberId: 'wang-fang', memberships: [] });
    await page.server.putMembership('m_pro', belongsTo('wang-fang'));
    await page.element.refresh();
    await page.see('card');
    await waitUntil(() => page.shows('refusal'));
    expect(page.part('refusal').innerText).to.match(/not have permission.*Ask your administrator, Li Wen\./);
    expect(page.shows('cancel-button')).to.equal(false);
    expect(page.shows('role')).to.equal(false);
  });

  it('shows the shape of what comes while it loads, and says so to those who do not see it', async () => {
    const held = new Promise<never>(() => {});
    const client = { ...createInPageServer().client(), getSession: () => held };
    const { element } = await arrivingPage({ properties: { client } });
    await waitUntil(() => element.shadowRoot?.querySelector('[aria-busy=true] .bone'));
    expect(element.shadowRoot?.querySelector('[role=status]')?.textContent).to.equal('Loading your memberships…');
    expect(element.matches(':state(loading)')).to.equal(true);
    const loaded = await centerPage();
    expect(loaded.element.shadowRoot?.querySelector('[aria-busy=true]')).to.equal(null);
    expect(loaded.element.matches(':state(loading)')).to.equal(false);
  });

  it('has a sentence, or the words of the page, for a member without memberships', async () => {
    const plain = await arrivingPage({ memberships: [] });
    expect((await plain.see('empty')).innerText).to.contain('You have no memberships.');
    const own = await arrivingPage({ memberships: [], content: '<a slot="empty" href="#plans">See plans</a>' });
    await own.see('empty');
    expect(own.element.querySelector('a')?.checkVisibility()).to.equal(true);
  });

  it('shows further memberships on demand', async () => {
    const many = Array.from({ length: 51 }, (_, index) => `m_${String(index).padStart(2, '0')}`);
    const page = await arrivingPage({ memberships: many, membershipId: 'm_00' });
    await page.see('card');
    const count = () => page.element.shadowRoot?.querySelectorAll('article').length;
    expect(count()).to.equal(50);
    (await page.see('more-button')).click();
    await waitUntil(() => count() === 51);
    expect(page.shows('more-button')).to.equal(false);
    const first = page.element.shadowRoot?.querySelectorAll('article')[50];
    await waitUntil(() => page.element.shadowRoot?.activeElement === first);
  });

  it('takes its heading and levels from the page', async () => {
    const page = await centerPage({ properties: { heading: 'What I pay for', headingLevel: 3 } });
    expect(page.part('heading').innerText).to.equal('What I pay for');
    const headings = [...(page.element.shadowRoot?.querySelectorAll('[role=heading]') ?? [])];
    expect(headings.map(({ ariaLevel }) => ariaLevel)).to.deep.equal(['3', '4', '4', '4']);
  });
});

describe('the entry by itself', () => {
  it('is one plain button on the page, in no menu, in body size (S20, S27, S28, Q3, Q5)', async () => {
    const page = await cancelPage();
    const button = await page.see('cancel-button');
    expect(button.innerText).to.equal('Cancel renewal');
    expect(button.childElementCount).to.equal(0);
    expect(button.closest('details, [popover], [role=menu]')).to.equal(null);
    expect(getComputedStyle(button).fontSize).to.equal(getComputedStyle(document.body).fontSize);
  });

  it('says "nothing to cancel" with the date for a one-off, in the place of the button (S56)', async () => {
    const page = await cancelPage({ membershipId: 'm_export' });
    await page.see('expiry');
    expect(page.text()).to.match(/Ends on 9 December 2026[\s\S]*nothing to cancel/);
    expect(page.element.shadowRoot?.querySelector('button')).to.equal(null);
  });

  it('says until when it stays, the receipt, and offers the way back where renewal is off (S38, S64)', async () => {
    const page = await cancelPage({ membershipId: 'm_team' });
    await page.see('resume-button');
    expect(page.text()).to.match(/Yours until 14 March 2027[\s\S]*No further charge/);
    expect(page.shows('cancel-button')).to.equal(false);
  });

  it('needs no request for a membership that the page has already', async () => {
    const before = await cancelPage();
    const membership = await before.server.client().getMembership('m_pro');
    const page = await cancelPage({ properties: { membership } });
    await page.see('cancel-button');
    expect(page.server.requests).to.be.empty;
  });

  it('shows the steps in place where the page wants no dialog', async () => {
    const page = await cancelPage({ verification: false, properties: { inline: true } });
    await page.press('confirm-button');
    await page.press('close-button');
    expect(page.text()).to.contain('Yours until 31 December 2026');
    expect(page.element.shadowRoot?.querySelector('dialog')).to.equal(null);
  });

  it('comes back in place after the member kept renewal', async () => {
    const page = await cancelPage({ properties: { inline: true } });
    await page.press('keep-button');
    await page.press('cancel-button');
    await page.see('confirm-button');
  });
});
