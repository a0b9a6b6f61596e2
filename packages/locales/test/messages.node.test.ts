import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { withOverrides } from '../src/index.ts';
import { type ReceiptFacts, renderMessage } from '../src/messages.ts';
import { en, zhCN } from './all-texts.ts';
import { receipt } from './receipts.ts';

const mail = (changes: Partial<ReceiptFacts> = {}) =>
  ({ kind: 'receipt', channel: 'email', memberName: 'Li Wen', receipt: { ...receipt, ...changes } }) as const;
const resumed: Partial<ReceiptFacts> = { command: 'resumeRenewal', nextChargeAt: '2026-12-31T16:00:00Z' };

describe('the mail a member keeps', () => {
  it('promises nothing where a payment is still owed (Q16)', () => {
    const [english, chinese] = [en, zhCN].map((texts) => renderMessage(texts, mail({ paymentOwed: true })).text);
    assert.match(english ?? '', /Only the payment that failed may still be charged\./);
    assert.doesNotMatch(english ?? '', /Nothing more/);
    assert.match(chinese ?? '', /当前会员有效期至2026年12月31日 24:00（北京时间）。此前未成功的扣款仍可能被收取/);
  });

  it('says until when, that nothing more is charged, and every fact of the receipt (S38, S64)', () => {
    assert.deepEqual(renderMessage(en, mail()), {
      subject: 'Renewal canceled: Professional is yours until 31 December 2026',
      text: [
        'Hello Li Wen,',
        '',
        'Renewal canceled. You keep Professional until 31 December 2026.',
        'You have access until 31 December 2026 at 24:00, Beijing time. Nothing more will be charged.',
        '',
        'Ends: 31 December 2026 at 24:00, Beijing time',
        'Exact end (UTC): 2026-12-31T16:00:00Z',
        'Not charged: ¥1,298.00 a year',
        'Further charges: None; it does not renew after 31 December 2026',
        'Plan: Professional',
        'Account: Northwind Trading',
        'Order: 2026-0117-3391',
        'Requested by: Li Wen',
        'Canceled: 22 November 2026 at 10:42, Beijing time (UTC+8)',
        'Confirmed by: Text message code',
        'Payment reference: sub_1Qx',
        'Receipt: CR-7F3K-29QD',
        '',
        'If you did not ask for this, please contact support.',
      ].join('\n'),
    });
  });

  it('says it in Chinese in the words of the article (S38)', () => {
    assert.deepEqual(renderMessage(zhCN, mail({ planName: '专业版' })), {
      subject: '自动续费已取消：专业版有效期至2026年12月31日',
      text: [
        'Li Wen，您好！',
        '',
        '自动续费已取消，“专业版”会员有效期至2026年12月31日。',
        '当前会员有效期至2026年12月31日 24:00（北京时间），到期后将不再自动扣费。',
        '',
        '有效期至：2026年12月31日 24:00（北京时间）',
        '精确到期时刻（UTC）：2026-12-31T16:00:00Z',
        '不再扣取：¥1,298.00/年',
        '后续扣费：无。2026年12月31日到期后将不再自动扣费',
        '会员类型：专业版',
        '账户：Northwind Trading',
        '订单号：2026-0117-3391',
        '操作人：Li Wen',
        '取消时间：2026年11月22日 10:42（北京时间 UTC+8）',
        '验证方式：短信验证码',
        '支付机构流水号：sub_1Qx',
        '回执编号：CR-7F3K-29QD',
        '',
        '如非您本人操作，请联系客服。',
      ].join('\n'),
    });
  });

  it('of a renewal turned back on says when and what is charged next', () => {
    const { subject, text } = renderMessage(en, mail(resumed));
    assert.equal(subject, 'Renewal is on again: Professional');
    assert.match(text, /^Renewal is on again\. Professional renews on 31 December 2026\.$/m);
    assert.match(text, /^Next charge: 31 December 2026 at 24:00, Beijing time$/m);
    assert.match(text, /^Price: ¥1,298\.00 a year$/m);
    assert.match(text, /^Turned back on: 22 November 2026 at 10:42, Beijing time \(UTC\+8\)$/m);
    assert.doesNotMatch(text, /Nothing more|Not charged|Ends:/);
    assert.match(renderMessage(zhCN, mail(resumed)).text, /^下次扣费：2026年12月31日 24:00（北京时间）$/m);
  });

  it('of a renewal turned back on never says that nothing is charged, also when the next charge is not known', () => {
    const { text } = renderMessage(en, mail({ ...resumed, nextChargeAt: null }));
    assert.doesNotMatch(text, /Nothing more|Not charged|Next charge/);
    assert.match(text, /^Renewal is on again\. Professional renews automatically\.$/m);
  });

  it('does not say that nothing is charged when one more charge is to come', () => {
    const { text } = renderMessage(en, mail({ nextChargeAt: '2026-12-31T16:00:00Z' }));
    assert.doesNotMatch(text, /Nothing more|Not charged/);
    assert.match(text, /^Next charge: 31 December 2026 at 24:00, Beijing time$/m);
  });

  it('leaves out what is not known, line by line', () => {
    const bare = { orderNumber: null, price: null, verifiedBy: null, providerReference: null } as const;
    const { subject, text } = renderMessage(en, mail({ ...bare, accessEndsAt: null, lastDay: null }));
    assert.equal(subject, 'Renewal canceled: Professional');
    assert.match(text, /^Nothing more will be charged\.$/m);
    assert.doesNotMatch(text, /null|Order|Not charged|Confirmed|reference/);
  });

  it('names zone and offset once, also where the zone has no place of its own', () => {
    const canceled = (timeZone: string) => /^Canceled: (.*)$/m.exec(renderMessage(en, mail({ timeZone })).text)?.[1];
    assert.equal(canceled('Europe/Berlin'), '22 November 2026 at 03:42, Berlin time (UTC+1)');
    assert.equal(canceled('Etc/GMT+5'), '21 November 2026 at 21:42, UTC-5');
  });

  it('keeps a name from outside on its line, in the text and in the subject', () => {
    const planName = 'Pro\r\nBcc: all@example.com\u2028Nothing';
    const forged = mail({ planName, requestedBy: 'A\nReceipt: CR-0' });
    const { subject, text } = renderMessage(en, { ...forged, memberName: 'B\n\nC' });
    assert.doesNotMatch(subject ?? '', /[\r\n\u2028]/);
    assert.doesNotMatch(text, /^(Bcc|Receipt: CR-0)/m);
    assert.match(text, /^Hello B C,$/m);
  });

  it("uses the host's words where the host has some", () => {
    const catalog = withOverrides(en, { 'receipt.id': 'Number' });
    assert.match(renderMessage(catalog, mail()).text, /^Number: CR-7F3K-29QD$/m);
  });
});

