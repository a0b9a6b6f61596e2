import type { ProfileId } from '@leavewell/policies';
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { liWen, mailed, startPages, type PublicPages } from './public-pages.ts';

/** Bought on 15 November 2026, a week before the clock of the tests. */
async function withNewContract(place: ProfileId): Promise<PublicPages> {
  const pages = await startPages({ policy: { place } });
  await pages.server.declare('m_new', {
    orderNumber: 'NEW-1',
    facts: { startsAt: '2026-11-14T16:00:00Z', periodStartsAt: '2026-11-14T16:00:00Z', periodEndsAt: '2027-11-14T16:00:00Z' },
  });
  return pages;
}

const theirs = { ...liWen, contract: 'NEW-1' };

describe('the page to withdraw from a contract (EU-11a)', () => {
  const places: readonly (readonly [ProfileId, string, readonly string[], string])[] = [
    [
      'EU',
      'en',
      ['withdraw from contract here', 'Name', 'Contract or order number', 'E-mail address', 'confirm withdrawal'],
      'EU-11a-1-label, EU-11a-2-fields, EU-11a-3-confirm',
    ],
    [
      'DE',
      'de',
      ['Vertrag widerrufen', 'Name', 'Vertrags- oder Bestellnummer', 'E-Mail-Adresse', 'Widerruf bestätigen'],
      'DE-356a-labels',
    ],
    [
      'FR',
      'fr',
      [
        'renoncer au contrat ici',
        'Nom et prénom, ou raison sociale',
        'Référence du contrat ou de la commande',
        'Adresse électronique',
        'confirmer la rétractation',
      ],
      'FR-D221-5-labels',
    ],
  ];
  for (const [place, language, texts, rules] of places) {
    it(`${place}: its own words, three fields, one button, and nothing else (${rules})`, async () => {
      const { open } = await startPages({ policy: { place } });
      const page = await open('/withdraw', { headers: { 'accept-language': language } });
      assert.deepEqual(page.texts, texts);
      assert.ok(page.source.includes(`<h1><span lang="${language}">${texts[0]}</span></h1>`));
      assert.ok(page.source.includes(`class="main" lang="${language}">${texts.at(-1)}</button>`));
    });
  }

  it('keeps the words of the law beside another language of the page (EU-11a-1-label)', async () => {
    const { open } = await startPages({ policy: { place: 'DE' } });
    const { texts } = await open('/withdraw?lang=ko');
    assert.deepEqual([texts[0], texts[1], texts.at(-1)], ['Vertrag widerrufen', '이름', 'Widerruf bestätigen']);
  });

  it('undoes the contract and acknowledges it with content, date and time, on the page and by mail (EU-11a-4-ack, DE-356a-ack)', async () => {
    const pages = await withNewContract('DE');
    const done = await pages.press(await pages.open('/withdraw?lang=en'), 'send', theirs);
    const [filed] = await pages.settled();
    assert.deepEqual(done.texts.slice(0, 8), [
      'Your withdrawal has arrived',
      'Reference',
      filed?.id,
      'Received',
      '22 November 2026 at 03:42 (Europe/Berlin, UTC+1)\n2026-11-22T03:42:00+01:00',
      'What you declared',
      'Withdrawal from the contract',
      'Name',
    ]);
    assert.deepEqual([filed?.outcome, filed?.membershipId, filed?.receipt.act], ['withdrawn', 'm_new', 'withdraw']);
    await pages.server.receiptsArrived(1);
    const [mail] = mailed(pages.server);
    assert.deepEqual(
      [mail?.to, mail?.receipt.command, mail?.receipt.channel, mail?.receipt.declaration],
      ['li.wen@northwind.example', 'withdraw', 'public_page', theirs],
    );
    const membership = await pages.server.store.read((rows) => rows.getMembership('acme', 'm_new'));
    assert.notEqual(membership?.facts.endedAt, null);
  });

  it('is left to a person when the time for it is over, with the same answer (EU-9-14d, RL4)', async () => {
    const pages = await withNewContract('DE');
    const late = await pages.press(await pages.open('/withdraw?lang=en'), 'send', liWen);
    const inTime = await pages.press(await pages.open('/withdraw?lang=en'), 'send', theirs);
    assert.deepEqual([late.status, late.texts[0]], [inTime.status, inTime.texts[0]]);
    const outcomes = (await pages.settled()).map((filed) => [filed.membershipId, filed.outcome]);
    assert.deepEqual(Object.fromEntries(outcomes), { m_pro: 'for_a_person', m_new: 'withdrawn' });
  });

  it('is another act than canceling: the same words and key on both pages make two records', async () => {
    const pages = await startPages({ policy: { place: 'DE' } });
    const page = await pages.open('/cancel?lang=en');
    const withdrawal = await pages.open('/withdraw?lang=en');
    await pages.press(page, 'send', liWen);
    await pages.press({ ...withdrawal, hidden: page.hidden }, 'send', liWen);
    const acts = (await pages.settled()).map(({ receipt }) => receipt.act);
    assert.deepEqual(acts.toSorted(), ['cancelRenewal', 'withdraw']);
    assert.doesNotMatch(page.source + withdrawal.source, /<a[\s>]/);
  });

  it('says plainly where there is no such right, and leads to the other page', async () => {
    const pages = await startPages({ policy: { place: 'BASE' } });
    const page = await pages.open('/withdraw?lang=en');
    assert.equal(page.status, 200);
    assert.deepEqual(page.texts, [
      'There is no right to withdraw here',
      'The law of this place gives no right to undo this contract without a reason. You can cancel its renewal at any time.',
      'Cancel renewal',
    ]);
    assert.match(page.source, /<a href="cancel\?lang=en">/);
    const sent = await pages.press(page, 'send', { key: 'a-key-that-nobody-drew', ...liWen });
    assert.deepEqual([sent.texts, await pages.settled()], [page.texts, []]);
    await pages.server.caller({}).refused('requestCancelWithoutLogin', 'invalid_request', {
      body: { act: 'withdraw', key: 'a-key-of-a-visitor', declaration: liWen },
    });
  });
});
