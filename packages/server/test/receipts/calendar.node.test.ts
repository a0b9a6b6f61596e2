import ICAL from 'ical.js';
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createReceiptKey, receiptFiles } from '@leavewell/server/receipts';
import { canceledMember } from './canceled-member.ts';

/** The one entry of a calendar file. */
function entryOf(calendar: string): ICAL.Component {
  const entries = new ICAL.Component(ICAL.parse(calendar)).getAllSubcomponents();
  assert.equal(entries.length, 1);
  const [entry] = entries;
  assert.ok(entry);
  assert.equal(entry.name, 'vevent');
  return entry;
}

const valueOf = (entry: ICAL.Component, name: string) => String(entry.getFirstPropertyValue(name));

describe('a receipt in a calendar (RFC 5545)', () => {
  it('is one free all-day entry on the last day, the same on every download, without an alarm', async () => {
    const { server, read, receipt } = await canceledMember();
    const { text } = await read('text/calendar');
    const entry = entryOf(text);
    assert.deepEqual(
      ['uid', 'dtstamp', 'dtstart', 'dtend', 'summary', 'transp', 'class'].map((name) => valueOf(entry, name)),
      [
        `receipt-${receipt.id}@leavewell`,
        '2026-11-22T02:42:00Z',
        '2026-12-31',
        '2027-01-01',
        'Last day of Professional',
        'TRANSPARENT',
        'PRIVATE',
      ],
    );
    assert.equal(entry.getFirstProperty('dtstart')?.type, 'date');
    assert.match(valueOf(entry, 'description'), /^Ends: 31 December 2026 at 24:00, Beijing time\nExact end \(UTC\): /);
    server.clock.set('2027-06-01T00:00:00Z');
    const later = await (await server.member()).ask('getReceipt', {
      id: receipt.id,
      headers: { accept: 'text/calendar', 'accept-language': 'en' },
    });
    assert.equal(later.text, text);
  });

  it('is folded at 75 octets within no character, ends lines with CR LF, and escapes what means something', async () => {
    const planName = 'Pläne; 股权穿透分析, 实时经营异常提醒 \\ und 批量导出功能 😀😀😀😀😀😀😀😀😀😀';
    const { read } = await canceledMember({}, { plan: { id: 'p', name: planName, benefits: [] } });
    for (const language of ['en', 'zh-CN', 'de', 'fr', 'ko']) {
      const { text } = await read('text/calendar', language);
      const lines = text.split('\r\n');
      assert.equal(lines.pop(), '');
      for (const line of lines) {
        assert.ok(Buffer.byteLength(line) <= 75, line);
        assert.doesNotMatch(line, /[\r\n\uFFFD]/);
      }
      assert.ok(valueOf(entryOf(text), 'summary').includes(planName), language);
    }
  });

  it('of a renewal turned back on stands on the day it renews', async () => {
    const { liWen, receipt } = await canceledMember();
    assert.equal(receipt.command, 'cancelRenewal');
    const { receipt: resumed } = await liWen.ok('resumeRenewal', { id: 'm_pro', key: 'intent-0002' });
    const headers = { accept: 'text/calendar', 'accept-language': 'zh-CN' };
    const entry = entryOf((await liWen.ask('getReceipt', { id: resumed.id, headers })).text);
    assert.deepEqual([valueOf(entry, 'dtstart'), valueOf(entry, 'summary')], ['2026-12-31', 'Professional自动续费']);
  });

  it('of a withdrawal stands on the day by which the money is back, and without a refund there is none', async () => {
    const { receipt } = await canceledMember();
    const withdrawn = { ...receipt, id: 'WR-7F3K-29QD', command: 'withdraw', lastDay: '2026-11-21' } as const;
    const refund = { amount: 129_800, currency: 'CNY', by: '2026-12-06' };
    const namesOf = async (changes: Partial<typeof receipt>) =>
      (await receiptFiles({ ...withdrawn, ...changes }, 'de', [])).map(({ name }) => name);
    assert.deepEqual(await namesOf({}), ['receipt-WR-7F3K-29QD.txt', 'receipt-WR-7F3K-29QD.html']);
    const [, , calendar] = await receiptFiles({ ...withdrawn, refund }, 'de', []);
    const entry = entryOf(calendar?.content ?? '');
    assert.equal(valueOf(entry, 'dtstart'), '2026-12-06');
    assert.equal(valueOf(entry, 'summary'), 'Erstattung für Professional fällig');
  });
});

describe('the files that a mail of a receipt may carry', () => {
  it('are text, page, calendar entry and signed form, in the language of the member', async () => {
    const { receipt } = await canceledMember();
    const files = await receiptFiles(receipt, 'zh-CN', [await createReceiptKey('2026-11-22')]);
    assert.deepEqual(
      files.map(({ name, contentType }) => [name.slice(name.lastIndexOf('.')), contentType]),
      [
        ['.txt', 'text/plain; charset=utf-8'],
        ['.html', 'text/html; charset=utf-8'],
        ['.ics', 'text/calendar; charset=utf-8'],
        ['.jws', 'application/jose'],
      ],
    );
    for (const { format, content } of files) {
      if (format !== 'jws') assert.ok(content.includes(format === 'ics' ? '有效期最后一天' : '到期后将不再自动扣费'), format);
    }
  });
});
