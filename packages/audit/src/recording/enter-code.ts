/// <reference types="node" />
import { setTimeout as wait } from 'node:timers/promises';
import { AuditError } from '../audit-error.ts';
import { handleOf, settle, type Visit } from '../browser/visit.ts';
import type { CodeSource } from '../flow/flow-description.ts';

const usual = /"code"\s*:\s*"([^"]{4,12})"|\b(\d{4,8})\b/;

async function newestCode(
  visit: Visit,
  { url, pattern }: Extract<CodeSource, { url: string }>,
): Promise<string | null> {
  const answer = await visit.context.request.get(url).catch(() => null);
  const match = (pattern ?? usual).exec((await answer?.text()) ?? '');
  return match?.slice(1).find((group) => group !== undefined) ?? match?.[0] ?? null;
}

/** The code that can be read now; taken before a flow begins, it tells an old code from a new one. */
export async function codeNow(visit: Visit, source: CodeSource | null): Promise<string | null> {
  return source === null || 'answer' in source ? null : newestCode(visit, source);
}

/** The code that was sent after `old` was read. Waits a little for it; then the old one may be the same by chance. */
export async function awaitCode(visit: Visit, source: CodeSource | null, old: string | null): Promise<string> {
  if (source === null) throw new AuditError('a code is asked for: give code with url or answer in the flow file');
  if ('answer' in source) return source.answer;
  const until = performance.now() + visit.settings.pace.patience;
  let code = await newestCode(visit, source);
  while ((code === null || code === old) && performance.now() < until) {
    await wait(50);
    code = await newestCode(visit, source);
  }
  if (code === null) throw new AuditError(`no code was found at ${source.url}: give code.pattern in the flow file`);
  return code;
}

/** Offers a code as a paste; true when the field took it or the browser would have put it in. */
function pasteInto(element: Node, code: string): boolean {
  const data = new DataTransfer();
  data.setData('text/plain', code);
  const given = { clipboardData: data, bubbles: true, cancelable: true, composed: true };
  const isLeft = element.dispatchEvent(new ClipboardEvent('paste', given));
  return isLeft || (element instanceof HTMLInputElement && (element.value !== '' || element.readOnly));
}

/** Enters a code as a person does who pastes it, or types it where that is refused. Says whether pasting worked. */
export async function enterCode(visit: Visit, key: number, code: string): Promise<boolean> {
  await wait(visit.settings.pace.read);
  const handle = await handleOf(visit, key);
  if (handle === null) throw new AuditError('the field for the code was gone before it could be filled in');
  await handle.focus();
  const works = await handle.evaluate(pasteInto, code).catch(() => true);
  const isEmpty = await handle
    .evaluate((element) => element instanceof HTMLInputElement && element.value === '')
    .catch(() => false);
  if (isEmpty) await visit.page.keyboard.type(code);
  await settle(visit);
  return works;
}
