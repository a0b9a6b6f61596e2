import type { ServerErrorCode } from '@leavewell/contract';
import type { PageAct, PageFailure } from '@leavewell/locales/pages';
import type { Context, Hono } from 'hono';
import type { HandlerEnv } from '../http/mount-routes.ts';
import { problemResponse, toServiceError } from '../http/problem-response.ts';
import type { RequestScope } from '../http/request-scope.ts';
import { logFailure } from '../logging/log-request.ts';
import { ServiceError } from '../service-error.ts';
import type { Service } from '../service.ts';
import { answerForm, newKey } from './answer-form.ts';
import { formPage } from './form-page.ts';
import { failedPage, noRightPage } from './further-pages.ts';
import { pageResponse, type Page } from './page.ts';
import { openVisit, pathOf, wordsFor, type Visit } from './visit.ts';

const paths: Readonly<Record<PageAct, string>> = { cancelRenewal: '/cancel', withdraw: '/withdraw' };

/** What of an error a visitor can do something about; everything else is ours. */
const failures: Readonly<Partial<Record<ServerErrorCode, PageFailure>>> = {
  rate_limited: 'too_often',
  origin_not_allowed: 'not_our_page',
  unsupported_media_type: 'not_our_page',
  not_found: 'not_there',
};

async function pageFor(visit: Visit): Promise<Page> {
  const { request, act, policy } = visit;
  const opened = { ...visit, key: newKey(), typed: {} };
  if (act === 'withdraw' && policy.withdrawal === null) return noRightPage(opened, pathOf('cancelRenewal', request));
  return request.method === 'POST' ? answerForm(visit) : formPage(opened);
}

/** A page that says why, in words; what is not the visitor's fault is logged. */
function failure(service: Service, request: Request, scope: RequestScope, act: PageAct, thrown: unknown): Page {
  const error = toServiceError(thrown);
  // The same code, status and headers as for a program; only the words are for a person.
  const { status, headers } = problemResponse(error, scope, service.clock.now());
  if (status >= 500) logFailure(service, scope, request, error.cause ?? error);
  const retryAfter = headers.get('retry-after');
  const formPath = error.code === 'not_found' ? null : pathOf(act, request);
  return {
    ...failedPage(wordsFor(service, request), failures[error.code] ?? 'try_again', status, formPath),
    headers: retryAfter === null ? {} : { 'retry-after': retryAfter },
  };
}

async function answer(service: Service, { req, env }: Context<HandlerEnv>, act: PageAct): Promise<Response> {
  const { scope } = env;
  const request = req.raw;
  scope.route = service.mountPath + paths[act];
  const words = wordsFor(service, request);
  try {
    return await pageResponse(words, await pageFor(openVisit(service, request, scope, act)), scope);
  } catch (thrown) {
    return pageResponse(words, failure(service, request, scope, act, thrown), scope);
  }
}

/**
 * The way out for visitors without a login and without scripts: `/cancel` and `/withdraw`, two acts that are never
 * merged, as plain HTML. Each follows the law of the place of its request.
 */
export function mountPublicPages(app: Hono<HandlerEnv>, service: Service): void {
  for (const act of ['cancelRenewal', 'withdraw'] as const) {
    app.on(['GET', 'POST'], paths[act], (context) => answer(service, context, act));
    app.all(paths[act], ({ env: { scope } }) => {
      scope.route = service.mountPath + paths[act];
      const error = new ServiceError('method_not_allowed', { detail: 'This address answers GET, HEAD, POST.' });
      return problemResponse(error, scope, service.clock.now(), { allow: 'GET, HEAD, POST' });
    });
  }
}
