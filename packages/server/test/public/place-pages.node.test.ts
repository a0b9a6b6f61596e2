import { acceptedLabels, type ProfileId } from '@leavewell/policies';
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { elementsOf, liWen, startPages } from './public-pages.ts';

const german = { headers: { 'accept-language': 'de-DE, de;q=0.9' } };
const french = { headers: { 'accept-language': 'fr' } };

describe('the page of a German visitor (DE-312k-2)', () => {
  it('shows the fields, their labels, the button, a heading, and nothing else (DE-312k-2-closed, DE-312k-2-fields, Q6)', async () => {
    const { open } = await startPages({ policy: { place: 'DE' } });
    const page = await open('/cancel', german);
    assert.deepEqual(page.texts, [
      'Vertrag kündigen',
      'Art der Kündigung',
      'Ordentliche Kündigung',
      'Außerordentliche Kündigung',
      'Kündigungsgrund (nur bei außerordentlicher Kündigung)',
      'Name',
      'Vertrags- oder Bestellnummer',
      'Gewünschtes Vertragsende (leer: zum frühestmöglichen Zeitpunkt)',
      'E-Mail-Adresse',
      'jetzt kündigen',
    ]);
    assert.doesNotMatch(page.source, /<(a|img|svg|script|iframe|link|object|video|details|dialog|select)[\s>]/);
  });

  it('has the button in its first render, with exactly the words of the law and never disabled (DE-312k-2-label-confirm, DE-312k-2-onepage, Q5, Q7)', async () => {
    const { open } = await startPages({ policy: { place: 'DE' } });
    const { source } = await open('/cancel', german);
    assert.match(source, /<button type="submit" name="step" value="send" class="main" lang="de">jetzt kündigen<\/button>/);
    assert.equal(source.match(/<button/g)?.length, 1);
    assert.doesNotMatch(source, /disabled/);
  });

  it('keeps the words of the law, in their language, for who reads English (DE-312k-2-label-confirm)', async () => {
    const { open } = await startPages({ policy: { place: 'DE' } });
    const page = await open('/cancel?lang=en', german);
    assert.equal(page.texts[0], 'Cancel renewal');
    assert.equal(page.texts.at(-1), 'jetzt kündigen');
    assert.match(page.source, /<html lang="en-GB">/);
    assert.match(page.source, /lang="de">jetzt kündigen</);
  });

  it('is done in two presses: the entry opens the form, the button sends it (DE-312k-2-direct, Q1, Q2)', async () => {
    const { open, press, settled } = await startPages({ policy: { place: 'DE' } });
    const done = await press(await open('/cancel', german), 'send', liWen, { headers: { ...german.headers } });
    assert.equal(done.texts[0], 'Ihre Kündigung ist eingegangen');
    assert.equal((await settled())[0]?.outcome, 'canceled');
  });

  it('asks for no login: no password, and no field to log in with (DE-312k-2-nologin, Q4)', async () => {
    const { open } = await startPages({ policy: { place: 'DE' } });
    const { source } = await open('/cancel', german);
    assert.doesNotMatch(source, /type="password"|autocomplete="(username|current-password|new-password)"/);
  });

  it('stays pure when something is missing, but for what is missing (DE-312k-2-closed)', async () => {
    const { open, press } = await startPages({ policy: { place: 'DE' } });
    const page = await press(await open('/cancel', german), 'send', { name: 'Li Wen' }, german);
    assert.deepEqual(page.texts.slice(0, 4), [
      'Vertrag kündigen',
      'Es fehlt noch etwas',
      'Vertrags- oder Bestellnummer: bitte ausfüllen.',
      'E-Mail-Adresse: bitte ausfüllen.',
    ]);
    assert.doesNotMatch(page.source, /<(a|img)[\s>]/);
  });
});

