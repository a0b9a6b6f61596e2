import type { Catalog } from '@leavewell/locales';
import { type MemberClient, MemberError } from '@leavewell/sdk';
import { failedStep } from './failed-step.ts';
import type * as JourneysModule from './journeys.ts';
import type { Journey, JourneysHost } from './journeys-host.ts';
import type { Journeys } from './journeys.ts';
import { journeyTitle } from './journey-title.ts';
import { loadingStep } from './loading-step.ts';
import type { Step } from './step.ts';
import { tellOf } from './tell-page.ts';

let loading: Promise<typeof JourneysModule> | undefined;

/** Loads the steps, once for all elements of the page. What failed is loaded again by the next call. */
function loadJourneys(): Promise<typeof JourneysModule> {
  loading ??= import('./journeys.ts').catch((error: unknown) => {
    loading = undefined;
    throw error;
  });
  return loading;
}

/** The file is not there, as after a new release of the page, or nothing is. */
function failureOf(cause: unknown): MemberError {
  const isOffline = typeof navigator === 'object' && navigator.onLine === false;
  return new MemberError(isOffline ? 'network' : 'invalid_response', { retryable: true, cause });
}

/**
 * The journeys, whose steps are loaded when a member first shows an interest in them: whoever only reads when a
 * membership renews never loads them. Until they are there it has a step of its own, in their shape.
 */
export class OnDemandJourneys {
  readonly #host: JourneysHost;
  readonly #loadJourneys: typeof loadJourneys;
  #journeys: Journeys | null = null;
  #followed: readonly [client: MemberClient, membershipId: string | undefined] | null = null;
  #isLoading = false;
  #journey: Journey = 'cancel';
  #error: MemberError | null = null;

  /** `load` gives the module of the steps; only tests have a reason to give another. */
  constructor(host: JourneysHost, load = loadJourneys) {
    this.#host = host;
    this.#loadJourneys = load;
  }

  /** Begins anew for another membership or client; undefined when there is none. */
  follow(client: MemberClient, membershipId: string | undefined): void {
    this.#followed = [client, membershipId];
    this.#journey = 'cancel';
    this.#journeys?.follow(client, membershipId);
  }

  /** Names the step; it changes when another one has to be shown. */
  get position(): string {
    return this.#journeys?.position ?? `${this.#journey} ${this.#error ? 'failed' : 'loading'}`;
  }

  /** Whether a command is on its way, so that its outcome must not be missed. */
  get isSubmitting(): boolean {
    return this.#journeys?.isSubmitting ?? false;
  }

  /** The present step; null when there is no membership to speak of. */
  step(words: Catalog): Step | null {
    if (this.#journeys) return this.#journeys.step(words);
    if (this.#followed?.[1] === undefined) return null;
    const context = { words, verbs: { close: () => (this.#host.open = false), retry: () => this.#retry() } };
    if (this.#error) return failedStep(context, 'loading', this.#error);
    return loadingStep(context, journeyTitle(words, this.#journey, this.#host.membership));
  }

  /** The member can see the step from now on. */
  shown(): void {
    this.#journeys?.shown();
  }

  /** Loads the steps, because the member is about to press. Whether it works shows when they do. */
  prepare(): void {
    void this.#loadJourneys().catch(() => {});
  }

  /** Takes the first step of the journey, unless the member is on it already. */
  begin(): void {
    if (this.#journeys) this.#journeys.begin();
    else if (!this.#isLoading && !this.#error) void this.#load();
  }

  /** Turns to another journey than canceling. */
  take(journey: Journey): void {
    this.#journey = journey;
    this.#journeys?.take(journey);
  }

  /** Leaves without a decision. What was sent goes on, and its outcome is shown when it is known. */
  leave(): void {
    this.#error = null;
    this.#journey = 'cancel';
    this.#journeys?.leave();
  }

  #retry(): void {
    this.#error = null;
    this.#host.requestUpdate();
  }

  /** The member may have left, or looked at another membership, when it is loaded. */
  async #load(): Promise<void> {
    this.#isLoading = true;
    try {
      const { Journeys } = await this.#loadJourneys();
      this.#journeys = new Journeys(this.#host);
      if (this.#followed) this.#journeys.follow(...this.#followed);
      this.#journeys.take(this.#journey);
    } catch (cause) {
      this.#error = failureOf(cause);
      if (this.#host.open) tellOf(this.#host, this.#error);
    }
    this.#isLoading = false;
    this.#host.requestUpdate();
  }
}
