import type { CancelPreview, Refusal, Verification, VerificationMethod } from '@leavewell/contract';
import { createIdempotencyKey } from '../client/create-idempotency-key.ts';
import type { CommandOptions, MemberClient } from '../client/member-client.ts';
import type { MemberError } from '../member-error.ts';
import type { CancelRenewalState } from './cancel-renewal-state.ts';
import { createFlowState } from './flow-state.ts';
import type { Flow } from './flow.ts';
import { createLatestWork } from './latest-work.ts';
import { refusalIn } from './refusal.ts';

/** Guides one member through cancelling one membership. Verbs that do not fit the state do nothing; none rejects. */
export interface CancelRenewalFlow extends Flow<CancelRenewalState> {
  /** Reads the preview: `idle`, `kept`, `canceled`, `refused` or `failed` → `confirm` or `refused`. */
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
  /** Gives up what is under way and returns to `idle`. A command already sent is not undone. */
  reset(): void;
}

/** What a cancel flow needs. */
export interface CancelRenewalFlowOptions {
  client: MemberClient;
  membershipId: string;
  /** How the member wants to be verified; taken when the policy lists it, else the policy's first. */
  method?: VerificationMethod;
}

type Failed = Extract<CancelRenewalState, { status: 'failed' }>;

/** Before anything is sent. */
const undecided: readonly CancelRenewalState['status'][] = ['loading', 'confirm', 'sending', 'verify', 'checking'];
/** The member can do something about these: type again, or ask for another code. */
const codeErrors = /^verification_|^invalid_request$/;
const proofErrors = /^verification_required$|^proof_invalid$/;

class CancelRenewal implements CancelRenewalFlow {
  readonly #client: MemberClient;
  readonly #id: string;
  readonly #method: VerificationMethod | undefined;
  readonly #flow = createFlowState<CancelRenewalState>({ status: 'idle' });
  readonly #work = createLatestWork();
  /** Repeats what failed, with the same proof and key. */
  #again: () => Promise<void> = async () => {};
  /** Whether the server has already refused one proof of this decision. */
  #hasLostProof = false;

  constructor({ client, membershipId, method }: CancelRenewalFlowOptions) {
    this.#client = client;
    this.#id = membershipId;
    this.#method = method;
  }

  get state(): CancelRenewalState {
    return this.#flow.state;
  }

  readonly subscribe = this.#flow.subscribe;

  readonly start = async (): Promise<void> => {
    const { status } = this.state;
    if (status !== 'submitting' && !undecided.includes(status)) await this.#load();
  };

  readonly confirm = async (): Promise<void> => {
    if (this.state.status !== 'confirm') return;
    const { preview } = this.state;
    const method = this.#methodOf(preview);
    this.#hasLostProof = false;
    await (method ? this.#send(preview, method) : this.#submit(preview, { idempotencyKey: createIdempotencyKey() }));
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
    if (mayKeep) this.#stopAt({ status: 'kept' });
  };

  readonly reset = (): void => {
    if (this.state.status !== 'idle') this.#stopAt({ status: 'idle' });
  };

  #stopAt(state: CancelRenewalState): void {
    this.#work.stop();
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

  /** @param answered - what the server has just refused, for when the fresh preview does not say so itself */
  #load(answered?: Refusal): Promise<void> {
    this.#flow.set({ status: 'loading' });
    return this.#work.run(
      (call) => this.#client.previewCancelRenewal(this.#id, call),
      (preview) => {
        const { membership } = preview;
        const refusal = membership.actions.cancelRenewal.refusal ?? answered;
        this.#flow.set(refusal ? { status: 'refused', membership, refusal } : { status: 'confirm', preview });
      },
      this.#fail('loading', null, () => this.#load(answered)),
    );
  }

  /** @param earlier - the verification that still stands when no other code can be sent */
  #send(preview: CancelPreview, method: VerificationMethod, earlier?: Verification): Promise<void> {
    this.#flow.set({ status: 'sending', preview, method });
    return this.#work.run(
      (call) => this.#client.startVerification({ membershipId: this.#id, command: 'cancelRenewal', method }, call),
      (verification) => this.#flow.set({ status: 'verify', preview, verification, error: null }),
      (error) => {
        const refusal = refusalIn(error);
        if (refusal) return this.#load(refusal);
        if (earlier) return this.#flow.set({ status: 'verify', preview, verification: earlier, error });
        return this.#fail('sending', preview, () => this.#send(preview, method))(error);
      },
    );
  }

  #check(preview: CancelPreview, verification: Verification, code: string): Promise<void> {
    this.#flow.set({ status: 'checking', preview, verification });
    return this.#work.run(
      (call) => this.#client.finishVerification(verification.id, code, call),
      ({ proof }) => this.#submit(preview, { idempotencyKey: createIdempotencyKey(), proof }),
      (error) => {
        if (!codeErrors.test(error.code)) {
          return this.#fail('checking', preview, () => this.#check(preview, verification, code))(error);
        }
        const attemptsLeft = error.problem?.attemptsLeft ?? verification.attemptsLeft;
        this.#flow.set({ status: 'verify', preview, verification: { ...verification, attemptsLeft }, error });
      },
    );
  }

  /** Not aborted by `keep()` or `reset()`: what the member decided is not cut off on its way. */
  #submit(preview: CancelPreview, command: CommandOptions): Promise<void> {
    this.#flow.set({ status: 'submitting', preview });
    return this.#work.run(
      () => this.#client.cancelRenewal(this.#id, command),
      (outcome) => this.#flow.set({ status: 'canceled', ...outcome }),
      (error) => this.#onNotSubmitted(preview, command, error),
    );
  }

  #onNotSubmitted(preview: CancelPreview, command: CommandOptions, error: MemberError): void | Promise<void> {
    const refusal = refusalIn(error);
    if (refusal) return this.#load(refusal);
    if (!proofErrors.test(error.code)) {
      return this.#fail('submitting', preview, () => this.#submit(preview, command))(error);
    }
    const method = this.#methodOf(preview);
    // The policy asks for a proof that this preview did not know of: the member decides again on a fresh one.
    if (!method) return this.#load();
    const sendAgain = () => this.#send(preview, method);
    if (this.#hasLostProof) return this.#fail('submitting', preview, sendAgain)(error);
    this.#hasLostProof = true;
    return sendAgain();
  }
}

/** A cancel flow at `idle`; nothing is sent before `start()`. */
export function createCancelRenewalFlow(options: CancelRenewalFlowOptions): CancelRenewalFlow {
  return new CancelRenewal(options);
}
