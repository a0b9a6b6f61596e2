import { wallTimeAt } from './wall-clock.ts';

const MINUTE = 60_000;

/** A moment as a clock in the zone shows it, with its offset (RFC 3339): `2026-11-22T10:42:00+08:00`. */
export function localTime(instant: string, timeZone: string): string {
  const epochMs = Date.parse(instant);
  const wall = wallTimeAt(epochMs, timeZone);
  // Offsets of long ago have seconds; RFC 3339 has only minutes.
  const offset = Math.round((wall - epochMs) / MINUTE);
  const [hours, minutes] = [Math.floor(Math.abs(offset) / 60), Math.abs(offset) % 60];
  const pad = (value: number) => String(value).padStart(2, '0');
  const local = new Date(epochMs + offset * MINUTE).toISOString().replace(/(\.\d+)?Z$/, '');
  return `${local}${offset < 0 ? '-' : '+'}${pad(hours)}:${pad(minutes)}`;
}
