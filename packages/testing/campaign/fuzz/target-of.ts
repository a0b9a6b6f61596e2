import fc, { type Arbitrary } from 'fast-check';
import type { DocumentedOperation, ReadDocument } from './document.ts';
import type { FuzzCaller, FuzzWorld } from './fuzz-world.ts';
import { mostly } from './mostly.ts';
import { hostileText } from './spoil.ts';
import { valueOfSchema } from './value-of-schema.ts';

/** What a name in a path is filled with: something that is there. */
function knownIds({ name, path }: DocumentedOperation, world: FuzzWorld): readonly string[] {
  if (path.startsWith('/v1/receipts')) return world.receiptIds;
  if (path.startsWith('/v1/verifications')) return world.verificationIds;
  if (name === 'receiveWebhook') return ['campaign', 'ledger', 'stripe'];
  return [...world.membershipIds, 'm_new_1', 'm_new_2'];
}

const rawPathPiece = fc.constantFrom(
  '%',
  '%zz',
  '%00',
  '%2e%2e',
  '%2f',
  '..',
  '.',
  '%E0%A4%A',
  '%ff',
  ';a=b',
  'a%20b',
  '%C0%AF',
  '',
);

/** What is the caller's own, where its name says so; a colleague's is the administrator's too. */
function ownIds(ids: readonly string[], caller: FuzzCaller): readonly string[] {
  const own = ids.filter(
    (id) => id.includes(`_${caller}_`) || (caller === 'administrator' && id.includes('_colleague_')),
  );
  return own.length > 0 ? own : ids;
}

/** The path once the caller is known: mostly of what is theirs. */
export function pathOf(operation: DocumentedOperation, world: FuzzWorld): Arbitrary<(caller: FuzzCaller) => string> {
  const ids = knownIds(operation, world);
  const fill = (id: string): string => operation.path.replace(/\{\w+\}/, () => id);
  const nth = (list: readonly string[], number: number): string => encodeURIComponent(list[number % list.length] ?? '');
  const own = fc.nat().map((number) => (caller: FuzzCaller) => fill(nth(ownIds(ids, caller), number)));
  const others = fc.constantFrom(...ids).map((id) => () => fill(encodeURIComponent(id)));
  const odd = fc
    .oneof(
      fc.oneof(hostileText, fc.string()).map((text) => encodeURIComponent(text.toWellFormed())),
      rawPathPiece,
    )
    .map((id) => () => fill(id));
  return mostly(own, mostly(others, odd, 5), 7);
}

/** The query with its question mark: mostly as the document has it. */
export function queryOf(operation: DocumentedOperation, { schemas }: ReadDocument): Arbitrary<string> {
  const named = operation.parameters.filter((parameter) => parameter.in === 'query');
  const fields = Object.fromEntries(named.map(({ name, schema }) => [name, valueOfSchema(schema, schemas)]));
  const write = (value: object): string =>
    new URLSearchParams(Object.entries(value).map(([name, each]) => [name, String(each).toWellFormed()])).toString();
  const valid = fc
    .record(fields, { requiredKeys: [] })
    .map((value) => (Object.keys(value).length === 0 ? '' : `?${write(value)}`));
  const [first = 'a'] = named.map(({ name }) => name);
  const odd = fc.oneof(
    fc.constantFrom(
      `?${first}=1&${first}=2`,
      '?__proto__=1',
      '?tenantId=other',
      '?%ff=%fe',
      '?&&==&',
      `?${first}`,
      `?${first}=%`,
      '?userId=person',
    ),
    fc
      .tuple(fc.constantFrom(first, 'cursor', 'limit', 'state'), hostileText)
      .map(([name, text]) => `?${name}=${encodeURIComponent(text.toWellFormed())}`),
  );
  return mostly(valid, odd, named.length > 0 ? 7 : 9.5);
}
