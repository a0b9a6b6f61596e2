import { CancelRenewalElement, MemberCenterElement } from '@leavewell/elements';
import { createInPageServer } from '@leavewell/testing';
import { expect, fixture, nextFrame, waitUntil } from '@open-wc/testing';
import { eventsOn } from './events-on.ts';
import { arrivingPage, cancelPage, cancelRenewal, cardOf, centerPage } from './member-page.ts';

/** What was warned of while `run` ran. */
async function warningsOf(run: () => Promise<unknown>): Promise<string[]> {
  const { warn } = console;
  const said: string[] = [];
  console.warn = (...words: unknown[]) => void said.push(words.join(' '));
  await run();
  console.warn = warn;
  return said.filter((text) => !text.includes('Lit is in dev mode'));
}

describe('a page that set nothing up', () => {
  it('gets a sentence on the page and one warning that names the attribute, and never an exception', async () => {
    const elements = ['member-center', 'cancel-renewal'].map((tag) => document.createElement(tag));
    const warnings = await warningsOf(async () => {
      const place = await fixture('<div></div>');
      place.append(...elements);
      for (const { shadowRoot } of elements) await waitUntil(() => shadowRoot?.querySelector('[part=error]'));
    });
    for (const { shadowRoot } of elements) expect(shadowRoot?.textContent).to.contain('not set up yet');
    expect(warnings).to.have.length(2);
    for (const warning of warnings) expect(warning).to.match(/^(member-center|cancel-renewal): .*"endpoint"/);
  });

  it('is told which membership is missing', async () => {
    const warnings = await warningsOf(async () => {
      const page = await cancelPage({ properties: { membershipId: '' } });
      await page.see('error');
    });
    expect(warnings).to.have.length(1);
    expect(warnings[0]).to.contain('membership-id');
  });

  it('may call every method at any time', async () => {
    for (const element of [new CancelRenewalElement(), new MemberCenterElement()]) {
      await element.refresh();
      element.focus();
    }
    const element = new CancelRenewalElement();
    element.show();
    element.close();
    expect(element.open).to.equal(false);
  });
});

describe('the language', () => {
  it('is that of the closest ancestor, across shadow trees', async () => {
    const outer = await fixture('<div lang="zh-CN"><section></section></div>');
    const root = outer.querySelector('section')?.attachShadow({ mode: 'open' });
    const element = document.createElement('cancel-renewal');
    Object.assign(element, { client: createInPageServer().client(), membershipId: 'm_pro' });
    root?.append(element);
    await waitUntil(() => element.shadowRoot?.querySelector('[part=cancel-button]'));
    expect(element.shadowRoot?.textContent).to.contain('取消自动续费');
  });

  it('changes when the page changes it, also for the texts of the host', async () => {
    const server = createInPageServer();
    const place = await fixture<HTMLElement>('<div lang="en"></div>');
    const element = document.createElement('member-center');
    element.client = server.client('li-wen', 'zh-CN');
    place.append(element);
    await waitUntil(() => element.shadowRoot?.querySelector('article'));
    place.lang = 'zh-CN';
    await waitUntil(() => element.shadowRoot?.textContent?.includes('会员中心'));
    expect(element.shadowRoot?.querySelector(cardOf('m_pro'))?.textContent).to.contain('2026年12月31日');
    expect(server.requests.filter(({ path }) => path === '/v1/session')).to.have.length(2);
  });

  it('is the newest when the page changes it twice in a row', async () => {
    const page = await cancelPage();
    await page.see('cancel-button');
    page.element.lang = 'zh-CN';
    await Promise.resolve();
    page.element.lang = 'en';
    await import('@leavewell/locales/zh-CN');
    await nextFrame();
    expect(page.part('cancel-button').innerText).to.equal('Cancel renewal');
  });

  for (const lang of ['tlh', 'not a language']) {
    it(`falls back to English with one warning for "${lang}"`, async () => {
      const warnings = await warningsOf(async () => {
        const page = await cancelPage({ lang: 'en', properties: { lang } });
        expect((await page.see('cancel-button')).innerText).to.equal('Cancel renewal');
        const second = await cancelPage({ lang: 'en', properties: { lang } });
        await second.see('cancel-button');
      });
      expect(warnings).to.have.length(1);
      expect(warnings[0]).to.contain(lang);
    });
  }

  it('lets the page say single things differently', async () => {
    const page = await cancelPage({ properties: { messages: { 'cancel.entry': 'Stop renewing' } } });
    expect((await page.see('cancel-button')).innerText).to.equal('Stop renewing');
    page.element.messages = { 'cancel.entry': 'End renewal' };
    await page.element.updateComplete;
    expect(page.part('cancel-button').innerText).to.equal('End renewal');
  });
});

