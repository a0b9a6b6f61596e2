import type { EndView } from '../end-view.ts';
import type { Phrase } from '../phrase.ts';
import type { FactorChangedMessage, MessageAct, MessageCommand } from './message.ts';

/** That a command came to nothing. */
interface FailedWords {
  readonly subject: (planName: string) => string;
  /** @param asked - the moment at which it was asked for */
  readonly lines: (planName: string, asked: string) => readonly string[];
}

interface FactorWords {
  readonly subject: string;
  readonly lines: (way: string, at: string) => readonly string[];
}

/** What one language says in messages beside its catalog and its receipts. */
export interface MessageWords {
  /** The SMS or mail that carries a code. */
  readonly code: Readonly<Record<MessageAct, (code: string, planName: string, minutes: number) => string>>;
  /** The subject of a mail with a code; the code itself is not in it, since subjects show on locked screens. */
  readonly codeSubject: Readonly<Record<MessageAct, (planName: string) => string>>;
  readonly subject: Readonly<Record<MessageCommand, (planName: string, end: EndView) => Phrase>>;
  /** What was asked for and did not happen, how things stand now, and what to do. */
  readonly failed: Readonly<Record<MessageCommand, FailedWords>>;
  /** That a way to verify was set up or taken away; `way` is its kind and what the member called it. */
  readonly factor: Readonly<Record<FactorChangedMessage['change'], FactorWords>>;
  readonly greeting: (name: string) => string;
  readonly notYou: string;
}
