import type { Verification } from '@leavewell/sdk';
import { expect, fixtureCleanup, waitUntil } from '@open-wc/testing';
import { emulateMedia } from '@web/test-runner-commands';
import { heldBack } from './held-back.ts';
import {
  announced,
  arrivingPage,
  askForCode,
  cancelPage,
  cancelRenewal,
  centerPage,
  failAlways,
  type MemberPage,
} from './member-page.ts';

type Scene = (lang: string) => Promise<MemberPage>;

const everyKind = ['m_pro', 'm_export', 'm_team', 'm_trial', 'm_past_due', 'm_paused', 'm_expired', 'm_lifetime'];

const ladder = { CN: { verification: ['sms_code', 'email_code'] } } as const;
const terms = { title: { en: 'A month' }, text: { en: 'One.' }, price: null, endsAt: null, renews: false } as const;
const passwordAsked: Verification = {
  id: 'v_1',
  method: 'password',
  destination: null,
  codeLength: null,
  passkey: null,
  attemptsLeft: 5,
  expiresAt: '2026-11-22T02:52:00Z',
  resendAt: '2026-11-22T02:43:00Z',
  asOf: '2026-11-22T02:42:00Z',
};

/** A contract of two days ago, in a place that lets a member withdraw from it. */
async function youngPage(lang: string): Promise<MemberPage> {
  const page = await cancelPage({ lang, place: 'EU', memberships: [] });
  await page.server.putMembership('m_pro', {
    facts: { startsAt: '2026-11-20T16:00:00Z', periodStartsAt: '2026-11-20T16:00:00Z' },
  });
  await page.element.refresh();
  return page;
}

async function failing(page: MemberPage, part = 'retry-button'): Promise<MemberPage> {
  await page.see(part);
  return page;
}

