import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { loadCardTexts } from '../src/cards.ts';
import { loadCatalog, matchLanguage, plain, withOverrides } from '../src/index.ts';
import { type AllTexts, en, zhCN } from './all-texts.ts';
import { membership, states } from './memberships.ts';
import { receipt } from './receipts.ts';

const refund = { amount: 4900, currency: 'CNY', by: '2026-12-06' };
const request = { planName: 'Pro', requestedAt: '2026-11-22T02:42:00Z', timeZone: 'Asia/Shanghai' };

/** Every text of a catalog; sentences with arguments are asked for every state. */
function textsOf(catalog: AllTexts): readonly (readonly [key: string, text: string])[] {
  const strings = Object.entries(catalog).filter(([, text]) => typeof text === 'string');
  const memberships = states.map((state) => membership(state));
  const sentences = memberships.flatMap((facts) => {
    const preview = { membership: facts, firstDayWithout: '2027-01-01', chargeStopped: facts.price };
    return [
      ['expiry.headline', plain(catalog['expiry.headline'](facts))],
      ['expiry.detail', plain(catalog['expiry.detail'](facts))],
      ['timeline.summary', catalog['timeline.summary'](facts)],
      ['cancel.until.title', plain(catalog['cancel.until.title'](preview))],
      ['cancel.until.text', plain(catalog['cancel.until.text'](preview))],
      ['cancel.from.title', plain(catalog['cancel.from.title'](preview))],
      ['cancel.from.text', plain(catalog['cancel.from.text'](preview))],
      ['resume.text', plain(catalog['resume.text'](facts))],
      ['pending.text', plain(catalog['pending.text']({ ...facts, pendingCommand: null }))],
      ['withdraw.until', plain(catalog['withdraw.until']({ ...facts, withdrawBy: '2026-12-06T16:00:00Z' }))],
    ];
  });
  const others = [
    ['cancel.done.title', plain(catalog['cancel.done.title']('Pro', receipt))],
    ['resume.done.title', plain(catalog['resume.done.title']('Pro', receipt))],
    ['withdraw.done.title', plain(catalog['withdraw.done.title']('Pro'))],
    ['withdraw.text', plain(catalog['withdraw.text']({ refund }))],
    ['receipt.refundBy', plain(catalog['receipt.refundBy'](refund))],
    ['request.done.text', plain(catalog['request.done.text'](request))],
    ['verify.wrong', catalog['verify.wrong'](2)],
    ['verify.wrong', catalog['verify.wrong'](null)],
    ['offer.price', catalog['offer.price'](null)],
    ['offer.ends', plain(catalog['offer.ends'](receipt))],
    ['code.sent', catalog['code.sent']('+86 138 •••• 2207')],
    ['code.label', catalog['code.label'](6)],
    ['code.resendIn', catalog['code.resendIn'](42)],
    ['failure.verification_code_wrong', catalog['failure.verification_code_wrong'](2)],
    ['remedy.ask_administrator', catalog['remedy.ask_administrator'](null)],
    ['remedy.contact_support', catalog['remedy.contact_support'](null)],
  ];
  return [...strings, ...sentences, ...others].map(([key, text]) => [`${key}`, `${text}`]);
}

