import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type PendingFacts, plain } from '../src/index.ts';
import { type AllTexts, en, zhCN } from './all-texts.ts';
import { berlinRenewing, membership } from './memberships.ts';

const since = '2026-11-22T02:42:00Z';
const said = (catalog: AllTexts, facts: PendingFacts) => plain(catalog['pending.text'](facts));

describe('a command that the payment company has not confirmed (XO6)', () => {
  const shanghai = membership('renewing');
  const cancel = { command: 'cancelRenewal', since } as const;
  const resume = { command: 'resumeRenewal', since } as const;

  it('is said with what was asked for and when, with its zone', () => {
    assert.equal(
      said(en, { ...shanghai, pendingCommand: cancel }),
      'On 22 November 2026 at 10:42, Beijing time, you asked to cancel renewal. ' +
        'The payment company has not confirmed it yet. This goes on by itself, and your receipt follows.',
    );
    assert.equal(
      said(zhCN, { ...shanghai, pendingCommand: cancel }),
      '您于2026年11月22日 10:42（北京时间）提交了取消自动续费的申请，' +
        '支付机构尚未确认。系统会自动继续处理，无需您操作，确认后将出具回执。',
    );
    assert.match(said(en, { ...shanghai, pendingCommand: resume }), /Beijing time, you asked to turn renewal back on\. /);
    assert.match(said(zhCN, { ...shanghai, pendingCommand: resume }), /提交了恢复自动续费的申请/);
  });

  it('names the moment in the zone of the account', () => {
    const berlin = { ...membership('renewing', berlinRenewing), pendingCommand: cancel };
    assert.match(said(en, berlin), /On 22 November 2026 at 03:42, Berlin time \(UTC\+1\), you/);
  });

  it('never says that it is done', () => {
    for (const pendingCommand of [cancel, resume, null]) {
      assert.doesNotMatch(said(en, { ...shanghai, pendingCommand }), /canceled|is off|is on/i);
      assert.doesNotMatch(said(zhCN, { ...shanghai, pendingCommand }), /已取消|已恢复|已关闭/);
    }
    assert.doesNotMatch(en['pending.title'], /canceled/i);
  });

  it('is no time to be told to cancel: the card leaves that out', () => {
    const facts = membership('renewing', { pendingCommand: cancel });
    assert.equal(
      plain(en['expiry.detail'](facts)),
      'In 39 days, ¥1,298.00 will be charged to Alipay •• 8017. This period lasts until that date, 24:00 Beijing time.',
    );
    assert.doesNotMatch(plain(zhCN['expiry.detail'](facts)), /可随时取消/);
  });
});