/** Every state that a member can be shown. */
const scenes: Readonly<Record<string, Scene>> = {
  'the cards': (lang) => centerPage({ lang, memberships: everyKind }),
  'the cards with everything opened': async (lang) => {
    const page = await centerPage({ lang, memberships: everyKind });
    for (const details of page.element.shadowRoot?.querySelectorAll('details') ?? []) details.open = true;
    return page;
  },
  'no membership': async (lang) => failing(await arrivingPage({ lang, memberships: [] }), 'empty'),
  'a center that failed': async (lang) => {
    const page = await arrivingPage({ lang });
    page.server.failNext({ status: 500, operation: 'getSession' });
    return failing(page);
  },
  'the entry': async (lang) => failing(await cancelPage({ lang }), 'cancel-button'),
  'a one-off': async (lang) => failing(await cancelPage({ lang, membershipId: 'm_export' }), 'expiry'),
  'the decision': async (lang) => {
    const page = await cancelPage({ lang });
    await page.press('cancel-button');
    return failing(page, 'confirm-button');
  },
  'the code': async (lang) => {
    const page = await cancelPage({ lang });
    await askForCode(page);
    return page;
  },
  'a wrong code': async (lang) => {
    const page = await cancelPage({ lang });
    await askForCode(page);
    await page.enter(page.server.lastCode() === '000000' ? '111111' : '000000');
    await waitUntil(() => page.shows('error') && page.part('error').innerText);
    return page;
  },
  'the outcome': async (lang) => {
    const page = await cancelPage({ lang });
    await cancelRenewal(page);
    return page;
  },
  'the banner': async (lang) => {
    const page = await centerPage({ lang });
    await cancelRenewal(page);
    await page.press('close-button');
    return failing(page, 'banner');
  },
  'turning renewal back on': async (lang) => {
    const page = await cancelPage({ lang, membershipId: 'm_team' });
    await page.press('resume-button');
    return failing(page, 'confirm-button');
  },
  'steps that are on their way': async (lang) => {
    const page = await cancelPage({ lang });
    const client = page.server.client();
    page.element.client = { ...client, previewCancelRenewal: () => new Promise(() => {}) };
    await page.press('cancel-button');
    return failing(page, 'close-button');
  },
  'a command that is not confirmed': async (lang) => {
    const page = await cancelPage({ lang, verification: false });
    page.element.client = heldBack(page).held;
    await page.press('cancel-button');
    await page.press('confirm-button');
    return failing(page, 'close-button');
  },
  'a card whose command is not confirmed': async (lang) => {
    const page = await centerPage({ lang, verification: false });
    page.element.client = heldBack(page).held;
    await page.element.updateComplete;
    await page.see('card');
    page.cancel().now = page.now;
    await page.press('cancel-button');
    await page.press('confirm-button');
    await page.press('close-button');
    return failing(page, 'pending');
  },
  'a decision on what has changed': async (lang) => {
    const page = await cancelPage({ lang, verification: false });
    await page.press('cancel-button');
    await page.see('confirm-button');
    await page.server.putMembership('m_pro', { seats: 7 });
    await page.press('confirm-button');
    return failing(page, 'notice');
  },
  'a decision that was cut off': async (lang) => {
    const page = await cancelPage({ lang, verification: false });
    failAlways(page, { status: 'network', operation: 'cancelRenewal' });
    await page.press('cancel-button');
    await page.press('confirm-button');
    await page.press('close-button');
    await page.press('cancel-button');
    return failing(page, 'notice');
  },
  'a step that failed': async (lang) => {
    const page = await cancelPage({ lang });
    page.server.failNext({ status: 500, operation: 'previewCancelRenewal' });
    await page.press('cancel-button');
    return failing(page);
  },
  'a declaration, as in Germany': async (lang) => {
    const page = await cancelPage({ lang, place: 'DE' });
    await page.press('cancel-button');
    return failing(page, 'declaration-input');
  },
  'a declaration to be checked, as in France': async (lang) => {
    const page = await cancelPage({ lang, place: 'FR' });
    await page.press('cancel-button');
    await page.press('confirm-button');
    return failing(page, 'edit-button');
  },
  'two ways to be verified': async (lang) => {
    const page = await cancelPage({ lang, wishes: ladder });
    await askForCode(page);
    return failing(page, 'other-way-button');
  },
  'no way that leads on by itself': async (lang) => {
    const page = await cancelPage({ lang, wishes: ladder });
    for (let i = 0; i < 2; i += 1) {
      page.server.failNext({ status: 503, operation: 'startVerification', code: 'message_not_sent' });
    }
    await page.press('cancel-button');
    await page.press('confirm-button');
    return failing(page, 'other-ways');
  },
  'a request to a person': async (lang) => {
    const page = await cancelPage({ lang });
    page.server.failNext({ status: 500, operation: 'previewCancelRenewal' });
    await page.press('cancel-button');
    await page.press('help-button');
    return failing(page, 'facts');
  },
  'a password': async (lang) => {
    const page = await cancelPage({ lang, verification: false });
    const client = page.server.client();
    page.element.client = {
      ...client,
      previewCancelRenewal: async (...call) => ({
        ...(await client.previewCancelRenewal(...call)),
        verification: { required: true, methods: ['password'] },
      }),
      startVerification: async () => passwordAsked,
    };
    await page.press('cancel-button');
    await page.press('confirm-button');
    return failing(page, 'secret-input');
  },
  'what is asked and offered afterwards': async (lang) => {
    const page = await cancelPage({ lang, verification: false, handler: { afterCancel: { offer: () => terms } } });
    await page.press('cancel-button');
    await page.press('confirm-button');
    return failing(page, 'offer');
  },
  'an entry with a way out of the contract': async (lang) => failing(await youngPage(lang), 'withdraw-button'),
  'withdrawing from the contract': async (lang) => {
    const page = await youngPage(lang);
    await page.press('withdraw-button');
    return failing(page, 'confirm-button');
  },
  'the steps in place': async (lang) => {
    return failing(await cancelPage({ lang, properties: { inline: true } }), 'confirm-button');
  },
};

