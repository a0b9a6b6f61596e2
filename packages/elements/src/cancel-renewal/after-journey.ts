import {
  type AfterCancelFlow,
  type AfterCancelState,
  createAfterCancelFlow,
  isMemberError,
  type MemberClient,
  type MemberError,
  type ReceiptFormat,
} from '@leavewell/sdk';
import { FlowController } from '../flow-controller.ts';
import type { JourneysHost } from './journeys-host.ts';
import { saveFile } from './save-file.ts';
import type { StepVerbs } from './step.ts';
import { tellOf } from './tell-page.ts';

type Verbs = Pick<StepVerbs, 'save' | 'sendFeedback' | 'decideOffer'>;

/** What follows an outcome: saving it, an optional question, at most one offer. Nothing here changes the outcome. */
export class AfterJourney {
  readonly #host: JourneysHost;
  readonly #asking: FlowController<AfterCancelFlow>;
  #client: MemberClient | null = null;
  #saveError: MemberError | null = null;

  constructor(host: JourneysHost) {
    this.#host = host;
    this.#asking = new FlowController(host, (state, before) => void this.#onAnswer(state, before));
  }

  get state(): AfterCancelState | null {
    return this.#asking.state;
  }

  /** Why a file of the receipt was not saved. */
  get saveError(): MemberError | null {
    return this.#saveError;
  }

  follow(client: MemberClient, membershipId: string | undefined): void {
    this.#client = client;
    this.#asking.follow(membershipId === undefined ? null : createAfterCancelFlow({ client, membershipId }));
  }

  begin(): void {
    void this.#asking.flow?.start();
  }

  leave(): void {
    this.#saveError = null;
    this.#asking.flow?.reset();
  }

  readonly verbs: Verbs = {
    save: (receiptId, format) => void this.#save(receiptId, format),
    sendFeedback: (feedback) => void this.#asking.flow?.sendFeedback(feedback),
    decideOffer: (isAccepted) => {
      const { flow } = this.#asking;
      void (isAccepted ? flow?.acceptOffer() : flow?.declineOffer());
    },
  };

  async #save(receiptId: string, format: ReceiptFormat): Promise<void> {
    this.#saveError = null;
    try {
      const file = await this.#client?.receiptFile(receiptId, format);
      if (file) saveFile(file, receiptId, format);
    } catch (error) {
      this.#saveError = isMemberError(error) ? error : null;
      if (this.#saveError) tellOf(this.#host, this.#saveError);
    }
    this.#host.requestUpdate();
  }

  /** What was pressed is gone, so the focus goes to what came of it; an offer that was taken shows on the card. */
  async #onAnswer(state: AfterCancelState, before: AfterCancelState | null): Promise<void> {
    if (state.status !== 'ask' || before?.status !== 'ask') return;
    const isSent = before.survey?.answer === 'sending' && state.survey?.answer === 'sent';
    const isDecided = before.offer?.answer === 'sending' && state.offer?.answer !== 'open';
    if (state.offer?.answer === 'accepted') void this.#host.refresh();
    if (!isSent && !isDecided) return;
    this.#host.requestUpdate();
    await this.#host.updateComplete;
    this.#host.shadowRoot?.querySelector<HTMLElement>(`[part=${isSent ? 'survey' : 'offer'}]`)?.focus();
  }
}
