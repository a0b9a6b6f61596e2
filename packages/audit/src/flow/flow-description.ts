/** Roles by which a flow file may name a control or what it says. */
export const controlRoles = [
  'button',
  'link',
  'menuitem',
  'tab',
  'checkbox',
  'radio',
  'switch',
  'textbox',
  'combobox',
  'heading',
  'status',
  'alert',
] as const;
/** A role by which a flow file may name something. */
export type ControlRole = (typeof controlRoles)[number];

/** A control: its role and name as they are read out, or a CSS selector. Both reach into open shadow roots. */
export type ControlRef = string | { readonly role: ControlRole; readonly name: string };

/** Where a code comes from: a fixed answer, or an address whose text holds it, newest first. */
export type CodeSource = { readonly answer: string } | { readonly url: string; readonly pattern: RegExp | null };

/** Where the API says how long there is access. Paths are dotted: `membership.accessEndsAt`. */
export interface TruthSource {
  readonly url: string;
  /** Path of the instant at which access ends. */
  readonly accessEndsAt: string;
  /** Path of the zone, or its IANA name. */
  readonly zone: string;
  /** Path of whether it renews; null when the API does not say. */
  readonly renews: string | null;
  /** What the API asks for besides the member's cookies, such as `authorization`. */
  readonly headers: FieldValues;
}

/** One time before the charge: a page that stands for it, a clock of the page, or both. */
export interface TimingPoint {
  readonly before: string;
  readonly url: string | null;
  readonly now: string | null;
  /** Address of the truth for that page; null when it is the same or there is none. */
  readonly truthUrl: string | null;
}

/** Fields to fill in, by a part of their names as they are read out, or by the name under which they are sent. */
export type FieldValues = Readonly<Record<string, string>>;

/** How to get in as a member. */
export interface SignIn {
  readonly url: string;
  readonly fields: FieldValues;
  readonly press: ControlRef | null;
}

/**
 * A cancel flow, as far as it does not speak for itself: what is null or empty is found by its role and name in the
 * language of the page. Addresses are absolute.
 */
export interface FlowDescription {
  /** The member page, on which the entry stands. */
  readonly url: string;
  readonly language: string | null;
  readonly signIn: SignIn | null;
  readonly open: ControlRef | null;
  readonly confirm: ControlRef | null;
  readonly keep: ControlRef | null;
  readonly decline: ControlRef | null;
  readonly resume: ControlRef | null;
  readonly receipt: ControlRef | null;
  /** What is shown only once it is canceled. */
  readonly done: ControlRef | null;
  /** What to press between opening and the end, in order, instead of looking for it. */
  readonly steps: readonly ControlRef[];
  readonly fields: FieldValues;
  readonly code: CodeSource | null;
  readonly mail: { readonly url: string; readonly waitSeconds: number } | null;
  readonly loggedOut: { readonly url: string; readonly fields: FieldValues } | null;
  readonly truth: TruthSource | null;
  readonly signUpActivations: number | null;
  readonly timing: readonly TimingPoint[];
  /** Makes the membership renew again. */
  readonly reset: { readonly url: string; readonly method: string } | null;
}
