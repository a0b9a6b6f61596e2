import type { Catalog } from '@leavewell/locales';
import { hearOtherTabs, isMemberError, type MemberClient, MemberError, type Membership } from '@leavewell/sdk';
import { html, LitElement, nothing, type PropertyDeclarations, type PropertyValues, type TemplateResult } from 'lit';
import { clientOf, needsOtherClient } from '../client-of.ts';
import { showStates } from '../element-states.ts';
import { LanguageController } from '../language-controller.ts';
import { baseStyles } from '../styles/base-styles.ts';
import { dialogStyles } from '../styles/dialog-styles.ts';
import { entryStyles } from '../styles/entry-styles.ts';
import { tokens } from '../tokens.ts';
import { warnOnce } from '../warn-once.ts';
import { cancelWords, type StepCatalog } from './cancel-words.ts';
import { comingEntry, isEmptyEntry, renderEntry } from './entry.ts';
import { OnDemandJourneys } from './on-demand-journeys.ts';
import { focusStep, renderStep, type Step } from './step.ts';
import { learn, tellOf } from './tell-page.ts';

/**
 * A plain button that lets a member cancel automatic renewal of one membership, and everything that follows: what
 * stops and when, showing that it is them where the policy asks for it, the outcome with its date and receipt, and the
 * way back. For a membership that cannot be canceled it says why in the button's place.
 *
 * @summary Cancels automatic renewal of one membership, or turns it back on.
 *
 * @attr {string} endpoint - The mount path or full address of the server.
 * @attr {string} membership-id - Which membership.
 * @attr {boolean} open - Whether the steps are shown.
 * @attr {boolean} inline - Shows the steps in place, without a dialog and without an entry before them.
 * @attr {boolean} compact - Leaves out the sentences, for where the page around already says until when.
 * @attr {string} lang - The language; else that of the closest ancestor that has one, else English.
 *
 * @slot - A way of the page's own, such as a link or form to `/leavewell/cancel`, shown for as long as ours is not there:
 * where the script is blocked or has not come, while the membership is loaded, and where that fails or nothing is set up.
 *
 * @event {CancelRenewalStartEvent} cancel-renewal-start - Confirmed, and nothing was sent yet. Can be prevented.
 * @event {CancelRenewalSuccessEvent} cancel-renewal-success - The server confirmed that renewal is off.
 * @event {CancelRenewalKeepEvent} cancel-renewal-keep - The member kept renewal, or left before deciding.
 * @event {CancelRenewalResumeEvent} cancel-renewal-resume - The server confirmed that renewal is on again.
 * @event {CancelRenewalWithdrawEvent} cancel-renewal-withdraw - The server confirmed that the purchase is undone.
 * @event {CancelRenewalChangeEvent} cancel-renewal-change - A newer state of the membership is known.
 * @event {CancelRenewalErrorEvent} cancel-renewal-error - Something failed and the member was told.
 *
 * @csspart entry - What stands on the page: the button, or sentences in its place.
 * @csspart cancel-button - The button that opens the steps.
 * @csspart withdraw - The button that withdraws from the contract, with the day until which it can be pressed.
 * @csspart withdraw-button - The button that opens the steps of withdrawing.
 * @csspart help-button - Asks a person to cancel.
 * @csspart pending - That the billing company has not confirmed yet what was sent, in the place of the button.
 * @csspart expiry - The date, where renewal cannot be canceled.
 * @csspart detail - The sentence under the date, or under the heading of a step.
 * @csspart receipt - The number of the newest receipt.
 * @csspart refusal - Why it cannot be canceled here and who can help.
 * @csspart dialog - The dialog around the steps.
 * @csspart heading - The heading of a step.
 * @csspart notice - Why the member decides once more.
 * @csspart facts - What a step says in rows.
 * @csspart code-input - The field for the code.
 * @csspart secret-input - The field for a password, or for what a company knows.
 * @csspart declaration-input - A field that the law of the place asks for.
 * @csspart other-ways - The other ways to be verified, and last a person.
 * @csspart other-way-button - Takes another way.
 * @csspart passkey-button - Asks the member's device once more.
 * @csspart files - The buttons that save the receipt.
 * @csspart save-button - Saves the receipt in one form.
 * @csspart survey - The optional question after canceling, and what came of it.
 * @csspart survey-button - Sends the answer.
 * @csspart offer - What is offered after canceling, and what came of it.
 * @csspart decline-button - Declines it.
 * @csspart accept-button - Takes it.
 * @csspart error - What went wrong.
 * @csspart actions - The row of buttons of a step.
 * @csspart keep-button - Leaves renewal as it is.
 * @csspart confirm-button - Confirms a step.
 * @csspart resend-button - Asks for another code.
 * @csspart retry-button - Tries what failed once more.
 * @csspart edit-button - Goes back to what was declared.
 * @csspart resume-button - Turns renewal back on.
 * @csspart close-button - Closes the steps.
 *
 * @cssproperty [--member-text-color] - Text.
 * @cssproperty [--member-muted-color] - Text of less weight.
 * @cssproperty [--member-line-color] - Hairlines.
 * @cssproperty [--member-control-color] - The border of a field.
 * @cssproperty [--member-card-background] - The dialog's ground.
 * @cssproperty [--member-card-radius] - The dialog's corners.
 * @cssproperty [--member-card-padding] - The space inside the dialog.
 * @cssproperty [--member-control-radius] - The corners of buttons and fields.
 * @cssproperty [--member-accent-color] - The bar of steps.
 * @cssproperty [--member-focus-color] - The ring around what has the focus.
 * @cssproperty [--member-success-color] - The check marks.
 *
 * @cssstate loading - The membership is being loaded.
 * @cssstate failed - The membership could not be loaded.
 * @cssstate empty - Compact, and nothing is left to press or to say; the element takes no room then.
 */