describe('the pages of a French visitor (FR-D215)', () => {
  it('ask for name, e-mail, contract and wished end, and say nothing fixed before the review (FR-D215-2-fields)', async () => {
    const { open } = await startPages({ policy: { place: 'FR' } });
    const page = await open('/cancel', french);
    assert.deepEqual(page.texts, [
      'Résilier votre contrat',
      'Sans vous connecter. Le renouvellement s’arrête ; ce qui est payé vous reste jusqu’à la fin de la période payée.',
      'Nom et prénom, ou raison sociale',
      'Adresse électronique',
      'Référence du contrat ou de la commande',
      'Date de fin souhaitée (vide : dès que possible)',
      'Continuer',
    ]);
  });

  it('let it be checked and changed before "notification de la résiliation" sends it (FR-D215-3-review, Q2)', async () => {
    const { open, press, settled } = await startPages({ policy: { place: 'FR' } });
    const review = await press(await open('/cancel', french), 'check', { ...liWen, end_date: '2026-12-01' }, french);
    assert.deepEqual(review.texts, [
      'Merci de vérifier',
      'Votre déclaration',
      'Résiliation',
      'Nom et prénom, ou raison sociale',
      'Li Wen',
      'Référence du contrat ou de la commande',
      '2026-0117-3391',
      'Date de fin souhaitée',
      '1 décembre 2026',
      'Adresse électronique',
      'li.wen@northwind.example',
      'notification de la résiliation',
      'Modifier',
    ]);
    assert.match(review.source, /value="send" class="main" lang="fr">notification de la résiliation<\/button>/);
    assert.deepEqual(await settled(), []);

    const changed = await press(review, 'change', {}, french);
    const kept = elementsOf(changed.source, 'input').map(({ name, value }) => [name, value]);
    assert.deepEqual(kept.slice(1), [
      ['name', 'Li Wen'],
      ['email', 'li.wen@northwind.example'],
      ['contract', '2026-0117-3391'],
      ['end_date', '2026-12-01'],
    ]);
    assert.equal(changed.hidden.key, review.hidden.key);

    const again = await press(changed, 'check', { ...liWen, name: 'Li Wen SARL' }, french);
    const done = await press(again, 'send', {}, french);
    assert.equal(done.texts[0], 'Votre résiliation est bien arrivée');
    const [filed, ...others] = await settled();
    assert.deepEqual([filed?.outcome, filed?.receipt.declaration.name, others], ['canceled', 'Li Wen SARL', []]);
  });

  it('say that the confirmation names the end date and the effects (FR-L215-1-1-ack)', async () => {
    const { open, press } = await startPages({ policy: { place: 'FR' } });
    const done = await press(await open('/cancel', french), 'send', liWen, french);
    assert.ok(done.texts.some((text) => text.includes('avec la date de fin et les effets')));
    assert.ok(done.texts.includes('22 novembre 2026 à 03:42 (Europe/Paris, UTC+1)\n2026-11-22T03:42:00+01:00'));
  });
});

describe('the pages of places that fix no words (BASE, CA-17602, CN, KR)', () => {
  const places: readonly (readonly [ProfileId, string, readonly string[]])[] = [
    [
      'BASE',
      'en',
      [
        'Cancel renewal',
        'No login needed. Renewal stops, and what is paid for stays yours until the end of the paid time.',
        'Name',
        'Contract or order number',
        'E-mail address',
        'Cancel now',
      ],
    ],
    [
      'CA',
      'en-US',
      [
        'Cancel renewal',
        'No login needed. Renewal stops, and what is paid for stays yours until the end of the paid time.',
        'Name',
        'Contract or order number',
        'E-mail address',
        'Cancel now',
      ],
    ],
    [
      'CN',
      'zh-CN',
      ['取消自动续费', '无需登录。自动续费将停止，已付费的权益可用至到期。', '姓名', '合同号或订单号', '电子邮箱', '确认取消'],
    ],
    [
      'KR',
      'ko',
      [
        '해지하기',
        '로그인 없이 할 수 있습니다. 자동 갱신이 중지되며, 결제한 기간이 끝날 때까지 계속 이용할 수 있습니다.',
        '이름',
        '계약 번호 또는 주문 번호',
        '이메일 주소',
        '해지 확정',
      ],
    ],
  ];
  for (const [place, language, texts] of places) {
    it(`${place}: three fields and one button, and the press on it is the last (CA-17602-online, KR-212-4, CN-18-cancel, Q1, Q2)`, async () => {
      const { open, press, settled } = await startPages({ policy: { place } });
      const coming = { headers: { 'accept-language': language } };
      const page = await open('/cancel', coming);
      assert.deepEqual(page.texts, texts);
      assert.ok(acceptedLabels(place, 'cancelRenewal').confirm.includes(texts.at(-1) ?? ''));
      await press(page, 'send', liWen, coming);
      assert.equal((await settled())[0]?.outcome, 'canceled');
    });
  }
});

