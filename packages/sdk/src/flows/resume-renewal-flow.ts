import type { Membership, Receipt, Refusal } from '@leavewell/contract';
import type { MemberClient } from '../client/member-client.ts';
import type { MemberError } from '../member-error.ts';
import type { ConfirmNotice } from './command-state.ts';
import { createFlowState } from './flow-state.ts';
import type { Flow } from './flow.ts';
import { createLatestWork } from './latest-work.ts';
import { hearOtherTabs, type MembershipNews } from './other-tabs.ts';
import { refusalIn } from './refusal.ts';
import { type IntentListener, RenewalIntent } from './renewal-intent.ts';
import { type Reading, standingOf } from './renewal-standing.ts';
import type { IntentStorage } from './unfinished-intents.ts';

/** Where a member is in turning renewal back on. Price and date are shown before anything is decided. */
export type ResumeRenewalState =
  | { readonly status: 'idle' }
  | { readonly status: 'loading' }
  | { readonly status: 'confirm'; readonly membership: Membership; readonly notice: ConfirmNotice | null }
  | { readonly status: 'submitting'; readonly membership: Membership }
  /** A command was sent and the billing company has not confirmed it; `membership.pendingCommand` says which. */
  | { readonly status: 'pending'; readonly membership: Membership; readonly since: string }
  | { readonly status: 'resumed'; readonly membership: Membership; readonly receipt: Receipt }
  | { readonly status: 'refused'; readonly membership: Membership; readonly refusal: Refusal }
  | { readonly status: 'kept' }
  | {
      readonly status: 'failed';
      readonly from: 'loading' | 'submitting';
      readonly error: MemberError;
      readonly membership: Membership | null;
    };

/** Guides one member through turning renewal back on. Verbs that do not fit the state do nothing; none rejects. */
export interface ResumeRenewalFlow extends Flow<ResumeRenewalState> {
  /**
   * Reads the membership: `idle`, `kept`, `resumed`, `refused` or `failed` → `confirm` or `refused`; `pending` or
   * `resumed` when that is what became of an earlier try. What is `pending` is asked for at once.
   */
  start(): Promise<void>;
  /** The member's decision: `confirm` → `submitting` → `resumed`. */
  confirm(): Promise<void>;
  /** Tries what failed once more, with the same idempotency key. */
  retry(): Promise<void>;
  /** The member leaves renewal off; only before `submitting`. */
  keep(): void;
  /** Stops asking for what is pending and listening to other tabs, and stays where it is; `start()` goes on. */
  stop(): void;
  /** Gives up what is under way and returns to `idle`. A command already sent is not undone. */
  reset(): void;
}

/** What a resume flow needs. */
export interface ResumeRenewalFlowOptions {
  client: MemberClient;
  membershipId: string;
  /** Where the key of an unfinished intent is kept; `localStorage` when absent, or memory where there is none. */
  storage?: IntentStorage;
}

/** Before anything is sent. */
const undecided: readonly ResumeRenewalState['status'][] = ['loading', 'confirm'];
/** The key stands for what is no longer so; the member decides again. */
const changeErrors = /^(membership_changed|idempotency_key_reused)$/;

class ResumeRenewal implements ResumeRenewalFlow {
  readonly #client: MemberClient;
  readonly #id: string;
  readonly #flow = createFlowState<ResumeRenewalState>({ status: 'idle' });
  readonly #work = createLatestWork();
  readonly #intent: RenewalIntent;
  #leaveTabs: (() => void) | undefined;
  /** Repeats what failed, with the same key. */
  #again: () => Promise<void> = async () => {};

  constructor({ client, membershipId, storage }: ResumeRenewalFlowOptions) {
    this.#client = client;
    this.#id = membershipId;
    this.#intent = new RenewalIntent({ client, membershipId, command: 'resumeRenewal', work: this.#work, storage });
  }

  get state(): ResumeRenewalState {
    return this.#flow.state;
  }

  readonly subscribe = this.#flow.subscribe;

  readonly start = async (): Promise<void> => {
    const { state } = this;
    this.#leaveTabs ??= hearOtherTabs(this.#client, (news) => this.#onNews(news));
    if (state.status === 'pending') {
      this.#intent.stop();
      return this.#read({ pending: state.membership });
    }
    if (state.status !== 'submitting' && !undecided.includes(state.status)) await this.#load();
  };

  readonly confirm = async (): Promise<void> => {
    if (this.state.status === 'confirm') await this.#submit(this.state.membership);
  };

