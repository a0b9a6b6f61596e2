import type { Day } from '../reading/dates-in.ts';
import type { Screen } from './screen.ts';

/** What a press on the way was for. */
export type PressKind = 'open' | 'onward' | 'confirm' | 'code' | 'tick';

/** One activation: a click, a tap, Enter, or a code that was typed. */
export interface Press {
  readonly kind: PressKind;
  readonly label: string;
  /** Which of the walk's screens it was made on. */
  readonly screen: number;
}

/** An answer to something that may change what is stored. */
export interface Answer {
  readonly method: string;
  readonly url: string;
  /** HTTP status; null when there was none. */
  readonly status: number | null;
  /** What the page said while the answer was held back. */
  readonly saidMeanwhile: string;
}

/** What was drawn from one moment on, in milliseconds since the screen was asked for. */
export interface PaintedFrame {
  readonly at: number;
  /** When the last answer of a server before it was complete; 0 when there was none. */
  readonly answeredAt: number;
  readonly headings: readonly string[];
  readonly controls: readonly string[];
}

/** The confirming screen, with the controls that matter on it. */
export interface ConfirmingScreen {
  readonly screen: Screen;
  readonly confirm: number;
  readonly keep: number | null;
  readonly frames: readonly PaintedFrame[];
}

/** The way from the member page to the end. */
export interface Walk {
  /** In the order in which they were seen; the first is the member page. */
  readonly screens: readonly Screen[];
  readonly presses: readonly Press[];
  readonly confirming: ConfirmingScreen | null;
  /** The screen that says that it is done; null when the way ended before. */
  readonly done: Screen | null;
  readonly answers: readonly Answer[];
  /** What pages said when they were left, before the next one came. */
  readonly lastWords: string;
  /** The reason that had to be given before it went on; null when none had. */
  readonly forcedReason: string | null;
  /** Whether a field for a code took what was pasted; null when there was none. */
  readonly pasteWorked: boolean | null;
  /** Why it ended before it was done; null when it was done. */
  readonly stuck: string | null;
  /** When it was done, in milliseconds of the epoch. */
  readonly doneAt: number | null;
}

/** One way in which the receipt reached the member. */
export interface ReceiptText {
  readonly surface: 'screen' | 'file' | 'calendar file' | 'mail';
  readonly text: string;
  /** Milliseconds after it was done; null where that does not matter. */
  readonly after: number | null;
}

/** The page of the member as it is after cancelling, in a browser of another zone. */
export interface ZoneVisit {
  readonly zone: string;
  readonly screen: Screen;
}

/** The form for members who are not logged in. */
export interface LoggedOutVisit {
  readonly screen: Screen;
  readonly status: number | null;
  readonly hasPassword: boolean;
  /** The label of what was pressed to send it; null when there was nothing to press. */
  readonly sent: string | null;
  /** The status of the answer to it; null when nothing was sent. */
  readonly answered: number | null;
  readonly after: Screen | null;
}

/** What happened to the confirming screen while its clock ran on. */
export interface UrgencyLook {
  readonly name: string;
  readonly before: Screen;
  readonly after: Screen;
}

/** What a member sees who declined or kept, and comes back within a week. */
export interface Return {
  readonly declined: string;
  readonly screens: readonly Screen[];
}

/** How renewal was turned on again. */
export interface Undo {
  /** The screens on which it was pressed; price and date belong on the last. */
  readonly screens: readonly Screen[];
  readonly presses: readonly string[];
  readonly codes: number;
  readonly done: Screen | null;
  readonly stuck: string | null;
}

/** The same way at one time before the charge. */
export interface TimedWalk {
  readonly before: string;
  readonly walk: Walk;
  /** Whether the truth says that there will be a charge nevertheless; null when it was not asked. */
  readonly charged: boolean | null;
}

/** What the API says. */
export interface Truth {
  readonly lastDay: Day;
  readonly source: string;
}

/** Everything that was seen. Checks judge this and look at nothing else. */
export interface Recording {
  readonly url: string;
  /** The language whose words were looked for. */
  readonly language: string;
  /** The member page in a small and in a large window, with the key of the entry. */
  readonly entries: readonly { readonly screen: Screen; readonly entry: number | null }[];
  readonly walk: Walk;
  readonly urgency: readonly UrgencyLook[];
  /** Whether the focus can be seen on the confirming control; null when it was not reached. */
  readonly focusShows: boolean | null;
  /** After keeping without an offer, or after declining one. */
  readonly returns: readonly Return[];
  readonly receipts: readonly ReceiptText[];
  readonly mailAsked: boolean;
  readonly zones: readonly ZoneVisit[];
  readonly truth: Truth | null;
  readonly loggedOut: LoggedOutVisit | null;
  readonly undo: Undo | null;
  readonly timed: readonly TimedWalk[];
  readonly signUpActivations: number | null;
}
