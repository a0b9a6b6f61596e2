import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { failureText, type FailureCode, refusalText, withOverrides } from '../src/index.ts';
import { en, zhCN } from './all-texts.ts';

/** Every code, and a word by which its English text can be told from the others. */
const told: Readonly<Record<FailureCode, RegExp>> = {
  invalid_request: /Reload the page/,
  idempotency_key_missing: /Reload the page/,
  idempotency_key_reused: /Reload the page/,
  host_key_invalid: /Reload the page/,
  origin_not_allowed: /Reload the page/,
  not_found: /Reload the page/,
  method_not_allowed: /Reload the page/,
  payload_too_large: /Reload the page/,
  unsupported_media_type: /Reload the page/,
  reference_taken: /Reload the page/,
  webhook_invalid: /Reload the page/,
  invalid_response: /Reload the page/,
  session_missing: /Sign in again/,
  session_expired: /Sign in again/,
  verification_required: /confirm it’s you once more/,
  proof_invalid: /confirm it’s you once more/,
  step_up_required: /Sign in again/,
  membership_not_found: /could not find/,
  receipt_not_found: /could not find/,
  factor_not_found: /could not find/,
  support_request_not_found: /could not find/,
  offer_not_found: /no longer open/,
  offer_over: /no longer open/,
  factor_not_accepted: /could not be set up/,
  verification_not_found: /new one/,
  verification_expired: /new one/,
  verification_code_wrong: /not right/,
  verification_attempts_exceeded: /Too many tries/,
  verification_method_unavailable: /Take another one/,
  rate_limited: /too often/,
  subscription_missing: /does not know this subscription/,
  provider_refused: /did not accept/,
  message_not_sent: /could not send/,
  in_progress: /already being done/,
  version_conflict: /has changed/,
  membership_changed: /has changed/,
  internal: /our side/,
  store_unavailable: /our side/,
  provider_unavailable: /payment company/,
  network: /offline/,
  timeout: /too long/,
  aborted: /stopped/,
  not_configured: /not set up/,
  nothing_to_cancel: /nothing to cancel/,
  nothing_to_resume: /cannot be turned back on/,
  renewal_already_off: /already off/,
  renewal_already_on: /already on/,
  membership_ended: /has ended/,
  no_permission: /permission/,
  too_late: /too late/,
  withdrawal_over: /is over/,
};

const codes = Object.keys(told) as readonly FailureCode[];

describe('what a member reads when something fails', () => {
  for (const code of codes) {
    it(`${code} is told in their words (S22)`, () => {
      assert.match(failureText(en, { code }), told[code]);
      assert.match(failureText(zhCN, { code }), /\p{Script=Han}.*。$/u);
    });
  }

  it('never shows a code, a status or a developer word', () => {
    for (const code of codes) {
      for (const catalog of [en, zhCN]) {
        assert.doesNotMatch(failureText(catalog, { code }), /_|\b[45]\d\d\b|error|request|token|server|idempoten/i);
      }
    }
  });

  it('has words for a code that is not known yet, and for what is no code', () => {
    for (const code of ['brand_new', '', 'constructor', '__proto__', 'toString', 'unknown']) {
      assert.equal(failureText(en, { code }), 'Something did not work. Reload the page and try again.');
    }
  });

  it('counts the tries that are left', () => {
    const code = 'verification_code_wrong';
    const wrong = (attemptsLeft: number) => failureText(en, { code, problem: { attemptsLeft } });
    assert.equal(wrong(2), 'That code is not right. You have 2 tries left.');
    assert.equal(wrong(1), 'That code is not right. You have one try left.');
    assert.equal(failureText(en, { code, problem: {} }), 'That code is not right. Check it and try again.');
    assert.equal(failureText(zhCN, { code, problem: { attemptsLeft: 2 } }), '验证码不正确，还可以再试 2 次。');
    assert.equal(failureText(zhCN, { code }), '验证码不正确，请核对后重新输入。');
  });

  it("is said in the host's words where the host has some", () => {
    const catalog = withOverrides(en, { 'failure.session_expired': 'Log in again at Northwind.' });
    assert.equal(failureText(catalog, { code: 'session_missing' }), 'Log in again at Northwind.');
  });
});

describe('why an action is not offered, and who can help (S57, S58)', () => {
  it('names the administrator when known', () => {
    const refusal = { code: 'no_permission', remedy: 'ask_administrator', contact: 'Li Wen' } as const;
    assert.equal(
      refusalText(en, refusal),
      'You do not have permission to change renewal. Ask your administrator, Li Wen.',
    );
    assert.equal(refusalText(zhCN, refusal), '您没有管理自动续费的权限。请联系管理员（Li Wen）开通权限。');
    assert.match(refusalText(en, { ...refusal, contact: null }), /\. Ask your administrator\.$/);
    assert.match(refusalText(zhCN, { ...refusal, contact: null }), /。请联系管理员开通权限。$/);
  });

  it('names support, or nobody where nothing needs help', () => {
    const refusal = { code: 'too_late', remedy: 'contact_support', contact: null } as const;
    assert.equal(refusalText(en, refusal), 'It is too late to stop the next charge here. Contact support.');
    assert.equal(refusalText(zhCN, refusal), '已来不及在此停止下一次扣费。请联系客服。');
    assert.equal(
      refusalText(en, { code: 'renewal_already_off', remedy: 'none', contact: null }),
      'Renewal is already off.',
    );
  });
});
