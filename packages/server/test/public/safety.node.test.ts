import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { describe, it } from 'node:test';
import { base, problemOf } from '../handler/start-server.ts';
import { elementsOf, liWen, startPages } from './public-pages.ts';

const hostile = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "' onfocus='alert(1)' autofocus='",
  '</textarea><script>alert(1)</script>',
  '</dd></dl><form action="//evil.example"><button>',
  '&lt;script&gt;',
  '{{constructor}}${alert(1)}`',
  'javascript:alert(1)',
  '\u0000\u001b[31m\u2028\u202e',
];

describe('every page and answer', () => {
  it('allows its own style and its own forms, and nothing else from anywhere (PR3, EM7)', async () => {
    const { open, press } = await startPages();
    const form = await open('/cancel');
    const done = await press(form, 'send', liWen);
    for (const page of [form, done, await press(form, 'send', {}), await open('/withdraw')]) {
      const style = /<style>([^]*)<\/style>/.exec(page.source)?.[1] ?? '';
      const hash = createHash('sha256').update(style).digest('base64');
      assert.equal(
        page.headers.get('content-security-policy'),
        `default-src 'none'; style-src 'sha256-${hash}'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'`,
      );
      assert.deepEqual(
        ['cache-control', 'x-content-type-options', 'x-frame-options', 'referrer-policy', 'set-cookie'].map((name) =>
          page.headers.get(name),
        ),
        ['no-store', 'nosniff', 'DENY', 'same-origin', null],
      );
      assert.doesNotMatch(page.source, /<script|<link|<img|<iframe|\son\w+=| style=|@import|url\(|https?:/);
    }
  });

  it('works for HEAD, and says what it answers to every other method', async () => {
    const { server } = await startPages();
    const head = await server.handler(new Request(`${base}/cancel`, { method: 'HEAD' }));
    assert.deepEqual([head.status, await head.text()], [200, '']);
    assert.equal(head.headers.get('content-type'), 'text/html; charset=utf-8');
    const put = await server.handler(new Request(`${base}/cancel`, { method: 'PUT' }));
    assert.deepEqual([put.status, put.headers.get('allow')], [405, 'GET, HEAD, POST']);
  });

  it('passes over parameters and fields that it does not know (AU6)', async () => {
    const { open, press, settled } = await startPages();
    const page = await open('/cancel?tenantId=other&memberId=chen-hao&utm_source=x');
    assert.equal(page.status, 200);
    await press(page, 'send', { ...liWen, tenantId: 'other', memberId: 'chen-hao', outcome: 'canceled' });
    const [filed] = await settled();
    assert.deepEqual([filed?.tenantId, filed?.memberId], ['acme', 'li-wen']);
    assert.deepEqual(Object.keys(filed?.receipt.declaration ?? {}).toSorted(), [
      'contract',
      'email',
      'endDate',
      'name',
      'terminationKind',
    ]);
  });

  it('is not there where the pages are nobody’s', async () => {
    const { open } = await startPages({ publicTenant: () => null });
    const page = await open('/cancel?lang=en');
    assert.deepEqual([page.status, page.texts], [404, ['There is no such page', 'Please check the address.']]);
  });
});

describe('hostile input (EM4)', () => {
  for (const text of hostile) {
    it(`stays text: ${JSON.stringify(text)}`, async () => {
      const { open, press, settled } = await startPages({ policy: { place: 'FR' } });
      const page = await open('/cancel?lang=en');
      const faulty = await press(page, 'check', { name: text, contract: text, email: text, end_date: text.slice(0, 10) });
      const typed = { name: text, contract: text, email: 'a@b.example' };
      const review = await press(page, 'check', typed);
      const done = await press(review, 'send');
      for (const { source } of [faulty, review, done]) {
        assert.doesNotMatch(source, /<script|<img|<form action|<[^>]*"[^"<>]*['"]\s*on\w+=|[\u0000\u001b]|onfocus='/);
        assert.equal(source.match(/<form/g)?.length ?? 0, source === done.source ? 0 : 1);
      }
      const shown = elementsOf(faulty.source, 'input').find(({ id }) => id === 'name');
      const visible = text.replace(/[\u0000\u001b]/g, '\ufffd').trim();
      assert.equal(shown?.value, visible);
      assert.equal((await settled())[0]?.receipt.declaration.name, visible);
    });
  }

  it('in the language, the header and the query is passed over', async () => {
    const { open } = await startPages();
    const page = await open(`/cancel?lang=${encodeURIComponent('"><script>')}`, {
      headers: { 'accept-language': '<script>, de"' },
    });
    assert.deepEqual([page.status, page.texts[0]], [200, 'Vertrag kündigen']);
    assert.doesNotMatch(page.source, /<script/);
    const without = await (await startPages({ policy: { place: 'BASE' } })).open(
      `/withdraw?lang=${encodeURIComponent('en"><b>')}`,
    );
    assert.doesNotMatch(without.source, /"><b>/);
  });
});

describe('a form that did not come from our page (EM6)', () => {
  const strangers: Readonly<Record<string, Readonly<Record<string, string>>>> = {
    'another site': { origin: 'https://evil.example' },
    'a sandboxed frame': { origin: 'null' },
    'a sandboxed frame that claims to be ours': { origin: 'null', 'sec-fetch-site': 'same-origin' },
    'another site in a browser without Origin': { 'sec-fetch-site': 'cross-site' },
    'a neighbor below the same domain': { origin: 'https://host.example', 'sec-fetch-site': 'same-site' },
  };
  for (const [who, headers] of Object.entries(strangers)) {
    it(`is refused and changes nothing: ${who}`, async () => {
      const { open, press, settled } = await startPages();
      const page = await press(await open('/cancel?lang=en'), 'send', liWen, { headers });
      assert.deepEqual([page.status, page.texts[0]], [403, 'This did not come from our page']);
      assert.deepEqual(await settled(), []);
    });
  }

  it('is taken from our own page, also behind a proxy that hides our address, and from an old browser', async () => {
    for (const headers of [
      { origin: 'https://host.example', 'sec-fetch-site': 'same-origin' },
      { origin: 'https://www.host.example', 'sec-fetch-site': 'same-origin' },
      {},
    ]) {
      const { open, press } = await startPages();
      const page = await press(await open('/cancel?lang=en'), 'send', liWen, { headers });
      assert.equal(page.texts[0], 'Your cancellation has arrived');
    }
  });

  it('needs the key of a rendered form, and keeps what was typed without it', async () => {
    const { open, press, settled } = await startPages();
    const page = await open('/cancel?lang=en');
    const without = await press({ ...page, hidden: {} }, 'send', liWen);
    assert.equal(without.status, 400);
    assert.ok(without.texts.includes('The form did not arrive whole. Please press the button once more.'));
    assert.deepEqual(await settled(), []);
  });

  it('has another key each time it is opened', async () => {
    const { open } = await startPages();
    const keys = await Promise.all([1, 2, 3].map(async () => (await open('/cancel')).hidden.key));
    assert.equal(new Set(keys).size, 3);
    assert.ok(keys.every((key) => /^[\w-]{24}$/.test(key ?? '')));
  });

  it('is refused as anything but a form', async () => {
    const { server, settled } = await startPages();
    const body = JSON.stringify({ ...liWen, key: 'a-key-of-a-visitor-1', step: 'send' });
    const headers = { 'content-type': 'application/json' };
    const answer = await server.handler(new Request(`${base}/cancel`, { method: 'POST', headers, body }));
    assert.equal(answer.status, 415);
    assert.deepEqual(await settled(), []);
  });
});

describe('too many declarations (RL1)', () => {
  const dear = { limits: { declarationsPerAddress: 3 } } as const;

  it('from one address are refused in words, with the time to wait, and others are not', async () => {
    const { open, press, settled } = await startPages(dear);
    const address = '203.0.113.7';
    const send = async (contract: string, from: string) =>
      press(await open('/cancel?lang=en'), 'send', { ...liWen, contract }, { address: from });
    for (const contract of ['a', 'b', 'c']) assert.equal((await send(contract, address)).status, 200);
    const refused = await send('d', address);
    assert.deepEqual([refused.status, refused.texts[0], refused.headers.get('retry-after')], [429, 'Too many at once', '3600']);
    assert.equal((await settled()).length, 3);
    assert.equal((await send('e', '198.51.100.1')).status, 200);
  });

  it('do not count the same one sent again', async () => {
    const { open, press } = await startPages(dear);
    const page = await open('/cancel?lang=en');
    for (let tries = 0; tries < 6; tries += 1) {
      assert.equal((await press(page, 'send', liWen, { address: '203.0.113.7' })).status, 200);
    }
  });

  it('for one contract and mail are refused; who knows the number alone keeps nobody out (RL2)', async () => {
    const { open, press, settled } = await startPages({ limits: { declarationsPerContract: 2 } });
    const send = async (email: string) => (await press(await open('/cancel'), 'send', { ...liWen, email })).status;
    for (let tries = 0; tries < 4; tries += 1) await send('stranger@evil.example');
    assert.equal(await send('Stranger@EVIL.example'), 429);
    assert.equal(await send(liWen.email), 200);
    assert.ok((await settled()).some(({ outcome }) => outcome === 'canceled'));
  });

  it('count guesses at codes as well', async () => {
    const policy = { place: 'CN', wishes: { CN: { verification: ['sms_code'] } } } as const;
    const { open, press } = await startPages({ ...dear, policy });
    const address = '203.0.113.7';
    const page = await press(await open('/cancel?lang=en'), 'send', liWen, { address });
    for (let tries = 0; tries < 2; tries += 1) await press(page, 'code', { code: '1' }, { address });
    assert.equal((await press(page, 'code', { code: '1' }, { address })).status, 429);
  });
});

describe('a request that fails', () => {
  it('says so in words, is logged, and repeats nothing that was typed (PR2)', async () => {
    const pages = await startPages();
    const page = await pages.open('/cancel?lang=en');
    await pages.server.store.close();
    const failed = await pages.press(page, 'send', { ...liWen, name: 'Canary Canaria' });
    assert.ok(failed.status >= 500);
    assert.deepEqual(failed.texts, ['That did not work', 'It is our fault. Please send it again in a moment.', 'To the form']);
    const errors = pages.server.log.filter(({ level }) => level === 'error');
    assert.equal(errors.length, 1);
    assert.doesNotMatch(JSON.stringify(pages.server.log), /Canary|northwind|0117/);
  });

  it('is a problem document for a program', async () => {
    const { server } = await startPages({ publicTenant: () => null });
    const headers = { 'content-type': 'application/json' };
    const body = JSON.stringify({ act: 'cancelRenewal', key: 'a-key-of-a-visitor', declaration: liWen });
    const url = `${base}/v1/public/cancellations`;
    const answer = await server.handler(new Request(url, { method: 'POST', headers, body }));
    const problem = problemOf({ status: answer.status, headers: answer.headers, text: await answer.text() });
    assert.equal(problem.code, 'not_found');
  });
});
