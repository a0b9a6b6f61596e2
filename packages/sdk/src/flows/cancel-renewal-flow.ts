import type { CancelPreview, Membership, Refusal, Verification, VerificationMethod } from '@leavewell/contract';
import type { MemberClient } from '../client/member-client.ts';
import type { MemberError } from '../member-error.ts';
import type { CancelRenewalState } from './cancel-renewal-state.ts';
import { createFlowState } from './flow-state.ts';
import type { Flow } from './flow.ts';
import { createLatestWork } from './latest-work.ts';
import { hearOtherTabs, type MembershipNews } from './other-tabs.ts';
import { refusalIn } from './refusal.ts';
import { type IntentListener, RenewalIntent } from './renewal-intent.ts';
import { type Reading, standingOf } from './renewal-standing.ts';
import type { IntentStorage } from './unfinished-intents.ts';

/** Guides one member through cancelling one membership. Verbs that do not fit the state do nothing; none rejects. */
export interface CancelRenewalFlow extends Flow<CancelRenewalState> {
  /**
   * Reads the preview: `idle`, `kept`, `canceled`, `refused` or `failed` → `confirm` or `refused`; `pending` or `canceled`
   * when that is what became of an earlier try. What is `pending` is asked for at once.
   */
  start(): Promise<void>;
  /** The member's decision: `confirm` → `verify` where the policy asks for it, else `submitting` → `canceled`. */
  confirm(): Promise<void>;
  /** The code: `verify` → `checking` → `submitting` → `canceled`; a wrong code returns to `verify` with `error`. */
  enterCode(code: string): Promise<void>;
  /** Another code: `verify` → `sending` → `verify`; with `error` when none could be sent. */
  resendCode(): Promise<void>;
  /** Tries what failed once more, with the same idempotency key. */
  retry(): Promise<void>;
  /** The member keeps renewal; only before `submitting`. */
  keep(): void;
  /** Stops asking for what is pending and listening to other tabs, and stays where it is; `start()` goes on. */
  stop(): void;
  /** Gives up what is under way and returns to `idle`. A command already sent is not undone. */
  reset(): void;
}

/** What a cancel flow needs. */
export interface CancelRenewalFlowOptions {
  client: MemberClient;
  membershipId: string;
  /** How the member wants to be verified; taken when the policy lists it, else the policy's first. */
  method?: VerificationMethod;
  /** Where the key of an unfinished intent is kept; `localStorage` when absent, or memory where there is none. */
  storage?: IntentStorage;
}

type Failed = Extract<CancelRenewalState, { status: 'failed' }>;

/** Before anything is sent. */
const undecided: readonly CancelRenewalState['status'][] = ['loading', 'confirm', 'sending', 'verify', 'checking'];
/** The member can do something about these: type again, or ask for another code. */
const codeErrors = /^verification_|^invalid_request$/;
const proofErrors = /^verification_required$|^proof_invalid$/;
/** The key stands for what is no longer so; the member decides again. */
const changeErrors = /^membership_changed$|^idempotency_key_reused$/;

class CancelRenewal implements CancelRenewalFlow {
  readonly #client: MemberClient;
  readonly #id: string;
  readonly #method: VerificationMethod | undefined;
  readonly #flow = createFlowState<CancelRenewalState>({ status: 'idle' });
  readonly #work = createLatestWork();
  readonly #intent: RenewalIntent;
  #leaveTabs: (() => void) | undefined;
  /** Repeats what failed, with the same proof and key. */
  #again: () => Promise<void> = async () => {};
  /** Earned with a code and not used up yet. */
  #proof: string | undefined;
  /** Whether the server has already refused one proof of this decision. */
  #hasLostProof = false;

  constructor({ client, membershipId, method, storage }: CancelRenewalFlowOptions) {
    this.#client = client;
    this.#id = membershipId;
    this.#method = method;
    this.#intent = new RenewalIntent({ client, membershipId, command: 'cancelRenewal', work: this.#work, storage });
  }