describe('events', () => {
  it('reach the document in the order of what happened, typed and with their details', async () => {
    const seen = eventsOn(document);
    const page = await centerPage();
    const details: unknown[] = [];
    page.element.addEventListener('cancel-renewal-success', ({ detail }) => {
      details.push(detail.membership.renewal, detail.receipt.id);
    });
    await cancelRenewal(page);
    await page.press('resume-button');
    await page.press('confirm-button');
    await waitUntil(() => seen.includes('cancel-renewal-resume'));
    expect(seen).to.deep.equal([
      'member-center-load',
      'cancel-renewal-start',
      'cancel-renewal-success',
      'cancel-renewal-resume',
    ]);
    expect(details[0]).to.equal('off');
    expect(details[1]).to.match(/^CR-/);
  });

  it('tell that the member kept renewal, once', async () => {
    const page = await cancelPage();
    const seen = eventsOn(page.element);
    await page.press('cancel-button');
    await page.press('keep-button');
    await nextFrame();
    expect(seen).to.deep.equal(['cancel-renewal-keep']);
  });

  it('let the page take canceling over before anything is sent', async () => {
    const page = await cancelPage();
    const seen = eventsOn(page.element);
    page.element.addEventListener('cancel-renewal-start', (event) => event.preventDefault());
    await page.press('cancel-button');
    await page.press('confirm-button');
    await waitUntil(() => !page.shows('dialog'));
    expect(seen).to.deep.equal(['cancel-renewal-start']);
    expect(page.server.requests.filter(({ method }) => method === 'POST')).to.be.empty;
    expect(await page.stored()).to.equal('on');
  });

  it('do not change the outcome when a listener of the page throws', async () => {
    const page = await cancelPage({ verification: false });
    const { onerror } = window;
    const { error } = console;
    window.onerror = () => true;
    console.error = () => {};
    page.element.addEventListener('cancel-renewal-success', () => {
      throw new Error('a mistake of the page');
    });
    await page.press('cancel-button');
    await page.press('confirm-button');
    await page.see('resume-button');
    window.onerror = onerror;
    console.error = error;
    expect(page.text()).to.contain('Renewal canceled');
  });

  it('come for what happened and never because the page set a property', async () => {
    const page = await cancelPage();
    await page.see('cancel-button');
    const seen = eventsOn(page.element);
    page.element.compact = true;
    page.element.membership = await page.server.client().getMembership('m_pro');
    page.element.messages = {};
    await page.element.updateComplete;
    expect(seen).to.be.empty;
  });

  it('tell that a newer state is known, and only then', async () => {
    const page = await cancelPage();
    await page.see('cancel-button');
    const versions: number[] = [];
    page.element.addEventListener('cancel-renewal-change', ({ detail }) => versions.push(detail.membership.version));
    await page.element.refresh();
    expect(versions).to.be.empty;
    const { version } = await page.server.putMembership('m_pro', { seats: 3 });
    await page.element.refresh();
    expect(versions).to.deep.equal([version]);
  });

  it('tell of a failure with its code', async () => {
    const page = await arrivingPage();
    const codes: string[] = [];
    page.element.addEventListener('member-center-error', ({ detail }) => codes.push(detail.error.code));
    page.server.failNext({ status: 500, operation: 'getSession', code: 'internal' });
    await page.see('retry-button');
    expect(codes).to.deep.equal(['internal']);
  });
});

describe('text of the host', () => {
  const payload = '<img src=x onerror="window.leaked=1">"\'`</style><script>window.leaked=1</script>{{1}}';

  it('is never markup, in no field and no step (EM4)', async () => {
    const page = await arrivingPage({ memberships: [] });
    await page.server.putMembership('m_pro', {
      plan: { id: 'x', name: payload, benefits: [{ id: 'y', name: payload }] },
      orderNumber: payload,
      account: { id: 'northwind', kind: 'company', name: payload },
      facts: { paymentMethod: { brand: payload.slice(0, 40), last4: null } },
    });
    await page.element.refresh();
    await page.see('card');
    page.cancel().now = page.now;
    await cancelRenewal(page);
    const roots = [page.element.shadowRoot, page.cancel().shadowRoot];
    for (const root of roots) {
      expect(root?.querySelectorAll('img, script, iframe, a[href], [onerror]')).to.have.length(0);
      expect(root?.textContent).to.contain('<img src=x onerror=');
    }
    expect('leaked' in window).to.equal(false);
  });

  it('is never an address: nothing on the page links anywhere (EM4)', async () => {
    const page = await centerPage();
    expect(page.element.shadowRoot?.querySelectorAll('[href], [src], [action], [style*=url]')).to.have.length(0);
  });
});
