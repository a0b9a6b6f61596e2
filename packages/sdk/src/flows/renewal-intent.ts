import { type Declaration, entityTagOf, type Membership, type MembershipCommand, type Receipt } from '@leavewell/contract';
import { createIdempotencyKey } from '../client/create-idempotency-key.ts';
import type { CancelRenewalOptions, CommandOutcome, MemberClient } from '../client/member-client.ts';
import { MemberError } from '../member-error.ts';
import type { LatestWork } from './latest-work.ts';
import { backoff, createLater } from './later.ts';
import { tellOtherTabs } from './other-tabs.ts';
import { refusalIn } from './refusal.ts';
import { type IntentStorage, type UnfinishedIntents, unfinishedIntents } from './unfinished-intents.ts';

/** Who hears what becomes of an intent. */
export interface IntentListener {
  /** The billing company has not confirmed it yet. It is asked again; nobody has to do anything. */
  pending(membership: Membership): void;
  done(outcome: { readonly membership: Membership; readonly receipt: Receipt }): void;
  failed(error: MemberError): void | Promise<void>;
}

/** What goes with a decision, where it is asked for. */
export interface IntentWords {
  readonly proof?: string | undefined;
  /** The same for every try of one intent. */
  readonly declaration?: Declaration | undefined;
}

/** What an intent needs. */
export interface RenewalIntentOptions {
  readonly client: MemberClient;
  readonly membershipId: string;
  readonly command: MembershipCommand;
  /** What the flow does; an intent that is asked for again is a part of it. */
  readonly work: LatestWork;
  readonly storage: IntentStorage | undefined;
}

/** How often it is asked whether another request is still at it: for about as long as the server lets one work. */
const triesInProgress = 6;
const waitingStatuses: readonly number[] = [401, 408, 429];
const waitingCodes = /^(in_progress|version_conflict)$/;
/** Codes by which the server asks for a proof, or for another one. */
export const proofCodes = /^(verification_required|proof_invalid|step_up_required)$/;

/** Whether the same request may have, or may still get, an outcome. */
function isOpen(error: MemberError): boolean {
  const { code, status = 0 } = error;
  if (refusalIn(error)) return false;
  return status < 400 || status >= 500 || waitingStatuses.includes(status) || waitingCodes.test(code);
}

/**
 * One decision of the member, from the press to its outcome, under one idempotency key however often it is sent. The key
 * is kept until the outcome is known, so that another page load finishes the same intent.
 */
export class RenewalIntent {
  readonly #options: RenewalIntentOptions;
  readonly #subject: string;
  readonly #unfinished: UnfinishedIntents;
  readonly #later = createLater();
  #key: string | undefined;

  constructor(options: RenewalIntentOptions) {
    this.#options = options;
    this.#subject = `${options.command} ${options.membershipId}`;
    this.#unfinished = unfinishedIntents(options.client, options.storage);
  }

  /** Whether it was sent at some time, here or in another tab, and its outcome was never heard of. */
  isUnfinished(asOf: string): boolean {
    this.#key = this.#unfinished.find(this.#subject, asOf);
    return this.#key !== undefined;
  }

  /** The outcome is known, or the member decided otherwise. */
  forget(): void {
    this.#key = undefined;
    this.#unfinished.drop(this.#subject);
  }

  /** Sends it for what the member was shown. Not aborted by anything: what was decided is not cut off on its way. */
  send(shown: Membership, listener: IntentListener, words: IntentWords = {}): Promise<void> {
    return this.#ask(shown, this.#request(shown, words), listener, 0, false);
  }

  /**
   * Goes on with what is pending: by its key where it was begun here or in another tab, else by `read`.
   * @param wasDeclared - whether a declaration belongs to it, which is kept nowhere and cannot be repeated
   */
  pursue(shown: Membership, listener: IntentListener, read: () => Promise<void>, wasDeclared = false): void {
    const isOurs = this.#key !== undefined && shown.pendingCommand?.command === this.#options.command;
    const request = isOurs && !wasDeclared && this.#request(shown, {});
    this.#later.plan(() => void (request ? this.#ask(shown, request, listener, 2, true) : read()), backoff(1));
  }

  /** Asks at once for what would be asked for later. */
  askNow(): void {
    this.#later.now();
  }

  /** Asks no more. */
  stop(): void {
    this.#later.clear();
  }

  #request(shown: Membership, { proof, declaration }: IntentWords): CancelRenewalOptions {
    const idempotencyKey = (this.#key ??= createIdempotencyKey());
    this.#unfinished.keep(this.#subject, idempotencyKey, shown.asOf);
    return { idempotencyKey, ifMatch: entityTagOf(shown), proof, declaration };
  }

  #ask(
    shown: Membership,
    request: CancelRenewalOptions,
    listener: IntentListener,
    tries: number,
    isPending: boolean,
  ): Promise<void> {
    const { client, command, membershipId, work } = this.#options;
    const again = (retryAfter: number | undefined, pending: boolean) =>
      this.#later.plan(
        () => void this.#ask(shown, request, listener, tries + 1, pending),
        Math.max(retryAfter ?? 0, backoff(tries)),
      );
    return work.run(
      () => client[command](membershipId, request),
      (outcome) => {
        if (this.#hear(shown, outcome, listener, isPending)) again(outcome.retryAfter, true);
      },
      (error) => {
        const waits = isPending ? isOpen(error) : error.code === 'in_progress' && tries < triesInProgress;
        if (waits) return again(error.retryAfter, isPending);
        // With another proof it is the same intent.
        if (!isOpen(error) && !proofCodes.test(error.code)) this.forget();
        return listener.failed(error);
      },
    );
  }

  /** @returns whether it has to be asked for again */
  #hear(shown: Membership, outcome: CommandOutcome, listener: IntentListener, wasPending: boolean): boolean {
    const { membership, receipt } = outcome;
    if (membership.version < shown.version) {
      // It was done long ago, and undone since: that answer is no outcome of what the member decides now.
      this.forget();
      void listener.failed(new MemberError('membership_changed', { retryable: false }));
      return false;
    }
    if (receipt) this.forget();
    if (receipt || !wasPending) tellOtherTabs(this.#options.client, membership);
    if (receipt) listener.done({ membership, receipt });
    else listener.pending(membership);
    return !receipt;
  }
}
