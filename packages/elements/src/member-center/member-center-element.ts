import type { StepTexts } from '@leavewell/locales';
import {
  createMemberFlow,
  type MemberClient,
  type MemberFlow,
  type Membership,
  type MemberState,
} from '@leavewell/sdk';
import { html, LitElement, nothing, type PropertyDeclarations, type PropertyValues, type TemplateResult } from 'lit';
import { clientOf, needsOtherClient } from '../client-of.ts';
import { showStates } from '../element-states.ts';
import type { CancelRenewalChangeEvent } from '../events/cancel-renewal-change-event.ts';
import type { CancelRenewalResumeEvent } from '../events/cancel-renewal-resume-event.ts';
import type { CancelRenewalSuccessEvent } from '../events/cancel-renewal-success-event.ts';
import type { CancelRenewalWithdrawEvent } from '../events/cancel-renewal-withdraw-event.ts';
import { FlowController } from '../flow-controller.ts';
import { LanguageController } from '../language-controller.ts';
import { matchStatus } from '../match-status.ts';
import { baseStyles } from '../styles/base-styles.ts';
import { centerStyles } from '../styles/center-styles.ts';
import { timelineStyles } from '../styles/timeline-styles.ts';
import { tokens } from '../tokens.ts';
import { card } from './card.ts';
import { centerWords, type CenterWords } from './center-words.ts';
import { createOrder } from './in-order.ts';
import { emptyNotice, failureNotice, type Outcome, outcomeBanner, skeleton } from './notices.ts';
import { isBusy, tellPage } from './tell-page.ts';

type Ready = Extract<MemberState, { readonly status: 'ready' }>;

/**
 * All that a member has, each with the date as its biggest words: until when, what will be charged or that nothing
 * will, how much of the time is used, and the button to cancel renewal or turn it back on.
 *
 * @summary Shows a member's memberships and lets them cancel or resume renewal.
 *
 * @attr {string} endpoint - The mount path or full address of the server.
 * @attr {string} heading - The words of the heading, in the place of "Membership".
 * @attr {number} heading-level - The level of the heading, 2 when absent; plans are one level below.
 * @attr {string} lang - The language; else that of the closest ancestor that has one, else English.
 *
 * @slot - A way of the page's own, such as a link or a form that leads to `/leavewell/cancel`. It is shown for as long as
 * ours is not there: before the script has come or where it is blocked, while the memberships are loaded, and where they
 * cannot be loaded or the element is not set up.
 * @slot empty - What is said when there is no membership, in the place of our own words.
 *
 * @event {MemberCenterLoadEvent} member-center-load - Session and memberships were loaded, or loaded again.
 * @event {MemberCenterErrorEvent} member-center-error - Loading failed and the member was told.
 *
 * @csspart panel - The panel around everything.
 * @csspart header - The heading, the account and the role.
 * @csspart heading - The heading.
 * @csspart account - The name of the account.
 * @csspart role - The badge of an administrator.
 * @csspart banner - What was reached last, until it is dismissed.
 * @csspart dismiss-button - Dismisses the banner.
 * @csspart card - One membership.
 * @csspart plan - The name of the plan.
 * @csspart price - The price, the seats, and whose it is.
 * @csspart status - The badge of the state.
 * @csspart kind - The badge of the kind, where the state alone does not tell.
 * @csspart expiry - The date: the biggest words.
 * @csspart detail - The sentence under the date.
 * @csspart timeline - The line of used and coming time.
 * @csspart actions - The row with the button and the numbers.
 * @csspart order - The order number.
 * @csspart receipt - The number of the newest receipt.
 * @csspart benefits - What the plan gives.
 * @csspart help - What the state means.
 * @csspart empty - What is said when there is no membership.
 * @csspart error - What went wrong.
 * @csspart retry-button - Tries to load once more.
 * @csspart more-button - Shows further memberships.
 *
 * @cssproperty [--member-text-color] - Text.
 * @cssproperty [--member-muted-color] - Text of less weight.
 * @cssproperty [--member-line-color] - Hairlines and the time that is left.
 * @cssproperty [--member-control-color] - The border of a field and the quietest dot.
 * @cssproperty [--member-card-background] - The panel's ground.
 * @cssproperty [--member-card-radius] - The panel's corners.
 * @cssproperty [--member-card-padding] - The space inside the panel: the density.
 * @cssproperty [--member-control-radius] - The corners of buttons.
 * @cssproperty [--member-accent-color] - The used time.
 * @cssproperty [--member-focus-color] - The ring around what has the focus.
 * @cssproperty [--member-success-color] - The check marks and the dot of what runs well.
 * @cssproperty [--member-notice-color] - The dot of what asks for a look.
 *
 * @cssstate loading - Nothing is loaded yet.
 * @cssstate failed - Nothing could be loaded.
 */
export class MemberCenterElement extends LitElement {
  static override styles = [tokens, baseStyles, timelineStyles, centerStyles];

  static override properties: PropertyDeclarations = {
    endpoint: {},
    heading: {},
    headingLevel: { attribute: 'heading-level', type: Number },
    client: { attribute: false },
    getToken: { attribute: false },
    messages: { attribute: false },
  };

  /** The mount path or full address of the server. */
  declare endpoint: string | undefined;
  /** The words of the heading, in the place of "Membership". */
  declare heading: string | undefined;
  /** The level of the heading; plans are one level below. */
  declare headingLevel: number;
  /** A client of the page's own, in the place of `endpoint` and `getToken`. */
  declare client: MemberClient | undefined;
  /** Asks the page's backend for a session token. Leave it out when the page's own cookie identifies the member. */
  declare getToken: (() => Promise<string>) | undefined;
  /** Words to be said differently, by the ids of the catalog. */
  declare messages: Partial<CenterWords & StepTexts> | undefined;

