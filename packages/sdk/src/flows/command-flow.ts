import type {
  CancelPreview,
  Declaration,
  Membership,
  Refusal,
  VerificationMethod,
} from '@leavewell/contract';
import type { MemberClient } from '../client/member-client.ts';
import { type AskPasskey, browserPasskey } from '../client/passkey.ts';
import type { MemberError } from '../member-error.ts';
import type { CommandPreview, CommandState, Done, Review } from './command-state.ts';
import { createFlowState } from './flow-state.ts';
import type { Flow } from './flow.ts';
import { createLatestWork } from './latest-work.ts';
import { hearOtherTabs, type MembershipNews } from './other-tabs.ts';
import { refusalIn } from './refusal.ts';
import { type IntentListener, proofCodes, RenewalIntent } from './renewal-intent.ts';
import { type Reading, standingOf } from './renewal-standing.ts';
import type { IntentStorage } from './unfinished-intents.ts';
import { VerificationSteps } from './verification-steps.ts';

/** What a flow of a command needs. */
export interface CommandFlowOptions {
  client: MemberClient;
  membershipId: string;
  /** How the member wants to be verified; taken first when the server lists it, else the server's first. */
  method?: VerificationMethod;
  /** The member's authenticator; that of the browser when absent, and passkeys are passed over when null. */
  askPasskey?: AskPasskey | null;
  /** Where the key of an unfinished intent is kept; `localStorage` when absent, or memory where there is none. */
  storage?: IntentStorage;
}

/** Every state of either command. Each flow reaches those of its own. */
export type AnyCommandState = CommandState<CommandPreview> | Review | Done<'canceled' | 'withdrawn'>;
type State = AnyCommandState;
type Failed = Extract<State, { status: 'failed' }>;

/** Before anything is sent. */
const undecided = /^(loading|confirm|review|sending|verify|checking|choose)$/;
/** Where a member who cannot go on may ask a person. */
const stuck = /^(verify|choose|refused|failed)$/;
/** The key stands for what is no longer so; the member decides again. */
const changeErrors = /^(membership_changed|idempotency_key_reused)$/;

function formOf(preview: CommandPreview): CancelPreview['form'] {
  return 'form' in preview ? preview.form : null;
}

/** Takes one member through canceling or withdrawing: what is decided, showing that it is them, and what came of it. */
export class CommandFlow implements Flow<State> {
  readonly #client: MemberClient;
  readonly #id: string;
  readonly #command: 'cancelRenewal' | 'withdraw';
  readonly #flow = createFlowState<State>({ status: 'idle' });
  readonly #work = createLatestWork();
  readonly #intent: RenewalIntent;
  readonly #steps: VerificationSteps;
  #leaveTabs: (() => void) | undefined;
  /** Repeats what failed, with the same proof and key. */
  #again: () => Promise<void> = async () => {};
  #declaration: Declaration | undefined;

