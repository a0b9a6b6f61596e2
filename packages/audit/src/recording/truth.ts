import type { Visit } from '../browser/visit.ts';
import type { FieldValues } from '../flow/flow-description.ts';
import { lastDayIn } from '../reading/dates-in.ts';
import type { Plan } from './plan.ts';
import type { Truth } from './recording.ts';

function at(value: unknown, path: string): unknown {
  return path
    .split('.')
    .reduce<unknown>(
      (inner, name) => (typeof inner === 'object' && inner !== null ? Reflect.get(inner, name) : undefined),
      value,
    );
}

async function answerOf(visit: Visit, url: string, headers: FieldValues): Promise<unknown> {
  const response = await visit.context.request.get(url, { headers }).catch(() => null);
  return response?.ok() === true ? response.json().catch(() => null) : null;
}

/** What the API says about the end; null when it was not named or does not say. */
export async function askTruth(visit: Visit, { flow: { truth } }: Plan): Promise<Truth | null> {
  if (truth === null) return null;
  const answer = await answerOf(visit, truth.url, truth.headers);
  const [end, zone] = [at(answer, truth.accessEndsAt), at(answer, truth.zone)];
  if (typeof end !== 'string' || Number.isNaN(Date.parse(end))) return null;
  return { lastDay: lastDayIn(end, typeof zone === 'string' ? zone : truth.zone), source: truth.url };
}

/** Whether the API says that there will be another charge; null when it was not asked. */
export async function askCharged(visit: Visit, { flow: { truth } }: Plan, url: string | null): Promise<boolean | null> {
  if (truth?.renews === null || truth?.renews === undefined) return null;
  const renews = at(await answerOf(visit, url ?? truth.url, truth.headers), truth.renews);
  return renews === undefined
    ? null
    : ![false, 'off', null].includes(typeof renews === 'object' ? null : (renews as boolean | string));
}
