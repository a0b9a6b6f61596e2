import type { FinishVerification, Refusal, Verification, VerificationMethod, VerifiedAct } from '@leavewell/contract';
import type { AskPasskey } from '../client/passkey.ts';
import type { MemberClient } from '../client/member-client.ts';
import { MemberError } from '../member-error.ts';
import type { CommandPreview, VerifyingState } from './command-state.ts';
import type { LatestWork } from './latest-work.ts';
import { refusalIn } from './refusal.ts';

/** What went wrong on the way, and how to try it once more. */
export interface VerificationFailure {
  readonly from: 'sending' | 'checking' | 'submitting';
  readonly preview: CommandPreview;
  readonly again: () => Promise<void>;
  readonly error: MemberError;
}

/** What is done with the steps of a verification. */
export interface VerificationListener {
  show(state: VerifyingState<CommandPreview>): void;
  /** Verified, or whoever carries it out sees by itself that the login is strong enough. */
  proven(preview: CommandPreview): Promise<void>;
  refused(refusal: Refusal): Promise<void>;
  /** Asked for again although this preview asks for none: the member decides on a fresh one. */
  outdated(): Promise<void>;
  failed(failure: VerificationFailure): void;
}

/** What the steps of a verification need. */
export interface VerificationOptions {
  readonly client: MemberClient;
  readonly membershipId: string;
  readonly command: VerifiedAct;
  readonly work: LatestWork;
  /** How the member wants to be verified; taken when the server lists it. */
  readonly method: VerificationMethod | undefined;
  /** The member's authenticator; without one, passkeys are passed over. */
  readonly askPasskey: AskPasskey | null | undefined;
  readonly on: VerificationListener;
}

/** The member can do something about these: answer again, or ask for another code. */
const answerErrors = /^verification_|^invalid_request$/;
/** Nothing that the member did: the next way is taken by itself. */
const notTheirs = /^(verification_method_unavailable|message_not_sent)$/;
/** The status of answers by which this way is closed for now, while another one may be open (RFC 6585). */
const closed = 429;

/**
 * The ladder of ways to show that it is the member. One is enough. A way that is not there, was dismissed or cannot be
 * sent leads to the next by itself; the member changes to any other by one press; below the last is always a person.
 */
export class VerificationSteps {
  readonly #options: VerificationOptions;
  /** Ways that this member turned out not to have here. */
  readonly #gone = new Set<VerificationMethod>();
  /** Earned and not used up yet. */
  #proof: string | undefined;
  /** Whether the server has already refused one proof of this decision. */
  #hasLostProof = false;
  #isLoginTried = false;
  #last: VerificationMethod | undefined;

  constructor(options: VerificationOptions) {
    this.#options = options;
  }

  get proof(): string | undefined {
    return this.#proof;
  }

  /** The proof was used, or is for a decision that was given up. */
  forget(): void {
    this.#proof = undefined;
  }

  /** After the decision. A proof that was not used yet serves. */
  begin(preview: CommandPreview): Promise<void> {
    this.#hasLostProof = false;
    this.#gone.clear();
    return this.#proof === undefined ? this.#takeFirst(preview, null) : this.#options.on.proven(preview);
  }

  /** Another way, or the same one from its beginning. */
  use(preview: CommandPreview, method: VerificationMethod): Promise<void> {
    return this.#send(preview, method);
  }

  answer(preview: CommandPreview, verification: Verification, answer: FinishVerification): Promise<void> {
    const { client, work, on } = this.#options;
    on.show({ status: 'checking', preview, verification });
    return work.run(
      (call) => client.finishVerification(verification.id, answer, call),
      ({ proof }) => {
        this.#proof = proof;
        return on.proven(preview);
      },
      (error) => {
        if (!answerErrors.test(error.code)) {
          const again = () => this.answer(preview, verification, answer);
          return on.failed({ from: 'checking', preview, again, error });
        }
        const attemptsLeft = error.problem?.attemptsLeft ?? verification.attemptsLeft;
        return this.#show(preview, { ...verification, attemptsLeft }, error);
      },
    );
  }

  /** @param earlier - still stands when no other code can be sent */
  resend(preview: CommandPreview, earlier: Verification): Promise<void> {
    return this.#send(preview, earlier.method, earlier);
  }