  constructor(command: 'cancelRenewal' | 'withdraw', options: CommandFlowOptions) {
    const { client, membershipId, method, askPasskey = browserPasskey(), storage } = options;
    const shared = { client, membershipId, command, work: this.#work };
    this.#client = client;
    this.#id = membershipId;
    this.#command = command;
    this.#intent = new RenewalIntent({ ...shared, storage });
    this.#steps = new VerificationSteps({
      ...shared,
      method,
      askPasskey,
      on: {
        show: (state) => this.#flow.set(state),
        proven: (preview) => this.#submit(preview),
        refused: (refusal) => this.#load({ refusal }),
        outdated: () => {
          this.#intent.forget();
          return this.#load();
        },
        failed: ({ from, preview, again, error }) => this.#fail(from, preview, again)(error),
      },
    });
  }

  get state(): State {
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
    if (!/^(submitting|requesting)$/.test(state.status) && !undecided.test(state.status)) await this.#load();
  };

  readonly confirm = async (declaration?: Declaration): Promise<void> => {
    const { state } = this;
    if (state.status === 'review') return this.#decide(state.preview, state.declaration);
    if (state.status !== 'confirm') return;
    const { preview, notice } = state;
    const form = formOf(preview);
    const declared = form ? (declaration ?? form.known) : undefined;
    if (declared && form?.review && 'form' in preview) {
      return this.#flow.set({ status: 'review', preview, declaration: declared });
    }
    await this.#decide(preview, declared, notice === 'unfinished');
  };

  readonly edit = (): void => {
    if (this.state.status !== 'review') return;
    const { preview, declaration } = this.state;
    const form = preview.form && { ...preview.form, known: declaration };
    this.#flow.set({ status: 'confirm', preview: { ...preview, form }, notice: null });
  };

  readonly enterCode = async (code: string): Promise<void> => {
    if (this.state.status !== 'verify' || code.trim() === '') return;
    const { preview, verification } = this.state;
    // What an authenticator is asked for cannot be typed.
    if (!verification.passkey) await this.#steps.answer(preview, verification, { code });
  };

  readonly resendCode = async (): Promise<void> => {
    if (this.state.status === 'verify') await this.#steps.resend(this.state.preview, this.state.verification);
  };

  readonly useMethod = async (method: VerificationMethod): Promise<void> => {
    if (this.state.status === 'verify' || this.state.status === 'choose') {
      await this.#steps.use(this.state.preview, method);
    }
  };

  readonly requestHelp = async (): Promise<void> => {
    if (stuck.test(this.state.status)) await this.#requestHelp();
  };

  readonly retry = async (): Promise<void> => {
    if (this.state.status === 'failed') await this.#again();
  };

  readonly keep = (): void => {
    const { state } = this;
    // What was submitted may have taken effect, so nobody can promise that renewal was kept.
    const mayKeep = state.status === 'failed' ? state.from !== 'submitting' : undecided.test(state.status);
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

  #stopAt(state: State): void {
    this.stop();
    this.#intent.stop();
    this.#work.stop();
    this.#steps.forget();
    this.#flow.set(state);
  }

  #fail(from: Failed['from'], preview: CommandPreview | null, again: () => Promise<void>) {
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
    if (/^(confirm|review|verify|choose)$/.test(state.status) && 'preview' in state && state.preview && isNews(state.preview)) {
      void this.#load({ isChanged: true });
    }
  }

  #load(known: Reading = {}): Promise<void> {
    this.#flow.set({ status: 'loading' });
    return this.#read(known);
  }

  #read(known: Reading): Promise<void> {
    const { previewCancelRenewal, previewWithdraw } = this.#client;
    return this.#work.run<CommandPreview>(
      (call) => (this.#command === 'withdraw' ? previewWithdraw : previewCancelRenewal)(this.#id, call),
      (preview) => this.#show(preview, known),
      (error) => {
        if (known.pending && error.retryable) return this.#wait(known.pending, false);
        return this.#fail('loading', null, () => this.#load(known))(error);
      },
    );
  }

  /** Shows what is known: that it is done, pending, refused, or to be decided. */
  #show(preview: CommandPreview, known: Reading): void | Promise<void> {
    const { membership } = preview;
    const standing = standingOf(this.#command, membership, known, this.#intent.isUnfinished(membership.asOf));
    if (standing.status === 'pending') return this.#wait(membership, formOf(preview) !== null);
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
        const isOurs = receipt.command === this.#command;
        this.#flow.set(
          isOurs ? { status: this.#doneStatus, membership, receipt } : { status: 'refused', membership, refusal },
        );
      },
      this.#fail('loading', null, () => this.#load()),
    );
  }

  /** The same words also while it cannot be read whether it is still pending. */
  #wait(membership: Membership, wasDeclared: boolean): void {
    const listener = this.#listener(null);
    listener.pending(membership);
    this.#intent.pursue(membership, listener, () => this.#read({ pending: membership }), wasDeclared);
  }

  /** @param isUnfinished - a server that knows the intent needs no other proof of it, and one that does not says so */
  async #decide(preview: CommandPreview, declaration: Declaration | undefined, isUnfinished = false): Promise<void> {
    this.#declaration = declaration;
    await (preview.verification.required && !isUnfinished ? this.#steps.begin(preview) : this.#submit(preview));
  }

  #requestHelp(): Promise<void> {
    const { state } = this;
    const preview = 'preview' in state ? state.preview : null;
    this.#flow.set({ status: 'requesting' });
    return this.#work.run(
      (call) => this.#client.requestSupport({ kind: 'cannot_cancel', membershipId: this.#id }, call),
      (request) => this.#flow.set({ status: 'requested', request }),
      this.#fail('requesting', preview, () => this.#requestHelp()),
    );
  }

  #submit(preview: CommandPreview): Promise<void> {
    const declaration = this.#declaration;
    this.#flow.set({ status: 'submitting', preview });
    return this.#intent.send(preview.membership, this.#listener(preview), { proof: this.#steps.proof, declaration });
  }

  get #doneStatus(): 'canceled' | 'withdrawn' {
    return this.#command === 'withdraw' ? 'withdrawn' : 'canceled';
  }

  /** @param preview - what was decided on; null for what was decided before this flow began */
  #listener(preview: CommandPreview | null): IntentListener {
    return {
      pending: (membership) => {
        const since = membership.pendingCommand?.since ?? membership.asOf;
        this.#flow.set({ status: 'pending', membership, since });
      },
      done: (outcome) => {
        this.#steps.forget();
        this.#flow.set({ status: this.#doneStatus, ...outcome });
      },
      failed: (error) => this.#onNotSubmitted(preview, error),
    };
  }

  #onNotSubmitted(preview: CommandPreview | null, error: MemberError): void | Promise<void> {
    const refusal = refusalIn(error);
    if (refusal) return this.#load({ refusal });
    if (changeErrors.test(error.code)) return this.#load({ isChanged: true });
    if (proofCodes.test(error.code)) return this.#steps.proveAgain(preview, error);
    return this.#fail('submitting', preview, () => (preview ? this.#submit(preview) : this.#load()))(error);
  }
}
