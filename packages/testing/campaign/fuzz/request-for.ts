import fc, { type Arbitrary } from 'fast-check';
import { signNotice } from '../company.ts';
import type { DocumentedOperation, ReadDocument } from './document.ts';
import type { FuzzCaller, FuzzWorld } from './fuzz-world.ts';
import type { RawRequest } from './raw-http.ts';
import { hostileText, spoiltBytes, spoiltValue } from './spoil.ts';
import { valueOfSchema } from './value-of-schema.ts';

type Header = readonly [string, string];

/** Between the likely and the odd: so many times out of ten the first. */
function mostly<T>(likely: Arbitrary<T>, odd: Arbitrary<T>, timesOfTen: number): Arbitrary<T> {
  return fc.oneof({ weight: timesOfTen * 10, arbitrary: likely }, { weight: 100 - timesOfTen * 10, arbitrary: odd });
}

const rightCallers: Readonly<Record<DocumentedOperation['caller'], readonly FuzzCaller[]>> = {
  member: ['person', 'administrator', 'person', 'colleague', 'stranger'],
  host: ['host', 'host', 'otherHost'],
  provider: ['nobody'],
};
const callers: readonly FuzzCaller[] = ['person', 'colleague', 'administrator', 'stranger', 'host', 'otherHost', 'nobody', 'forger'];

/** What a name in a path is filled with: something that is there. */
function knownIds({ name, path }: DocumentedOperation, world: FuzzWorld): readonly string[] {
  if (path.startsWith('/v1/receipts')) return world.receiptIds;
  if (path.startsWith('/v1/verifications')) return world.verificationIds;
  if (name === 'receiveWebhook') return ['campaign', 'ledger', 'stripe'];
  return [...world.membershipIds, 'm_new_1', 'm_new_2'];
}

const rawPathPiece = fc.constantFrom('%', '%zz', '%00', '%2e%2e', '%2f', '..', '.', '%E0%A4%A', '%ff', ';a=b', 'a%20b', '%C0%AF', '');

/** What is the caller's own, where its name says so; a colleague's is the administrator's too. */
function ownIds(ids: readonly string[], caller: FuzzCaller): readonly string[] {
  const own = ids.filter((id) => id.includes(`_${caller}_`) || (caller === 'administrator' && id.includes('_colleague_')));
  return own.length > 0 ? own : ids;
}

/** The path once the caller is known: mostly of what is theirs. */
function pathOf(operation: DocumentedOperation, world: FuzzWorld): Arbitrary<(caller: FuzzCaller) => string> {
  const ids = knownIds(operation, world);
  const fill = (id: string): string => operation.path.replace(/\{\w+\}/, () => id);
  const nth = (list: readonly string[], number: number): string => encodeURIComponent(list[number % list.length] ?? '');
  const own = fc.nat().map((number) => (caller: FuzzCaller) => fill(nth(ownIds(ids, caller), number)));
  const others = fc.constantFrom(...ids).map((id) => () => fill(encodeURIComponent(id)));
  const odd = fc
    .oneof(fc.oneof(hostileText, fc.string()).map((text) => encodeURIComponent(text.toWellFormed())), rawPathPiece)
    .map((id) => () => fill(id));
  return mostly(own, mostly(others, odd, 5), 7);
}

function queryOf(operation: DocumentedOperation, { schemas }: ReadDocument): Arbitrary<string> {
  const named = operation.parameters.filter((parameter) => parameter.in === 'query');
  const fields = Object.fromEntries(named.map(({ name, schema }) => [name, valueOfSchema(schema, schemas)]));
  const write = (value: object): string => new URLSearchParams(Object.entries(value).map(([name, each]) => [name, String(each).toWellFormed()])).toString();
  const valid = fc.record(fields, { requiredKeys: [] }).map((value) => (Object.keys(value).length === 0 ? '' : `?${write(value)}`));
  const [first = 'a'] = named.map(({ name }) => name);
  const odd = fc.oneof(
    fc.constantFrom(`?${first}=1&${first}=2`, '?__proto__=1', '?tenantId=other', '?%ff=%fe', '?&&==&', `?${first}`, `?${first}=%`, '?userId=person'),
    fc.tuple(fc.constantFrom(first, 'cursor', 'limit', 'state'), hostileText).map(([name, text]) => `?${name}=${encodeURIComponent(text.toWellFormed())}`),
  );
  return mostly(valid, odd, named.length > 0 ? 7 : 9.5);
}

const printable = (text: string): string => text.replace(/[^\x20-\x7e]/g, '?');
const oddHeaderValue = fc.oneof(hostileText.map((text) => printable(text).slice(0, 6000)), fc.constantFrom('"', 'W/"1"', '*', '"1', ',,,', 'a,b', '\x7f', '\xe9\xff'));

