import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  type AskPasskey,
  createAfterCancelFlow,
  createCancelRenewalFlow,
  createMemberFlow,
  createResumeRenewalFlow,
  createWithdrawFlow,
  type Flow,
  type MemberClient,
} from '../../src/index.ts';
import {
  afterCancel,
  assertion,
  by,
  canceled,
  declaration,
  declarationForm,
  membership,
  membershipEnding,
  membershipPending,
  passkeyVerification,
  preview,
  proof,
  receipt,
  resumed,
  session,
  supportRequest,
  unconfirmed,
  verification,
  withdrawn,
  withdrawPreview,
} from '../wire-fixtures.ts';
import { type AnswerOf, createScriptedClient, errorOf, type ScriptedClient, settle, type WaitingCall } from './scripted-client.ts';

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

type Random = ReturnType<typeof seeded>;

function pick<T>(random: Random, from: readonly T[]): T {
  const index = Math.floor(random() * from.length);
  assert.ok(index < from.length);
  return from[index] as T;
}

const answers: { readonly [M in WaitingCall['method']]: readonly AnswerOf<M>[] } = {
  getSession: [session],
  listReceipts: [],
  listMemberships: [
    { items: [membership()], nextCursor: 'c_2' },
    { items: [membershipEnding(), membership({ id: 'm_2' })], nextCursor: null },
  ],
  getMembership: [membership(), membershipEnding(), membershipEnding({ version: 5 }), membershipPending()],
  previewCancelRenewal: [
    preview(),
    preview({ verification: by('passkey', 'sms_code', 'host_login') }),
    preview({ verification: by('email_code') }),
    preview({ verification: by() }),
    preview({ form: declarationForm() }),
    preview({ form: declarationForm({ review: true }) }),
    preview({ membership: membershipEnding() }),
    preview({ membership: membershipPending() }),
  ],
  cancelRenewal: [canceled, canceled, unconfirmed],
  resumeRenewal: [resumed],
  startVerification: [verification(), verification({ id: 'v_2' }), passkeyVerification()],
  finishVerification: [proof],
  getReceipt: [receipt],
  previewWithdraw: [
    withdrawPreview(),
    withdrawPreview({ verification: by('totp', 'email_code') }),
    withdrawPreview({ verification: by('passkey') }),
    withdrawPreview({ membership: membership() }),
  ],
  withdraw: [withdrawn, withdrawn, unconfirmed],
  requestSupport: [supportRequest],
  afterCancel: [afterCancel(), afterCancel(), afterCancel({ survey: null, offer: null })],
  sendFeedback: [{ taken: true }],
  acceptOffer: [{ taken: true }],
  declineOffer: [{ taken: true }],
  ...{ receiptFile: [], listFactors: [], addFactor: [], finishFactor: [], removeFactor: [] },
};

const codes = [
  'network',
  'timeout',
  'aborted',
  'invalid_response',
  'not_configured',
  'internal',
  'provider_unavailable',
  'session_expired',
  'membership_not_found',
  'renewal_already_off',
  'renewal_already_on',
  'no_permission',
  'proof_invalid',
  'verification_required',
  'verification_code_wrong',
  'verification_expired',
  'verification_attempts_exceeded',
  'verification_method_unavailable',
  'message_not_sent',
  'step_up_required',
  'in_progress',
  'membership_changed',
  'idempotency_key_reused',
  'provider_refused',
  'a_code_of_a_newer_server',
  'thrown',
];

const finalEnds = [
  'success',
  'renewal_already_off',
  'renewal_already_on',
  'no_permission',
  'membership_changed',
  'idempotency_key_reused',
  'provider_refused',
];
const proofEnds = ['proof_invalid', 'verification_required', 'step_up_required'];

/** How a call ended: `success`, `pending`, or the code it failed with; `wasHeard` is false after the flow gave it up. */
interface Ended {
  readonly call: WaitingCall;
  readonly end: string;
  readonly wasHeard: boolean;
}

/** Answers one of the waiting calls, mostly with success. */
function answerSome(random: Random, { calls, waiting }: ScriptedClient, ended: Ended[], status: string): void {
  if (waiting.length === 0) return;
  const [call] = waiting.splice(Math.floor(random() * waiting.length), 1);
  assert.ok(call);
  const end = random() < 0.35 ? pick(random, codes) : 'success';
  const value = pick<unknown>(random, answers[call.method]);
  const wasHeard = (status === 'submitting' || status === 'pending') && call === calls.at(-1);
  ended.push({ call, end: end === 'success' && value === unconfirmed ? 'pending' : end, wasHeard });
  if (end === 'success') call.resolve(value);
  else call.reject(end === 'thrown' ? new TypeError('a client of the page') : errorOf(end, { attemptsLeft: 2 }));
}

interface Run {
  readonly flow: Flow<{ readonly status: string }>;
  readonly verbs: readonly (() => unknown)[];
  readonly statuses: readonly string[];
}

/** An authenticator that signs, or whose owner dismisses it, in turn. */
function fickleAuthenticator(): AskPasskey {
  let asked = 0;
  return async () => (asked++ % 2 ? assertion : null);
}

const steps = ['idle', 'loading', 'confirm', 'sending', 'verify', 'checking', 'choose', 'submitting'];
const ends = ['pending', 'refused', 'kept', 'failed', 'requesting', 'requested'];

