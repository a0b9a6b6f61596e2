import fc, { type Arbitrary } from 'fast-check';
import type { DocumentedOperation } from './document.ts';
import { mostly } from './mostly.ts';
import { hostileText } from './spoil.ts';

/** One line of a request's head. */
export type Header = readonly [string, string];

const printable = (text: string): string => text.replace(/[^\x20-\x7e]/g, '?');
const oddHeaderValue = fc.oneof(
  hostileText.map((text) => printable(text).slice(0, 6000)),
  fc.constantFrom('"', 'W/"1"', '*', '"1', ',,,', 'a,b', '\x7f', '\xe9\xff'),
);

/** The headers beside who is asking: mostly what is needed, and sometimes what nobody needs. */
export function headersOf({ body, parameters }: DocumentedOperation): Arbitrary<Header[]> {
  const type = mostly(
    fc.constant<Header[]>(body ? [['content-type', 'application/json']] : []),
    fc.constantFrom<Header[]>(
      [],
      [['content-type', 'text/plain']],
      [['content-type', 'application/json; charset=utf-16']],
      [['content-type', 'application/x-www-form-urlencoded']],
      [['content-type', 'application/json, text/html']],
      [['content-type', '']],
    ),
    9.5,
  );
  const isCommand = parameters.some(({ name }) => name === 'Idempotency-Key');
  const key = mostly<Header[]>(
    fc.nat({ max: 100_000 }).map((number) => [['idempotency-key', `fuzz-key-${number}`]]),
    oddHeaderValue.map((value) => [['idempotency-key', value]]),
    8,
  );
  const odd = fc.tuple(
    fc.constantFrom(
      'if-match',
      'accept-language',
      'origin',
      'x-forwarded-for',
      'forwarded',
      'accept',
      'x-http-method-override',
      'content-encoding',
      'expect',
      'cookie',
      'range',
      'if-none-match',
      'traceparent',
    ),
    oddHeaderValue,
  );
  const origin = fc.constantFrom<Header>(
    ['origin', 'null'],
    ['origin', 'https://evil.example'],
    ['sec-fetch-site', 'cross-site'],
  );
  const more = mostly<Header[]>(fc.constant([]), fc.array(fc.oneof(odd, origin), { maxLength: 3 }), 7);
  return fc.tuple(type, isCommand ? key : fc.constant<Header[]>([]), more).map((lists) => lists.flat());
}
