import type { MemberClient, Verification, VerificationMethod } from '@leavewell/sdk';
import { expect, waitUntil } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { announced, cancelPage, type MemberPage, type PageOptions } from './member-page.ts';

const ladder = { place: 'CN', wishes: { CN: { verification: ['sms_code', 'email_code'] } } } as const satisfies PageOptions;

/** The buttons of the other ways, as they read. */
function ways(page: MemberPage): readonly string[] {
  const buttons = page.cancel().shadowRoot?.querySelectorAll<HTMLElement>('[part~=other-ways] button') ?? [];
  return [...buttons].map((button) => button.innerText.trim());
}

/** Presses another way, by its words. */
async function take(page: MemberPage, words: string): Promise<void> {
  await waitUntil(() => ways(page).includes(words), `no way "${words}", but: ${ways(page)}`);
  const buttons = [...(page.cancel().shadowRoot?.querySelectorAll<HTMLElement>('[part~=other-ways] button') ?? [])];
  buttons.find((button) => button.innerText.trim() === words)?.click();
}

async function confirmed(options: PageOptions): Promise<MemberPage> {
  const page = await cancelPage(options);
  await page.press('cancel-button');
  await page.press('confirm-button');
  return page;
}

/** A server whose ladder has ways that need no set-up here; all but what is asked for is the real one. */
function withMethods(client: MemberClient, methods: VerificationMethod[], taken: string[] = []): MemberClient {
  const begin = (method: VerificationMethod): Verification => ({
    id: `v_${method}`,
    method,
    destination: null,
    codeLength: method === 'totp' ? 6 : null,
    passkey: null,
    attemptsLeft: 5,
    expiresAt: '2026-11-22T02:52:00Z',
    resendAt: '2026-11-22T02:43:00Z',
    asOf: '2026-11-22T02:42:00Z',
  });
  return {
    ...client,
    previewCancelRenewal: async (...call) => ({
      ...(await client.previewCancelRenewal(...call)),
      verification: { required: true, methods },
    }),
    startVerification: async ({ method }) => begin(method),
    finishVerification: async (_, answer) => {
      taken.push(typeof answer === 'string' ? answer : (answer.code ?? 'signed'));
      return { proof: 'p', expiresAt: '2026-11-22T02:47:00Z' };
    },
    cancelRenewal: (id, { proof: _, ...options }) => client.cancelRenewal(id, options),
  };
}

async function confirmedWith(methods: VerificationMethod[], taken: string[] = []): Promise<MemberPage> {
  const page = await cancelPage({ verification: false });
  page.element.client = withMethods(page.server.client(), methods, taken);
  await page.press('cancel-button');
  await page.press('confirm-button');
  return page;
}

describe('showing that it is you in China', () => {
  it('takes a code by SMS, with e-mail one press away and a person last (P3, S21)', async () => {
    const page = await confirmed(ladder);
    await page.see('code-input');
    await waitUntil(() => ways(page).length === 2);
    expect(ways(page)).to.deep.equal(['Get a code by e-mail', 'Ask a person to cancel']);
    await take(page, 'Get a code by e-mail');
    await waitUntil(() => page.text().includes('@northwind.example'));
    expect(ways(page)).to.deep.equal(['Get a code by SMS', 'Ask a person to cancel']);
    await page.enter(page.server.lastCode());
    await page.see('resume-button');
    expect(await page.stored()).to.equal('off');
  });

  it('goes on to e-mail by itself when no SMS can be sent (P3, S22)', async () => {
    const page = await cancelPage(ladder);
    page.server.failNext({ status: 503, operation: 'startVerification', code: 'message_not_sent' });
    await page.press('cancel-button');
    await page.press('confirm-button');
    await waitUntil(() => page.text().includes('@northwind.example'));
    await page.enter(page.server.lastCode());
    await page.see('resume-button');
  });

  it('ends in a recorded request when nothing reaches the member, and says from when it counts (P3, S43)', async () => {
    const page = await cancelPage(ladder);
    for (let i = 0; i < 2; i += 1) page.server.failNext({ status: 503, operation: 'startVerification', code: 'message_not_sent' });
    await page.press('cancel-button');
    await page.press('confirm-button');
    await waitUntil(() => page.text().includes('Choose how to go on'));
    expect(announced(page)).to.contain('could not send the code');
    expect(ways(page)).to.deep.equal(['Get a code by SMS', 'Get a code by e-mail', 'Ask a person to cancel']);
    await page.press('help-button');
    await waitUntil(() => page.text().includes('Your request is recorded'));
    expect(page.text()).to.contain('22 Nov 2026, 10:42, Beijing time (UTC+8)');
    expect(page.part('facts').innerText).to.match(/SR-[0-9A-Z]{4}-[0-9A-Z]{4}/);
    expect(page.element.shadowRoot?.activeElement).to.equal(page.part('heading'));
    expect(await page.stored(), 'nothing is said to be done that is not').to.equal('on');
    await page.press('close-button');
    await page.see('cancel-button');
  });

  it('can be done with keys only, through another way (AX2, S31)', async () => {
    const page = await confirmed(ladder);
    await page.see('code-input');
    await page.see('other-way-button');
    const focused = () => page.element.shadowRoot?.activeElement?.getAttribute('part');
    await waitUntil(() => focused() === 'code-input');
    for (let i = 0; i < 9 && focused() !== 'other-way-button'; i += 1) await sendKeys({ press: 'Tab' });
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => page.text().includes('@northwind.example') && focused() === 'code-input');
    await sendKeys({ type: page.server.lastCode() });
    await page.see('resume-button');
  });

  it('reads in Chinese (S61)', async () => {
    const page = await confirmed({ ...ladder, lang: 'zh-CN' });
    await page.see('code-input');
    await waitUntil(() => ways(page).length === 2);
    expect(ways(page)).to.deep.equal(['获取邮件验证码', '请人工客服取消']);
  });
});

