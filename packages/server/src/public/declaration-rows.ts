import type { DeclarationReceipt, DeclarationRequest } from '@leavewell/contract';
import { pageDay, pageMoment, type PageWords } from '@leavewell/locales/pages';

/** A name and what it says. */
export type Row = readonly [label: string, value: string];

/** What was declared, row by row, as it was typed; what a place does not ask for has no row. */
export function declarationRows(words: PageWords, declaration: DeclarationRequest): readonly Row[] {
  const { fields, kinds, earliest, done } = words;
  const { terminationKind, reason, name, contract, endDate, email } = declaration;
  const rows: readonly (readonly [string, string | undefined])[] = [
    [fields.termination_kind, terminationKind && kinds[terminationKind]],
    [done.reason, reason],
    [fields.name, name],
    [fields.contract, contract],
    [done.endDate, endDate === null ? earliest : endDate && pageDay(words, endDate)],
    [fields.email, email],
  ];
  return rows.flatMap(([label, value]) => (value === undefined ? [] : [[label, value] as const]));
}

/** That it arrived: what, when by a clock of the place with zone and offset, and under which reference. */
export function receiptRows(words: PageWords, receipt: DeclarationReceipt): readonly Row[] {
  const { done } = words;
  const { id, act, receivedAt, receivedAtLocal, timeZone, declaration } = receipt;
  return [
    [done.reference, id],
    [done.receivedAt, `${pageMoment(words, receivedAt, timeZone)}\n${receivedAtLocal}`],
    [done.act, done.acts[act]],
    ...declarationRows(words, declaration),
  ];
}

/** The same as a text file. What was typed stays on its line, so that no line can pass for one of ours. */
export function receiptFile(words: PageWords, receipt: DeclarationReceipt, next: string): string {
  const rows = receiptRows(words, receipt).map(([label, value]) =>
    words.done.row(label, value.replace(/[\s\p{Cc}\u2028\u2029]+/gu, ' ').trim()),
  );
  return [words.acts[receipt.act].received, '', ...rows, '', next, ''].join('\r\n');
}
