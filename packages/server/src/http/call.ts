import type { ProfileId } from '@leavewell/policies';
import type { MemberRecord } from '../ports/store.ts';
import type { Service } from '../service.ts';
import type { HostAuthentication } from '../session/host-authentication.ts';

/** One request, as every route sees it. */
export interface Call {
  readonly service: Service;
  /** The one moment at which everything in this request is true. */
  readonly now: Date;
  /** BCP 47 tags that the caller reads, best first. */
  readonly languages: readonly string[];
  readonly headers: Headers;
  /** The one path parameter, whatever its name; empty where the path has none. */
  readonly id: string;
  /** The group of addresses it came from; absent or null when nobody knows, or when it is no request. */
  readonly address?: string | null;
}

/** A request of a member; who they are comes from the session alone. */
export interface MemberCall extends Call {
  readonly viewer: MemberRecord;
  readonly place: CallPlace;
  /** How and when the host's own login was made; null where the host does not say. */
  readonly authentication: HostAuthentication | null;
}

/** Which place's law applies: what the session says before what the membership says before the server's own. */
export interface CallPlace {
  readonly session: ProfileId | null;
  readonly server: ProfileId;
}

/** A request of a host's backend. */
export interface HostCall extends Call {
  readonly tenantId: string;
}

/** A value to be written as JSON. */
export interface JsonAnswer<T> {
  readonly body: T;
  readonly headers?: Readonly<Record<string, string>>;
}

/** JSON that was written before and is sent byte for byte. */
export interface StoredAnswer {
  readonly status: number;
  readonly json: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A text of another type than JSON: a page, a file. It is sent as it is. */
export interface TextAnswer {
  readonly status: number;
  readonly text: string;
  readonly headers: Readonly<Record<string, string>> & { readonly 'content-type': string };
}

/** What a route gives back. */
export type Answer<T> = JsonAnswer<T> | StoredAnswer | TextAnswer;
