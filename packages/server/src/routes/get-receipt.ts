import { operations, type Receipt } from '@leavewell/contract';
import { chooseReceiptVoice } from '@leavewell/locales/receipts';
import type { MemberCall, TextAnswer } from '../http/call.ts';
import { memberRoute } from '../http/route.ts';
import { receiptFile, type ReceiptFile } from '../receipts/receipt-file.ts';
import { acceptedFormats, receiptTypes, type ReceiptFormat } from '../receipts/receipt-format.ts';
import { receiptPolicy } from '../receipts/receipt-style.ts';
import { visibleMemberships } from '../rules/may-see.ts';
import { ServiceError } from '../service-error.ts';

/** A page or text is shown, a file for another program is saved; either has a name to be saved by. */
const dispositions: Readonly<Record<ReceiptFormat, 'inline' | 'attachment'>> = {
  json: 'inline',
  text: 'inline',
  html: 'inline',
  ics: 'attachment',
  jws: 'attachment',
};

/** The receipt of a command that took effect, for whoever may see its membership, in the form they accept. */
export const getReceipt = memberRoute(operations.getReceipt, async (call) => {
  const { service, viewer, id, headers } = call;
  const record = await service.store.read((rows) => rows.getReceipt(viewer.tenantId, id));
  const { memberId, accountId } = visibleMemberships(viewer);
  if (!record || (record.memberId !== memberId && record.accountId !== accountId)) {
    throw new ServiceError('receipt_not_found', { detail: 'No receipt of this member has this id.' });
  }
  return answerWith(await firstFile(call, record.receipt, acceptedFormats(headers)));
});

/** The best form that this receipt has. Throws `receipt_not_found` when it has none of them. */
async function firstFile(
  { service, languages }: MemberCall,
  receipt: Receipt,
  formats: readonly ReceiptFormat[],
): Promise<ReceiptFile> {
  const press = { voice: chooseReceiptVoice(languages), keys: service.receiptKeys };
  for (const format of formats) {
    const file = await receiptFile(format, receipt, press);
    if (file) return file;
  }
  throw new ServiceError('receipt_not_found', {
    detail:
      `This receipt has no ${formats.map((format) => receiptTypes[format]).join(' or ')}: ` +
      'nothing is signed without "receiptKeys", and without a day there is no calendar entry. Accept application/json.',
  });
}

async function answerWith({ format, name, contentType, content }: ReceiptFile): Promise<TextAnswer> {
  return {
    status: 200,
    text: content,
    headers: {
      'content-type': contentType,
      'content-disposition': `${dispositions[format]}; filename="${name}"`,
      // What is sent depends on these; it is not stored either way.
      vary: 'Origin, Accept, Accept-Language',
      ...(format === 'html' && { 'content-security-policy': `${await receiptPolicy()}; frame-ancestors 'none'` }),
      ...(format === 'html' && { 'referrer-policy': 'no-referrer' }),
    },
  };
}
