/** How long a date is written: `31 December 2026` or `31 Dec 2026`. */
export type DateLength = 'long' | 'medium';

const dayMs = 86_400_000;
const formatters = new Map<string, Intl.DateTimeFormat>();

function inZone(tag: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  try {
    return new Intl.DateTimeFormat(tag, options);
  } catch {
    return new Intl.DateTimeFormat(tag, { ...options, timeZone: 'UTC' });
  }
}

/** A formatter for the Gregorian calendar in Latin digits. A zone this machine does not know is read as UTC. */
function formatter(tag: string, timeZone: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = JSON.stringify([tag, timeZone, options]);
  const found =
    formatters.get(key) ?? inZone(tag, { ...options, calendar: 'gregory', numberingSystem: 'latn', timeZone });
  formatters.set(key, found);
  return found;
}

/** The text of a date; what is not a date stays as it came, so that a page never fails over it. */
function format(tag: string, text: string, zone: string, options: Intl.DateTimeFormatOptions): string {
  const date = new Date(text);
  return Number.isNaN(date.getTime()) ? text : formatter(tag, zone, options).format(date);
}

/** The wall clock in `zone`, to the second: `['2026-12-31', '23:59:59']`. */
function wallClock(time: number, zone: string): readonly [day: string, time: string] {
  if (Number.isNaN(time)) return ['', ''];
  const two = '2-digit';
  const date = { year: 'numeric', month: two, day: two } as const;
  const clock = { hour: two, minute: two, second: two, hourCycle: 'h23' } as const;
  const parts = formatter('en-US', zone, { ...date, ...clock }).formatToParts(time);
  const { year, month, day, hour, minute, second } = Object.fromEntries(parts.map(({ type, value }) => [type, value]));
  return [`${year}-${month}-${day}`, `${hour}:${minute}:${second}`];
}

/** A calendar day such as `2026-12-31` in words. It is never moved by a zone. */
export function formatDay(tag: string, day: string, length: DateLength = 'long'): string {
  return format(tag, day, 'UTC', { dateStyle: length });
}

/** A day in few letters, `31 Dec`; with its year when `reference` (a day or an instant) is of another year. */
export function formatShortDay(tag: string, day: string, reference: string): string {
  const sameYear = day.slice(0, 4) === reference.slice(0, 4);
  return sameYear ? format(tag, day, 'UTC', { day: 'numeric', month: 'short' }) : formatDay(tag, day, 'medium');
}

/** A moment (ISO 8601 UTC) as the clocks in `zone` (IANA) show it: `22 Nov 2026, 10:42`. */
export function formatMoment(tag: string, instant: string, zone: string, length: DateLength = 'medium'): string {
  return format(tag, instant, zone, { dateStyle: length, timeStyle: 'short', hourCycle: 'h23' });
}

/** The clock in `zone` at a moment: `10:42`. */
export function formatTime(tag: string, instant: string, zone: string): string {
  return format(tag, instant, zone, { timeStyle: 'short', hourCycle: 'h23' });
}

/** The last moment of a day, said as 24:00 of that day and not as 00:00 of the next: `31 December 2026 at 24:00`. */
export function formatDayEnd(tag: string, day: string, length: DateLength = 'long'): string {
  return formatMoment(tag, `${day}T23:59:00Z`, 'UTC', length).replace('23:59', '24:00');
}

/** Whether a moment is the end of `day` in `zone`: its last minute, or the midnight after it. */
export function isDayEnd(instant: string, day: string, zone: string): boolean {
  const time = Date.parse(instant);
  // One millisecond before, so that it also holds where clocks skip midnight.
  return wallClock(time - 1, zone)[0] === day && wallClock(time + 60_000, zone)[0] !== day;
}

/** The calendar day, `2026-12-31`, on which a moment falls in `zone`. */
export function dayIn(instant: string, zone: string): string {
  return wallClock(Date.parse(instant), zone)[0];
}

/** How many calendar days `to` is after `from`; negative when it is before. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / dayMs);
}

/** How far the clocks in `zone` are from UTC at a moment: `UTC+1`, `UTC-3:30`. */
export function offsetName(zone: string, instant: string): string {
  const time = Math.floor(Date.parse(instant) / 1000) * 1000;
  const minutes = Math.round((Date.parse(`${wallClock(time, zone).join('T')}Z`) - time) / 60_000);
  if (!minutes) return 'UTC';
  const size = Math.abs(minutes);
  const rest = size % 60 ? `:${size % 60}` : '';
  return `UTC${minutes < 0 ? '-' : '+'}${Math.floor(size / 60)}${rest}`;
}

const beijing = /^(PRC|Asia\/(Shanghai|Chongqing|Chungking|Harbin))$/i;

/**
 * A zone in words for a moment: `Beijing time`, `Berlin time (UTC+1)`. Never a bare abbreviation such as CST, which
 * means several zones. Where a zone has no place, or this machine does not know it, only the offset is named.
 */
export function zoneName(tag: string, zone: string, instant: string): string {
  const chinese = tag.startsWith('zh');
  if (beijing.test(zone)) return chinese ? '北京时间' : 'Beijing time';
  const offset = offsetName(zone, instant);
  const names = formatter(tag, zone, { timeZoneName: 'shortGeneric' });
  const city = /^(?!Etc\/).*\/(.+)$/.exec(zone)?.[1]?.replaceAll('_', ' ');
  if (!city || names.resolvedOptions().timeZone === 'UTC') return offset;
  if (!chinese) return `${city} time (${offset})`;
  const name = names.formatToParts(Date.parse(instant) || 0).find(({ type }) => type === 'timeZoneName')?.value;
  return name && !/[A-Z]/.test(name) ? `${name} ${offset}` : offset;
}
