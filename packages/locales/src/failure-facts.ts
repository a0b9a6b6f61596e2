import type { RefusalCode } from './failure-codes.ts';

/** A refused action; that of the contract fits. */
export interface RefusalFacts {
  readonly code: RefusalCode;
  readonly remedy: 'none' | 'ask_administrator' | 'contact_support';
  readonly contact: string | null;
}
