import { failureText, type Phrase } from '@leavewell/locales';
import type { Receipt, ReceiptFormat } from '@leavewell/sdk';
import { html, nothing, type TemplateResult } from 'lit';
import type { CommandContext } from './command-context.ts';
import { rows } from './rows.ts';

type Row = readonly [name: string, value: string | Phrase];

/** The forms in which it can be saved here. */
const formats = ['text', 'calendar', 'jws'] as const satisfies readonly ReceiptFormat[];

/** Buttons, not links: what they save is fetched with the member's session. */
function savers({ words, verbs, saveError }: CommandContext, { id, lastDay }: Receipt): TemplateResult {
  // Without a day there is nothing to put into a calendar.
  const offered = formats.filter((format) => format !== 'calendar' || lastDay !== null);
  const saver = (format: (typeof formats)[number]) => html`<button
    type="button"
    class="link"
    part="save-button"
    @click=${() => verbs.save(id, format)}
    >${words[`receipt.save.${format}`]}</button
  >`;
  const isMissing = /^(invalid_response|receipt_not_found)$/.test(saveError?.code ?? '');
  const fault = isMissing ? words['receipt.noFile'] : saveError && failureText(words, saveError);
  return html`<div part="files" class="ways small">
    ${offered.map(saver)} <span part="error" role="alert">${fault ?? nothing}</span>
  </div>`;
}

/**
 * What the member keeps: first whatever matters most, then when it was asked for, with zone and offset, which contract,
 * the reference, money that goes back, and whom to ask.
 */
export function keptReceipt(
  context: CommandContext,
  receipt: Receipt,
  first: Row | null,
  requestedAs: string,
): TemplateResult {
  const { words } = context;
  const { requestedAt, timeZone, orderNumber, membershipId, id, refund, contact } = receipt;
  const list: readonly (Row | null)[] = [
    first,
    [requestedAs, words['date.stamp'](requestedAt, timeZone)],
    [words['receipt.contract'], orderNumber ?? membershipId],
    [words['receipt.id'], id],
    [words['receipt.refund'], refund ? words['receipt.refundBy'](refund) : words['receipt.noRefund']],
    contact.length ? [words['receipt.contact'], contact.map(({ value }) => value).join(' · ')] : null,
  ];
  return html`${rows(list.filter((row) => row !== null))} ${savers(context, receipt)}`;
}