describe('other ways to show it', () => {
  it('passes over a passkey where the browser has no WebAuthn (P3)', async () => {
    const own = Object.getOwnPropertyDescriptor(window, 'PublicKeyCredential');
    Reflect.deleteProperty(window, 'PublicKeyCredential');
    try {
      const page = await confirmedWith(['passkey', 'password']);
      const field = await page.see('secret-input');
      expect([field.getAttribute('type'), field.getAttribute('autocomplete')]).to.deep.equal(['password', 'current-password']);
      expect(ways(page)).to.deep.equal(['Ask a person to cancel']);
    } finally {
      if (own) Object.defineProperty(window, 'PublicKeyCredential', own);
    }
  });

  it('takes the password of the member, in a field that a password manager fills (S21, AX3)', async () => {
    const taken: string[] = [];
    const page = await confirmedWith(['password'], taken);
    const field = await page.see('secret-input');
    expect(field.matches(':focus')).to.equal(true);
    expect(page.text()).to.contain('Enter your password');
    if (field instanceof HTMLInputElement) field.value = ' my  pass word ';
    await page.press('confirm-button');
    await page.see('resume-button');
    expect(taken, 'a password is taken as it was typed').to.deep.equal([' my  pass word ']);
  });

  it("says whose the second check of a company is, and never fills in the member's own password (S39)", async () => {
    const administrator = await confirmedWith(['administrator_password']);
    expect((await administrator.see('secret-input')).getAttribute('autocomplete')).to.equal('off');
    expect(administrator.text()).to.contain('An administrator of your company enters their password');
    const company = await confirmedWith(['company_credential']);
    expect((await company.see('secret-input')).getAttribute('type')).to.equal('text');
    expect(company.text()).to.contain('registration number');
  });

  it('takes the code of an authenticator app, and offers to send none (S21, AX3)', async () => {
    const taken: string[] = [];
    const page = await confirmedWith(['totp'], taken);
    expect((await page.see('code-input')).getAttribute('autocomplete')).to.equal('one-time-code');
    page.pass(120_000);
    await page.cancel().updateComplete;
    expect(page.shows('resend-button')).to.equal(false);
    expect(page.text()).to.contain('authenticator app');
    await page.enter('123456');
    await page.see('resume-button');
    expect(taken).to.deep.equal(['123456']);
  });

  it('says that a password was not accepted and how many tries are left (S22)', async () => {
    const page = await cancelPage({ verification: false });
    const client = withMethods(page.server.client(), ['password', 'sms_code']);
    const real = page.server.client();
    page.element.client = {
      ...client,
      // A real refusal of the server: no verification has this id.
      finishVerification: (id, answer) => real.finishVerification(id, answer),
    };
    await page.press('cancel-button');
    await page.press('confirm-button');
    const field = await page.see('secret-input');
    if (field instanceof HTMLInputElement) field.value = 'wrong';
    await page.press('confirm-button');
    await waitUntil(() => page.shows('error') && page.part('error').innerText);
    expect(page.part('secret-input').ariaInvalid).to.equal('true');
    expect(ways(page)).to.deep.equal(['Get a code by SMS', 'Ask a person to cancel']);
  });
});

describe('a member who is stuck', () => {
  it('is offered a person where something failed, and where it is refused (S43)', async () => {
    const failed = await cancelPage({ verification: false });
    failed.server.failNext({ status: 500, operation: 'previewCancelRenewal' });
    await failed.press('cancel-button');
    await failed.see('retry-button');
    await failed.press('help-button');
    await waitUntil(() => failed.text().includes('Your request is recorded'));

    const late = await cancelPage({ memberships: [], verification: false });
    await late.server.putMembership('m_pro', { facts: { cancelBy: '2026-11-20T16:00:00Z' } });
    await late.element.refresh();
    await late.press('help-button');
    await waitUntil(() => late.text().includes('It counts from the moment you ask.'));
    await late.press('help-button');
    await waitUntil(() => late.text().includes('Your request is recorded'));
  });
});
