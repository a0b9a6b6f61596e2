import { withoutNumbers } from '../reading/dates-in.ts';
/** A rectangle in CSS pixels, measured from the top left of the page (not of the window). */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Red, green and blue, 0 to 255, without transparency: what lies behind is mixed in. */
export type Rgb = readonly [number, number, number];

/** One element of a page as a person meets it: seen, read out, and pressed. */
export interface ScreenElement {
  /** Names the element within its document, for acting on it later. */
  readonly key: number;
  readonly tag: string;
  /** The role it is read out with; its tag where it has none. */
  readonly role: string;
  /** What it is called when it is read out. */
  readonly name: string;
  /** The visible text in it, white space collapsed. */
  readonly text: string;
  /** What describes it further, such as a hint on what is missing. */
  readonly description: string;
  readonly box: Box;
  /** Whether a person could see it by scrolling alone. */
  readonly isVisible: boolean;
  /** Whether it stays where it is while the page scrolls. */
  readonly isFixed: boolean;
  /** What has to be opened before it is seen; null when nothing. */
  readonly closedIn: 'details' | 'menu' | null;
  readonly font: { readonly size: number; readonly weight: number };
  readonly color: Rgb;
  readonly background: Rgb;
  readonly isDisabled: boolean;
  readonly isChecked: boolean;
  readonly isRequired: boolean;
  /** Whether it is a field that holds something. */
  readonly isFilled: boolean;
  /** The type of a field or button as the browser understands it; empty for other elements. */
  readonly inputType: string;
  /** The name under which a field is sent; empty for other elements. */
  readonly sentAs: string;
  readonly autocomplete: string;
  readonly href: string | null;
  /** The form it belongs to, by key. */
  readonly form: number | null;
  /** What is in it beside its own words: pictures, and text added by a style sheet. */
  readonly extras: readonly string[];
  /** Whether changes in it are read out. */
  readonly isLive: boolean;
  /** Keys of what it stands in, nearest first. */
  readonly ancestors: readonly number[];
  /** Roles of what it stands in, nearest first. */
  readonly within: readonly string[];
}

/** What a person had in front of them at one moment. */
export interface Screen {
  readonly url: string;
  readonly title: string;
  /** BCP 47 tag of the page; empty when it says none. */
  readonly language: string;
  readonly viewport: { readonly width: number; readonly height: number };
  readonly pageHeight: number;
  /** How far the page was scrolled down when it was looked at. */
  readonly scrolled: number;
  readonly bodyFontSize: number;
  /** All visible text, one line for each block. */
  readonly text: string;
  /** The text of the window in front; all of it when there is none. */
  readonly frontText: string;
  /** In reading order. */
  readonly elements: readonly ScreenElement[];
  /** Keys of what the Tab key reaches, in its order. */
  readonly focusOrder: readonly number[];
  /** Key of what has the focus; null when nothing has. */
  readonly focused: number | null;
  /** Key of the window that covers the page; null when none does. */
  readonly dialog: number | null;
  /** Animations without an end that make something blink, and pages that go on by themselves. */
  readonly restless: readonly string[];
  /** Counts the documents of this visit: another number, another page load. */
  readonly document: number;
  /** File name of its picture; null when none was taken. */
  readonly picture: string | null;
}

const controlRoles = ['button', 'link', 'radio', 'checkbox', 'combobox', 'textbox', 'switch', 'menuitem', 'tab'];

/** Whether a person acts on it: presses, chooses or types. */
export function isControl({ role }: ScreenElement): boolean {
  return controlRoles.includes(role);
}

/** Whether a person presses it. */
export function isPressable({ role }: ScreenElement): boolean {
  return role === 'button' || role === 'link' || role === 'menuitem';
}

/** The visible elements of the window in front, or of the page when there is none. */
export function inFront(screen: Screen): ScreenElement[] {
  const { dialog } = screen;
  return screen.elements.filter(
    ({ isVisible, key, ancestors }) => isVisible && (dialog === null || key === dialog || ancestors.includes(dialog)),
  );
}

/** The element with that key; undefined when the screen has none. */
export function elementOf(screen: Screen, key: number | null): ScreenElement | undefined {
  return key === null ? undefined : screen.elements.find((element) => element.key === key);
}

/** The first heading of what is in front; empty when there is none. */
export function headingOf(screen: Screen): string {
  return inFront(screen).find(({ role, text }) => role === 'heading' && text !== '')?.text ?? '';
}

/** What makes a screen another screen: its heading and its controls. Dates do not count. */
export function signatureOf(screen: Screen): string {
  const controls = inFront(screen)
    .filter(isControl)
    .map(({ role, name }) => `${role} ${name}`);
  return withoutNumbers([headingOf(screen), ...[...new Set(controls)].sort()].join(' | '));
}
