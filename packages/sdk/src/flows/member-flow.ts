import type { Membership, MembershipPage, Session } from '@leavewell/contract';
import type { MemberClient } from '../client/member-client.ts';
import type { MemberError } from '../member-error.ts';
import { createFlowState } from './flow-state.ts';
import type { Flow } from './flow.ts';
import { createLatestWork } from './latest-work.ts';
import { hearOtherTabs, type MembershipNews } from './other-tabs.ts';

/** All that a member center shows. */
export type MemberState =
  | { readonly status: 'idle' }
  | { readonly status: 'loading' }
  | {
      readonly status: 'ready';
      readonly session: Session;
      readonly memberships: readonly Membership[];
      /** Send to `loadMore()`; null when everything is shown. */
      readonly nextCursor: string | null;
      readonly activity: 'none' | 'refreshing' | 'loading_more';
      /** A failed refresh or page; what was loaded stays. */
      readonly error: MemberError | null;
    }
  | { readonly status: 'failed'; readonly error: MemberError };

/** Loads and holds a member's session and memberships. Verbs never reject. */
export interface MemberFlow extends Flow<MemberState> {
  /** Loads, or loads again from the first page; a later call wins over an earlier one. */
  load(): Promise<void>;
  /** Adds the next page, when there is one and nothing else is under way. */
  loadMore(): Promise<void>;
  /** Puts a membership that a command returned in the place of the older one. */
  replace(membership: Membership): void;
  /** Gives up what is under way, and stops listening to other tabs until it is loaded again. */
  stop(): void;
}

/** What a member flow needs. */
export interface MemberFlowOptions {
  client: MemberClient;
}

/** An answer can be older than what a command returned while it was on its way. */
function newer(incoming: Membership, known: readonly Membership[]): Membership {
  return known.find(({ id, version }) => id === incoming.id && version > incoming.version) ?? incoming;
}

class Members implements MemberFlow {
  readonly #client: MemberClient;
  readonly #flow = createFlowState<MemberState>({ status: 'idle' });
  readonly #work = createLatestWork();
  #leaveTabs: (() => void) | undefined;

  constructor({ client }: MemberFlowOptions) {
    this.#client = client;
  }

  get state(): MemberState {
    return this.#flow.state;
  }

  readonly subscribe = this.#flow.subscribe;

  readonly load = (): Promise<void> => {
    const { state } = this;
    this.#leaveTabs ??= hearOtherTabs(this.#client, (news) => void this.#onNews(news));
    if (state.status !== 'ready') {
      if (state.status !== 'loading') this.#flow.set({ status: 'loading' });
    } else if (state.activity !== 'refreshing') {
      this.#flow.set({ ...state, activity: 'refreshing', error: null });
    }
    return this.#work.run(
      (call) => Promise.all([this.#client.getSession(call), this.#client.listMemberships({}, call)]),
      ([session, page]) => this.#show(session, page, []),
      (error) => this.#fail(error),
    );
  };

  readonly loadMore = async (): Promise<void> => {
    const { state } = this;
    if (state.status !== 'ready' || state.activity !== 'none' || state.nextCursor === null) return;
    const cursor = state.nextCursor;
    this.#flow.set({ ...state, activity: 'loading_more', error: null });
    await this.#work.run(
      (call) => this.#client.listMemberships({ cursor }, call),
      (page) => this.#show(state.session, page, this.#known()),
      (error) => this.#fail(error),
    );
  };

  readonly replace = (membership: Membership): void => {
    if (this.state.status !== 'ready') return;
    const memberships = this.state.memberships.map((known) => (known.id === membership.id ? membership : known));
    this.#flow.set({ ...this.state, memberships: Object.freeze(memberships) });
  };

  readonly stop = (): void => {
    const { state } = this;
    this.#work.stop();
    this.#leaveTabs?.();
    this.#leaveTabs = undefined;
    if (state.status === 'loading') this.#flow.set({ status: 'idle' });
    if (state.status === 'ready' && state.activity !== 'none') this.#flow.set({ ...state, activity: 'none' });
  };

  #known(): readonly Membership[] {
    return this.state.status === 'ready' ? this.state.memberships : [];
  }

  /** Reads what another tab has changed. When it cannot be read, what is shown stays, as before the news. */
  async #onNews({ id, version }: MembershipNews): Promise<void> {
    const isOld = (known: Membership) => known.id === id && known.version < version;
    if (!this.#known().some(isOld)) return;
    const fresh = await this.#client.getMembership(id).catch(() => undefined);
    if (fresh) this.replace(newer(fresh, this.#known()));
  }

  /** @param before - what stands above the page; a membership that moved between two pages is shown once */
  #show(session: Session, { items, nextCursor }: MembershipPage, before: readonly Membership[]): void {
    const known = this.#known();
    const added = items.map((item) => newer(item, known));
    const kept = before.filter(({ id }) => !added.some((item) => item.id === id));
    const memberships = Object.freeze([...kept, ...added]);
    this.#flow.set({ status: 'ready', session, memberships, nextCursor, activity: 'none', error: null });
  }

  #fail(error: MemberError): void {
    const { state } = this;
    this.#flow.set(state.status === 'ready' ? { ...state, activity: 'none', error } : { status: 'failed', error });
  }
}

/** A member flow at `idle`; nothing is sent before `load()`. */
export function createMemberFlow(options: MemberFlowOptions): MemberFlow {
  return new Members(options);
}
