import type { PutMembership } from '@leavewell/contract';
import type { ProfileId } from '@leavewell/policies';
import { belongsTo, membershipFixture } from '@leavewell/testing';
import { demoNow, type DemoProcess } from '../e2e/demo-process.ts';

/** The key of the demo's host: what is declared here, a real host's backend would declare. */
export const hostKey = 'host-key-of-the-audits';

const minute = 60_000;
const member = 'chen-hao';

/** Memberships whose next charge comes so long after the demo's clock has begun. */
const nearCharges = [
  { before: '60 days', id: 'm_near_60_days', millis: 60 * 24 * 60 * minute },
  { before: '48 h', id: 'm_near_48_hours', millis: 48 * 60 * minute },
  { before: '5 min', id: 'm_near_5_minutes', millis: 5 * minute },
];

/** A quarter's plan of a member whose next charge comes so many milliseconds after the demo's clock has begun. */
function near(millis: number): PutMembership {
  const startsAt = '2026-10-01T02:00:00Z';
  const periodEndsAt = new Date(Date.parse(demoNow) + millis).toISOString();
  return membershipFixture('m_pro', {
    ...belongsTo(member),
    plan: { id: 'near', name: 'Daily brief', benefits: [] },
    orderNumber: '2026-1001-7702',
    facts: {
      startsAt,
      periodStartsAt: startsAt,
      periodEndsAt,
      price: { amount: 2_900, currency: 'CNY', interval: { unit: 'month', count: 3 } },
      paymentMethod: null,
    },
  });
}

async function ask(url: string, init: RequestInit = {}): Promise<unknown> {
  const response = await fetch(url, init);
  if (!response.ok) throw new Error(`${url} answered ${response.status}: ${await response.text()}`);
  return response.json();
}

async function declareNearCharges({ url }: DemoProcess): Promise<void> {
  const headers = { authorization: `Bearer ${hostKey}`, 'content-type': 'application/json' };
  for (const { id, millis } of nearCharges) {
    const body = JSON.stringify(near(millis));
    await ask(`${url}leavewell/v1/host/memberships/${id}`, { method: 'PUT', headers, body });
  }
}

async function tokenOf({ url }: DemoProcess, query: string): Promise<string> {
  const answer = await ask(`${url}session-token?${query}`);
  if (typeof answer === 'object' && answer !== null && 'token' in answer) return String(answer.token);
  throw new Error('the demo gave no session token');
}

/** How Chen Hao cancels in the demo: what the auditor cannot know of it by itself. Timed, also close to a charge (Q17). */
export async function demoFlow(
  demo: DemoProcess,
  { policy, language, isTimed }: { policy: ProfileId; language: string; isTimed: boolean },
): Promise<object> {
  const { url } = demo;
  if (isTimed) await declareNearCharges(demo);
  const place = new URLSearchParams({ policy, lang: language });
  const query = `as=${member}&${place}`;
  const membership = (id: string) => `${url}leavewell/v1/memberships/${id}`;
  const inCard = (part: string) =>
    `member-center article[aria-labelledby="plan-m_basic"] [part="${part}"], main > .sheet > cancel-renewal [part="${part}"]`;
  return {
    url: `${url}?${query}`,
    open: inCard('cancel-button'),
    resume: inCard('resume-button'),
    receipt: '[part="save-button"]',
    code: { url: `${url}inbox.json`, pattern: String.raw`"code":\s*"(\d{6})"` },
    mail: { url: `${url}inbox.json`, waitSeconds: 20 },
    loggedOut: {
      url: `${url}leavewell/cancel?${place}`,
      fields: { name: 'Li Wen', contract: '2026-0117-3391', email: 'li.wen@northwind.example' },
    },
    truth: {
      url: membership('m_basic'),
      accessEndsAt: 'accessEndsAt',
      zone: 'timeZone',
      renews: 'renewal',
      headers: { authorization: `Bearer ${await tokenOf(demo, query)}` },
    },
    timing: (isTimed ? nearCharges : []).map(({ before, id }) => ({
      before,
      url: `${url}cancel?${query}&membership=${id}`,
      truthUrl: membership(id),
    })),
  };
}
