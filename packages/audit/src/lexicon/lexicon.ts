/** Ways in which the label of a control works on a conscience instead of naming what the control does. */
export type Shaming = 'regret' | 'loss' | 'guilt' | 'mockery' | 'social proof';

/** The words by which things are recognized in one language. */
export interface Lexicon {
  /** BCP 47 tag, as short as it can be: `en`, `zh`. */
  readonly language: string;
  /** Labels of what opens cancelling; the surest first. */
  readonly open: readonly RegExp[];
  /** Labels of what confirms it; the surest first. */
  readonly confirm: readonly RegExp[];
  /** Labels of what leads to the next screen without confirming. */
  readonly onward: RegExp;
  /** Labels of what keeps the membership. */
  readonly keep: RegExp;
  /** Labels of what refuses an offer. */
  readonly decline: RegExp;
  /** Labels of what accepts an offer. */
  readonly accept: RegExp;
  /** Labels of what turns renewal on again. */
  readonly resume: RegExp;
  /** Labels of what closes a window or leads back. */
  readonly close: RegExp;
  /** Labels of what saves or shows the receipt. */
  readonly receipt: RegExp;
  /** Labels of a field for a code, and of what sends another one. */
  readonly code: RegExp;
  readonly resend: RegExp;
  /** Sentences that say it is canceled, or on again. */
  readonly done: RegExp;
  readonly resumed: RegExp;
  /** Text of something offered for staying. */
  readonly offer: RegExp;
  /** Text of a question for the reason. */
  readonly reason: RegExp;
  /** Names of fields of a declaration, beside its contract and address. */
  readonly declaration: RegExp;
  /** Labels in a legal footer. */
  readonly legal: RegExp;
  /** Text that gives a session so many minutes, the number in group 1, and text that lets it be longer. */
  readonly sessionMinutes: RegExp;
  readonly extendSession: RegExp;
  /** What a receipt says. */
  readonly receiptSays: {
    readonly reference: RegExp;
    readonly contract: RegExp;
    readonly accessUntil: RegExp;
    readonly noFurtherCharge: RegExp;
    readonly refund: RegExp;
    readonly resume: RegExp;
    readonly contact: RegExp;
  };
  readonly shaming: Readonly<Record<Shaming, RegExp>>;
}
