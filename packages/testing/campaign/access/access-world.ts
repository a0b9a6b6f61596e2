import { SessionToken, Verification, type HostMember, type OperationName } from '@leavewell/contract';
import { createClient, type Answer, type Client } from '../ask.ts';
import { readDocument, type DocumentedOperation } from '../fuzz/document.ts';
import { hostKeys } from '../server-settings.ts';
import { declarationFor } from '../stage.ts';
import { fixtureMembers } from '../../src/member-fixtures.ts';
import type { CallerName, Target } from '../../../server/test/access/verdicts.ts';

type Owner = 'chen' | 'wang' | 'wen' | 'zhao' | 'far' | 'none';

const zhaoLei: HostMember = {
  ...fixtureMembers['li-wen'],
  id: 'zhao-lei',
  name: 'Zhao Lei',
  account: { id: 'eastwind', kind: 'company', name: 'Eastwind', administratorName: 'Zhao Lei' },
};

/** Whose thing each target is, for each caller; `far` is of the person of the same id at another tenant. */
const ownerOf: Readonly<Record<CallerName, readonly [own: Owner, colleague: Owner, other: Owner]>> = {
  nobody: ['chen', 'wang', 'wen'],
  person: ['chen', 'wang', 'wen'],
  employee: ['wang', 'wen', 'chen'],
  administrator: ['wen', 'wang', 'zhao'],
  otherAdministrator: ['zhao', 'wen', 'wang'],
  host: ['chen', 'wang', 'wen'],
  otherHost: ['chen', 'wang', 'wen'],
};

const holders: Readonly<Record<Exclude<Owner, 'none'>, HostMember>> = {
  chen: fixtureMembers['chen-hao'],
  wang: fixtureMembers['wang-fang'],
  wen: fixtureMembers['li-wen'],
  zhao: zhaoLei,
  far: fixtureMembers['chen-hao'],
};

/** Everybody who may knock at a server, and everything that may be asked for. */
export interface AccessWorld {
  /** The code of the refusal, or `ok`; and the words of the refusal without what differs from request to request. */
  answer(
    name: OperationName,
    caller: CallerName,
    target: Target,
  ): Promise<{ readonly verdict: string; readonly words: string }>;
}

function ownerFor(caller: CallerName, target: Target): Owner {
  if (target === 'otherTenant') return 'far';
  if (target === 'absent') return 'none';
  const [own, colleague, other] = ownerOf[caller];
  return { own, colleague, other }[target];
}

const bearer = (text: string): Record<string, string> => ({ authorization: `Bearer ${text}` });

const { id: _, ...withoutId } = fixtureMembers['chen-hao'];

interface Asked {
  readonly id?: string;
  readonly key?: string;
  readonly body?: unknown;
}

/** What is asked of the thing of an owner. */
function askedOf(
  name: string,
  owner: Owner,
  world: string,
  receipts: Map<string, string>,
  verifications: Map<string, string>,
): Asked {
  const id = `m_${world}_${owner}`;
  const key = `access-${world}-${owner}`;
  const asks: Partial<Record<string, Asked>> = {
    cancelRenewal: { id, key, body: {} },
    resumeRenewal: { id, key, body: {} },
    startVerification: { body: { membershipId: id, command: 'cancelRenewal', method: 'sms_code' } },
    finishVerification: { id: verifications.get(owner) ?? 'none', body: { code: '000000 ' } },
    listReceipts: {},
    getReceipt: { id: receipts.get(owner) ?? 'CR-NONE-NONE' },
    createSession: { body: { member: fixtureMembers['chen-hao'] } },
    putMember: { id: `somebody_${world}`, body: withoutId },
    // Of a subscription that nobody has yet: one of another tenant is refused, whose membership it is aside.
    putMembership: {
      id,
      body: { ...declarationFor(id, holders.chen, holders.chen.id), providerReference: `sub_put_${id}` },
    },
    withdraw: { id, key, body: {} },
    requestSupport: { body: { kind: 'cannot_cancel', membershipId: id } },
    sendFeedback: { id, body: {} },
    acceptOffer: { id: `o_${owner}`, body: {} },
    declineOffer: { id: `o_${owner}`, body: {} },
    addFactor: { body: { method: 'passkey' } },
    finishFactor: { id: `f_${owner}`, body: { code: '000000 ' } },
    removeFactor: { id: `f_${owner}`, body: {} },
    requestCancelWithoutLogin: {
      body: { act: 'cancelRenewal', key, declaration: { name: 'A', contract: id, email: 'nobody@example.com' } },
    },
    receiveWebhook: { id: 'campaign', body: { id: 'evt_1', subscription: `sub_${id}` } },
  };
  return asks[name] ?? { id };
}