  readonly #internals = this.attachInternals();
  readonly #language = new LanguageController(this, centerWords, () => void this.refresh());
  readonly #members = new FlowController<MemberFlow>(this, (state, before) => tellPage(this, state, before));
  #client: MemberClient | undefined;
  #inOrder = createOrder();
  #outcome: Outcome | null = null;

  constructor() {
    super();
    this.headingLevel = 2;
  }

  /** Loads the session and the memberships again; what is shown stays until then. */
  async refresh(): Promise<void> {
    if (this.isConnected) await this.#members.flow?.load();
  }

  /** Moves the focus to the heading. */
  override focus(options?: FocusOptions): void {
    this.shadowRoot?.querySelector<HTMLElement>('#heading')?.focus(options);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    // While it was away it heard nothing of what other tabs have done.
    if (['idle', 'ready'].includes(this.#members.state?.status ?? '')) void this.refresh();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#members.flow?.stop();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!this.#client || needsOtherClient(changed, this)) {
      this.#client = clientOf(this, () => this.#language.tag);
      this.#inOrder = createOrder();
      this.#members.follow(createMemberFlow({ client: this.#client }));
      void this.refresh();
    }
    const status = this.#members.state?.status;
    showStates(this.#internals, { loading: status === 'idle' || status === 'loading', failed: status === 'failed' });
  }

  protected override render(): TemplateResult {
    const { words } = this.#language;
    const { state } = this.#members;
    const coming = skeleton(this.querySelector(':scope > :not([slot])') !== null);
    if (!words || !state) return html`<div class="panel">${coming}</div>`;
    const content = matchStatus<MemberState, unknown>(state, {
      idle: () => coming,
      loading: () => coming,
      ready: (ready) => this.#renderReady(words, ready),
      failed: ({ error }) => failureNotice(words, error, () => this.#retry()),
    });
    return html`<section
      part="panel"
      class="panel"
      lang=${words['language.tag']}
      aria-labelledby="heading"
      aria-busy=${isBusy(state)}
      @cancel-renewal-change=${this.#onChange}
      @cancel-renewal-success=${this.#onSuccess}
      @cancel-renewal-resume=${this.#onResume}
      @cancel-renewal-withdraw=${this.#onWithdraw}
    >
      ${this.#renderHeader(words, state)}
      <p class="bare hidden" role="status">${isBusy(state) ? words.loading : ''}</p>
      <div class="bare" role="status">
        ${this.#outcome ? outcomeBanner(words, this.#outcome, () => this.#dismiss()) : nothing}
      </div>
      ${content}
    </section>`;
  }

  #renderHeader(words: CenterWords, state: MemberState): TemplateResult {
    const session = state.status === 'ready' ? state.session : null;
    const isAdministrator = session?.permissions.includes('manage_members');
    return html`<header part="header" class="row">
      <div id="heading" part="heading" class="title" role="heading" aria-level=${this.headingLevel} tabindex="-1">
        ${this.heading || words['center.title']}
      </div>
      ${
        session &&
        html`<div class="row small muted">
          <span part="account">${session.account.name}</span>
          ${isAdministrator ? html`<span part="role" class="badge">${words['role.administrator']}</span>` : nothing}
        </div>`
      }
    </header>`;
  }

  #renderReady(words: CenterWords, { session, memberships, nextCursor, activity, error }: Ready): unknown {
    const cards = this.#inOrder(memberships).map((membership) =>
      card({
        words,
        membership,
        memberId: session.member.id,
        headingLevel: this.headingLevel + 1,
        action: this.#renderAction(membership),
      }),
    );
    return html`${cards.length ? cards : emptyNotice(words)}
    ${error ? failureNotice(words, error, () => this.#retry()) : nothing}
    ${
      nextCursor === null
        ? nothing
        : html`<div class="more line">
            <button
              type="button"
              part="more-button"
              aria-disabled=${activity !== 'none'}
              @click=${() => void this.#showMore()}
            >
              ${words['center.more']}
            </button>
          </div>`
    }`;
  }

  #renderAction(membership: Membership): TemplateResult {
    return html`<cancel-renewal
      compact
      .client=${this.#client}
      .membership=${membership}
      .messages=${this.messages}
    ></cancel-renewal>`;
  }

  /** What was pressed is gone while it loads; the heading stays. */
  #retry(): void {
    this.focus();
    void this.refresh();
  }

  #dismiss(): void {
    this.#outcome = null;
    this.requestUpdate();
    this.focus();
  }

  readonly #onSuccess = ({ detail: { receipt } }: CancelRenewalSuccessEvent): void =>
    this.#showOutcome({ journey: 'cancel', receipt });

  readonly #onResume = ({ detail: { receipt } }: CancelRenewalResumeEvent): void =>
    this.#showOutcome({ journey: 'resume', receipt });

  readonly #onWithdraw = ({ detail: { receipt } }: CancelRenewalWithdrawEvent): void =>
    this.#showOutcome({ journey: 'withdraw', receipt });

  readonly #onChange = ({ detail }: CancelRenewalChangeEvent): void => this.#members.flow?.replace(detail.membership);

  #showOutcome(outcome: Outcome): void {
    this.#outcome = outcome;
    this.requestUpdate();
  }

  /** The focus goes on to the first of those that came. */
  async #showMore(): Promise<void> {
    const shown = this.shadowRoot?.querySelectorAll('article').length ?? 0;
    await this.#members.flow?.loadMore();
    await this.updateComplete;
    this.shadowRoot?.querySelectorAll('article')[shown]?.focus();
  }
}
