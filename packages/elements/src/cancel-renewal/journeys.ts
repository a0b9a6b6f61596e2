import type { Catalog, StepTexts } from '@leavewell/locales';
import {
  type CancelRenewalFlow,
  type CancelRenewalState,
  createCancelRenewalFlow,
  createResumeRenewalFlow,
  createWithdrawFlow,
  type Declaration,
  type MemberClient,
  type Membership,
  type ResumeRenewalFlow,
  type ResumeRenewalState,
  type Verification,
  type VerificationMethod,
  type WithdrawFlow,
  type WithdrawState,
} from '@leavewell/sdk';
import type { ReactiveController } from 'lit';
import { CancelRenewalKeepEvent } from '../events/cancel-renewal-keep-event.ts';
import { CancelRenewalResumeEvent } from '../events/cancel-renewal-resume-event.ts';
import { CancelRenewalStartEvent } from '../events/cancel-renewal-start-event.ts';
import { CancelRenewalSuccessEvent } from '../events/cancel-renewal-success-event.ts';
import { CancelRenewalWithdrawEvent } from '../events/cancel-renewal-withdraw-event.ts';
import { FlowController } from '../flow-controller.ts';
import { LanguageController } from '../language-controller.ts';
import { PressGuard } from '../press-guard.ts';
import { ResendWait } from '../resend-wait.ts';
import { stepStyles } from '../styles/step-styles.ts';
import { AfterJourney } from './after-journey.ts';
import { cancelStep } from './cancel-steps.ts';
import type { CommandContext } from './command-context.ts';
import type { Journey, JourneysHost } from './journeys-host.ts';
import { journeyTitle } from './journey-title.ts';
import { loadingStep } from './loading-step.ts';
import { resumeStep } from './resume-steps.ts';
import { stepWords } from './step-words.ts';
import type { Step, StepVerbs } from './step.ts';
import { learn, tellOf } from './tell-page.ts';
import { withdrawStep } from './withdraw-steps.ts';

type AnyState = CancelRenewalState | ResumeRenewalState | WithdrawState;

/** What goes on by itself, or is decided on facts that another tab may change. */
const livelyStatuses: readonly string[] = ['confirm', 'review', 'verify', 'choose', 'pending'];

/** The journeys through one membership: canceling renewal, turning it back on, withdrawing. One is taken at a time. */
export class Journeys implements ReactiveController {
  readonly #host: JourneysHost;
  readonly #guard: PressGuard;
  readonly #wait: ResendWait;
  readonly #canceling: FlowController<CancelRenewalFlow>;
  readonly #resuming: FlowController<ResumeRenewalFlow>;
  readonly #withdrawing: FlowController<WithdrawFlow>;
  readonly #after: AfterJourney;
  readonly #language: LanguageController<StepTexts>;
  #journey: Journey = 'cancel';
  #method: VerificationMethod | null = null;

  constructor(host: JourneysHost) {
    this.#host = host;
    const now = () => host.now();
    this.#guard = new PressGuard(now);
    this.#wait = new ResendWait(host, now);
    this.#canceling = new FlowController(host, (state, before) => this.#onCanceling(state, before));
    this.#resuming = new FlowController(host, (state, before) => this.#onResuming(state, before));
    this.#withdrawing = new FlowController(host, (state, before) => this.#onWithdrawing(state, before));
    this.#after = new AfterJourney(host);
    this.#language = new LanguageController(host, stepWords, () => {});
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
    this.#withdrawing.flow?.stop();
  }

  /** Begins anew for another membership or client; undefined when there is none. */
  follow(client: MemberClient, membershipId: string | undefined): void {
    const options = membershipId === undefined ? null : { client, membershipId };
    this.hostDisconnected();
    this.#journey = 'cancel';
    this.#canceling.follow(options && createCancelRenewalFlow(options));
    this.#resuming.follow(options && createResumeRenewalFlow(options));
    this.#withdrawing.follow(options && createWithdrawFlow(options));
    this.#after.follow(client, membershipId);
  }

  get #flow(): CancelRenewalFlow | ResumeRenewalFlow | WithdrawFlow | null {
    return { cancel: this.#canceling, resume: this.#resuming, withdraw: this.#withdrawing }[this.#journey].flow;
  }

  /** Names the step; it changes when another one has to be shown. */
  get position(): string {
    return `${this.#journey} ${this.#language.words ? this.#flow?.state.status : 'words'}`;
  }

  /** Whether a command is on its way, so that its outcome must not be missed. */
  get isSubmitting(): boolean {
    return this.#flow?.state.status === 'submitting';
  }

