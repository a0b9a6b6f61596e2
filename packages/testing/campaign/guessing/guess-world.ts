import { SessionToken, Verification } from '@leavewell/contract';
import { createServer, type Message } from '@leavewell/server';
import { createMemoryStore } from '@leavewell/server/memory';
import { campaignProvider } from '../campaign-provider.ts';
import { createCompany } from '../company.ts';
import { hostKeys, sessionSecret } from '../server-settings.ts';
import { declarationFor, personNamed } from '../stage.ts';
import { createFixtureClock, type FixtureClock } from '../../src/fixture-clock.ts';

/** A server in this process that asks for codes, and thieves who hold its members' sessions. */
export interface GuessWorld {
  readonly clock: FixtureClock;
  /** Codes that were sent, by verification. */
  readonly codes: ReadonlyMap<string, string>;
  /** Starts a verification; null when it is refused. */
  start(member: string, address: string): Promise<{ readonly id: string; readonly codeLength: number } | null>;
  /** The code of the answer to a guess; `ok` when it was right. */
  guess(member: string, verificationId: string, code: string, address: string): Promise<string>;
}

const tokenMs = 10 * 60_000;

type Call = (path: string, asked: Asked) => Promise<Response>;

interface Asked {
  readonly method?: 'POST' | 'PUT';
  readonly authorization: string;
  readonly body: unknown;
  readonly address: string;
}

const hostKey = `Bearer ${hostKeys[0].secret}`;
const hostAddress = '127.0.0.1';

function startHandler(clock: FixtureClock, codes: Map<string, string>): Call {
  const company = createCompany(() => clock.now());
  const remember = (message: Message) => {
    if (message.kind === 'verification_code') codes.set(message.id, message.code);
  };
  const { handler } = createServer({
    store: createMemoryStore(),
    clock,
    sessionSecret,
    hostKeys,
    providers: [campaignProvider({ url: 'http://company.invalid', send: company.handle })],
    sender: { send: async (message) => remember(message) },
    policy: { place: 'CN', wishes: { CN: { verification: ['sms_code'] } } },
  });
  return async (path, { method = 'POST', authorization, body, address }) => {
    const headers = { 'content-type': 'application/json', authorization };
    const request = new Request(`http://guess.invalid${path}`, { method, headers, body: JSON.stringify(body) });
    return handler(request, { address });
  };
}

/** The session of a member, made anew before it is too old. */
function sessionKeeper(call: Call, clock: FixtureClock): (member: string) => Promise<string> {
  const tokens = new Map<string, { readonly text: string; readonly at: number }>();
  return async (member) => {
    const now = clock.now().getTime();
    const known = tokens.get(member);
    if (known && now - known.at < tokenMs) return known.text;
    const asked = { authorization: hostKey, body: { member: personNamed(member) }, address: hostAddress };
    const answer = await call('/v1/host/sessions', asked);
    const text = `Bearer ${SessionToken.parse(await answer.json()).token}`;
    tokens.set(member, { text, at: now });
    return text;
  };
}

/** Starts with these members, each with a membership `m_<member>`. */
export async function createGuessWorld(members: readonly string[]): Promise<GuessWorld> {
  const clock = createFixtureClock('2026-11-22T02:42:00Z');
  const codes = new Map<string, string>();
  const call = startHandler(clock, codes);
  const bearer = sessionKeeper(call, clock);
  for (const member of members) {
    const body = declarationFor(`m_${member}`, personNamed(member), member);
    const asked = { method: 'PUT', authorization: hostKey, body, address: hostAddress } as const;
    const { status } = await call(`/v1/host/memberships/m_${member}`, asked);
    if (status !== 200) throw new Error(`putMembership answered ${status}`);
  }
  return {
    clock,
    codes,
    start: async (member, address) => {
      const body = { membershipId: `m_${member}`, command: 'cancelRenewal', method: 'sms_code' };
      const answer = await call('/v1/verifications', { authorization: await bearer(member), body, address });
      const said: unknown = await answer.json();
      if (answer.status !== 200) return null;
      const { id, codeLength } = Verification.parse(said);
      return codeLength === null ? null : { id, codeLength };
    },
    guess: async (member, id, code, address) => {
      const asked = { authorization: await bearer(member), body: { code }, address };
      const answer = await call(`/v1/verifications/${id}/finish`, asked);
      const said: unknown = await answer.json();
      return answer.status === 200 ? 'ok' : String(Object(said).code);
    },
  };
}
