import { en } from '@leavewell/locales';
import type { MemberError } from '@leavewell/sdk';
import { expect, fixture, waitUntil } from '@open-wc/testing';
import { render } from 'lit';
import { OnDemandJourneys } from '../src/cancel-renewal/on-demand-journeys.ts';
import { renderStep } from '../src/cancel-renewal/step.ts';
import { eventsOn } from './events-on.ts';
import { cancelPage, centerPage } from './member-page.ts';

// The files of the elements alone fill what a browser remembers when it is not told otherwise.
performance.setResourceTimingBufferSize(5000);

/** Files of the steps that the page has asked for so far. */
function loadedSteps(): readonly string[] {
  const names = performance.getEntriesByType('resource').map(({ name }) => new URL(name).pathname);
  return names.filter((name) => name.includes('/src/cancel-renewal/journeys'));
}

// The first test of this file has to stay the first: what is loaded once stays loaded.
describe('the steps, which are loaded on demand', () => {
  it('are not asked for by a page that is only read, and are when the member turns to the button', async () => {
    const page = await centerPage();
    const button = await page.see('cancel-button');
    expect(loadedSteps()).to.deep.equal([]);
    button.dispatchEvent(new PointerEvent('pointerenter', { bubbles: true, composed: true }));
    button.focus();
    await waitUntil(() => loadedSteps().length === 1);
    expect(page.shows('dialog')).to.equal(false);
    expect(page.server.requests.filter(({ path }) => path.endsWith('/cancel-preview'))).to.be.empty;
  });

  it('are the same for every card of the page', async () => {
    const page = await centerPage({ memberships: ['m_pro', 'm_trial'] });
    await page.press('cancel-button');
    await page.see('confirm-button');
    expect(loadedSteps()).to.have.length(1);
  });
});

describe('steps that are on their way', () => {
  it('have the dialog, its heading and their shape at once (Q7)', async () => {
    const page = await cancelPage();
    (await page.see('cancel-button')).click();
    await page.element.updateComplete;
    expect(page.shows('dialog')).to.equal(true);
    expect(page.part('heading').innerText).to.equal('Cancel automatic renewal?');
    expect(page.element.shadowRoot?.querySelector('[aria-busy=true] .bone')).not.to.equal(null);
    expect(page.element.shadowRoot?.activeElement).to.equal(page.part('heading'));
    await page.see('confirm-button');
    expect(page.element.shadowRoot?.activeElement).to.equal(page.part('heading'));
  });

  it('can be left before they are there, and nothing opens later', async () => {
    const page = await cancelPage();
    const seen = eventsOn(page.element);
    (await page.see('cancel-button')).click();
    await page.element.updateComplete;
    (await page.see('close-button')).click();
    await page.element.updateComplete;
    expect(page.shows('dialog')).to.equal(false);
    await page.press('cancel-button');
    await page.see('confirm-button');
    expect(seen.filter((name) => name === 'cancel-renewal-error')).to.be.empty;
  });
});

describe('steps that cannot be loaded', () => {
  /** Journeys whose file is not there until `restore()`; the element is only what they are shown in. */
  async function unreachable() {
    const page = await cancelPage();
    const membership = await page.server.client().getMembership('m_pro');
    let isThere = false;
    const load = async () => {
      if (!isThere) throw new TypeError('Failed to fetch dynamically imported module');
      return import('../src/cancel-renewal/journeys.ts');
    };
    const journeys = new OnDemandJourneys(page.element, load);
    journeys.follow(page.server.client(), membership.id);
    return { page, journeys, restore: () => (isThere = true) };
  }

  it('are a sentence and a way on, and the page is told once', async () => {
    const { page, journeys, restore } = await unreachable();
    const errors: MemberError[] = [];
    page.element.addEventListener('cancel-renewal-error', ({ detail }) => errors.push(detail.error));
    page.element.show();
    journeys.begin();
    expect(journeys.step(en)?.heading).to.equal('Cancel automatic renewal?');
    expect(journeys.step(en)?.isBusy).to.equal(true);
    await waitUntil(() => journeys.step(en)?.heading === 'Nothing was changed');
    journeys.begin();
    expect(errors.map(({ code, retryable }) => [code, retryable])).to.deep.equal([['invalid_response', true]]);
    restore();
    const place = await fixture<HTMLElement>('<div></div>');
    const failed = journeys.step(en);
    if (failed) render(renderStep(failed), place);
    expect(place.innerText).to.contain('Something did not work. Reload the page and try again.');
    place.querySelector<HTMLElement>('[part=retry-button]')?.click();
    journeys.begin();
    await waitUntil(() => journeys.position === 'cancel idle');
    journeys.begin();
    await waitUntil(() => journeys.position === 'cancel confirm');
    expect(journeys.step(en)?.isBusy).to.equal(false);
  });

  it('are no failure to a member who has only turned to the button', async () => {
    const { page, journeys } = await unreachable();
    const seen = eventsOn(page.element);
    journeys.prepare();
    await page.see('cancel-button');
    expect(journeys.position).to.equal('cancel loading');
    expect(seen).to.be.empty;
  });
});
