import { Receipt } from '@leavewell/contract';
import { createReceiptKey } from '@leavewell/server/receipts';
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { describe, it } from 'node:test';
import { canceledMember, lineOfPage, withoutTags } from './canceled-member.ts';

const nine = [
  'reference',
  'order',
  'canceledAt',
  'accessUntil',
  'furtherCharges',
  'refund',
  'verifiedBy',
  'resume',
  'contact',
];

describe('a member reads a receipt in the form their program asks for (P6, S40)', () => {
  it('as JSON by default, and where none of our forms is accepted', async () => {
    const { read, receipt } = await canceledMember();
    for (const accept of ['application/json', '*/*', 'application/*', 'image/png', 'text/html;q=0', 'nonsense']) {
      const { headers, text } = await read(accept);
      assert.equal(headers.get('content-type'), 'application/json', accept);
      assert.deepEqual(Receipt.parse(JSON.parse(text)), receipt);
    }
  });

  it('as the best of several, by quality and by how exactly it is named (RFC 9110)', async () => {
    const { read } = await canceledMember();
    const typeFor = async (accept: string) => (await read(accept)).headers.get('content-type');
    const navigation = 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8';
    assert.equal(await typeFor(navigation), 'text/html; charset=utf-8');
    assert.equal(await typeFor('text/*;q=0.5, text/calendar'), 'text/calendar; charset=utf-8');
    assert.equal(await typeFor('text/*, text/plain;q=0.1'), 'text/html; charset=utf-8');
    assert.equal(await typeFor('application/json;q=0.2, TEXT/PLAIN'), 'text/plain; charset=utf-8');
  });

  it('with a file name, and never from a cache (PR1)', async () => {
    const { read, receipt } = await canceledMember({ receiptKeys: [await createReceiptKey('one')] });
    const names = {
      'application/json': `inline; filename="receipt-${receipt.id}.json"`,
      'text/plain': `inline; filename="receipt-${receipt.id}.txt"`,
      'text/html': `inline; filename="receipt-${receipt.id}.html"`,
      'text/calendar': `attachment; filename="receipt-${receipt.id}.ics"`,
      'application/jose': `attachment; filename="receipt-${receipt.id}.jws"`,
    };
    for (const [accept, disposition] of Object.entries(names)) {
      const { headers } = await read(accept);
      assert.equal(headers.get('content-disposition'), disposition);
      assert.equal(headers.get('cache-control'), 'no-store');
      assert.equal(headers.get('vary'), 'Origin, Accept, Accept-Language');
    }
  });

  it('and nobody else does, in any form (PR1)', async () => {
    const { server, receipt } = await canceledMember();
    const chenHao = await server.member('chen-hao');
    for (const accept of ['application/json', 'text/plain', 'text/html', 'text/calendar', 'application/jose']) {
      const ask = { id: receipt.id, headers: { accept } };
      const { detail } = await chenHao.refused('getReceipt', 'receipt_not_found', ask);
      assert.equal(detail, 'No receipt of this member has this id.');
    }
    const ask = { id: receipt.id, headers: { accept: 'text/html' } };
    await server.caller({}).refused('getReceipt', 'session_missing', ask);
  });
});

