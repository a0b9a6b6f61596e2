/// <reference types="node" />
import { setTimeout as wait } from 'node:timers/promises';
import type { Request, Route } from 'playwright-core';
import { inPage, type Visit } from '../browser/visit.ts';
import type { Answer } from './recording.ts';

const reading = ['GET', 'HEAD', 'OPTIONS'];

/** Writes down every answer to what may change something. */
export interface AnswerLog {
  readonly answers: Answer[];
}

function textWhileHeld(visit: Visit): Promise<string> {
  return inPage<string>(visit, 'leavewellAudit.takeScreen().text').catch(() => '');
}

/**
 * Holds each request back for a while and writes down what the page says before it is answered. A page that is being
 * left answers nobody as long as its request is held: such a page writes down its last words itself.
 */
async function hold(visit: Visit, route: Route, said: Map<Request, string>): Promise<void> {
  const request = route.request();
  if (!reading.includes(request.method()) && !request.isNavigationRequest()) {
    await wait(visit.settings.pace.hold);
    said.set(request, await textWhileHeld(visit));
  }
  await route.continue().catch(() => undefined);
}

/** Begins to watch what is sent; `holdsBack` also holds it back. */
export async function watchAnswers(visit: Visit, holdsBack: boolean): Promise<AnswerLog> {
  const answers: Answer[] = [];
  const said = new Map<Request, string>();
  const note = (request: Request, status: number | null) => {
    if (reading.includes(request.method())) return;
    answers.push({ method: request.method(), url: request.url(), status, saidMeanwhile: said.get(request) ?? '' });
  };
  visit.page.on('response', (response) => note(response.request(), response.status()));
  visit.page.on('requestfailed', (request) => note(request, null));
  if (holdsBack) await visit.page.route('**/*', (route) => hold(visit, route, said));
  return { answers };
}