  get state(): CancelRenewalState {
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
    if (this.state.status !== 'confirm') return;
    const { preview, notice } = this.state;
    const method = this.#methodOf(preview);
    this.#hasLostProof = false;
    // A server that knows the intent needs no other proof of it, and one that does not says so.
    const isProven = notice === 'unfinished' || this.#proof !== undefined;
    await (method && !isProven ? this.#send(preview, method) : this.#submit(preview));
  };

  readonly enterCode = async (code: string): Promise<void> => {
    if (this.state.status !== 'verify' || code.trim() === '') return;
    await this.#check(this.state.preview, this.state.verification, code);
  };

  readonly resendCode = async (): Promise<void> => {
    if (this.state.status !== 'verify') return;
    const { preview, verification } = this.state;
    await this.#send(preview, verification.method, verification);
  };

  readonly retry = async (): Promise<void> => {
    if (this.state.status === 'failed') await this.#again();
  };

  readonly keep = (): void => {
    const { state } = this;
    // What was submitted may have taken effect, so nobody can promise that renewal was kept.
    const mayKeep = state.status === 'failed' ? state.from !== 'submitting' : undecided.includes(state.status);
    if (!mayKeep) return;
    if (state.status !== 'loading') this.#intent.forget();
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

  #stopAt(state: CancelRenewalState): void {
    this.stop();
    this.#intent.stop();
    this.#work.stop();
    this.#proof = undefined;
    this.#flow.set(state);
  }

  #methodOf({ verification }: CancelPreview): VerificationMethod | undefined {
    return verification.find((method) => method === this.#method) ?? verification[0];
  }

  #fail(from: Failed['from'], preview: CancelPreview | null, again: () => Promise<void>) {
    return (error: MemberError): void => {
      this.#again = again;
      this.#flow.set({ status: 'failed', from, error, preview });
    };
  }

