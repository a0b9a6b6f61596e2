/// <reference types="node" />
import { readFile } from 'node:fs/promises';
import { setTimeout as wait } from 'node:timers/promises';
import { handleOf, type Visit } from '../browser/visit.ts';
import { inFront, isPressable, type Screen, type ScreenElement } from './screen.ts';
import { receiptOn } from './choose.ts';
import type { Plan } from './plan.ts';
import type { ReceiptText } from './recording.ts';

/** Text of a file: of a page without its tags, of a calendar file with its folded lines joined. */
export function plainText(content: string): string {
  if (!/<(html|body|!doctype)/i.test(content)) return content.replaceAll(/\r?\n[ \t]/g, '');
  const lines = content
    .replaceAll(/<(script|style|head)[\s\S]*?<\/\1>/gi, '')
    .replaceAll(/<\/?(p|div|dt|dd|tr|td|th|li|h\d|br|section)\b[^>]*>/gi, '\n');
  const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', nbsp: ' ', '#39': "'" };
  return lines
    .replaceAll(/<[^>]+>/g, '')
    .replaceAll(/&(#?\w+);/g, (whole, name: string) => named[name] ?? whole)
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
    .join('\n');
}

function surfaceOf(text: string): ReceiptText['surface'] {
  return text.includes('BEGIN:VCALENDAR') ? 'calendar file' : 'file';
}

/** What a link or a button gives when it is pressed: a file, a page of its own, or text behind an address. */
async function fileBehind(visit: Visit, { key, href }: ScreenElement): Promise<string | null> {
  if (href !== null && /^https?:/.test(href)) {
    const answer = await visit.context.request.get(href).catch(() => null);
    return answer?.ok() === true ? answer.text() : null;
  }
  const handle = await handleOf(visit, key);
  const timeout = Math.max(1_000, visit.settings.pace.patience);
  const saved = visit.page
    .waitForEvent('download', { timeout })
    .then(async (download) => readFile(await download.path(), 'utf8'));
  const opened = visit.context.waitForEvent('page', { timeout }).then(async (page) => {
    const text = await page.content();
    await page.close();
    return text;
  });
  // The one that comes first counts; that the other does not come is no error.
  const first = Promise.any([saved, opened]).catch(() => null);
  const isPressed = await handle?.click().then(
    () => true,
    () => false,
  );
  return isPressed === true ? first : null;
}

async function files(visit: Visit, done: Screen, plan: Plan): Promise<ReceiptText[]> {
  const named = plan.flow.receipt === null ? null : await receiptOn(visit, done, plan);
  const found = inFront(done).filter((element) => isPressable(element) && plan.words.receipt.test(element.name));
  const controls = [...new Set([...(named === null ? [] : [named]), ...found])].slice(0, 4);
  const texts: ReceiptText[] = [];
  for (const control of controls) {
    const text = await fileBehind(visit, control);
    if (text !== null && text !== '') texts.push({ surface: surfaceOf(text), text: plainText(text), after: null });
  }
  return texts;
}

/** The text of the newest mail in a list of them, or the whole text when it is no list. */
function newestMail(body: string, words: Plan['words']): string | null {
  try {
    const list: unknown = JSON.parse(body);
    const mails = (Array.isArray(list) ? list : []).filter(
      (mail): mail is object => typeof mail === 'object' && mail !== null,
    );
    const texts = mails.map((mail) =>
      ['subject', 'text', 'html', 'body']
        .map((field) => {
          const value: unknown = Reflect.get(mail, field);
          return typeof value === 'string' ? plainText(value) : '';
        })
        .filter(Boolean)
        .join('\n'),
    );
    return texts.find((text) => words.receipt.test(text) || words.done.test(text)) ?? null;
  } catch {
    return body === '' ? null : plainText(body);
  }
}

/** Whatever is in the mailbox now, to tell a new receipt from an old one. */
export async function mailNow(visit: Visit, plan: Plan): Promise<string | null> {
  if (plan.flow.mail === null) return null;
  const answer = await visit.context.request.get(plan.flow.mail.url).catch(() => null);
  return answer === null ? null : newestMail(await answer.text(), plan.words);
}

async function mail(visit: Visit, plan: Plan, old: string | null, doneAt: number): Promise<ReceiptText[]> {
  if (plan.flow.mail === null) return [];
  const until = doneAt + plan.flow.mail.waitSeconds * 1000;
  for (;;) {
    const text = await mailNow(visit, plan);
    if (text !== null && text !== old) return [{ surface: 'mail', text, after: Math.max(0, Date.now() - doneAt) }];
    if (Date.now() > until) return [];
    await wait(Math.min(500, visit.settings.pace.quiet));
  }
}

/** The receipt on the screen, in the files that can be saved from it, and in the mail. */
export async function receipts(
  visit: Visit,
  done: Screen,
  plan: Plan,
  oldMail: string | null,
  doneAt: number,
): Promise<ReceiptText[]> {
  const screen: ReceiptText = { surface: 'screen', text: done.frontText, after: null };
  return [screen, ...(await files(visit, done, plan)), ...(await mail(visit, plan, oldMail, doneAt))];
}
