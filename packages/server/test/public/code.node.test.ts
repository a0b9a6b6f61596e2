import type { Verifier } from '@leavewell/server';
import { belongsTo } from '@leavewell/testing';
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { elementsOf, liWen, mailed, nobody, startPages, type PublicPages, type ShownPage } from './public-pages.ts';

/** Knows every company's registration number. */
const registrationNumber: Verifier = {
  method: 'company_credential',
  offerTo: async ({ account }) => (account.kind === 'company' ? { destination: null } : null),
  challenge: async () => ({ secretHash: '', codeLength: null, passkey: null, deliver: async () => {} }),
  accepts: async ({ answer }) => (answer.code === '91310000' ? {} : null),
};

const withCode = { policy: { place: 'CN', wishes: { CN: { verification: ['sms_code'] } } } } as const;

async function declare(pages: PublicPages, typed: Readonly<Record<string, string>>): Promise<ShownPage> {
  return pages.press(await pages.open('/cancel?lang=en'), 'send', typed);
}

function codesSent({ server: { inbox } }: PublicPages) {
  return inbox.filter((message) => message.kind === 'verification_code');
}

async function codeSent(pages: PublicPages): Promise<string> {
  await pages.until(() => assert.notEqual(codesSent(pages).length, 0));
  return pages.server.lastCode();
}

async function outcome(pages: PublicPages) {
  return (await pages.settled()).map((filed) => filed.outcome);
}

async function renewal({ server }: PublicPages, id = 'm_pro') {
  return (await server.store.read((rows) => rows.getMembership('acme', id)))?.facts.renewal;
}

