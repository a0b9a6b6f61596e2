import { expect, waitUntil } from '@open-wc/testing';
import type { FixtureMembershipId } from '@leavewell/testing';
import { cancelPage, centerPage, type MemberPage } from './member-page.ts';

const ids: readonly FixtureMembershipId[] = ['m_expired', 'm_export', 'm_lifetime', 'm_past_due', 'm_pro', 'm_team'];

/** The memberships from top to bottom. */
function order(page: MemberPage): string[] {
  const cards = [...(page.element.shadowRoot?.querySelectorAll('article') ?? [])];
  return cards.map((card) => card.getAttribute('aria-labelledby')?.replace('plan-', '') ?? '');
}

describe('the order of the cards', () => {
  it('begins with what will be charged and ends with what is over (S80)', async () => {
    const page = await centerPage({ memberships: ids });
    expect(order(page)).to.deep.equal(['m_pro', 'm_past_due', 'm_export', 'm_team', 'm_lifetime', 'm_expired']);
  });

  it('stays as it is when one of them is canceled, so that nothing moves under a finger', async () => {
    const page = await centerPage({ memberships: ids, verification: false });
    const before = order(page);
    await page.press('cancel-button');
    await page.press('confirm-button');
    await page.see('resume-button');
    expect(order(page)).to.deep.equal(before);
    await page.element.refresh();
    await waitUntil(() => page.element.shadowRoot?.querySelector('[aria-busy=true]') === null);
    expect(order(page)).to.deep.equal(before);
    expect(await page.stored()).to.equal('off');
  });
});

describe('<cancel-renewal> alone on a page', () => {
  it('says of what it speaks and until when that is, before anything is pressed (S20, S80)', async () => {
    const page = await cancelPage();
    await page.see('cancel-button');
    expect(page.text()).to.contain('Professional · Northwind Trading');
    expect(page.part('expiry').innerText).to.equal('This period ends on 31 December 2026');
    expect(page.part('expiry').querySelector('time')?.dateTime).to.equal('2026-12-31');
  });

  it('says nothing twice inside a card', async () => {
    const page = await centerPage({ memberships: ['m_pro'] });
    await page.see('cancel-button');
    expect(page.text()).to.equal('Cancel renewal');
  });
});