describe('every page', () => {
  for (const place of ['BASE', 'DE', 'FR', 'CN', 'KR', 'CA'] as const) {
    it(`of ${place} has nothing chosen, no offer, no question why, no haste (Q9, Q11, Q12, Q14)`, async () => {
      const { open } = await startPages({ policy: { place } });
      const { source, texts } = await open('/cancel');
      assert.doesNotMatch(source, / checked| selected|autofocus|http-equiv|<(meter|progress|marquee)/);
      assert.doesNotMatch(texts.join(' '), /%|discount|offer|stay with|why|only today|Rabatt|warum|remise|pourquoi|优惠|할인/i);
      assert.ok(elementsOf(source, 'textarea').every((field) => !('required' in field)));
    });
  }

  it('is written in the language of the link, else of the browser, else of the place', async () => {
    const { open } = await startPages({ policy: { place: 'KR' } });
    const heading = async (path: string, languages: string) =>
      (await open(path, { headers: { 'accept-language': languages } })).texts[0];
    assert.equal(await heading('/cancel?lang=de', 'fr'), 'Vertrag kündigen');
    assert.equal(await heading('/cancel', 'pt, fr;q=0.5'), 'Résilier votre contrat');
    assert.equal(await heading('/cancel?lang=xx', 'zh-Hans'), '取消自动续费');
    assert.equal(await heading('/cancel', 'pt'), '해지하기');
  });

  it('labels every field and lets the browser fill in name and mail (P9, Q19)', async () => {
    const { open } = await startPages({ policy: { place: 'DE' } });
    const { source } = await open('/cancel');
    const named = elementsOf(source, 'label').map((label) => label.for);
    const fields = [...elementsOf(source, 'input'), ...elementsOf(source, 'textarea')].filter(({ type }) => type !== 'hidden');
    assert.deepEqual(fields.map(({ id }) => id).toSorted(), named.toSorted());
    const autocomplete = Object.fromEntries(fields.map(({ id = '', autocomplete: token }) => [id, token]));
    assert.deepEqual([autocomplete.name, autocomplete.email], ['name', 'email']);
    assert.equal(fields.find(({ id }) => id === 'email')?.inputmode, 'email');
  });

  it('keeps what was typed and names each field at fault beside it (P9)', async () => {
    const { open, press } = await startPages({ policy: { place: 'DE' } });
    const typed = { termination_kind: 'extraordinary', reason: 'Umzug', contract: 'A-1', end_date: '2026-02-30', email: 'li.wen' };
    const page = await press(await open('/cancel?lang=en'), 'send', typed);
    assert.equal(page.status, 400);
    assert.match(page.source, /<title>Something is missing: Cancel renewal<\/title>/);
    assert.match(page.source, /<div class="faults" role="alert" tabindex="-1" autofocus aria-labelledby="faults">/);
    const inputs = elementsOf(page.source, 'input');
    const of = (id: string) => inputs.find((field) => field.id === id);
    assert.deepEqual([of('contract')?.value, of('end_date')?.value, of('email')?.value], ['A-1', '2026-02-30', 'li.wen']);
    assert.ok('checked' in (of('kind-extraordinary') ?? {}));
    assert.match(page.source, /<textarea id="reason"[^>]*>\nUmzug<\/textarea>/);
    for (const [field, fault] of [
      ['name', 'Name: please fill it in.'],
      ['end_date', 'End date wanted: please give a day, such as 2026-12-31, or leave it empty.'],
      ['email', 'E-mail address: please write it in full, such as name@example.com.'],
    ] as const) {
      assert.deepEqual([of(field)?.['aria-invalid'], of(field)?.['aria-describedby']], ['true', `${field}-fault`]);
      assert.ok(page.source.includes(`<p class="fault" id="${field}-fault">${fault}</p>`), field);
    }
    assert.equal(of('contract')?.['aria-invalid'], undefined);
  });
});
