/** The two acts of a visitor without a login; they are different in law and have a page each. */
export type PageAct = 'cancelRenewal' | 'withdraw';

/** What a page asks for. */
export type PageField = 'termination_kind' | 'reason' | 'name' | 'contract' | 'end_date' | 'email';

/** Why a request was not taken, as a visitor can do something about it. */
export type PageFailure = 'too_often' | 'not_our_page' | 'not_there' | 'try_again';

/** The words of one act. */
interface ActWords {
  /** Heading of the page. */
  readonly heading: string;
  /** One sentence under it, where the law leaves room for one. */
  readonly intro: string;
  /** The confirming button, where no law fixes its words. */
  readonly confirm: string;
  /** Heading once it has arrived. */
  readonly received: string;
}

/** A heading and what stands under it. */
interface Said {
  readonly heading: string;
  readonly text: string;
}

/** The words of the pages that need no login and no script, in one language. */
export interface PageWords {
  /** BCP 47 tag, for the page and for its dates. */
  readonly tag: string;
  readonly acts: Readonly<Record<PageAct, ActWords>>;
  readonly fields: Readonly<Record<PageField, string>>;
  readonly kinds: Readonly<Record<'ordinary' | 'extraordinary', string>>;
  /** In place of a day that was left empty. */
  readonly earliest: string;
  readonly faults: {
    readonly heading: string;
    readonly missing: Readonly<Record<'name' | 'contract' | 'email', string>>;
    readonly notAnEmail: string;
    readonly notADay: string;
    readonly tooLong: (most: number) => string;
    /** For a form that did not come whole; what was typed is still there. */
    readonly pressAgain: string;
  };
  readonly review: { readonly heading: string; readonly next: string; readonly change: string };
  readonly code: {
    readonly heading: string;
    readonly text: string;
    readonly label: string;
    readonly confirm: string;
    readonly again: string;
    readonly sentAgain: string;
    readonly cannot: string;
    readonly wrong: string;
  };
  readonly done: {
    readonly reference: string;
    readonly receivedAt: string;
    readonly act: string;
    readonly acts: Readonly<Record<PageAct, string>>;
    /** Without what a form says of when to leave it empty. */
    readonly reason: string;
    readonly endDate: string;
    /** The same whether a contract was found or not. */
    readonly next: string;
    /** Where no code could be given. */
    readonly byPerson: string;
    readonly save: string;
    readonly row: (label: string, value: string) => string;
    /** `zone` is an IANA name, `offset` such as `UTC+1`. */
    readonly moment: (moment: string, zone: string, offset: string) => string;
  };
  /** Where the place gives no right to withdraw. */
  readonly noRight: Said & { readonly cancel: string };
  readonly failures: Readonly<Record<PageFailure, Said>>;
  readonly back: string;
}
