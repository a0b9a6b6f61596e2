import { operations, type HostMember, type OperationName } from '@leavewell/contract';
import { ledgerProvider } from '@leavewell/providers/ledger';
import { ServiceError, type BillingProvider } from '@leavewell/server';
import { belongsTo, fixtureMembers, membershipFixture } from '@leavewell/testing';
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { base, hostKey, problemOf, startServer, type Ask, type Caller, type TestServer } from '../handler/start-server.ts';
import { callers, targets, verdicts, type CallerName, type Target } from './verdicts.ts';

const zhaoLei: HostMember = {
  ...fixtureMembers['li-wen'],
  id: 'zhao-lei',
  name: 'Zhao Lei',
  account: { id: 'eastwind', kind: 'company', name: 'Eastwind', administratorName: 'Zhao Lei' },
};

const owners = {
  chen: belongsTo('chen-hao'),
  wang: belongsTo('wang-fang'),
  wen: belongsTo('li-wen'),
  zhao: { holder: { id: 'zhao-lei', name: 'Zhao Lei' }, account: { id: 'eastwind', kind: 'company', name: 'Eastwind' } },
} as const;
type Owner = keyof typeof owners;

/** Whose thing each target is, for each caller. `far` is of a member of the same id at another tenant. */
const ownerOf: Readonly<Record<CallerName, Readonly<Record<Target, Owner | 'far' | 'none'>>>> = {
  nobody: { own: 'chen', colleague: 'wang', other: 'wen', otherTenant: 'far', absent: 'none' },
  person: { own: 'chen', colleague: 'wang', other: 'wen', otherTenant: 'far', absent: 'none' },
  employee: { own: 'wang', colleague: 'wen', other: 'chen', otherTenant: 'far', absent: 'none' },
  administrator: { own: 'wen', colleague: 'wang', other: 'zhao', otherTenant: 'far', absent: 'none' },
  otherAdministrator: { own: 'zhao', colleague: 'wen', other: 'wang', otherTenant: 'far', absent: 'none' },
  host: { own: 'chen', colleague: 'wang', other: 'wen', otherTenant: 'far', absent: 'none' },
  otherHost: { own: 'chen', colleague: 'wang', other: 'wen', otherTenant: 'far', absent: 'none' },
};

/** A company that signs its notices; nobody here can. */
const signingCompany: BillingProvider = {
  ...ledgerProvider(),
  name: 'signing',
  notice: async () => Promise.reject(new ServiceError('webhook_invalid')),
};

/** Everything that can be asked for, of every owner: memberships, receipts and verifications under way. */
interface World {
  readonly server: TestServer;
  readonly who: Readonly<Record<CallerName, Caller>>;
  readonly receipts: ReadonlyMap<string, string>;
  readonly verifications: ReadonlyMap<string, string>;
}

async function sessionOf(host: Caller, member: HostMember, server: TestServer): Promise<Caller> {
  const { token } = await host.ok('createSession', { body: { member } });
  return server.caller({ authorization: `Bearer ${token}` });
}

async function cancelOf(caller: Caller, id: string): Promise<string> {
  const { receipt } = await caller.ok('cancelRenewal', { id, key: `receipt-of-${id}` });
  return receipt.id;
}

async function codeFor(caller: Caller, membershipId: string): Promise<string> {
  const body = { membershipId, command: 'changeFactors', method: 'sms_code' };
  return (await caller.ok('startVerification', { body })).id;
}

async function createWorld(): Promise<World> {
  const server = await startServer({
    policy: { place: 'CN' },
    providers: [ledgerProvider(), signingCompany],
  });
  const [person, employee, administrator] = [
    await server.member('chen-hao'),
    await server.member('wang-fang'),
    await server.member('li-wen'),
  ];
  const otherAdministrator = await sessionOf(server.host, zhaoLei, server);
  const far = await server.member('chen-hao', server.otherHost);
  for (const [owner, of] of Object.entries(owners)) {
    for (const id of [`m_${owner}`, `r_${owner}`]) await server.declare(id, of);
  }
  for (const id of ['m_far', 'r_far']) await server.declare(id, owners.chen, server.otherHost);
  const receipts = new Map<string, string>();
  const by = { chen: person, wang: administrator, wen: administrator, zhao: otherAdministrator, far };
  for (const [owner, caller] of Object.entries(by)) receipts.set(owner, await cancelOf(caller, `r_${owner}`));
  const verifications = new Map<string, string>();
  const mayCancel = { chen: person, wen: administrator, wang: administrator, zhao: otherAdministrator, far };
  for (const [owner, caller] of Object.entries(mayCancel)) verifications.set(owner, await codeFor(caller, `m_${owner}`));
  // A code that the administrator asked for about the employee's membership is the administrator's own.
  verifications.delete('wang');
  const nobody = server.caller({});
  const { host, otherHost } = server;
  return { server, who: { nobody, person, employee, administrator, otherAdministrator, host, otherHost }, receipts, verifications };
}

