import { memberOperations, type Operation } from '@leavewell/contract';
import type { Answering } from './call-operation.ts';
import type { ReceiptFormat } from './member-client.ts';

/** Media types of the files; `application/jose` is a compact JWS (RFC 7515, section 9.2.1). */
const mediaTypes: Readonly<Record<ReceiptFormat, string>> = {
  text: 'text/plain',
  html: 'text/html',
  calendar: 'text/calendar',
  jws: 'application/jose',
};

/** Reading a receipt as a file. An answer of another media type is `invalid_response`: it is not what was asked for. */
export function receiptFileAs(format: ReceiptFormat): Omit<Operation, 'response'> & Answering<Blob> {
  const accept = mediaTypes[format];
  return {
    ...memberOperations.getReceipt,
    accept,
    read: (answer) => answer.blob(),
    response: {
      safeParse: (file) =>
        file instanceof Blob && file.type.startsWith(accept)
          ? { success: true, data: file }
          : { success: false, error: file },
    },
  };
}