describe('both catalogs', () => {
  it('have the same texts', () => {
    assert.deepEqual(Object.keys(zhCN).sort(), Object.keys(en).sort());
  });

  it('leave no text empty or without words', () => {
    for (const catalog of [en, zhCN]) {
      for (const [key, text] of textsOf(catalog)) assert.match(text.trim(), /[\p{L}\d]/u, key);
    }
  });

  it('are each in their own language', () => {
    for (const [key, text] of textsOf(en)) assert.doesNotMatch(text, /\p{Script=Han}/u, key);
    const strings = textsOf(zhCN).filter(([key]) => key !== 'language.tag');
    for (const [key, text] of strings) assert.match(text, /\p{Script=Han}/u, key);
  });

  it('make nobody feel guilty, hurried or afraid (Q10)', () => {
    const blame = 'sorry|sad|miss|lose|losing|lost|regret|unfortunately|are you sure|really|goodbye|give up|come back';
    const pressure = 'hurry|last chance|forever|deal|offer|discount|stay with|important|only today';
    const english = new RegExp(`\\b(${blame}|${pressure})\\b|!`, 'i');
    const chinese = /失去|损失|遗憾|可惜|抱歉|挽留|舍得|确定要|真的|再考虑|优惠|最后机会|赶快|立即续费|即将失效|！/;
    for (const [key, text] of textsOf(en)) assert.doesNotMatch(text, english, key);
    for (const [key, text] of textsOf(zhCN)) assert.doesNotMatch(text, chinese, key);
  });

  it('spell canceled in one way', () => {
    for (const [key, text] of textsOf(en)) assert.doesNotMatch(text, /cancelled|cancelling|cancelation/i, key);
  });

  it('give keep and cancel words of the same weight', () => {
    assert.equal(en['cancel.keep'].split(' ').length, en['cancel.confirm'].split(' ').length);
    assert.ok(Math.abs(zhCN['cancel.keep'].length - zhCN['cancel.confirm'].length) <= 2);
  });

  it('explain each state in at most 60 words or 120 characters (S66)', () => {
    for (const state of states) {
      assert.ok(en[`help.${state}`].split(/\s+/).length <= 60, state);
      assert.ok([...zhCN[`help.${state}`]].length <= 120, state);
      assert.notEqual(en[`help.${state}`], en[`status.${state}`]);
    }
  });

  it('never take a one-off for a subscription (S56, S76)', () => {
    assert.equal(en['kind.fixed_term'], 'One-off purchase');
    assert.equal(zhCN['kind.fixed_term'], '单次购买');
    assert.match(plain(zhCN['expiry.detail'](membership('fixed_term'))), /无需取消，到期自动失效/);
    assert.match(plain(en['expiry.detail'](membership('fixed_term'))), /nothing to cancel/);
  });
});

describe('the language of a reader', () => {
  const language = (...tags: string[]) => matchLanguage(tags);

  it('is matched from any tag of the language', () => {
    for (const tag of ['zh', 'zh-CN', 'zh-Hans', 'zh-SG', 'zh-Hant-TW', 'zh-HK', 'ZH-cn', 'zh_CN']) {
      assert.deepEqual(language(tag), { language: 'zh-CN', matched: true }, tag);
    }
    for (const tag of ['en', 'en-US', 'en-GB', 'EN-au', 'en-u-ca-buddhist']) {
      assert.deepEqual(language(tag), { language: 'en', matched: true }, tag);
    }
  });

  it('is the first of their languages that there is', () => {
    assert.deepEqual(language('de-DE', 'zh-CN', 'en'), { language: 'zh-CN', matched: true });
    assert.deepEqual(language('', 'en'), { language: 'en', matched: true });
  });

  it('is English when there is none, and a bad tag never throws', () => {
    const bad = ['xx-', '', 'english!!', '-', 'de', 'constructor', '*', '中文', 'e', 'x-private', ' en'];
    for (const tag of bad) assert.deepEqual(language(tag), { language: 'en', matched: false }, tag);
    assert.deepEqual(language(), { language: 'en', matched: false });
  });
});

describe('loading a catalog', () => {
  it('brings the language, English for every other one', async () => {
    assert.equal((await loadCatalog('zh-Hans'))['cancel.entry'], '取消自动续费');
    assert.equal((await loadCatalog('en-GB'))['cancel.entry'], 'Cancel renewal');
    assert.equal((await loadCatalog('xx-'))['language.tag'], 'en-GB');
  });

  it('writes the month first for readers in the United States', async () => {
    const american = { ...(await loadCatalog('en-US')), ...(await loadCardTexts('en-US')) };
    assert.equal(american['language.tag'], 'en-US');
    assert.equal(plain(american['expiry.headline'](membership('renewing'))), 'Renews on December 31, 2026');
    assert.equal(american['date.day']('2026-12-31').date, 'December 31, 2026');
  });

  it('lets a host say some things in its own words and keeps the rest', () => {
    const catalog = withOverrides(en, { 'cancel.entry': 'Cancel subscription', 'status.paused': 'Resting' });
    assert.equal(catalog['cancel.entry'], 'Cancel subscription');
    assert.equal(catalog['status.paused'], 'Resting');
    assert.equal(catalog['cancel.keep'], en['cancel.keep']);
    assert.equal(en['cancel.entry'], 'Cancel renewal');
    const fromScript: object = { 'cancel.keep': undefined };
    assert.equal(withOverrides(en, fromScript)['cancel.keep'], en['cancel.keep']);
  });
});