describe('a receipt as text', () => {
  it('says what took effect, that nothing more is charged, and all nine facts (Q15, S38, S64)', async () => {
    const { read, receipt } = await canceledMember();
    const { text } = await read('text/plain');
    assert.equal(
      text,
      [
        `Receipt of a cancellation ${receipt.id}`,
        '',
        'Renewal canceled. You keep Professional until 31 December 2026.',
        'You have access until 31 December 2026 at 24:00, Beijing time. Nothing more will be charged.',
        '',
        'Ends: 31 December 2026 at 24:00, Beijing time',
        'Exact end (UTC): 2026-12-31T16:00:00Z',
        'Not charged: ¥1,298.00 a year',
        'Further charges: None; it does not renew after 31 December 2026',
        'Refund: None is due',
        'To resume: Turn renewal back on in your account until 31 December 2026 at 24:00, Beijing time',
        'Plan: Professional',
        'Account: Northwind Trading',
        'Order: 2026-0117-3391',
        'Requested by: Li Wen',
        'Canceled: 22 November 2026 at 10:42, Beijing time (UTC+8)',
        'Confirmed by: Login to the account; nothing further was asked for',
        'Rules followed: CN',
        'Contact: E-mail help@northwind.example',
        `Receipt: ${receipt.id}`,
        '',
      ].join('\n'),
    );
  });

  it('speaks the five languages, and in Chinese the sentence of the article (S38)', async () => {
    const { read } = await canceledMember();
    const firstWords = {
      en: 'Receipt of a cancellation',
      'zh-CN': '取消自动续费回执',
      'de-DE': 'Bestätigung der Kündigung',
      fr: 'Confirmation de résiliation',
      'ja, ko;q=0.5': '해지 확인서',
    };
    for (const [language, title] of Object.entries(firstWords)) {
      assert.ok((await read('text/plain', language)).text.startsWith(`${title} CR-`), language);
    }
    const { text } = await read('text/plain', 'zh-CN');
    assert.match(text, /^当前会员有效期至2026年12月31日 24:00（北京时间），到期后将不再自动扣费。$/m);
  });
});

describe('a receipt as a page', () => {
  it('has all nine facts, in the language of its lang attribute (Q15)', async () => {
    const { read } = await canceledMember();
    for (const [language, tag] of Object.entries({ en: 'en-GB', 'zh-CN': 'zh-CN', de: 'de', fr: 'fr', ko: 'ko' })) {
      const { text } = await read('text/html', language);
      assert.ok(text.startsWith(`<!doctype html>\n<html lang="${tag}">`), language);
      for (const field of nine) assert.ok(withoutTags(lineOfPage(text, field)), `${language} ${field}`);
    }
  });

  it('names moments for machines beside the words', async () => {
    const { read } = await canceledMember();
    const { text } = await read('text/html');
    assert.equal(
      lineOfPage(text, 'canceledAt'),
      '<time datetime="2026-11-22T10:42:00+08:00">22 November 2026 at 10:42, Beijing time (UTC+8)</time>',
    );
    assert.equal(
      lineOfPage(text, 'accessUntil'),
      '<time datetime="2026-12-31">31 December 2026 at 24:00</time>, Beijing time',
    );
    assert.match(lineOfPage(text, 'exactEnd'), /<time datetime="2026-12-31T16:00:00Z">/);
  });

  it('loads, runs and sends nothing: its one style is named by its hash, in header and file (EM4)', async () => {
    const { read } = await canceledMember();
    const { headers, text } = await read('text/html');
    const style = /<style>([^]*?)<\/style>/.exec(text)?.[1] ?? '';
    const hash = createHash('sha256').update(style).digest('base64');
    const policy = `default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'`;
    assert.equal(headers.get('content-security-policy'), `${policy}; frame-ancestors 'none'`);
    assert.ok(text.includes(`content="${policy.replaceAll("'", '&#39;')}"`));
    assert.doesNotMatch(text, /<(script|link|img|iframe|form|a|base|object)\b/i);
    assert.doesNotMatch(text, /\son\w+=|\s(style|src|href)=|@import|url\(/i);
    assert.match(style, /@page \{ size: A4/);
  });
});

describe('a form that this receipt does not have', () => {
  it('is refused with the remedy: without keys nothing is signed', async () => {
    const { liWen, receipt } = await canceledMember();
    const headers = { accept: 'application/jose' };
    const { detail } = await liWen.refused('getReceipt', 'receipt_not_found', { id: receipt.id, headers });
    assert.match(detail ?? '', /no application\/jose: .*"receiptKeys".*Accept application\/json/);
  });

  it('gives way to the next best that is accepted', async () => {
    const { read } = await canceledMember();
    const { headers } = await read('application/jose, text/plain;q=0.5');
    assert.equal(headers.get('content-type'), 'text/plain; charset=utf-8');
  });
});
