import { oneLine, plain, receiptLines, type ReceiptFacts, type ReceiptVoice } from '@leavewell/locales/receipts';
import { dayAfter } from '../calendar/day-after.ts';
import { formatInstant } from '../calendar/instant.ts';

const maxOctets = 75;
const encoder = new TextEncoder();

/** A text value (RFC 5545, section 3.3.11). */
function textValue(text: string): string {
  return text.replace(/[\\;,]/g, '\\$&').replaceAll('\n', '\\n');
}

/** A content line in pieces of at most 75 octets, never within a character (RFC 5545, section 3.1). */
function folded(line: string): string {
  const pieces = [''];
  let octets = 0;
  for (const character of line) {
    const size = encoder.encode(character).length;
    if (octets + size > maxOctets) {
      pieces.push('');
      // The space that begins a following line counts.
      octets = 1;
    }
    pieces[pieces.length - 1] += character;
    octets += size;
  }
  return pieces.join('\r\n ');
}

function dateValue(day: string): string {
  return day.replaceAll('-', '');
}

function utcValue(instant: string): string {
  return formatInstant(new Date(instant)).replace(/[-:]|\.\d+/g, '');
}

/** The day that a receipt is about: the last day of access, or of a withdrawal the day a refund is due by. */
function calendarDay({ command, lastDay, refund }: ReceiptFacts): string | null {
  return command === 'withdraw' ? (refund?.by ?? null) : lastDay;
}

/**
 * A receipt as a calendar file (RFC 5545): one all-day entry on the last day. A day has no zone, so that every calendar
 * shows the day that the receipt says; zone and moment are in its text. Null where there is no day to enter.
 */
export function receiptCalendar(voice: ReceiptVoice, receipt: ReceiptFacts): string | null {
  const day = calendarDay(receipt);
  if (day === null) return null;
  const { words } = voice;
  const rows = receiptLines(voice, receipt).map(({ label, value }) => words.row(label, plain(value)));
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//leavewell//receipt//EN',
    'CALSCALE:GREGORIAN',
    'BEGIN:VEVENT',
    `UID:receipt-${textValue(oneLine(receipt.id))}@leavewell`,
    // The receipt never changes, and neither does its entry.
    `DTSTAMP:${utcValue(receipt.requestedAt)}`,
    `DTSTART;VALUE=DATE:${dateValue(day)}`,
    `DTEND;VALUE=DATE:${dateValue(dayAfter(day))}`,
    `SUMMARY:${textValue(words.calendar[receipt.command](oneLine(receipt.planName)))}`,
    `DESCRIPTION:${textValue(rows.join('\n'))}`,
    'CLASS:PRIVATE',
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join('');
}