describe('the message that what was under way came to nothing (XO6)', () => {
  const failed = {
    kind: 'command_failed',
    channel: 'email',
    memberName: 'Li Wen',
    planName: 'Professional',
    requestedAt: '2026-11-22T02:42:00Z',
    timeZone: 'Asia/Shanghai',
  } as const;

  it('says what did not happen, that it may be charged, and when it was asked for, with the zone', () => {
    const { subject, text } = renderMessage(en, { ...failed, command: 'cancelRenewal' });
    assert.equal(subject, 'Renewal not canceled: Professional');
    assert.match(text, /^Hello Li Wen,\n\nThe renewal of Professional was not canceled: .* It may be charged as before\./);
    assert.match(text, /22 November 2026 at 10:42, .*UTC\+8/);
    const chinese = renderMessage(zhCN, { ...failed, command: 'cancelRenewal', planName: '专业版' });
    assert.equal(chinese.subject, '自动续费未能取消：专业版');
    assert.match(chinese.text, /仍可能照常扣费。\n您提出取消的时间为 2026年11月22日.*10:42/);
  });

  it('of resuming claims no charge; by SMS it has no subject and no greeting', () => {
    const { subject, text } = renderMessage(en, { ...failed, command: 'resumeRenewal', channel: 'sms' });
    assert.equal(subject, null);
    assert.match(text, /^The renewal of Professional was not turned back on/);
    assert.doesNotMatch(text, /charged/);
  });

  it('keeps a name from outside on its line', () => {
    const { subject, text } = renderMessage(en, { ...failed, command: 'cancelRenewal', planName: 'A\nBcc: x' });
    assert.ok(!`${subject}`.includes('\n'));
    assert.ok(text.includes('A Bcc: x'));
  });
});

