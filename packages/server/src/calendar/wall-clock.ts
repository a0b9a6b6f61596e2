/**
 * What a clock on the wall of a zone shows, as milliseconds that read in UTC give the local year, month, day and time.
 * Such a number is not a moment; subtracting the moment from it gives the zone's offset.
 */
export type WallTime = number;

const DAY = 86_400_000;
const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone);
  if (known) return known;
  const format = new Intl.DateTimeFormat('en-u-ca-gregory-nu-latn', {
    timeZone,
    hourCycle: 'h23',
    era: 'short',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  formats.set(timeZone, format);
  return format;
}

/** Days, hours and so on may be out of range and carry over, as in `Date`; unlike there, year 26 is year 26. */
export function wallTimeOf(year: number, monthIndex: number, day: number, timeOfDay = 0): WallTime {
  return new Date(0).setUTCFullYear(year, monthIndex, day) + timeOfDay;
}

const offsets = new Map<string, Map<number, number>>();
const mostDays = 20_000;

/** The offset of the zone when a day begins in UTC; days are counted from the epoch. Asking `Intl` takes long. */
function offsetAtDay(day: number, timeZone: string): number {
  const known = offsets.get(timeZone) ?? new Map<number, number>();
  const offset = known.get(day) ?? askIntl(day * DAY, timeZone) - day * DAY;
  if (known.size >= mostDays) known.clear();
  offsets.set(timeZone, known.set(day, offset));
  return offset;
}

/** What the clocks of the zone show at a moment given in milliseconds. Throws RangeError for an unknown zone. */
export function wallTimeAt(epochMs: number, timeZone: string): WallTime {
  const day = Math.floor(epochMs / DAY);
  const offset = offsetAtDay(day, timeZone);
  // No zone changes twice in a day, so that what holds at both its ends holds between them.
  return offset === offsetAtDay(day + 1, timeZone) ? epochMs + offset : askIntl(epochMs, timeZone);
}

function askIntl(epochMs: number, timeZone: string): WallTime {
  const field: Record<string, string> = {};
  for (const part of formatOf(timeZone).formatToParts(epochMs)) field[part.type] = part.value;
  const year = field['era']?.startsWith('B') ? 1 - Number(field['year']) : Number(field['year']);
  const seconds = Number(field['hour']) * 3600 + Number(field['minute']) * 60 + Number(field['second']);
  const milliseconds = ((epochMs % 1000) + 1000) % 1000;
  return wallTimeOf(year, Number(field['month']) - 1, Number(field['day']), seconds * 1000 + milliseconds);
}

/**
 * The moment at which the clocks of the zone show `wall`. What they show twice (the night DST ends) is the first time;
 * what they never show (the night DST begins, a day that a country skips) moves forward by what was skipped.
 */
export function momentOf(wall: WallTime, timeZone: string): number {
  return resolve(wall, timeZone).moment;
}

/** The first moment at which the clocks of the zone show `wall` or later. */
export function firstMomentFrom(wall: WallTime, timeZone: string): number {
  const { moment, isShown } = resolve(wall, timeZone);
  if (isShown) return moment;
  let earlier = wall - DAY;
  let later = moment;
  while (later - earlier > 1) {
    const middle = Math.floor((earlier + later) / 2);
    if (wallTimeAt(middle, timeZone) >= wall) later = middle;
    else earlier = middle;
  }
  return later;
}

function resolve(wall: WallTime, timeZone: string): { moment: number; isShown: boolean } {
  // A day to either side, because no zone is further than that from UTC, or changes twice in that time.
  const before = wallTimeAt(wall - DAY, timeZone) - (wall - DAY);
  const after = wallTimeAt(wall + DAY, timeZone) - (wall + DAY);
  if (before === after) return { moment: wall - before, isShown: true };
  const inOrder = [wall - Math.max(before, after), wall - Math.min(before, after)];
  const shown = inOrder.find((moment) => wallTimeAt(moment, timeZone) === wall);
  return { moment: shown ?? wall - before, isShown: shown !== undefined };
}