const wrongCode = '000000 ';
const { id: _, ...withoutId } = fixtureMembers['chen-hao'];

/** The request of an operation for the thing of an owner. */
function askFor(name: OperationName, owner: string, world: World): Ask {
  const id = `m_${owner}`;
  const asks: Partial<Record<OperationName, Ask>> = {
    cancelRenewal: { id, key: `matrix-${owner}` },
    resumeRenewal: { id, key: `matrix-${owner}` },
    startVerification: { body: { membershipId: id, command: 'cancelRenewal', method: 'sms_code' } },
    finishVerification: { id: world.verifications.get(owner) ?? 'none', body: { code: wrongCode } },
    listReceipts: {},
    getReceipt: { id: world.receipts.get(owner) ?? 'CR-NONE-NONE' },
    createSession: { body: { member: fixtureMembers['chen-hao'] } },
    putMembership: { id, body: membershipFixture(id, owners.chen) },
    putMember: { id: 'somebody', body: withoutId },
    getSession: {},
    listMemberships: {},
    listEvents: {},
    withdraw: { id, key: `matrix-${owner}` },
    requestSupport: { body: { kind: 'cannot_cancel', membershipId: id } },
    sendFeedback: { id, body: {} },
    acceptOffer: { id: `o_${owner}`, body: {} },
    declineOffer: { id: `o_${owner}`, body: {} },
    listFactors: {},
    addFactor: { body: { method: 'passkey' } },
    finishFactor: { id: `f_${owner}`, body: { code: wrongCode } },
    removeFactor: { id: `f_${owner}`, body: {} },
    requestCancelWithoutLogin: {
      body: {
        act: 'cancelRenewal',
        key: `declaration-${owner}`,
        declaration: { name: 'A', contract: id, email: 'a@b.example' },
      },
    },
    listDeclarations: {},
    getFeedbackReport: {},
    receiveWebhook: { id: 'signing', body: { id: 'evt_1', subscription: `sub_${owner}` } },
  };
  return asks[name] ?? { id };
}

/** What was answered, and the words of the refusal without what differs from request to request. */
async function answer(world: World, name: OperationName, caller: CallerName, target: Target) {
  const reply = await world.who[caller].ask(name, askFor(name, ownerOf[caller][target], world));
  if (reply.status === 200) return { verdict: 'ok', words: '' };
  const { code, requestId: _, ...rest } = problemOf(reply);
  return { verdict: code, words: JSON.stringify(rest) };
}

describe('who may do what with whose (AC1, AU5)', () => {
  for (const name of Object.keys(operations) as OperationName[]) {
    for (const caller of callers) {
      it(`${name} by ${caller}`, async () => {
        const world = await createWorld();
        const unseen = new Set<string>();
        for (const target of targets) {
          const { verdict, words } = await answer(world, name, caller, target);
          assert.equal(verdict, verdicts[name][caller][target], `of ${target}`);
          if (verdict.endsWith('_not_found')) unseen.add(words);
        }
        assert.ok(unseen.size <= 1, 'what is not theirs to see is answered as what is not there');
      });
    }
  }

  it('has a row for every operation, and fails when one is added without', () => {
    assert.deepEqual(Object.keys(verdicts).sort(), Object.keys(operations).sort());
  });

  it('answers documents and health to everybody alike', async () => {
    const { handler } = await startServer();
    for (const path of ['/openapi.json', '/healthz', '/readyz']) {
      const texts = new Set<string>();
      for (const authorization of ['', `Bearer ${hostKey}`, 'Bearer of.somebody.else']) {
        const response = await handler(new Request(base + path, { headers: { authorization } }));
        assert.equal(response.status, 200, path);
        texts.add(await response.text());
      }
      assert.equal(texts.size, 1, path);
    }
  });

  it('lists to each member what is theirs, and to nobody what is of another account or tenant (AC4)', async () => {
    const { who } = await createWorld();
    const listOf = async (caller: CallerName) =>
      (await who[caller].ok('listMemberships')).items.map(({ id }) => id).filter((id) => id.startsWith('m_'));
    assert.deepEqual(await listOf('person'), ['m_chen']);
    assert.deepEqual(await listOf('employee'), ['m_wang']);
    assert.deepEqual(await listOf('administrator'), ['m_pro', 'm_wang', 'm_wen']);
    assert.deepEqual(await listOf('otherAdministrator'), ['m_zhao']);
  });

  it('keeps a host out of another tenant: the same id there is another membership (AC2)', async () => {
    const { server, who } = await createWorld();
    await server.declare('m_chen', { ...owners.chen, orderNumber: 'of the other tenant' }, server.otherHost);
    assert.notEqual((await who.person.ok('getMembership', { id: 'm_chen' })).orderNumber, 'of the other tenant');
  });
});
