import fc, { type Arbitrary } from 'fast-check';
import { signNotice } from '../company.ts';
import type { DocumentedOperation, ReadDocument } from './document.ts';
import type { FuzzCaller, FuzzWorld } from './fuzz-world.ts';
import { headersOf, type Header } from './headers-of.ts';
import { mostly } from './mostly.ts';
import type { RawRequest } from './raw-http.ts';
import { spoiltBytes, spoiltValue } from './spoil.ts';
import { pathOf, queryOf } from './target-of.ts';
import { valueOfSchema } from './value-of-schema.ts';

const rightCallers: Readonly<Record<DocumentedOperation['caller'], readonly FuzzCaller[]>> = {
  member: ['person', 'administrator', 'person', 'colleague', 'stranger'],
  host: ['host', 'host', 'otherHost'],
  provider: ['nobody'],
  public: ['nobody'],
};
const callers: readonly FuzzCaller[] = [
  'person',
  'colleague',
  'administrator',
  'stranger',
  'host',
  'otherHost',
  'nobody',
  'forger',
];

function bodyOf(
  operation: DocumentedOperation,
  { schemas }: ReadDocument,
  fit: Arbitrary<unknown>,
): Arbitrary<Buffer | null> {
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
function fittingBody(
  { name, body }: DocumentedOperation,
  { schemas }: ReadDocument,
  world: FuzzWorld,
): Arbitrary<unknown> {
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
  return any.map((declared) => ({
    ...Object(declared),
    timeZone: 'Asia/Shanghai',
    provider: 'ledger',
    providerReference: null,
  }));
}

/** Of half of the notices, by their bytes; the others are forged. */
function signatureOf(body: string): Header[] {
  const time = String(Date.now());
  return [
    ['x-company-time', time],
    ['x-company-signature', body.length % 2 === 0 ? signNotice(body, time) : signNotice(body, time, 'forged')],
  ];
}

/** A request and who sent it. */
export interface FuzzRequest {
  readonly caller: FuzzCaller;
  readonly request: RawRequest;
}

/** Requests for one operation: valid, nearly valid and hostile ones, from everybody. */
export function requestFor(
  operation: DocumentedOperation,
  document: ReadDocument,
  world: FuzzWorld,
): Arbitrary<FuzzRequest> {
  const caller = mostly(fc.constantFrom(...rightCallers[operation.caller]), fc.constantFrom(...callers), 8);
  const fit = fittingBody(operation, document, world);
  return fc
    .tuple(
      caller,
      pathOf(operation, world),
      queryOf(operation, document),
      headersOf(operation),
      bodyOf(operation, document, fit),
    )
    .map(([who, path, query, headers, body]) => {
      const authorization = world.authorization[who];
      const signed =
        operation.name === 'receiveWebhook' && who === 'nobody' && body ? signatureOf(body.toString()) : [];
      const all: Header[] = [
        ...(authorization === null ? [] : [['authorization', authorization] as const]),
        ...signed,
        ...headers,
      ];
      return { caller: who, request: { method: operation.method, target: path(who) + query, headers: all, body } };
    });
}
