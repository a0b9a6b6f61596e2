import { expect, fixture, waitUntil } from '@open-wc/testing';
import { arrivingPage, cancelPage } from './member-page.ts';

const link = '<a href="/leavewell/cancel">Cancel here</a>';

/** Whether the page's own link can be seen. */
function isShown(element: HTMLElement): boolean {
  return element.querySelector('a')?.checkVisibility() ?? false;
}

describe('what the page puts inside an element', () => {
  it('is shown where the script has not come or is blocked (P9)', async () => {
    const element = await fixture<HTMLElement>(`<cancel-renewal-that-never-came>${link}</cancel-renewal-that-never-came>`);
    expect(isShown(element)).to.equal(true);
    expect(element.querySelector('a')?.pathname).to.equal('/leavewell/cancel');
  });

  it('stays while the membership is loaded, and goes once the button is there (P9)', async () => {
    const page = await cancelPage({ content: `\n  ${link}\n` });
    await page.element.updateComplete;
    expect(isShown(page.element)).to.equal(true);
    await page.see('cancel-button');
    expect(isShown(page.element)).to.equal(false);
  });

  it('stays where the element is not set up, or nothing can be loaded (P9)', async () => {
    for (const tag of ['cancel-renewal', 'member-center']) {
      const element = await fixture<HTMLElement>(`<${tag}>${link}</${tag}>`);
      await waitUntil(() => element.shadowRoot?.textContent?.includes('not set up yet'));
      expect(isShown(element), tag).to.equal(true);
    }
    const page = await cancelPage({ content: link, properties: { membershipId: 'm_gone' } });
    await page.see('retry-button');
    expect(isShown(page.element)).to.equal(true);
  });

  it('leaves room for the shape of what comes where there is nothing', async () => {
    const page = await cancelPage();
    await page.element.updateComplete;
    expect(page.element.shadowRoot?.querySelector('slot')).to.equal(null);
    expect(page.element.shadowRoot?.querySelector('.bone')).not.to.equal(null);
  });

  it('does the same in a center, and leaves the words for nobody alone (P9)', async () => {
    const page = await arrivingPage({ content: `${link}<p slot="empty">Nothing.</p>` });
    await page.element.updateComplete;
    expect(isShown(page.element)).to.equal(true);
    await page.see('card');
    expect(isShown(page.element)).to.equal(false);
    const empty = await arrivingPage({ memberships: [], content: '<p slot="empty">Nothing.</p>' });
    await empty.see('empty');
    expect(empty.element.querySelector('p')?.checkVisibility()).to.equal(true);
  });
});
