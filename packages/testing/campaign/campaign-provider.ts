import type { BillingFacts } from '@leavewell/contract';
import {
  formatInstant,
  ServiceError,
  type BillingCommand,
  type BillingConfirmation,
  type BillingNotice,
  type BillingProvider,
  type BillingSubject,
} from '@leavewell/server';
import { timingSafeEqual } from 'node:crypto';
import * as z from 'zod/mini';
import { signNotice, WireSubscription } from './company.ts';

/** How the provider reaches its company. */
export interface CampaignProviderOptions {
  /** Scheme, host and port of the company. */
  readonly url: string;
  /** How long an answer may take, in milliseconds; as long as it likes when absent. */
  readonly timeoutMs?: number;
  /** The network, or the company itself in this process. */
  readonly send?: (request: Request) => Promise<Response>;
}

const noticeSeconds = 300;

function factsOf({ status, renews, canceled_at, period_start, period_end }: WireSubscription): BillingFacts {
  return {
    kind: 'recurring',
    renewal: renews ? 'on' : 'off',
    renewalOff: renews ? null : { by: 'provider', at: formatInstant(new Date(canceled_at ?? period_start)) },
    payment: 'ok',
    startsAt: period_start,
    periodStartsAt: period_start,
    periodEndsAt: period_end,
    cancelBy: null,
    graceEndsAt: null,
    endedAt: status === 'ended' ? period_end : null,
    resumesAt: null,
    price: { amount: 129_800, currency: 'CNY', interval: { unit: 'year', count: 1 } },
    paymentMethod: null,
  };
}

const unavailable = (detail: string, cause?: unknown): ServiceError =>
  new ServiceError('provider_unavailable', { detail }, { cause });

/** Its answer in its own words; whatever else comes is no answer. */
async function parseAnswer(response: Response): Promise<WireSubscription> {
  const text = await response.text();
  if (!response.ok) throw unavailable(`the campaign company answered ${response.status}`);
  try {
    return WireSubscription.parse(JSON.parse(text));
  } catch (error) {
    throw unavailable('the campaign company answered in other words', error);
  }
}

function isSigned(body: string, headers: Headers, now: Date): boolean {
  const [time, given] = [headers.get('x-company-time') ?? '', headers.get('x-company-signature') ?? ''];
  const [expected, actual] = [Buffer.from(signNotice(body, time)), Buffer.from(given)];
  const isFresh = Math.abs(now.getTime() - Number(time)) <= noticeSeconds * 1000;
  return isFresh && expected.length === actual.length && timingSafeEqual(expected, actual);
}

const Notice = z.object({ id: z.string(), subscription: z.string() });

function noticeIn(body: string): BillingNotice {
  try {
    const { id, subscription } = Notice.parse(JSON.parse(body));
    return { id, references: [subscription] };
  } catch (error) {
    throw new ServiceError('webhook_invalid', {}, { cause: error });
  }
}

/** The adapter of the campaign's company, as plain as one can be. Nothing is tried again inside. */
export function campaignProvider({ url, timeoutMs, send = fetch }: CampaignProviderOptions): BillingProvider {
  async function ask(path: string, init: RequestInit): Promise<WireSubscription> {
    try {
      const signal = timeoutMs === undefined ? null : AbortSignal.timeout(timeoutMs);
      return await parseAnswer(await send(new Request(url + path, { ...init, signal })));
    } catch (error) {
      if (error instanceof ServiceError) throw error;
      throw unavailable('the campaign company gave no answer', error);
    }
  }

  async function tell(subject: BillingSubject, command: BillingCommand, verb: string): Promise<BillingConfirmation> {
    const headers = { 'idempotency-key': command.intentId };
    const answer = await ask(`/subscriptions/${encodeURIComponent(subject.reference ?? '')}/${verb}`, {
      method: 'POST',
      headers,
    });
    const facts = factsOf(answer);
    const renewalOff = facts.renewalOff && { by: command.by, at: formatInstant(command.at) };
    return { facts: { ...facts, renewalOff }, reference: answer.change };
  }

  return {
    name: 'campaign',
    current: ({ facts }) => facts,
    read: async ({ reference }) => factsOf(await ask(`/subscriptions/${encodeURIComponent(reference ?? '')}`, {})),
    cancelRenewal: (subject, command) => tell(subject, command, 'cancel'),
    resumeRenewal: (subject, command) => tell(subject, command, 'resume'),
    withdraw: async () => Promise.reject(new ServiceError('provider_refused')),
    notice: async (body, headers, now) => {
      if (!isSigned(body, headers, now)) throw new ServiceError('webhook_invalid');
      return noticeIn(body);
    },
  };
}
