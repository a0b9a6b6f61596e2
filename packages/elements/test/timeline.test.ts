import { expect, fixture } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';
import type { MembershipOverrides } from '@leavewell/testing';
import { arrivingPage, cardOf, centerPage, type MemberPage } from './member-page.ts';

/** The parts of the line in the card of a membership. */
function lineOf(page: MemberPage, id = 'm_pro') {
  const card = page.element.shadowRoot?.querySelector(cardOf(id));
  const box = (name: string) => {
    const element = card?.querySelector(`.track ${name}`);
    if (!element) throw new Error(`There is no ${name} on the line of ${id}.`);
    return element.getBoundingClientRect();
  };
  const track = card?.querySelector('.track')?.getBoundingClientRect() ?? new DOMRect();
  const text = card?.querySelector('[part=timeline]')?.ariaLabel ?? '';
  const labels = [...(card?.querySelectorAll<HTMLElement>('.labels span') ?? [])];
  const shown = labels.filter((label) => label.checkVisibility()).map((label) => label.innerText);
  return { box, track, text, labels: shown, card };
}

/** How far along the line something stands, in reading direction, 0 to 1. */
function placeOf({ left, width }: DOMRect, track: DOMRect, isMirrored = false): number {
  const place = (left + width / 2 - track.left) / track.width;
  return isMirrored ? 1 - place : place;
}

/** A page with one membership of the given facts. */
async function pageWith(facts: MembershipOverrides['facts']): Promise<MemberPage> {
  const page = await arrivingPage({ memberships: [] });
  await page.server.putMembership('m_pro', { facts: facts ?? {} });
  await page.element.refresh();
  await page.see('card');
  return page;
}

describe('the line of time', () => {
  it('stands at today: 325.1 of 365 days, on the four fifths before it renews (S80)', async () => {
    const { box, track } = lineOf(await centerPage());
    const expected = ((Date.parse('2026-11-22T02:42:00Z') - Date.parse('2025-12-31T16:00:00Z')) / 31_536_000_000) * 0.8;
    expect(placeOf(box('.now'), track)).to.be.closeTo(expected, 0.005);
    expect(box('.used').width / track.width).to.be.closeTo(expected, 0.005);
    expect(placeOf(box('.cap'), track)).to.be.closeTo(0.8, 0.01);
    expect(box('.more').left).to.be.closeTo(track.left + track.width * 0.8, 1);
  });

  it('ends with the cap where nothing follows (S63)', async () => {
    const page = await centerPage();
    for (const id of ['m_export', 'm_team']) {
      const { box, track } = lineOf(page, id);
      expect(box('.cap').right).to.be.closeTo(track.right, 1);
      expect(box('.more').width).to.equal(0);
    }
  });

  it('reads from right to left on a page that does, with the marks where time has them (TZ4)', async () => {
    const page = await centerPage();
    const forward = lineOf(page);
    const place = placeOf(forward.box('.now'), forward.track);
    const mirrored = await fixture<HTMLElement>('<main dir="rtl" lang="en"></main>');
    mirrored.append(page.element);
    const { box, track } = lineOf(page);
    expect(placeOf(box('.now'), track, true)).to.be.closeTo(place, 0.005);
    expect(box('.used').right).to.be.closeTo(track.right, 1);
  });

  it('says in words what it shows, and the drawing is one picture (AX2)', async () => {
    const { text, card } = lineOf(await centerPage());
    expect(text).to.contain('1 January 2026').and.to.contain('31 December 2026').and.to.contain('39 days left');
    expect(text).to.contain('31 December 2027');
    expect(card?.querySelectorAll('[part=timeline] :is(button, a, [tabindex])')).to.have.length(0);
  });

  it('names its days in order', async () => {
    const page = await centerPage();
    expect(lineOf(page).labels).to.deep.equal(['1 Jan', 'Today', '31 Dec', '31 Dec 2027']);
    expect(lineOf(page, 'm_export').labels).to.deep.equal(['9 Nov', 'Today', '9 Dec']);
  });

  it('leaves out the day after next where there is no room for it', async () => {
    await setViewport({ width: 360, height: 640 });
    expect(lineOf(await centerPage()).labels).to.deep.equal(['1 Jan', 'Today', '31 Dec']);
    await setViewport({ width: 1280, height: 800 });
  });

  it('is drawn on the first moment and on the last, inside its ends', async () => {
    const first = lineOf(await pageWith({ periodStartsAt: '2026-11-22T02:42:00Z' }));
    expect(first.box('.used').width).to.equal(0);
    const last = lineOf(await pageWith({ periodEndsAt: '2026-11-22T16:00:00Z', renewal: 'off', renewalOff: null }));
    expect(placeOf(last.box('.now'), last.track)).to.be.within(0.99, 1);
  });

  it('is not drawn before the start and after the end', async () => {
    const upcoming = await pageWith({ periodStartsAt: '2026-12-01T16:00:00Z', startsAt: '2026-12-01T16:00:00Z' });
    expect(upcoming.shows('timeline')).to.equal(false);
    const over = await pageWith({ periodEndsAt: '2026-11-21T16:00:00Z', renewal: 'off', renewalOff: null });
    expect(over.shows('timeline')).to.equal(false);
  });
});