export class CancelRenewalElement extends LitElement {
  static override styles = [tokens, baseStyles, entryStyles, dialogStyles];

  static override properties: PropertyDeclarations = {
    endpoint: {},
    membershipId: { attribute: 'membership-id' },
    open: { type: Boolean, reflect: true },
    inline: { type: Boolean },
    compact: { type: Boolean },
    client: { attribute: false },
    getToken: { attribute: false },
    membership: { attribute: false },
    messages: { attribute: false },
    now: { attribute: false },
  };

  /** The mount path or full address of the server. */
  declare endpoint: string | undefined;
  /** Which membership; not needed where `membership` is given. */
  declare membershipId: string | undefined;
  /** Whether the steps are shown. */
  declare open: boolean;
  /** Shows the steps in place, without a dialog and without an entry before them. */
  declare inline: boolean;
  /** Leaves out the sentences, for where the page around already says until when. */
  declare compact: boolean;
  /** A client of the page's own, in the place of `endpoint` and `getToken`. */
  declare client: MemberClient | undefined;
  /** Asks the page's backend for a session token. Leave it out when the page's own cookie identifies the member. */
  declare getToken: (() => Promise<string>) | undefined;
  /** The membership, when the page has it already; it saves a request. Afterwards the newest that is known. */
  declare membership: Membership | null;
  /** Words to be said differently, by the ids of the catalog. */
  declare messages: Partial<StepCatalog> | undefined;
  /** Where milliseconds are taken from; they never run backwards. Only tests have a reason to set it. */
  declare now: () => number;

  readonly #internals = this.attachInternals();
  readonly #language = new LanguageController(this, cancelWords, () => void (this.membershipId && this.refresh()));
  readonly #journeys = new OnDemandJourneys(this);
  #client: MemberClient | undefined;
  #followed: string | undefined;
  /** Why there is no membership. */
  #error: MemberError | null = null;
  #reading: AbortController | undefined;
  #leaveTabs: (() => void) | undefined;
  #step: Step | null = null;
  #position = '';
  /** Whether the member has pressed something here; before that, nothing shown in place may take the focus. */
  #isTouched = false;