for (const lang of ['en', 'zh-CN']) {
  for (const scheme of ['light', 'dark'] as const) {
    describe(`in ${lang} on a ${scheme} page, axe finds nothing (AX1)`, () => {
      before(async () => {
        document.documentElement.lang = lang;
        document.documentElement.style.cssText = 'color-scheme: light dark; background: Canvas; color: CanvasText';
        await emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
      });
      after(async () => {
        document.documentElement.style.cssText = '';
        document.documentElement.lang = 'en';
        await emulateMedia({ colorScheme: 'light', reducedMotion: 'no-preference' });
      });

      for (const [name, scene] of Object.entries(scenes)) {
        it(`in ${name}`, async () => {
          const page = await scene(lang);
          const surface = page.element.shadowRoot?.querySelector('.panel, dialog[open]') ?? page.element;
          const { backgroundColor } = getComputedStyle(surface);
          const ground = scheme === 'dark' ? 'rgb(23, 24, 28)' : 'rgb(255, 255, 255)';
          expect([ground, 'rgba(0, 0, 0, 0)']).to.include(backgroundColor);
          await expect(page.element).to.be.accessible();
        });
      }
    });
  }
}

describe('what a screen reader is told', () => {
  afterEach(() => fixtureCleanup());

  it('names the dialog by its heading (AX2)', async () => {
    const page = await cancelPage();
    await page.press('cancel-button');
    await page.see('confirm-button');
    const dialog = page.part('dialog');
    const name = dialog.getAttribute('aria-labelledby');
    expect(dialog.querySelector(`#${name}`)?.textContent).to.equal('Cancel automatic renewal?');
    expect(dialog.matches(':modal')).to.equal(true);
  });

  it('hears what is being done, and what came of it (AX2, S77)', async () => {
    const page = await cancelPage();
    const heard: string[] = [];
    const region = () => announced(page);
    const watcher = new MutationObserver(() => heard.push(region()));
    watcher.observe(page.element.shadowRoot ?? page.element, { subtree: true, childList: true, characterData: true });
    await cancelRenewal(page);
    await waitUntil(() => region().includes('Nothing more will be charged.'));
    watcher.disconnect();
    const told = heard.join('\n');
    for (const words of ['Sending a code…', 'We sent a code to', '+86 138', 'Nothing more will be charged.']) {
      expect(told).to.contain(words);
    }
    expect(page.element.shadowRoot?.activeElement?.textContent).to.contain('Renewal canceled');
  });

  it('has one field for the code: labelled, for digits, and filled from the message (AX3)', async () => {
    const page = await cancelPage();
    await askForCode(page);
    const fields = [...(page.element.shadowRoot?.querySelectorAll('input') ?? [])];
    expect(fields).to.have.length(1);
    expect(fields[0]?.labels?.[0]?.textContent).to.equal('6-digit code');
    expect(fields[0]?.inputMode).to.equal('numeric');
    expect(fields[0]?.autocomplete).to.equal('one-time-code');
    expect(fields[0]?.maxLength).to.equal(-1);
  });

  it('gets each date in its form for machines (TZ4)', async () => {
    const page = await centerPage({ memberships: ['m_pro'] });
    const dates = [...(page.element.shadowRoot?.querySelectorAll('[part=expiry] time') ?? [])];
    expect(dates.map((date) => date.getAttribute('datetime'))).to.deep.equal(['2026-12-31']);
  });

  it('hears the words in their language where the page speaks another (S61)', async () => {
    document.documentElement.lang = 'en';
    const page = await cancelPage({ lang: 'zh-CN' });
    await page.see('cancel-button');
    expect(page.element.shadowRoot?.querySelector('[lang]')?.getAttribute('lang')).to.equal('zh-CN');
  });
});

describe('what may be pressed', () => {
  it('is at least 24 px in both directions, and 44 px where it decides (Q19)', async () => {
    const page = await cancelPage();
    await askForCode(page);
    for (const button of page.element.shadowRoot?.querySelectorAll('dialog button') ?? []) {
      const { width, height } = button.getBoundingClientRect();
      expect(Math.min(width, height)).to.be.at.least(button.matches('.actions *') ? 43.9 : 24);
    }
  });

  it('does not move or blink for those who asked for less motion (AX1)', async () => {
    await emulateMedia({ reducedMotion: 'reduce' });
    const page = await cancelPage();
    await page.press('cancel-button');
    await page.see('confirm-button');
    const moving = page.element.shadowRoot?.getAnimations() ?? [];
    expect(moving).to.be.empty;
    await emulateMedia({ reducedMotion: 'no-preference' });
  });
});