function headersOf({ body, parameters }: DocumentedOperation): Arbitrary<Header[]> {
  const type = mostly(
    fc.constant<Header[]>(body ? [['content-type', 'application/json']] : []),
    fc.constantFrom<Header[]>([], [['content-type', 'text/plain']], [['content-type', 'application/json; charset=utf-16']], [['content-type', 'application/x-www-form-urlencoded']], [['content-type', 'application/json, text/html']], [['content-type', '']]),
    9.5,
  );
  const isCommand = parameters.some(({ name }) => name === 'Idempotency-Key');
  const key = mostly<Header[]>(
    fc.nat({ max: 100_000 }).map((number) => [['idempotency-key', `fuzz-key-${number}`]]),
    oddHeaderValue.map((value) => [['idempotency-key', value]]),
    8,
  );
  const odd = fc.tuple(
    fc.constantFrom('if-match', 'accept-language', 'origin', 'x-forwarded-for', 'forwarded', 'accept', 'x-http-method-override', 'content-encoding', 'expect', 'cookie', 'range', 'if-none-match', 'traceparent'),
    oddHeaderValue,
  );
  const origin = fc.constantFrom<Header>(['origin', 'null'], ['origin', 'https://evil.example'], ['sec-fetch-site', 'cross-site']);
  const more = mostly<Header[]>(fc.constant([]), fc.array(fc.oneof(odd, origin), { maxLength: 3 }), 7);
  return fc.tuple(type, isCommand ? key : fc.constant<Header[]>([]), more).map((lists) => lists.flat());
}

function bodyOf(operation: DocumentedOperation, { schemas }: ReadDocument, fit: Arbitrary<unknown>): Arbitrary<Buffer | null> {
  if (operation.body === null) return mostly<Buffer | null>(fc.constant(null), fc.constant(Buffer.from('{}')), 9);
  const valid = mostly(fit, valueOfSchema(operation.body, schemas), 6);
  const near = valid.chain(spoiltValue);
  const asBytes = (value: unknown): Buffer => Buffer.from(JSON.stringify(value) ?? '');
  return fc.oneof(
    { weight: 8, arbitrary: valid.map(asBytes) },
    { weight: 4, arbitrary: near.map(asBytes) },
    { weight: 2, arbitrary: valid.chain((value) => spoiltBytes(JSON.stringify(value) ?? '')) },
    { weight: 1, arbitrary: fc.constant(Buffer.alloc(0)) },
  );
}

/** Bodies that mean something here: random ids alone would find nothing. */
function fittingBody({ name, body }: DocumentedOperation, { schemas }: ReadDocument, world: FuzzWorld): Arbitrary<unknown> {
  const any = body ? valueOfSchema(body, schemas) : fc.constant(null);
  if (name === 'startVerification') {
    return fc.record({
      membershipId: fc.constantFrom(...world.membershipIds),
      command: fc.constantFrom('cancelRenewal', 'resumeRenewal'),
      method: fc.constant('sms_code'),
    });
  }
  if (name === 'receiveWebhook') {
    return fc.record({ id: fc.uuid(), subscription: fc.constantFrom(...world.membershipIds).map((id) => `sub_${id}`) });
  }
  if (name !== 'putMembership') return any;
  return any.map((declared) => ({ ...Object(declared), timeZone: 'Asia/Shanghai', provider: 'ledger', providerReference: null }));
}

/** Of half of the notices, by their bytes; the others are forged. */
function signatureOf(body: string): Header[] {
  const time = String(Date.now());
  return [['x-company-time', time], ['x-company-signature', body.length % 2 === 0 ? signNotice(body, time) : signNotice(body, time, 'forged')]];
}

/** A request and who sent it. */
export interface FuzzRequest {
  readonly caller: FuzzCaller;
  readonly request: RawRequest;
}

/** Requests for one operation: valid, nearly valid and hostile ones, from everybody. */
export function requestFor(operation: DocumentedOperation, document: ReadDocument, world: FuzzWorld): Arbitrary<FuzzRequest> {
  const caller = mostly(fc.constantFrom(...rightCallers[operation.caller]), fc.constantFrom(...callers), 8);
  const fit = fittingBody(operation, document, world);
  return fc
    .tuple(caller, pathOf(operation, world), queryOf(operation, document), headersOf(operation), bodyOf(operation, document, fit))
    .map(([who, path, query, headers, body]) => {
      const authorization = world.authorization[who];
      const signed = operation.name === 'receiveWebhook' && who === 'nobody' && body ? signatureOf(body.toString()) : [];
      const all: Header[] = [...(authorization === null ? [] : [['authorization', authorization] as const]), ...signed, ...headers];
      return { caller: who, request: { method: operation.method, target: path(who) + query, headers: all, body } };
    });
}