async function callerHeaders(send: Send): Promise<Readonly<Record<CallerName, Record<string, string>>>> {
  const session = async (member: HostMember) => {
    const answer = await send('POST', '/v1/host/sessions', bearer(hostKeys[0].secret), { member });
    return bearer(SessionToken.parse(JSON.parse(answer.text)).token);
  };
  return {
    nobody: {},
    person: await session(holders.chen),
    employee: await session(holders.wang),
    administrator: await session(holders.wen),
    otherAdministrator: await session(zhaoLei),
    host: bearer(hostKeys[0].secret),
    otherHost: bearer(hostKeys[1].secret),
  };
}

type Send = (
  method: 'GET' | 'POST' | 'PUT',
  path: string,
  headers: Record<string, string>,
  body?: unknown,
  key?: string,
) => Promise<Answer>;

function sender(client: Client, at: string): Send {
  return (method, path, headers, body, key) =>
    client.sure({
      url: at + path,
      method,
      headers: { ...headers, ...(key && { 'idempotency-key': key }) },
      ...(body !== undefined && method !== 'GET' && { body: JSON.stringify(body) }),
    });
}

async function ok(answer: Promise<Answer>): Promise<string> {
  const { status, text } = await answer;
  if (status !== 200) throw new Error(`the access world was refused ${status}: ${text}`);
  return text;
}

/** Who cancels, and who asks for a code, for each owner: whoever may. */
const doers = { chen: 'person', wang: 'administrator', wen: 'administrator', zhao: 'otherAdministrator' } as const;

/** Declares everything afresh under ids of this world alone. */
export async function createAccessWorld(at: string, world: string): Promise<AccessWorld> {
  const client = createClient();
  const send = sender(client, at);
  const headers = await callerHeaders(send);
  const operations = new Map<string, DocumentedOperation>(readDocument().operations.map((each) => [each.name, each]));
  const far = bearer(
    SessionToken.parse(
      JSON.parse(await ok(send('POST', '/v1/host/sessions', headers.otherHost, { member: holders.far }))),
    ).token,
  );
  const [receipts, verifications] = [new Map<string, string>(), new Map<string, string>()];
  for (const owner of ['chen', 'wang', 'wen', 'zhao', 'far'] as const) {
    const host = owner === 'far' ? headers.otherHost : headers.host;
    const doer = owner === 'far' ? far : headers[doers[owner]];
    for (const id of [`m_${world}_${owner}`, `r_${world}_${owner}`]) {
      await ok(send('PUT', `/v1/host/memberships/${id}`, host, declarationFor(id, holders[owner], holders[owner].id)));
    }
    const canceled = await ok(
      send('POST', `/v1/memberships/r_${world}_${owner}/cancel-renewal`, doer, {}, `receipt-${world}-${owner}`),
    );
    receipts.set(owner, String(JSON.parse(canceled).receipt.id));
    const asked = { membershipId: `m_${world}_${owner}`, command: 'changeFactors', method: 'sms_code' };
    // A code that the administrator asked for about the employee's membership is the administrator's own.
    if (owner === 'wang') continue;
    verifications.set(
      owner,
      Verification.parse(JSON.parse(await ok(send('POST', '/v1/verifications', doer, asked)))).id,
    );
  }
  return {
    answer: async (name, caller, target) => {
      const operation = operations.get(name);
      if (!operation) throw new Error(`the document has no operation ${name}`);
      const { id, key, body } = askedOf(name, ownerFor(caller, target), world, receipts, verifications);
      const path = operation.path.replace(/\{\w+\}/, () => id ?? '');
      const { status, text } = await send(operation.method, path, headers[caller], body, key);
      if (status === 200) return { verdict: 'ok', words: '' };
      const { code, requestId: _, ...rest } = JSON.parse(text);
      return { verdict: String(code), words: JSON.stringify(rest) };
    },
  };
}