  /** Another tab has changed the membership. What is on its way here hears of it from the server. */
  #onNews({ id, version }: MembershipNews): void {
    const { state } = this;
    const isNews = ({ membership }: { readonly membership: Membership }) => id === this.#id && version > membership.version;
    if (state.status === 'pending' && isNews(state)) this.#intent.askNow();
    if ((state.status === 'confirm' || state.status === 'verify') && isNews(state.preview)) {
      void this.#load({ isChanged: true });
    }
  }

  #load(known: Reading = {}): Promise<void> {
    this.#flow.set({ status: 'loading' });
    return this.#read(known);
  }

  #read(known: Reading): Promise<void> {
    return this.#work.run(
      (call) => this.#client.previewCancelRenewal(this.#id, call),
      (preview) => this.#show(preview, known),
      (error) => {
        if (known.pending && error.retryable) return this.#wait(known.pending);
        return this.#fail('loading', null, () => this.#load(known))(error);
      },
    );
  }

  /** Shows what is known: that it is done, pending, refused, or to be decided. */
  #show(preview: CancelPreview, known: Reading): void | Promise<void> {
    const { membership } = preview;
    const standing = standingOf('cancelRenewal', membership, known, this.#intent.isUnfinished(membership.asOf));
    if (standing.status === 'pending') return this.#wait(membership);
    if (standing.status === 'confirm') return this.#flow.set({ ...standing, preview });
    if (standing.status === 'done') return this.#showReceipt(membership, standing.receiptId, standing.refusal);
    this.#intent.forget();
    this.#flow.set({ ...standing, membership });
  }

  #showReceipt(membership: Membership, receiptId: string, refusal: Refusal): Promise<void> {
    return this.#work.run(
      (call) => this.#client.getReceipt(receiptId, call),
      (receipt) => {
        this.#intent.forget();
        const isOurs = receipt.command === 'cancelRenewal';
        this.#flow.set(isOurs ? { status: 'canceled', membership, receipt } : { status: 'refused', membership, refusal });
      },
      this.#fail('loading', null, () => this.#load()),
    );
  }

  /** The same words also while it cannot be read whether it is still pending. */
  #wait(membership: Membership): void {
    const listener = this.#listener(null);
    listener.pending(membership);
    this.#intent.pursue(membership, listener, () => this.#read({ pending: membership }));
  }

  /** @param earlier - the verification that still stands when no other code can be sent */
  #send(preview: CancelPreview, method: VerificationMethod, earlier?: Verification): Promise<void> {
    this.#flow.set({ status: 'sending', preview, method });
    return this.#work.run(
      (call) => this.#client.startVerification({ membershipId: this.#id, command: 'cancelRenewal', method }, call),
      (verification) => this.#flow.set({ status: 'verify', preview, verification, error: null }),
      (error) => {
        const refusal = refusalIn(error);
        if (refusal) return this.#load({ refusal });
        if (earlier) return this.#flow.set({ status: 'verify', preview, verification: earlier, error });
        return this.#fail('sending', preview, () => this.#send(preview, method))(error);
      },
    );
  }

  #check(preview: CancelPreview, verification: Verification, code: string): Promise<void> {
    this.#flow.set({ status: 'checking', preview, verification });
    return this.#work.run(
      (call) => this.#client.finishVerification(verification.id, code, call),
      ({ proof }) => {
        this.#proof = proof;
        return this.#submit(preview);
      },
      (error) => {
        if (!codeErrors.test(error.code)) {
          return this.#fail('checking', preview, () => this.#check(preview, verification, code))(error);
        }
        const attemptsLeft = error.problem?.attemptsLeft ?? verification.attemptsLeft;
        this.#flow.set({ status: 'verify', preview, verification: { ...verification, attemptsLeft }, error });
      },
    );
  }

  #submit(preview: CancelPreview): Promise<void> {
    this.#flow.set({ status: 'submitting', preview });
    return this.#intent.send(preview.membership, this.#proof, this.#listener(preview));
  }

  /** @param preview - what was decided on; null for what was decided before this flow began */
  #listener(preview: CancelPreview | null): IntentListener {
    return {
      pending: (membership) => {
        const since = membership.pendingCommand?.since ?? membership.asOf;
        this.#flow.set({ status: 'pending', membership, since });
      },
      done: (outcome) => {
        this.#proof = undefined;
        this.#flow.set({ status: 'canceled', ...outcome });
      },
      failed: (error) => this.#onNotSubmitted(preview, error),
    };
  }

  #onNotSubmitted(preview: CancelPreview | null, error: MemberError): void | Promise<void> {
    const refusal = refusalIn(error);
    if (refusal) return this.#load({ refusal });
    if (changeErrors.test(error.code)) return this.#load({ isChanged: true });
    const again = () => (preview ? this.#submit(preview) : this.#load());
    if (!proofErrors.test(error.code)) return this.#fail('submitting', preview, again)(error);
    return this.#proveAgain(preview, error);
  }

  #proveAgain(preview: CancelPreview | null, error: MemberError): void | Promise<void> {
    const method = preview && this.#methodOf(preview);
    const wasProven = this.#proof !== undefined;
    this.#proof = undefined;
    if (!preview || !method) {
      // The policy asks for a proof that this preview did not know of: the member decides again on a fresh one.
      this.#intent.forget();
      return this.#load();
    }
    const sendAgain = () => this.#send(preview, method);
    if (this.#hasLostProof) return this.#fail('submitting', preview, sendAgain)(error);
    this.#hasLostProof = wasProven;
    return sendAgain();
  }
}

/** A cancel flow at `idle`; nothing is sent before `start()`. */
export function createCancelRenewalFlow(options: CancelRenewalFlowOptions): CancelRenewalFlow {
  return new CancelRenewal(options);
}