  /** The present step; null when there is no membership to speak of. */
  step(words: Catalog): Step | null {
    const { state: canceling } = this.#canceling;
    const { state: resuming } = this.#resuming;
    const { state: withdrawing } = this.#withdrawing;
    const ofSteps = this.#language.words;
    if (!canceling || !resuming || !withdrawing) return null;
    const title = journeyTitle(words, this.#journey, this.#host.membership);
    if (!ofSteps) return loadingStep({ words, verbs: this.#verbs }, title);
    const context: CommandContext = {
      words: { ...words, ...ofSteps },
      verbs: this.#verbs,
      title,
      secondsToResend: (verification: Verification) => this.#wait.secondsFor(verification),
      method: this.#method,
      after: this.#after.state,
      saveError: this.#after.saveError,
    };
    const steps = {
      cancel: () => cancelStep(context, canceling),
      resume: () => resumeStep(context, resuming),
      withdraw: () => withdrawStep(context, withdrawing),
    };
    return steps[this.#journey]();
  }

  /** The member can see the step from now on. */
  shown(): void {
    this.#guard.shown();
  }

  /** Takes the first step of the journey, unless the member is on it already. What is pending has one journey only. */
  begin(): void {
    const { command } = this.#host.membership?.pendingCommand ?? {};
    if (command === 'resumeRenewal') this.#journey = 'resume';
    if (command === 'withdraw') this.#journey = 'withdraw';
    const flow = this.#flow;
    if (flow && ['idle', 'kept'].includes(flow.state.status)) void flow.start();
  }

  /** Turns to the other journey. */
  take(journey: Journey): void {
    this.#canceling.flow?.reset();
    this.#after.leave();
    this.#journey = journey;
  }

  /** Leaves without a decision. What was sent goes on, and its outcome is shown when it is known. */
  leave(): void {
    const flow = this.#flow;
    this.#after.leave();
    if (!flow || this.isSubmitting || flow.state.status === 'pending') return;
    flow.keep();
    if (flow.state.status === 'failed') void this.#host.refresh();
    if (flow.state.status !== 'kept') flow.reset();
    this.#journey = 'cancel';
  }

  /** The flow whose steps show that it is the member. */
  get #verified(): CancelRenewalFlow | WithdrawFlow | null {
    return this.#journey === 'withdraw' ? this.#withdrawing.flow : this.#canceling.flow;
  }

  readonly #verbs: StepVerbs = {
    confirm: (declaration) => this.#confirm(declaration),
    edit: () => this.#canceling.flow?.edit(),
    keep: () => this.#flow?.keep(),
    enterCode: (code) => void this.#verified?.enterCode(code),
    resendCode: () => void this.#verified?.resendCode(),
    useMethod: (method) => void this.#verified?.useMethod(method),
    requestHelp: () => void this.#verified?.requestHelp(),
    retry: () => void this.#flow?.retry(),
    resume: () => {
      this.take('resume');
      this.begin();
    },
    close: () => {
      this.#host.open = false;
    },
    save: (...what) => this.#after.verbs.save(...what),
    sendFeedback: (feedback) => this.#after.verbs.sendFeedback(feedback),
    decideOffer: (isAccepted) => this.#after.verbs.decideOffer(isAccepted),
  };

  #confirm(declaration?: Declaration): void {
    const { state, flow } = this.#canceling;
    if (!this.#guard.accepts()) return;
    if (this.#journey === 'resume') return void this.#resuming.flow?.confirm();
    if (this.#journey === 'withdraw') return void this.#withdrawing.flow?.confirm();
    if (state?.status !== 'confirm' && state?.status !== 'review') return;
    const { membership, form } = state.preview;
    // What is still to be reviewed is no decision yet.
    if (state.status === 'confirm' && form?.review) return void flow?.confirm(declaration);
    const isOurs = this.#host.dispatchEvent(new CancelRenewalStartEvent({ membership }));
    if (isOurs) return void flow?.confirm(declaration);
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
      if (host.open) this.#after.begin();
    }
    if (state.status === 'kept') {
      host.open = false;
      host.dispatchEvent(new CancelRenewalKeepEvent({ membership: host.membership }));
    }
    this.#onAny(state, before);
  }

  #onWithdrawing(state: WithdrawState, before: WithdrawState | null): void {
    if (state.status === 'confirm') this.#onDecision(state.preview.membership, before);
    if (state.status === 'withdrawn') {
      const { membership, receipt } = state;
      this.#showOutcome(membership, before);
      this.#host.dispatchEvent(new CancelRenewalWithdrawEvent({ membership, receipt }));
    }
    if (state.status === 'kept') this.#host.open = false;
    this.#onAny(state, before);
  }

  #onResuming(state: ResumeRenewalState, before: ResumeRenewalState | null): void {
    if (state.status === 'confirm') this.#onDecision(state.membership, before);
    if (state.status === 'resumed') {
      const { membership, receipt } = state;
      this.#showOutcome(membership, before);
      this.#host.dispatchEvent(new CancelRenewalResumeEvent({ membership, receipt }));
    }
    if (state.status === 'kept') this.#host.open = false;
    this.#onAny(state, before);
  }

  #onAny(state: AnyState, before: AnyState | null): void {
    if (state.status === 'confirm') this.#method = null;
    if (state.status === 'sending') this.#method = state.method;
    if (state.status === 'pending') learn(this.#host, state.membership);
    if (state.status === 'refused') this.#showOutcome(state.membership, before);
    if (state.status === 'choose' && state.error) tellOf(this.#host, state.error);
    if (state.status !== 'failed') return;
    this.#open(before);
    tellOf(this.#host, state.error);
  }

  /** What was pending has come to nothing: a member who has left is not asked again by itself. */
  #onDecision(membership: Membership, before: AnyState | null): void {
    learn(this.#host, membership);
    if (before?.status === 'pending' && !this.#host.open) this.#flow?.reset();
  }

  /** Also when the member has closed the steps in the meantime: an outcome is never lost. */
  #showOutcome(membership: Membership, before: AnyState | null): void {
    learn(this.#host, membership);
    this.#open(before);
  }

  /** A member who was told that it goes on by itself, and left, reads the outcome on the page; no dialog jumps at them. */
  #open(before: AnyState | null): void {
    if (before?.status === 'submitting') this.#host.open = true;
  }
}