const runs: Record<string, (client: MemberClient) => Run> = {
  cancelling(client) {
    const flow = createCancelRenewalFlow({ client, membershipId: 'm_pro', askPasskey: fickleAuthenticator() });
    const { start, confirm, edit, enterCode, resendCode, useMethod, requestHelp, retry, keep, stop, reset } = flow;
    // What leads on is pressed more often than what leads out, so that runs get far.
    const forward = [start, () => confirm(), () => confirm(declaration), () => enterCode('123456'), retry];
    const aside = [edit, resendCode, () => useMethod('email_code'), () => useMethod('passkey'), requestHelp];
    return {
      flow,
      verbs: [...forward, ...forward, ...aside, keep, stop, reset],
      statuses: [...steps, ...ends, 'review', 'canceled'],
    };
  },
  withdrawing(client) {
    const flow = createWithdrawFlow({ client, membershipId: 'm_pro', askPasskey: null });
    const { start, confirm, enterCode, useMethod, requestHelp, retry, keep, stop, reset } = flow;
    const forward = [start, confirm, () => enterCode('123456'), () => useMethod('passkey'), retry];
    return {
      flow,
      verbs: [...forward, ...forward, requestHelp, keep, stop, reset],
      statuses: [...steps, ...ends, 'withdrawn'],
    };
  },
  'what is asked after it'(client) {
    const flow = createAfterCancelFlow({ client, membershipId: 'm_pro' });
    const { start, sendFeedback, acceptOffer, declineOffer, reset } = flow;
    const verbs = [start, start, () => sendFeedback({ reason: 'price' }), acceptOffer, declineOffer, reset];
    return { flow, verbs, statuses: ['idle', 'loading', 'ask', 'closed'] };
  },
  resuming(client) {
    const flow = createResumeRenewalFlow({ client, membershipId: 'm_pro' });
    const { start, confirm, retry, keep, stop, reset } = flow;
    const statuses = ['idle', 'loading', 'confirm', 'submitting', 'pending', 'resumed', 'refused', 'kept', 'failed'];
    return { flow, verbs: [start, start, confirm, confirm, retry, keep, stop, reset], statuses };
  },
  'the member center'(client) {
    const flow = createMemberFlow({ client });
    const { load, loadMore, stop, replace } = flow;
    return {
      flow,
      verbs: [load, load, loadMore, loadMore, stop, () => replace(membershipEnding())],
      statuses: ['idle', 'loading', 'ready', 'failed'],
    };
  },
};

const commands: readonly WaitingCall['method'][] = ['cancelRenewal', 'resumeRenewal', 'withdraw'];

/**
 * One key is sent again only after an end that left open what happened, and with another proof only when the server had
 * asked for one.
 */
function assertOncePerKey(calls: readonly WaitingCall[], ended: readonly Ended[]): void {
  const sent = new Map<unknown, WaitingCall>();
  for (const call of calls.filter(({ method }) => commands.includes(method))) {
    const command = call.args[1] as { idempotencyKey: string; proof?: string };
    const before = sent.get(command.idempotencyKey);
    sent.set(command.idempotencyKey, call);
    if (!before) continue;
    const known = ended.find((other) => other.call === before);
    if (known?.wasHeard === true) {
      assert.ok(!finalEnds.includes(known.end), `sent again after ${known.end}`);
      const proofBefore = (before.args[1] as { proof?: string }).proof;
      if (command.proof !== undefined && command.proof !== proofBefore) assert.ok(proofEnds.includes(known.end), known.end);
    }
  }
}

/** A listener of the page that fails now and then. */
function unreliable(random: Random): () => void {
  return () => {
    if (random() < 0.2) throw new Error('fault of the page');
  };
}

async function play(start: (client: MemberClient) => Run, random: Random, pass: () => void): Promise<string[]> {
  const script = createScriptedClient();
  const { flow, verbs, statuses } = start(script.client);
  const heard: string[] = [];
  flow.subscribe(unreliable(random));
  flow.subscribe(({ status }) => heard.push(status));
  const pressed: unknown[] = [];
  const ended: Ended[] = [];
  for (let step = 0; step < 60; step++) {
    if (random() < 0.1) pass();
    if (random() < 0.5) pressed.push(pick(random, verbs)());
    else answerSome(random, script, ended, flow.state.status);
    // What became of a command is heard before anything else is pressed.
    if (random() < 0.7 || ended.at(-1)?.wasHeard) await settle();
    assert.ok(statuses.includes(flow.state.status), flow.state.status);
    assert.ok(Object.isFrozen(flow.state));
    assertOncePerKey(script.calls, ended);
  }
  for (await settle(); script.waiting.length > 0 || flow.state.status === 'submitting'; await settle()) {
    pass();
    answerSome(random, script, ended, flow.state.status);
  }
  await Promise.all(pressed);
  assert.ok(!/(?<!pend)ing$/.test(flow.state.status), `nothing is under way, but it says ${flow.state.status}`);
  return heard;
}

for (const [name, start] of Object.entries(runs)) {
  test(`${name}: any order of verbs and answers stays in the union and sends a key once (S24, XO1, XO2)`, async (t) => {
    t.mock.method(console, 'error', () => {});
    t.mock.timers.enable({ apis: ['setTimeout'] });
    const pass = () => t.mock.timers.tick(30_000);
    const seen = new Set<string>();
    for (let seed = 1; seed <= 150; seed++) {
      try {
        for (const status of await play(start, seeded(seed), pass)) seen.add(status);
      } catch (error) {
        throw new Error(`seed ${seed}`, { cause: error });
      }
    }
    const { statuses } = start(createScriptedClient().client);
    assert.deepEqual([...seen].sort(), statuses.filter((status) => status !== 'idle' || seen.has('idle')).toSorted());
  });
}
