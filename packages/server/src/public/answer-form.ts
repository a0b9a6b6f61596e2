import { ServiceError } from '../service-error.ts';
import { toBase64Url } from '../session/base64url.ts';
import { declareWithoutLogin, findDeclaration } from './declare-without-login.ts';
import type { DeclarationRecord } from '../ports/filed-record.ts';
import { evenAnswer } from './even-answer.ts';
import { formPage, type Shown } from './form-page.ts';
import { codePage, donePage, reviewPage } from './further-pages.ts';
import type { Page } from './page.ts';
import { wayOf, type Declared } from './public-request.ts';
import { readForm, type ReadForm } from './read-form.ts';
import { requireOwnForm } from './require-own-form.ts';
import { giveUpCode, sendAnother, tryCode } from './verify-declaration.ts';
import type { Visit } from './visit.ts';

/** What a button asks for. */
type Step = 'check' | 'change' | 'send' | 'code' | 'again' | 'person';

/** A form that came whole. */
interface Sent {
  readonly visit: Visit;
  readonly shown: Shown;
  readonly read: ReadForm;
  readonly form: URLSearchParams;
}

/** A new key: 144 random bits, which stand for one declaration from the form to its record. */
export function newKey(): string {
  return toBase64Url(crypto.getRandomValues(new Uint8Array(18)));
}

/**
 * Answers a form that was sent: with what is missing, the page to check it, the page of the code, or that it arrived.
 * Throws `origin_not_allowed`, `unsupported_media_type` or `rate_limited`.
 */
export async function answerForm(visit: Visit): Promise<Page> {
  const { request, scope, policy, words } = visit;
  requireOwnForm(request);
  const form = await readBody(request);
  scope.said.push([...form.values()]);
  const key = form.get('key') ?? '';
  const isWhole = /^[A-Za-z0-9_-]{16,64}$/.test(key);
  const read = readForm(form, policy.publicForm.fields, words);
  const shown: Shown = { ...visit, key: isWhole ? key : newKey(), typed: read.typed };
  if (!isWhole) return formPage(shown, { faults: {}, fault: words.faults.pressAgain });
  const step = stepOf(form.get('step'), policy.publicForm.review);
  if (step === 'change') return formPage(shown);
  if (Object.keys(read.faults).length > 0) return formPage(shown, { faults: read.faults, fault: null });
  return steps[step]({ visit, shown, read, form });
}

async function readBody(request: Request): Promise<URLSearchParams> {
  const type = request.headers.get('content-type') ?? '';
  if (/^application\/x-www-form-urlencoded *(;|$)/i.test(type)) return new URLSearchParams(await request.text());
  throw new ServiceError('unsupported_media_type', { detail: 'Send the form of the page.' });
}

/** Enter, where a browser names no button, is the button of the form. */
function stepOf(said: string | null, hasReview: boolean): Step {
  const known: readonly Step[] = ['check', 'change', 'send', 'code', 'again', 'person'];
  return known.find((step) => step === said) ?? (hasReview ? 'check' : 'send');
}

const steps: Readonly<Record<Exclude<Step, 'change'>, (sent: Sent) => Promise<Page>>> = {
  check: async ({ shown, read }) => reviewPage(shown, read),
  send: (sent) => atEvenPace(sent, () => declare(sent)),
  code: (sent) =>
    atEvenPace(sent, () =>
      whileVerifying(sent, async (filed) => {
        const isRight = await tryCode(sent.visit.asker, filed, sent.form.get('code')?.slice(0, 200) ?? '');
        return isRight ? donePage(sent.shown, filed.receipt, false) : codePage(sent.shown, sent.read.typed, 'wrong');
      }),
    ),
  again: (sent) =>
    atEvenPace(sent, () =>
      whileVerifying(sent, async (filed) => {
        await sendAnother(sent.visit.asker, filed);
        return codePage(sent.shown, sent.read.typed, 'sentAgain');
      }),
    ),
  person: (sent) =>
    atEvenPace(sent, () =>
      whileVerifying(sent, async (filed) => {
        await giveUpCode(sent.visit.asker, filed);
        return donePage(sent.shown, filed.receipt, true);
      }),
    ),
};

async function atEvenPace({ visit: { scope } }: Sent, work: () => Promise<Page>): Promise<Page> {
  const page = await work();
  await evenAnswer(scope.beganAt);
  return page;
}

function declaredIn({ visit: { act }, shown: { key }, read: { declaration } }: Sent): Declared {
  return { act, key, declaration };
}

async function declare(sent: Sent): Promise<Page> {
  const filed = await declareWithoutLogin(sent.visit.asker, declaredIn(sent));
  if (filed.outcome === 'verifying') return codePage(sent.shown, sent.read.typed, null);
  return donePage(sent.shown, filed.receipt, wayOf(sent.visit.asker, sent.visit.act) === 'by_person');
}

/** Goes on with a declaration that waits for its code; one that does not is told to have arrived. */
async function whileVerifying(sent: Sent, work: (filed: DeclarationRecord) => Promise<Page>): Promise<Page> {
  const { service, tenantId } = sent.visit.asker;
  const filed = await service.store.read((rows) => findDeclaration(rows, tenantId, declaredIn(sent)));
  if (filed?.outcome === 'verifying') return work(filed);
  return filed === undefined ? declare(sent) : donePage(sent.shown, filed.receipt, false);
}