  constructor() {
    super();
    this.open = false;
    this.inline = false;
    this.compact = false;
    this.membership = null;
    this.now = () => performance.now();
    this.addEventListener('click', () => (this.#isTouched = true));
  }

  /** Shows the steps of canceling. */
  show(): void {
    this.#isTouched = true;
    // A browser may take the next press before it says that it has closed the dialog: the member begins again.
    if (this.open && this.#dialog?.open === false) {
      this.#journeys.leave();
      this.#position = '';
    }
    this.open = true;
    this.requestUpdate();
  }

  /** Hides the steps. What was not decided stays as it was; what was sent goes on, and its outcome is shown. */
  close(): void {
    this.open = false;
  }

  /** Reads the membership again. */
  async refresh(): Promise<void> {
    const id = this.#followed;
    if (!this.isConnected || !this.#client || !id) return;
    this.#reading?.abort();
    const { signal } = (this.#reading = new AbortController());
    this.#error = null;
    this.requestUpdate();
    try {
      const membership = await this.#client.getMembership(id, { signal });
      if (!signal.aborted) learn(this, membership);
    } catch (cause) {
      if (!signal.aborted) this.#fail(cause);
    }
  }

  /** Moves the focus to the heading of the step that is shown, else to what can be pressed. */
  override focus(options?: FocusOptions): void {
    const place = this.#step ? '#heading' : '.entry :is(button, [tabindex])';
    this.shadowRoot?.querySelector<HTMLElement>(place)?.focus(options);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    if (!this.hasUpdated) return;
    this.requestUpdate();
    this.#hear();
    if (!this.membership) void this.refresh();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#reading?.abort();
    this.#leaveTabs?.();
    this.#dialog?.close();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const isOther = !this.#client || needsOtherClient(changed, this);
    if (isOther) this.#client = clientOf(this, () => this.#language.tag);
    if (isOther || this.#id !== this.#followed) this.#begin();
    const arrived = changed.has('membership') && !changed.get('membership') && this.membership;
    if (this.inline && arrived && arrived.actions.cancelRenewal.allowed) this.open = true;
    if (!this.open && changed.get('open')) this.#journeys.leave();
    // What is pending goes on by itself, whether the member looks at it or not.
    if (this.open || this.membership?.pendingCommand) this.#journeys.begin();
    showStates(this.#internals, {
      loading: !this.membership && !this.#error,
      failed: !this.membership && this.#error !== null,
      empty: this.compact && !this.open && this.membership !== null && isEmptyEntry(this.membership),
    });
  }

  protected override render(): TemplateResult {
    const { words } = this.#language;
    this.#step = words && this.open ? this.#journeys.step(words) : null;
    if (!words) return comingEntry(this.childElementCount > 0);
    const steps = this.#step ? renderStep(this.#step) : nothing;
    const entry = this.inline && this.#step ? nothing : this.#renderEntry(words);
    return html`<div lang=${words['language.tag']}>
      ${entry}
      ${
        this.inline
          ? steps
          : html`<dialog part="dialog" aria-labelledby="heading" @cancel=${this.#onEscape} @close=${this.#onClosed}>
              ${steps}
            </dialog>`
      }
    </div>`;
  }

  protected override updated(): void {
    this.#syncDialog();
    const { position } = this.#journeys;
    if (!this.#step) this.#position = '';
    if (!this.#step || position === this.#position) return;
    this.#position = position;
    this.#journeys.shown();
    if (!this.inline || this.#isTouched) focusStep(this.#step, this.renderRoot);
  }

  #renderEntry(words: Catalog): TemplateResult {
    const entry = renderEntry({
      words,
      membership: this.membership,
      error: this.#error,
      isCompact: this.compact,
      hasFallback: this.childElementCount > 0,
      cancel: () => this.show(),
      resume: () => this.#lead('resume'),
      withdraw: () => this.#lead('withdraw'),
      retry: () => void this.#retry(),
    });
    const prepare = () => this.#journeys.prepare();
    return html`<div class="entry" part="entry" @pointerenter=${prepare} @focusin=${prepare}>${entry}</div>`;
  }

  #lead(journey: 'resume' | 'withdraw'): void {
    this.#journeys.take(journey);
    this.show();
  }

  /** What was pressed is gone while it loads, so the focus is brought to what comes in its place. */
  async #retry(): Promise<void> {
    await this.refresh();
    await this.updateComplete;
    this.focus();
  }

  get #id(): string | undefined {
    return this.membershipId || this.membership?.id;
  }

  /** Follows another membership, or the same one through another client. */
  #begin(): void {
    const id = this.#id;
    if (!this.#client) return;
    // What was decided about one membership is never shown for another.
    if (this.#followed) this.open = false;
    this.#followed = id;
    this.#error = null;
    this.#journeys.follow(this.#client, id);
    if (this.inline) this.#journeys.prepare();
    this.#hear();
    if (this.membership?.id !== id) this.membership = null;
    if (!this.membership) void (id ? this.refresh() : this.#miss());
  }

  /** What another tab has done is read again, unless the page gives the membership and hears of it by itself. */
  #hear(): void {
    this.#leaveTabs?.();
    if (!this.#client) return;
    this.#leaveTabs = hearOtherTabs(this.#client, ({ id, version }) => {
      const known = this.membership;
      if (this.membershipId && id === known?.id && version > known.version) void this.refresh();
    });
  }

  #miss(): void {
    if (this.client || this.endpoint) warnOnce(`${this.localName}: set "membership-id" or the property "membership"`);
    this.#error = new MemberError('not_configured', { retryable: false });
  }

  #fail(cause: unknown): void {
    const error = isMemberError(cause) ? cause : new MemberError('invalid_response', { retryable: false, cause });
    this.#error = error;
    this.requestUpdate();
    tellOf(this, error);
  }

  get #dialog(): HTMLDialogElement | null {
    return this.renderRoot.querySelector('dialog');
  }

  #syncDialog(): void {
    const dialog = this.#dialog;
    if (!dialog || !this.isConnected) return;
    if (this.#step && !dialog.open) dialog.showModal();
    if (!this.#step && dialog.open) dialog.close();
  }

  #onEscape(event: Event): void {
    if (this.#journeys.isSubmitting) event.preventDefault();
  }

  /**
   * By the member, the page or us. An element that was taken away goes on where it was when it comes back, and one that
   * was only moved within the page is open again by now.
   */
  async #onClosed(): Promise<void> {
    if (!this.isConnected || this.#dialog?.open) return;
    this.open = false;
    await this.updateComplete;
    // The browser gives the focus back to the entry, unless the outcome has put something else in its place.
    if (!this.shadowRoot?.activeElement) this.focus();
  }
}
