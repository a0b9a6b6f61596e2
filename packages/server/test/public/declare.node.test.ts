import { ledgerProvider } from '@leavewell/providers/ledger';
import { belongsTo } from '@leavewell/testing';
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createFakeCompany } from '../handler/fake-company.ts';
import { liWen, mailed, nobody, startPages, type PublicPages } from './public-pages.ts';

async function declare(pages: PublicPages, typed: Readonly<Record<string, string>>) {
  return pages.press(await pages.open('/cancel?lang=en'), 'send', typed);
}

async function membershipOf({ server }: PublicPages, id = 'm_pro') {
  return server.store.read((rows) => rows.getMembership('acme', id));
}

describe('a visitor who declares without a login', () => {
  it('has renewal switched off, with the records that everybody has (S12, P9, Q15)', async () => {
    const pages = await startPages();
    await declare(pages, liWen);
    const [filed] = await pages.settled();
    assert.deepEqual([filed?.outcome, filed?.membershipId, filed?.memberId], ['canceled', 'm_pro', 'li-wen']);
    const membership = await membershipOf(pages);
    assert.equal(membership?.facts.renewal, 'off');
    assert.deepEqual(membership?.facts.renewalOff, { by: 'member', at: '2026-11-22T02:42:00Z' });
    const member = await pages.server.member('li-wen');
    const receipt = await member.ok('getReceipt', { id: filed?.receiptId ?? '' });
    assert.deepEqual(
      [receipt.channel, receipt.place, receipt.requestedAt, receipt.lastDay, receipt.verifiedBy],
      ['public_page', 'DE', filed?.at, '2026-12-31', null],
    );
    assert.deepEqual(receipt.declaration, { terminationKind: 'ordinary', ...liWen, endDate: null });
    const events = await pages.server.host.ok('listEvents', {});
    assert.equal(events.items.filter(({ type }) => type === 'renewal.canceled').length, 1);
  });

  it('has the receipt mailed to the address on file and to no other (PR1, DE-312k-4-receipt)', async () => {
    const pages = await startPages();
    await declare(pages, { ...liWen, email: ' LI.Wen@NORTHWIND.example' });
    await declare(pages, { ...liWen, email: 'thief@elsewhere.example' });
    await declare(pages, nobody);
    await pages.settled();
    await pages.server.receiptsArrived(1);
    await pages.server.outbox.runOnce();
    assert.deepEqual(pages.server.inbox.map(({ to }) => to), ['li.wen@northwind.example']);
  });

  it('reads at once what arrived, when, in which zone and under which reference, and can save it (DE-312k-4-receipt, DE-312k-3-save, EU-11a-4-ack)', async () => {
    const pages = await startPages();
    const done = await declare(pages, { ...liWen, termination_kind: 'extraordinary', reason: 'Umzug\nins Ausland' });
    const [filed] = await pages.settled();
    assert.match(filed?.id ?? '', /^PD-[2-9A-HJ-NP-TV-Z]{4}-[2-9A-HJ-NP-TV-Z]{4}$/);
    const rows = [
      ['Reference', filed?.id],
      ['Received', '22 November 2026 at 03:42 (Europe/Berlin, UTC+1)\n2026-11-22T03:42:00+01:00'],
      ['What you declared', 'Cancellation'],
      ['Kind of termination', 'For good cause'],
      ['Reason', 'Umzug\nins Ausland'],
      ['Name', 'Li Wen'],
      ['Contract or order number', '2026-0117-3391'],
      ['End date wanted', 'the earliest possible'],
      ['E-mail address', 'li.wen@northwind.example'],
    ];
    const next =
      'The confirmation with the end date goes to the e-mail address that we have on file for the contract. If no contract fits what you wrote, a person looks at it; the time above counts.';
    assert.deepEqual(done.texts, ['Your cancellation has arrived', ...rows.flat(), next, 'Save as a text file']);
    const [, name, file = ''] = /<a class="button" download="([^"]*)" href="data:text\/plain;charset=utf-8,([^"]*)">/.exec(done.source) ?? [];
    assert.equal(name, `${filed?.id}.txt`);
    const lines = decodeURIComponent(file).split('\r\n');
    assert.deepEqual(lines.slice(0, 5), [
      'Your cancellation has arrived',
      '',
      `Reference: ${filed?.id}`,
      'Received: 22 November 2026 at 03:42 (Europe/Berlin, UTC+1) 2026-11-22T03:42:00+01:00',
      'What you declared: Cancellation',
    ]);
    assert.ok(lines.includes('Reason: Umzug ins Ausland'));
  });

  it('makes one record however often the button is pressed (S24, XO1)', async () => {
    const pages = await startPages();
    const page = await pages.open('/cancel?lang=en');
    const answers = await Promise.all([1, 2, 3].map(() => pages.press(page, 'send', liWen)));
    const late = await pages.press(page, 'send', liWen);
    const references = new Set([...answers, late].map(({ texts }) => texts[2]));
    assert.equal(references.size, 1);
    assert.equal((await pages.settled()).length, 1);
    await pages.server.receiptsArrived(1);
    await pages.server.outbox.runOnce();
    assert.equal(mailed(pages.server).length, 1);
  });

  it('makes another record for other words under the same form', async () => {
    const pages = await startPages();
    const page = await pages.open('/cancel?lang=en');
    await pages.press(page, 'send', { ...liWen, contract: 'a typing mistake' });
    await pages.press(page, 'send', liWen);
    const outcomes = (await pages.settled()).map(({ outcome }) => outcome);
    assert.deepEqual(outcomes.toSorted(), ['canceled', 'for_a_person']);
  });

  it('is found by order number or by the id of the membership, whatever the case and width (S14)', async () => {
    for (const contract of ['ORD-77-a', ' ord-77-A ', 'ＯＲＤ-77-A', 'm_other']) {
      const pages = await startPages();
      await pages.server.declare('m_other', { orderNumber: 'ORD-77-A' });
      await declare(pages, { ...liWen, contract });
      const [filed] = await pages.settled();
      assert.deepEqual([filed?.outcome, filed?.membershipId], ['canceled', 'm_other'], contract);
    }
  });

  it('is not refused for another name; the name stands in the record', async () => {
    const pages = await startPages();
    await declare(pages, { ...liWen, name: 'Wen Li-Schmidt' });
    const [filed] = await pages.settled();
    assert.deepEqual([filed?.outcome, filed?.receipt.declaration.name], ['canceled', 'Wen Li-Schmidt']);
  });

  it('reaches no contract of another tenant (AC1)', async () => {
    const pages = await startPages({ publicTenant: 'other' });
    await declare(pages, liWen);
    assert.deepEqual(await pages.settled(), []);
    const filed = await pages.server.store.read((rows) => rows.listFiled('declaration', 'other', { limit: 10 }));
    assert.deepEqual(filed.map(({ outcome, membershipId }) => [outcome, membershipId]), [['for_a_person', null]]);
    assert.equal((await membershipOf(pages))?.facts.renewal, 'on');
  });

  it('is left to a person where two contracts fit, so that the wrong one is never ended', async () => {
    const pages = await startPages();
    await pages.server.declare('m_twin', { orderNumber: liWen.contract });
    await declare(pages, liWen);
    const [filed] = await pages.settled();
    assert.deepEqual([filed?.outcome, filed?.membershipId], ['for_a_person', null]);
  });

  it('is left to a person for a later end than the command would bring, and taken for an earlier one (DE-312k-5-date)', async () => {
    for (const [endDate, outcome] of [
      ['2027-12-31', 'for_a_person'],
      ['2026-12-31', 'canceled'],
      ['2026-11-30', 'canceled'],
      ['', 'canceled'],
    ]) {
      const pages = await startPages();
      await declare(pages, { ...liWen, end_date: endDate ?? '' });
      assert.equal((await pages.settled())[0]?.outcome, outcome, endDate);
    }
  });

  it('takes effect on what was paid once and ends by itself, with a receipt that says when (DE-312k-1-scope)', async () => {
    const pages = await startPages();
    await pages.server.declare('m_export', { ...belongsTo('li-wen') });
    const contract = (await membershipOf(pages, 'm_export'))?.orderNumber ?? '';
    await declare(pages, { ...liWen, contract });
    const [filed] = await pages.settled();
    assert.deepEqual([filed?.outcome, filed?.membershipId], ['canceled', 'm_export']);
    await pages.server.receiptsArrived(1);
    const [mail] = mailed(pages.server);
    assert.deepEqual(
      [mail?.receipt.id, mail?.receipt.kind, mail?.receipt.lastDay, mail?.receipt.price, mail?.receipt.nextChargeAt],
      [filed?.receiptId, 'fixed_term', '2026-12-09', null, null],
    );
  });

  it('is left to a person where there is nothing the command could do, with the same answer', async () => {
    const pages = await startPages({ policy: { place: 'EU' } });
    await pages.server.declare('m_export', { ...belongsTo('li-wen') });
    const contract = (await membershipOf(pages, 'm_export'))?.orderNumber ?? '';
    const done = await declare(pages, { ...liWen, contract });
    assert.equal(done.texts[0], 'Your cancellation has arrived');
    const [filed] = await pages.settled();
    assert.deepEqual([filed?.outcome, filed?.membershipId], ['for_a_person', 'm_export']);
  });

  it('gets the receipt of the first time once more when it was canceled before', async () => {
    const pages = await startPages();
    await declare(pages, liWen);
    const [first] = await pages.settled();
    await declare(pages, liWen);
    const outcomes = await pages.settled();
    assert.deepEqual(outcomes.map(({ outcome, receiptId }) => [outcome, receiptId]), [
      ['canceled', first?.receiptId],
      ['canceled', first?.receiptId],
    ]);
    await pages.server.receiptsArrived(2);
    assert.deepEqual(mailed(pages.server).map(({ receipt }) => receipt.id), [first?.receiptId, first?.receiptId]);
  });

  it('is heard although the company is away, and carried out when it is back (RE1)', async () => {
    const company = createFakeCompany();
    const pages = await startPages({ providers: [ledgerProvider(), company] });
    await pages.server.declare('m_away', { provider: 'fake', orderNumber: 'AWAY-1' });
    company.isAway = true;
    const done = await declare(pages, { ...liWen, contract: 'AWAY-1' });
    assert.equal(done.texts[0], 'Your cancellation has arrived');
    await pages.server.outbox.runOnce();
    assert.deepEqual(company.calls, []);
    company.isAway = false;
    pages.server.clock.advance(3_600_000);
    await pages.until(async () => {
      await pages.server.outbox.runOnce();
      assert.equal((await membershipOf(pages, 'm_away'))?.facts.renewal, 'off');
    });
    assert.equal(company.calls.length, 1);
    assert.deepEqual(mailed(pages.server).map(({ to }) => to), ['li.wen@northwind.example']);
    await pages.server.host.ok('listDeclarations');
    assert.equal((await pages.settled())[0]?.outcome, 'canceled');
  });

  it('is left to a person when the company refuses it, and its holder is told', async () => {
    const company = createFakeCompany();
    const pages = await startPages({ providers: [ledgerProvider(), company] });
    await pages.server.declare('m_late', { provider: 'fake', orderNumber: 'LATE-1' });
    company.fail('too_late');
    const done = await declare(pages, { ...liWen, contract: 'LATE-1' });
    assert.equal(done.texts[0], 'Your cancellation has arrived');
    const [filed] = await pages.settled();
    assert.deepEqual([filed?.outcome, filed?.membershipId], ['for_a_person', 'm_late']);
    await pages.server.outbox.runOnce();
    assert.deepEqual(pages.server.inbox.map(({ kind, to }) => [kind, to]), [
      ['command_failed', 'li.wen@northwind.example'],
    ]);
  });
});