describe('a declaration where the operator wants a code first (AU5)', () => {
  it('changes nothing before the code that went to the phone on file, and everything with it (AU5, AU1)', async () => {
    const pages = await startPages(withCode);
    const page = await declare(pages, { ...liWen });
    assert.deepEqual(page.texts, [
      'Enter the code',
      'If what you wrote fits a contract, a code is on its way to the phone or e-mail address that we have on file for it.',
      'Code',
      'Confirm code',
      'Send another code',
      'I cannot get a code',
    ]);
    const code = await codeSent(pages);
    assert.deepEqual([await outcome(pages), await renewal(pages)], [['verifying'], 'on']);
    assert.deepEqual(codesSent(pages).map(({ to }) => to), ['+8613800002207']);

    const wrong = await pages.press(page, 'code', { code: code === '000000' ? '111111' : '000000' });
    assert.equal(wrong.status, 400);
    assert.ok(wrong.texts.includes('Code: this one does not fit, or works no longer.'));
    assert.equal(await renewal(pages), 'on');

    const done = await pages.press(wrong, 'code', { code: ` ${code.slice(0, 3)} ${code.slice(3)} ` });
    assert.equal(done.texts[0], 'Your cancellation has arrived');
    assert.deepEqual([await outcome(pages), await renewal(pages)], [['canceled'], 'off']);
    await pages.server.receiptsArrived(1);
    assert.deepEqual(mailed(pages.server).map(({ to, receipt }) => [to, receipt.verifiedBy]), [
      ['li.wen@northwind.example', 'sms_code'],
    ]);
    const reloaded = await pages.press(wrong, 'code', { code });
    assert.equal(reloaded.texts[0], 'Your cancellation has arrived');
  });

  it('shows the same page, and takes no code, for what fits no contract (RL4)', async () => {
    const pages = await startPages(withCode);
    const known = await declare(pages, liWen);
    const unknown = await declare(pages, nobody);
    assert.deepEqual([unknown.status, unknown.texts], [known.status, known.texts]);
    await codeSent(pages);
    assert.doesNotMatch(known.source, /2207|138|attempt/);
    const wrong = await Promise.all([known, unknown].map((page) => pages.press(page, 'code', { code: '12' })));
    assert.deepEqual([wrong[0]?.status, wrong[0]?.texts], [wrong[1]?.status, wrong[1]?.texts]);
    const right = await pages.press(unknown, 'code', { code: pages.server.lastCode() });
    assert.equal(right.texts[0], 'Enter the code');
    assert.deepEqual([await outcome(pages), await renewal(pages)], [['verifying', 'verifying'], 'on']);
  });

  it('takes no code of another declaration and no code twice (AU1)', async () => {
    const pages = await startPages(withCode);
    await pages.server.declare('m_second', { orderNumber: 'SECOND-1' });
    const first = await declare(pages, liWen);
    const code = await codeSent(pages);
    const second = await declare(pages, { ...liWen, contract: 'SECOND-1' });
    await pages.until(() => assert.equal(codesSent(pages).length, 2));
    await pages.press(second, 'code', { code });
    assert.equal(await renewal(pages, 'm_second'), 'on');
    await pages.press(first, 'code', { code });
    await pages.until(async () => assert.equal(await renewal(pages), 'off'));
    const member = await pages.server.member('li-wen');
    await member.ok('resumeRenewal', { id: 'm_pro', key: 'resume-1234', body: {} });
    await pages.press(first, 'code', { code });
    await pages.server.outbox.runOnce();
    assert.equal(await renewal(pages), 'on');
  });

  it('counts its tries by the counters of every verification (AU4)', async () => {
    const pages = await startPages(withCode);
    const page = await declare(pages, liWen);
    const code = await codeSent(pages);
    const wrong = code === '000000' ? '111111' : '000000';
    for (let tries = 0; tries < 5; tries += 1) await pages.press(page, 'code', { code: wrong });
    const right = await pages.press(page, 'code', { code });
    assert.equal(right.texts[0], 'Enter the code');
    assert.equal(await renewal(pages), 'on');
  });

  it('gets another code when it asks for one, and not a flood of them (RL3)', async () => {
    const pages = await startPages(withCode);
    const page = await declare(pages, liWen);
    const first = await codeSent(pages);
    const soon = await pages.press(page, 'again');
    assert.equal(soon.texts[2], 'If another code can be sent, it is on its way.');
    assert.equal(codesSent(pages).length, 1);
    pages.server.clock.advance(61_000);
    await pages.press(page, 'again');
    await pages.until(() => assert.equal(codesSent(pages).length, 2));
    await pages.press(page, 'code', { code: pages.server.lastCode() });
    assert.deepEqual([await outcome(pages), first.length], [['canceled'], 6]);
  });

  it('goes on to a person, with its time, when no code can be had (S43, AU8)', async () => {
    for (const typed of [liWen, nobody]) {
      const pages = await startPages(withCode);
      const page = await declare(pages, typed);
      pages.server.clock.advance(3_600_000);
      const done = await pages.press(page, 'person');
      const [filed] = await pages.settled();
      assert.deepEqual([filed?.outcome, filed?.at], ['for_a_person', '2026-11-22T02:42:00Z']);
      assert.deepEqual(done.texts.slice(0, 5), [
        'Your cancellation has arrived',
        'Reference',
        filed?.id,
        'Received',
        '22 November 2026 at 10:42 (Asia/Shanghai, UTC+8)\n2026-11-22T10:42:00+08:00',
      ]);
      assert.ok(done.texts.includes('A person looks at it now. The time above counts, not the time at which they get to it.'));
      assert.equal(await renewal(pages), 'on');
    }
  });

  it('cannot be taken from a person by a code afterwards, nor given up once it is carried out', async () => {
    const pages = await startPages(withCode);
    const page = await declare(pages, liWen);
    const code = await codeSent(pages);
    await pages.press(page, 'code', { code });
    assert.deepEqual(await outcome(pages), ['canceled']);
    await pages.press(page, 'person');
    assert.deepEqual(await outcome(pages), ['canceled']);
  });

  it('is known by its content: a key alone leads to nobody else’s (EM8)', async () => {
    const pages = await startPages(withCode);
    const page = await declare(pages, liWen);
    const code = await codeSent(pages);
    const guessed = { ...page, hidden: { ...page.hidden, ...nobody } };
    await pages.press(await pages.open('/cancel'), 'code', { ...guessed.hidden, code });
    assert.equal(await renewal(pages), 'on');
  });

  it('lets the phone fill in the code (Q19)', async () => {
    const page = await declare(await startPages(withCode), liWen);
    const [code] = elementsOf(page.source, 'input').filter(({ id }) => id === 'code');
    assert.deepEqual([code?.autocomplete, code?.inputmode, code?.type], ['one-time-code', 'numeric', 'text']);
  });
});

