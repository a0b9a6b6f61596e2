import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { withOverrides } from '../src/index.ts';
import { renderMessage, type MessageAct } from '../src/messages.ts';
import type { ReceiptFacts } from '../src/receipts/index.ts';
import { en, zhCN } from './all-texts.ts';
import { canceled, resumed, withdrawn } from './receipts-samples.ts';

const mail = (receipt: ReceiptFacts) => ({ kind: 'receipt', channel: 'email', memberName: 'Li Wen', receipt }) as const;

describe('the mail of a receipt', () => {
  it('says all nine facts in English (Q15, S64)', () => {
    const { text } = renderMessage(en, mail(canceled));
    for (const line of [
      'Receipt: CR-7F3K-29QD',
      'Order: 2026-0117-3391',
      'Canceled: 22 November 2026 at 10:42, Beijing time (UTC+8)',
      'Ends: 31 December 2026 at 24:00, Beijing time',
      'Further charges: None; it does not renew after 31 December 2026',
      'Refund: None is due',
      'Confirmed by: Text message code',
      'To resume: Turn renewal back on in your account until 31 December 2026 at 24:00, Beijing time',
      'Contact: E-mail help@northwind.example',
    ]) {
      assert.ok(text.split('\n').includes(line), `${line}\n---\n${text}`);
    }
  });

  it('says all nine facts in Chinese (Q15, S38)', () => {
    const { text } = renderMessage(zhCN, mail({ ...canceled, planName: '专业版' }));
    for (const line of [
      '当前会员有效期至2026年12月31日 24:00（北京时间），到期后将不再自动扣费。',
      '回执编号：CR-7F3K-29QD',
      '订单号：2026-0117-3391',
      '取消时间：2026年11月22日 10:42（北京时间 UTC+8）',
      '有效期至：2026年12月31日 24:00（北京时间）',
      '后续扣费：无。2026年12月31日到期后将不再自动扣费',
      '退款：无应退款项',
      '验证方式：短信验证码',
      '如何恢复：2026年12月31日 24:00（北京时间）前可在账户中恢复自动续费',
      '联系方式：邮箱 help@northwind.example',
    ]) {
      assert.ok(text.split('\n').includes(line), `${line}\n---\n${text}`);
    }
  });

  it('of a withdrawal says what was undone and what goes back by when', () => {
    const { subject, text } = renderMessage(en, mail(withdrawn));
    assert.equal(subject, 'Purchase undone: Professional');
    assert.match(text, /^Purchase undone\. Professional has ended\.\nRefund: ¥1,298\.00, by 6 December 2026$/m);
    assert.match(text, /^Withdrawn: 22 November 2026 at 10:42/m);
    assert.doesNotMatch(text, /You have access until|Turn renewal back on/);
    assert.equal(renderMessage(zhCN, mail(withdrawn)).subject, '购买已撤销：Professional');
  });

  it('of a renewal turned back on names the next charge and says nothing of resuming', () => {
    const { text } = renderMessage(en, mail(resumed));
    assert.match(text, /^Next charge: 31 December 2026 at 24:00, Beijing time$/m);
    assert.doesNotMatch(text, /To resume|Further charges|Exact end/);
  });

  it("uses the host's own words for what it names and for its sentences", () => {
    const catalog = withOverrides(en, { 'receipt.ends': 'Yours until', 'date.end': () => ['the very end'] });
    assert.match(renderMessage(catalog, mail(canceled)).text, /^Yours until: the very end$/m);
  });
});

describe('a code by mail', () => {
  const acts: readonly MessageAct[] = ['cancelRenewal', 'resumeRenewal', 'withdraw', 'changeFactors'];
  const code = { kind: 'verification_code', code: '419203', planName: 'Professional', minutesValid: 10 } as const;

  it('says in its subject what it is for, and keeps the code out of it (S21)', () => {
    for (const command of acts) {
      for (const texts of [en, zhCN]) {
        const { subject, text } = renderMessage(texts, { ...code, channel: 'email', command });
        assert.ok(subject && !subject.includes('419203'));
        assert.ok(text.includes('419203'));
        assert.equal(renderMessage(texts, { ...code, channel: 'sms', command }).subject, null);
      }
    }
    const subjects = acts.map((command) => renderMessage(en, { ...code, channel: 'email', command }).subject);
    assert.equal(new Set(subjects).size, acts.length);
  });

  it('fits one SMS for every act, in either alphabet', () => {
    for (const command of acts) {
      assert.ok(renderMessage(en, { ...code, command }).text.length <= 160, command);
      assert.ok(renderMessage(zhCN, { ...code, planName: '专业版', command }).text.length <= 70, command);
    }
  });
});

describe('a withdrawal that the payment company did not take', () => {
  it('is told with the time of the declaration, which counts (XO6)', () => {
    const failed = {
      kind: 'command_failed',
      command: 'withdraw',
      channel: 'email',
      memberName: 'Li Wen',
      planName: 'Professional',
      requestedAt: '2026-11-22T02:42:00Z',
      timeZone: 'Asia/Shanghai',
    } as const;
    const { subject, text } = renderMessage(en, failed);
    assert.equal(subject, 'Purchase not undone yet: Professional');
    assert.match(text, /declared your withdrawal on 22 November 2026 at 10:42, Beijing time \(UTC\+8\)/);
    assert.match(renderMessage(zhCN, failed).text, /您声明撤销的时间为 2026年11月22日 10:42/);
  });
});
