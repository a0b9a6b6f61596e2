import { expect, fixture, nextFrame, waitUntil } from '@open-wc/testing';
import { eventsOn } from './events-on.ts';
import { askForCode, cancelPage, cancelRenewal, centerPage } from './member-page.ts';

describe('a page around', () => {
  it('may hold two centers and two entries, each by itself (EM2)', async () => {
    const [first, second] = [await cancelPage(), await cancelPage()];
    await cancelRenewal(first);
    await second.see('cancel-button');
    expect(second.shows('dialog')).to.equal(false);
    expect(await second.stored()).to.equal('on');
  });

  it('may load a second copy of everything without a crash (EM2)', async () => {
    const registered = customElements.get('cancel-renewal');
    await import('../src/define/cancel-renewal.ts?copy' as '../src/define/cancel-renewal.ts');
    expect(customElements.get('cancel-renewal') === registered).to.equal(true);
  });

  it('finds nothing of ours in globals or storage, and no token in the tree (EM8)', async () => {
    const before = Object.keys(window);
    const page = await cancelPage();
    await askForCode(page);
    await page.enter(page.server.lastCode());
    await page.see('resume-button');
    expect(Object.keys(window).filter((name) => !before.includes(name))).to.be.empty;
    expect(localStorage.length + sessionStorage.length).to.equal(0);
    expect(document.cookie).to.equal('');
    expect(page.element.getAttributeNames()).to.deep.equal(['open']);
  });

  it('may move the element while a step is shown', async () => {
    const page = await cancelPage();
    await page.press('cancel-button');
    await page.see('confirm-button');
    const place = await fixture('<section lang="en"></section>');
    place.append(page.element);
    await page.press('confirm-button');
    await waitUntil(() => page.server.inbox.length === 1);
    await page.enter(page.server.lastCode());
    await page.see('resume-button');
  });

  it('may take the element away while it loads, and bring it back', async () => {
    const page = await cancelPage();
    page.element.remove();
    const place = await fixture('<section lang="en"></section>');
    place.append(page.element);
    await page.see('cancel-button');
  });

  it('may take the element away while a command is on its way, and the outcome is told when it is back', async () => {
    const page = await cancelPage({ verification: false });
    const place = page.element.parentElement;
    let answer = () => {};
    const held = new Promise<void>((resolve) => (answer = resolve));
    const client = page.server.client();
    page.element.client = { ...client, cancelRenewal: (...call) => held.then(() => client.cancelRenewal(...call)) };
    await page.press('cancel-button');
    await page.press('confirm-button');
    page.element.remove();
    answer();
    await waitUntil(() => page.commands() === 1);
    const seen = eventsOn(page.element);
    place?.append(page.element);
    await page.see('resume-button');
    expect(seen).to.deep.equal(['cancel-renewal-success']);
  });

  it('may take it away and hear late that the dialog is closed: the outcome is told all the same', async () => {
    const page = await cancelPage({ verification: false });
    const place = page.element.parentElement;
    const dialog = page.element.shadowRoot?.querySelector('dialog');
    const hold = (event: Event) => event.isTrusted && event.stopImmediatePropagation();
    page.element.shadowRoot?.addEventListener('close', hold, true);
    await page.press('cancel-button');
    await page.press('confirm-button');
    page.element.remove();
    await waitUntil(() => page.commands() === 1);
    await nextFrame();
    dialog?.dispatchEvent(new Event('close'));
    await page.cancel().updateComplete;
    const seen = eventsOn(page.element);
    place?.append(page.element);
    await page.see('resume-button');
    expect(seen).to.deep.equal(['cancel-renewal-success']);
  });

  it('may give another function for its tokens with every render, and nothing is loaded again', async () => {
    const page = await centerPage();
    page.element.getToken = async () => 'token';
    await page.element.updateComplete;
    const { length } = page.server.requests;
    page.element.getToken = async () => 'token';
    await page.element.updateComplete;
    await nextFrame();
    expect(page.server.requests.length - length).to.be.at.most(2);
  });

  it('may show another membership in the same element, and steps of the first are gone', async () => {
    const page = await cancelPage({ memberships: ['m_pro', 'm_team'] });
    await page.see('cancel-button');
    page.element.show();
    await page.see('confirm-button');
    page.element.membershipId = 'm_team';
    await waitUntil(() => !page.shows('dialog'));
    await page.see('resume-button');
    expect(page.text()).to.contain('Yours until 14 March 2027');
  });

  it('opens and closes the steps by attribute and by method', async () => {
    const page = await cancelPage();
    page.element.setAttribute('open', '');
    await page.see('confirm-button');
    page.element.removeAttribute('open');
    await waitUntil(() => !page.shows('dialog'));
    page.element.show();
    await page.see('confirm-button');
    page.element.close();
    await waitUntil(() => !page.shows('dialog'));
    expect(await page.stored()).to.equal('on');
  });

  it('sets the colours, corners and room by custom properties', async () => {
    const page = await centerPage();
    const { style } = page.element;
    style.setProperty('--member-card-background', 'rgb(1, 2, 3)');
    style.setProperty('--member-card-radius', '0px');
    style.setProperty('--member-card-padding', '7px');
    const { backgroundColor, borderRadius } = getComputedStyle(page.part('panel'));
    expect([backgroundColor, borderRadius]).to.deep.equal(['rgb(1, 2, 3)', '0px']);
    expect(getComputedStyle(page.part('card')).paddingTop).to.equal('7px');
  });

  it('gives its font and size to everything, buttons and fields too', async () => {
    const place = await fixture<HTMLElement>('<main style="font: 19px Courier"></main>');
    const page = await cancelPage();
    place.append(page.element);
    await askForCode(page);
    const { fontSize, fontFamily } = getComputedStyle(page.part('confirm-button'));
    expect([fontSize, fontFamily]).to.deep.equal(['19px', 'Courier']);
    expect(getComputedStyle(page.part('code-input')).fontFamily).to.equal('Courier');
  });
});