describe('no way around the code (AU5)', () => {
  it('is in the operation, which says where the way is', async () => {
    const { server } = await startPages(withCode);
    const body = { act: 'cancelRenewal', key: 'a-key-of-a-visitor', declaration: liWen };
    const problem = await server.caller({}).refused('requestCancelWithoutLogin', 'verification_required', { body });
    assert.match(problem.detail ?? '', /\/leavewell\/cancel/);
    assert.deepEqual((await server.host.ok('listDeclarations')).items, []);
  });

  it('is in the check that a company passes: that is left to a person, with the same answer', async () => {
    const pages = await startPages({
      policy: { place: 'BASE', wishes: { BASE: { companyCheck: 'company_credential' } } },
      verifiers: [registrationNumber],
    });
    await pages.server.member('chen-hao');
    await pages.server.declare('m_person', { ...belongsTo('chen-hao'), orderNumber: 'PERSON-1' });
    const company = await declare(pages, liWen);
    const person = await declare(pages, { name: 'Chen Hao', contract: 'PERSON-1', email: 'chen.hao@mail.example' });
    assert.deepEqual([company.status, company.texts[0]], [person.status, person.texts[0]]);
    const outcomes = (await pages.settled()).map((filed) => [filed.membershipId, filed.outcome]);
    assert.deepEqual(Object.fromEntries(outcomes), { m_pro: 'for_a_person', m_person: 'canceled' });
    assert.equal(await renewal(pages), 'on');
  });

  it('is in the page of another place: the contract’s own place asks as well', async () => {
    const wishes = { CN: { verification: ['sms_code'] } } as const;
    const pages = await startPages({ policy: { place: 'BASE', wishes } });
    await pages.server.declare('m_china', { place: 'CN', orderNumber: 'CHINA-1' });
    await declare(pages, { ...liWen, contract: 'CHINA-1' });
    assert.deepEqual([await outcome(pages), await renewal(pages, 'm_china')], [['for_a_person'], 'on']);
  });

  it('is in a way to verify that no visitor can pass: a person carries it out, and the page says so', async () => {
    const pages = await startPages({ policy: { place: 'CN', wishes: { CN: { verification: ['host_login'] } } } });
    for (const typed of [liWen, nobody]) {
      const done = await declare(pages, typed);
      assert.ok(done.texts.includes('A person looks at it now. The time above counts, not the time at which they get to it.'));
    }
    assert.deepEqual([await outcome(pages), await renewal(pages)], [['for_a_person', 'for_a_person'], 'on']);
    const body = { act: 'cancelRenewal', key: 'a-key-of-a-visitor', declaration: liWen };
    await pages.server.caller({}).refused('requestCancelWithoutLogin', 'verification_required', { body });
  });

  it('is in another step of the form, or in none', async () => {
    const pages = await startPages(withCode);
    const page = await declare(pages, liWen);
    await codeSent(pages);
    for (const step of ['send', 'check', 'change', 'code', 'done', '']) await pages.press(page, step);
    assert.deepEqual([await outcome(pages), await renewal(pages)], [['verifying'], 'on']);
  });

  it('is in a check that the holder began in their own session', async () => {
    const pages = await startPages({
      policy: { place: 'CN', wishes: { CN: { companyCheck: 'company_credential', verification: ['sms_code'] } } },
      verifiers: [registrationNumber],
    });
    const member = await pages.server.member('li-wen');
    const body = { membershipId: 'm_pro', command: 'cancelRenewal', method: 'company_credential' };
    await member.ok('startVerification', { body });
    const page = await declare(pages, liWen);
    await pages.press(page, 'code', { code: '91310000' });
    assert.deepEqual([await outcome(pages), await renewal(pages)], [['verifying'], 'on']);
  });
});
