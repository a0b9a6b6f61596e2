import type { Catalog } from '@leavewell/locales';
import {
  type CancelRenewalFlow,
  type CancelRenewalState,
  createCancelRenewalFlow,
  createResumeRenewalFlow,
  type MemberClient,
  type Membership,
  type ResumeRenewalFlow,
  type ResumeRenewalState,
  type Verification,
} from '@leavewell/sdk';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { CancelRenewalKeepEvent } from '../events/cancel-renewal-keep-event.ts';
import { CancelRenewalResumeEvent } from '../events/cancel-renewal-resume-event.ts';
import { CancelRenewalStartEvent } from '../events/cancel-renewal-start-event.ts';
import { CancelRenewalSuccessEvent } from '../events/cancel-renewal-success-event.ts';
import { FlowController } from '../flow-controller.ts';
import { PressGuard } from '../press-guard.ts';
import { ResendWait } from '../resend-wait.ts';
import { stepStyles } from '../styles/step-styles.ts';
import { cancelStep } from './cancel-steps.ts';
import { resumeStep } from './resume-steps.ts';
import type { Step, StepVerbs } from './step.ts';
import { learn, type MembershipHost, tellOf } from './tell-page.ts';

/** The element that a journey is shown in. */
export interface JourneysHost extends ReactiveControllerHost, MembershipHost {
  /** Whether the steps are shown. */
  open: boolean;
  /** Milliseconds that never run backwards. */
  readonly now: () => number;
  /** Where the steps are shown. */
  readonly shadowRoot: ShadowRoot | null;
  refresh(): Promise<void>;
}

/** What goes on by itself, or is decided on facts that another tab may change. */
const livelyStatuses: readonly string[] = ['confirm', 'verify', 'pending'];

/** The two journeys through one membership: canceling renewal, and turning it back on. One is taken at a time. */
export class Journeys implements ReactiveController {
  readonly #host: JourneysHost;
  readonly #guard: PressGuard;
  readonly #wait: ResendWait;
  readonly #canceling: FlowController<CancelRenewalFlow>;
  readonly #resuming: FlowController<ResumeRenewalFlow>;
  #isResuming = false;

  constructor(host: JourneysHost) {
    this.#host = host;
    const now = () => host.now();
    this.#guard = new PressGuard(now);
    this.#wait = new ResendWait(host, now);
    this.#canceling = new FlowController(host, (state, before) => this.#onCanceling(state, before));
    this.#resuming = new FlowController(host, (state, before) => this.#onResuming(state, before));
    host.addController(this);
    if (stepStyles.styleSheet) host.shadowRoot?.adoptedStyleSheets.push(stepStyles.styleSheet);
  }

  /** Goes on where the element left off. */
  hostConnected(): void {
    const flow = this.#flow;
    if (flow && livelyStatuses.includes(flow.state.status)) void flow.start();
  }

  hostDisconnected(): void {
    this.#canceling.flow?.stop();
    this.#resuming.flow?.stop();
  }

  /** Begins anew for another membership or client; undefined when there is none. */
  follow(client: MemberClient, membershipId: string | undefined): void {
    const options = membershipId === undefined ? null : { client, membershipId };
    this.hostDisconnected();
    this.#isResuming = false;
    this.#canceling.follow(options && createCancelRenewalFlow(options));
    this.#resuming.follow(options && createResumeRenewalFlow(options));
  }

  get #flow(): CancelRenewalFlow | ResumeRenewalFlow | null {
    return (this.#isResuming ? this.#resuming : this.#canceling).flow;
  }

  /** Names the step; it changes when another one has to be shown. */
  get position(): string {
    return `${this.#isResuming} ${this.#flow?.state.status}`;
  }

  /** Whether a command is on its way, so that its outcome must not be missed. */
  get isSubmitting(): boolean {
    return this.#flow?.state.status === 'submitting';
  }

