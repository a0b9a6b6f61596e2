import { parseAccept } from 'hono/utils/accept';

/** The forms in which a receipt can be had, and their media types (JOSE: RFC 7515, section 9.2.1). */
export const receiptTypes = {
  json: 'application/json',
  text: 'text/plain',
  html: 'text/html',
  ics: 'text/calendar',
  jws: 'application/jose',
} as const;

/** A form in which a receipt can be had. */
export type ReceiptFormat = keyof typeof receiptTypes;

const formats = Object.keys(receiptTypes).filter((name): name is ReceiptFormat => name in receiptTypes);

function accepts(range: string, format: ReceiptFormat): boolean {
  const type = receiptTypes[format];
  return range === '*/*' || range === type || range === `${type.slice(0, type.indexOf('/'))}/*`;
}

/** The quality a caller gives a form: that of the most specific range that names it (RFC 9110, section 12.5.1). */
function qualityOf(ranges: readonly { readonly type: string; readonly q: number }[], format: ReceiptFormat): number {
  const named = ranges.filter(({ type }) => accepts(type, format));
  const exact = named.find(({ type }) => type === receiptTypes[format]) ?? named.find(({ type }) => type !== '*/*');
  return (exact ?? named[0])?.q ?? 0;
}

/**
 * The forms that a caller accepts, best first; of equals in the order of `receiptTypes`, so that JSON is for whoever
 * takes anything. Who accepts none of them gets JSON too, as RFC 9110 (section 12.5.1) allows, and not a refusal.
 */
export function acceptedFormats(headers: Headers): readonly ReceiptFormat[] {
  const ranges = parseAccept(headers.get('accept') ?? '*/*').map(({ type, q }) => ({ type: type.toLowerCase(), q }));
  const rated = formats.map((format) => ({ format, quality: qualityOf(ranges, format) }));
  const accepted = rated.filter(({ quality }) => quality > 0).sort((one, other) => other.quality - one.quality);
  return accepted.length > 0 ? accepted.map(({ format }) => format) : ['json'];
}