describe('what a stranger learns from the answer', () => {
  it('is nothing: status, headers and words are alike for what fits and what does not (RL4)', async () => {
    const pages = await startPages();
    const fits = await declare(pages, liWen);
    const wrongMail = await declare(pages, { ...liWen, email: nobody.email });
    const wrongNumber = await declare(pages, { ...liWen, contract: nobody.contract });
    const alike = ({ status, headers, source }: typeof fits) => {
      const { 'x-request-id': _, ...rest } = Object.fromEntries(headers);
      const words = source
        .replaceAll(/PD-[\w-]{9}/g, 'PD')
        .replaceAll(nobody.email, liWen.email)
        .replaceAll(nobody.contract, liWen.contract)
        .replaceAll(encodeURIComponent(nobody.email), encodeURIComponent(liWen.email));
      return { status, headers: rest, words };
    };
    assert.deepEqual(alike(wrongMail), alike(fits));
    assert.deepEqual(alike(wrongNumber), alike(fits));
    assert.doesNotMatch(fits.source, /Professional|2026-12-31|m_pro|1298|northwind trading/i);
  });

  it('takes the same time, however slow the company is (RL4)', async () => {
    const company = createFakeCompany();
    const pages = await startPages({ providers: [ledgerProvider(), company], limits: { declarationsPerContract: 'off' } });
    await pages.server.declare('m_slow', { provider: 'fake', orderNumber: 'SLOW-1' });
    const { release } = company.hold();
    const quickest = async (typed: Readonly<Record<string, string>>) => {
      const times: number[] = [];
      for (let tries = 0; tries < 5; tries += 1) {
        const page = await pages.open('/cancel');
        const began = performance.now();
        await pages.press(page, 'send', typed);
        times.push(performance.now() - began);
      }
      return Math.min(...times);
    };
    const [known, unknown] = [await quickest({ ...liWen, contract: 'SLOW-1' }), await quickest(nobody)];
    assert.ok(Math.abs(known - unknown) < 25, `${known} and ${unknown} ms`);
    assert.ok(Math.min(known, unknown) > 90, `${known} and ${unknown} ms`);
    release();
    assert.equal((await pages.settled()).filter(({ outcome }) => outcome === 'canceled').length, 1);
    assert.equal(company.calls.length, 1);
  });
});