  /** The server did not take the proof, or asks for one after all. */
  proveAgain(preview: CommandPreview | null, error: MemberError): void | Promise<void> {
    const { on } = this.#options;
    const wasProven = this.#proof !== undefined;
    this.#proof = undefined;
    if (!preview?.verification.required) return on.outdated();
    if (this.#isLoginTried) {
      this.#isLoginTried = false;
      this.#gone.add('host_login');
      return this.#takeFirst(preview, error);
    }
    const last = this.#last;
    const sendAgain = () => (last ? this.#send(preview, last) : this.#takeFirst(preview, error));
    if (this.#hasLostProof) return on.failed({ from: 'submitting', preview, again: sendAgain, error });
    this.#hasLostProof = wasProven;
    return sendAgain();
  }

  /** The ways that are left, the one the member wants first. */
  #ladder({ verification }: CommandPreview): readonly VerificationMethod[] {
    const { method: wanted } = this.#options;
    const left = verification.methods.filter((method) => !this.#gone.has(method));
    return left.toSorted((a, b) => Number(b === wanted) - Number(a === wanted));
  }

  #takeFirst(preview: CommandPreview, error: MemberError | null): Promise<void> {
    const [first] = this.#ladder(preview);
    return first ? this.#send(preview, first) : this.#choose(preview, first, error);
  }

  /** The next below; those above were tried, and the member can go back to them. */
  #takeNext(preview: CommandPreview, tried: VerificationMethod, error: MemberError | null, isGone: boolean): Promise<void> {
    const ladder = this.#ladder(preview);
    const next = ladder[ladder.indexOf(tried) + 1];
    if (isGone) this.#gone.add(tried);
    return next ? this.#send(preview, next) : this.#choose(preview, tried, error);
  }

  /** Where there is only one way, there is nothing to choose: it can be tried again. */
  async #choose(preview: CommandPreview, tried: VerificationMethod | undefined, error: MemberError | null): Promise<void> {
    const { on } = this.#options;
    const methods = this.#ladder(preview);
    if (!error || !tried || methods.join() !== tried) return on.show({ status: 'choose', preview, methods, error });
    on.failed({ from: 'sending', preview, again: () => this.#send(preview, tried), error });
  }

  #show(preview: CommandPreview, verification: Verification, error: MemberError | null = null): void {
    const methods = this.#ladder(preview).filter((method) => method !== verification.method);
    this.#options.on.show({ status: 'verify', preview, verification, methods, error });
  }

  #send(preview: CommandPreview, method: VerificationMethod, earlier?: Verification): Promise<void> {
    const { client, membershipId, command, work, askPasskey, on } = this.#options;
    this.#last = method;
    this.#isLoginTried = method === 'host_login';
    if (this.#isLoginTried) return on.proven(preview);
    if (method === 'passkey' && !askPasskey) return this.#takeNext(preview, method, null, true);
    on.show({ status: 'sending', preview, method });
    return work.run(
      (call) => client.startVerification({ membershipId, command, method }, call),
      (verification) => this.#ask(preview, verification),
      (error) => {
        const refusal = refusalIn(error);
        if (refusal) return on.refused(refusal);
        if (earlier) return this.#show(preview, earlier, error);
        if (error.status === closed) return this.#choose(preview, method, error);
        const again = () => this.#send(preview, method);
        if (!notTheirs.test(error.code)) return on.failed({ from: 'sending', preview, again, error });
        return this.#takeNext(preview, method, error, error.code !== 'message_not_sent');
      },
    );
  }

  /** Waits for what the member types, or for their authenticator. */
  async #ask(preview: CommandPreview, verification: Verification): Promise<void> {
    const { work, askPasskey } = this.#options;
    const { passkey, method } = verification;
    this.#show(preview, verification);
    if (!passkey || !askPasskey) return;
    await work.run(
      (call) => askPasskey(passkey, call),
      (assertion) =>
        assertion
          ? this.answer(preview, verification, { assertion })
          : this.#takeNext(preview, method, new MemberError('aborted', { retryable: true }), false),
      (error) => this.#takeNext(preview, method, error, false),
    );
  }
}
