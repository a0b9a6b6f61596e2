import { matchPageLanguage, pageWords, type PageAct, type PageWords } from '@leavewell/locales/pages';
import type { EvaluatedPolicy } from '@leavewell/policies';
import { acceptedLanguages } from '../http/accepted-languages.ts';
import type { RequestScope } from '../http/request-scope.ts';
import { ServiceError } from '../service-error.ts';
import type { Service } from '../service.ts';
import { placeHabits } from './place-habits.ts';
import { publicPolicyOf, type PublicRequest } from './public-request.ts';

/** One request for a page: what was asked, by which policy and in which words it is answered. */
export interface Visit {
  readonly request: Request;
  readonly scope: RequestScope;
  readonly asker: PublicRequest;
  readonly act: PageAct;
  readonly policy: EvaluatedPolicy;
  readonly words: PageWords;
}

/** The address of a page from the other, whatever stands before them; it keeps the language that was asked for. */
export function pathOf(act: PageAct, request: Request): string {
  const lang = new URL(request.url).searchParams.get('lang');
  const query = lang === null ? '' : `?lang=${encodeURIComponent(lang.slice(0, 35).toWellFormed())}`;
  return (act === 'withdraw' ? 'withdraw' : 'cancel') + query;
}

/** The words for a reader: `?lang=` before `Accept-Language` before what the place speaks. */
export function wordsFor(service: Service, request: Request): PageWords {
  const asked = new URL(request.url).searchParams.get('lang');
  const tags = [...(asked === null ? [] : [asked]), ...acceptedLanguages(request.headers)];
  return pageWords(matchPageLanguage(tags, placeHabits[service.policies.placeOf(request)].language));
}

/** For whom, where and when a request without a login is. Throws `not_found` where the pages are nobody's. */
export function askerOf(service: Service, request: Request, scope: RequestScope, now: Date): PublicRequest {
  const tenantId = service.publicTenant(request);
  if (tenantId === null) throw new ServiceError('not_found', { detail: 'There are no pages without a login here.' });
  scope.tenantId = tenantId;
  return { service, tenantId, place: service.policies.placeOf(request), address: scope.address, now };
}

/** Begins to answer a request for a page. Throws `not_found`. */
export function openVisit(service: Service, request: Request, scope: RequestScope, act: PageAct): Visit {
  const asker = askerOf(service, request, scope, service.clock.now());
  return { request, scope, asker, act, policy: publicPolicyOf(asker, act), words: wordsFor(service, request) };
}