  /** The present step; null when there is no membership to speak of. */
  step(words: Catalog): Step | null {
    const { state: canceling } = this.#canceling;
    const { state: resuming } = this.#resuming;
    const secondsToResend = (verification: Verification) => this.#wait.secondsFor(verification);
    const context = { words, verbs: this.#verbs, secondsToResend };
    if (!canceling || !resuming) return null;
    return this.#isResuming ? resumeStep(context, resuming) : cancelStep(context, canceling);
  }

  /** The member can see the step from now on. */
  shown(): void {
    this.#guard.shown();
  }

  /** Takes the first step of the journey, unless the member is on it already. What is pending has one journey only. */
  begin(): void {
    if (this.#host.membership?.pendingCommand?.command === 'resumeRenewal') this.#isResuming = true;
    const flow = this.#flow;
    if (flow && ['idle', 'kept'].includes(flow.state.status)) void flow.start();
  }

  /** Turns to the other journey. */
  takeResume(): void {
    this.#canceling.flow?.reset();
    this.#isResuming = true;
  }

  /** Leaves without a decision. What was sent goes on, and its outcome is shown when it is known. */
  leave(): void {
    const flow = this.#flow;
    if (!flow || this.isSubmitting || flow.state.status === 'pending') return;
    flow.keep();
    if (flow.state.status === 'failed') void this.#host.refresh();
    if (flow.state.status !== 'kept') flow.reset();
    this.#isResuming = false;
  }

  readonly #verbs: StepVerbs = {
    confirm: () => this.#confirm(),
    keep: () => this.#flow?.keep(),
    enterCode: (code) => void this.#canceling.flow?.enterCode(code),
    resendCode: () => void this.#canceling.flow?.resendCode(),
    retry: () => void this.#flow?.retry(),
    resume: () => {
      this.takeResume();
      this.begin();
    },
    close: () => {
      this.#host.open = false;
    },
  };

  #confirm(): void {
    const { state, flow } = this.#canceling;
    if (!this.#guard.accepts()) return;
    if (this.#isResuming) return void this.#resuming.flow?.confirm();
    if (state?.status !== 'confirm') return;
    const { membership } = state.preview;
    if (this.#host.dispatchEvent(new CancelRenewalStartEvent({ membership }))) return void flow?.confirm();
    flow?.reset();
    this.#host.open = false;
  }

  #onCanceling(state: CancelRenewalState, before: CancelRenewalState | null): void {
    const host = this.#host;
    if (state.status === 'confirm') this.#onDecision(state.preview.membership, before);
    if (state.status === 'canceled') {
      const { membership, receipt } = state;
      this.#showOutcome(membership, before);
      host.dispatchEvent(new CancelRenewalSuccessEvent({ membership, receipt }));
    }
    if (state.status === 'kept') {
      host.open = false;
      host.dispatchEvent(new CancelRenewalKeepEvent({ membership: host.membership }));
    }
    this.#onEither(state, before);
  }

  #onResuming(state: ResumeRenewalState, before: ResumeRenewalState | null): void {
    if (state.status === 'confirm') this.#onDecision(state.membership, before);
    if (state.status === 'resumed') {
      const { membership, receipt } = state;
      this.#showOutcome(membership, before);
      this.#host.dispatchEvent(new CancelRenewalResumeEvent({ membership, receipt }));
    }
    if (state.status === 'kept') this.#host.open = false;
    this.#onEither(state, before);
  }

  #onEither(state: CancelRenewalState | ResumeRenewalState, before: typeof state | null): void {
    if (state.status === 'pending') learn(this.#host, state.membership);
    if (state.status === 'refused') this.#showOutcome(state.membership, before);
    if (state.status !== 'failed') return;
    this.#open(before);
    tellOf(this.#host, state.error);
  }

  /** What was pending has come to nothing: a member who has left is not asked again by itself. */
  #onDecision(membership: Membership, before: CancelRenewalState | ResumeRenewalState | null): void {
    learn(this.#host, membership);
    if (before?.status === 'pending' && !this.#host.open) this.#flow?.reset();
  }

  /** Also when the member has closed the steps in the meantime: an outcome is never lost. */
  #showOutcome(membership: Membership, before: CancelRenewalState | ResumeRenewalState | null): void {
    learn(this.#host, membership);
    this.#open(before);
  }

  /** A member who was told that it goes on by itself, and left, reads the outcome on the page; no dialog jumps at them. */
  #open(before: CancelRenewalState | ResumeRenewalState | null): void {
    if (before?.status === 'submitting') this.#host.open = true;
  }
}