describe('the message that a way to verify was set up or taken away (AU7)', () => {
  const changed = {
    kind: 'factor_changed',
    channel: 'email',
    memberName: 'Li Wen',
    change: 'added',
    method: 'passkey',
    label: 'My phone',
    changedAt: '2026-11-22T02:42:00Z',
    timeZone: 'Asia/Shanghai',
  } as const;

  it('names it, when that was with the zone, and what to do when it was somebody else', () => {
    const { subject, text } = renderMessage(en, changed);
    assert.equal(subject, 'A new way to show that it is you');
    assert.match(text, /^Hello Li Wen,\n\nFrom now on you can show that it is you with: Passkey \(My phone\)\. It was set up/);
    assert.match(text, /22 November 2026 at 10:42, .*UTC\+8/);
    assert.match(text, /If you did not ask for this, please contact support\.$/);
    const chinese = renderMessage(zhCN, { ...changed, change: 'removed' as const });
    assert.equal(chinese.subject, '您的一种验证方式已移除');
    assert.match(chinese.text, /“通行密钥 \(My phone\)”已不能再用于验证身份。移除时间：2026年11月22日.*10:42/);
  });

  it('says a name that says nothing new once, and keeps one on its line', () => {
    assert.match(renderMessage(en, { ...changed, label: 'Passkey' }).text, /with: Passkey\. It/);
    assert.match(renderMessage(en, { ...changed, label: 'A\nBcc: x' }).text, /with: Passkey \(A Bcc: x\)\. It/);
  });

  it('by SMS has no subject and no greeting', () => {
    const { subject, text } = renderMessage(en, { ...changed, channel: 'sms', change: 'removed' });
    assert.equal(subject, null);
    assert.match(text, /^You can no longer show that it is you with: Passkey/);
  });
});

describe('an SMS', () => {
  const code = { kind: 'verification_code', code: '419203', planName: 'Professional', minutesValid: 10 } as const;

  it('with a code says what it is for and how long it works (S21)', () => {
    assert.deepEqual(renderMessage(en, { ...code, command: 'cancelRenewal' }), {
      subject: null,
      text:
        'Your code to cancel the renewal of Professional is 419203. It is valid for 10 minutes. ' +
        'If this was not you, ignore it.',
    });
    assert.equal(
      renderMessage(en, { ...code, command: 'resumeRenewal', minutesValid: 1 }).text,
      'Your code to turn the renewal of Professional back on is 419203. It is valid for 1 minute. ' +
        'If this was not you, ignore it.',
    );
    assert.equal(
      renderMessage(zhCN, { ...code, planName: '专业版', command: 'cancelRenewal' }).text,
      '验证码 419203，用于取消“专业版”的自动续费，10 分钟内有效。如非本人操作，请忽略，切勿告知他人。',
    );
  });

  it('with a code fits one message in either alphabet', () => {
    assert.ok(renderMessage(en, { ...code, command: 'resumeRenewal' }).text.length <= 160);
    assert.ok(renderMessage(zhCN, { ...code, planName: '专业版', command: 'resumeRenewal' }).text.length <= 70);
  });

  it('with a receipt has no subject, no greeting and no empty lines', () => {
    const { subject, text } = renderMessage(zhCN, { ...mail(), channel: 'sms' });
    assert.equal(subject, null);
    assert.ok(text.startsWith('自动续费已取消'));
    assert.ok(text.split('\n').every((line) => line !== ''));
    assert.match(text, /到期后将不再自动扣费。\n[^]*回执编号：CR-7F3K-29QD/);
  });
});