  readonly retry = async (): Promise<void> => {
    if (this.state.status === 'failed') await this.#again();
  };

  readonly keep = (): void => {
    const { state } = this;
    // What was submitted may have taken effect, so nobody can promise that renewal stayed off.
    const mayKeep = state.status === 'failed' ? state.from !== 'submitting' : undecided.includes(state.status);
    if (!mayKeep) return;
    if (state.status === 'confirm') this.#intent.forget();
    this.#stopAt({ status: 'kept' });
  };

  readonly stop = (): void => {
    // What was just decided is brought to an end that can be told.
    if (this.state.status !== 'submitting') this.#intent.stop();
    this.#leaveTabs?.();
    this.#leaveTabs = undefined;
  };

  readonly reset = (): void => {
    if (this.state.status !== 'idle') this.#stopAt({ status: 'idle' });
  };

  #stopAt(state: ResumeRenewalState): void {
    this.stop();
    this.#intent.stop();
    this.#work.stop();
    this.#flow.set(state);
  }

  #fail(from: 'loading' | 'submitting', membership: Membership | null, again: () => Promise<void>) {
    return (error: MemberError): void => {
      this.#again = again;
      this.#flow.set({ status: 'failed', from, error, membership });
    };
  }

  /** Another tab has changed the membership. What is on its way here hears of it from the server. */
  #onNews({ id, version }: MembershipNews): void {
    const { state } = this;
    if (id !== this.#id || !('membership' in state) || version <= (state.membership?.version ?? version)) return;
    if (state.status === 'pending') this.#intent.askNow();
    if (state.status === 'confirm') void this.#load({ isChanged: true });
  }

  #load(known: Reading = {}): Promise<void> {
    this.#flow.set({ status: 'loading' });
    return this.#read(known);
  }

  #read(known: Reading): Promise<void> {
    return this.#work.run(
      (call) => this.#client.getMembership(this.#id, call),
      (membership) => this.#show(membership, known),
      (error) => {
        if (known.pending && error.retryable) return this.#wait(known.pending);
        return this.#fail('loading', null, () => this.#load(known))(error);
      },
    );
  }

  /** Shows what is known: that it is done, pending, refused, or to be decided. */
  #show(membership: Membership, known: Reading): void | Promise<void> {
    const standing = standingOf('resumeRenewal', membership, known, this.#intent.isUnfinished(membership.asOf));
    if (standing.status === 'pending') return this.#wait(membership);
    if (standing.status === 'confirm') return this.#flow.set({ ...standing, membership });
    if (standing.status === 'done') return this.#showReceipt(membership, standing.receiptId, standing.refusal);
    this.#intent.forget();
    this.#flow.set({ ...standing, membership });
  }

  #showReceipt(membership: Membership, receiptId: string, refusal: Refusal): Promise<void> {
    return this.#work.run(
      (call) => this.#client.getReceipt(receiptId, call),
      (receipt) => {
        this.#intent.forget();
        const isOurs = receipt.command === 'resumeRenewal';
        this.#flow.set(isOurs ? { status: 'resumed', membership, receipt } : { status: 'refused', membership, refusal });
      },
      this.#fail('loading', null, () => this.#load()),
    );
  }

  /** The same words also while it cannot be read whether it is still pending. */
  #wait(membership: Membership): void {
    const listener = this.#listener(() => this.#load());
    listener.pending(membership);
    this.#intent.pursue(membership, listener, () => this.#read({ pending: membership }));
  }

  #submit(membership: Membership): Promise<void> {
    this.#flow.set({ status: 'submitting', membership });
    return this.#intent.send(membership, this.#listener(() => this.#submit(membership), membership));
  }

  #listener(again: () => Promise<void>, shown: Membership | null = null): IntentListener {
    return {
      pending: (membership) => {
        const since = membership.pendingCommand?.since ?? membership.asOf;
        this.#flow.set({ status: 'pending', membership, since });
      },
      done: (outcome) => this.#flow.set({ status: 'resumed', ...outcome }),
      failed: (error) => {
        const refusal = refusalIn(error);
        if (refusal) return this.#load({ refusal });
        if (changeErrors.test(error.code)) return this.#load({ isChanged: true });
        return this.#fail('submitting', shown, again)(error);
      },
    };
  }
}

/** A resume flow at `idle`; nothing is sent before `start()`. */
export function createResumeRenewalFlow(options: ResumeRenewalFlowOptions): ResumeRenewalFlow {
  return new ResumeRenewal(options);
}
