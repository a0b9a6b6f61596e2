// Runs in the page: these functions are sent there as text and may use nothing but each other and the page.
import type { Screen, ScreenElement } from '../recording/screen.ts';
import { deepFocus, flatElements, flatParent, inOneLook, isSeen, lineOf, once, seenText } from './flat-tree.ts';
import { backgroundOf, closedInside, colorParts, isPinned, laidOver, restlessThings } from './looks.ts';
import { extrasOf, listedText, nameOf, roleOf } from './naming.ts';

/** Elements by key, kept in the page so that they can be acted on; the number of this document. */
export interface Ledger {
  readonly elements: Element[];
  readonly keys: Map<Element, number>;
  readonly document: number;
}

/** The page's own ledger; made when it is first asked for. */
export function ledger(): Ledger {
  const known: unknown = Reflect.get(window, '__leavewellAudit');
  if (known !== undefined) return known as Ledger;
  const made = { elements: [], keys: new Map(), document: Math.floor(performance.timeOrigin) };
  Object.defineProperty(window, '__leavewellAudit', { value: made });
  return made;
}

/** The key of an element, the same as long as its document lives. */
export function keyOf(element: Element): number {
  const { elements, keys } = ledger();
  const known = keys.get(element);
  if (known !== undefined) return known;
  keys.set(element, elements.length);
  return elements.push(element) - 1;
}

/** What an element stands in, nearest first. */
export function chainOf(element: Element): Element[] {
  const parent = flatParent(element);
  return parent === null ? [] : once('chainOf', element, () => [parent, ...chainOf(parent)]);
}

/** What a field holds and asks for. */
export function fieldFacts(element: Element) {
  const isButton = element instanceof HTMLButtonElement;
  const isField =
    element instanceof HTMLInputElement ||
    element instanceof HTMLTextAreaElement ||
    element instanceof HTMLSelectElement;
  const checked = element.getAttribute('aria-checked');
  const form = isButton || isField ? element.form : null;
  return {
    isDisabled:
      element.matches(':disabled') ||
      ('readOnly' in element && element.readOnly === true) ||
      element.getAttribute('aria-disabled') === 'true',
    isChecked: checked === null ? element instanceof HTMLInputElement && element.checked : checked === 'true',
    isRequired: (isField && element.required) || element.getAttribute('aria-required') === 'true',
    isFilled: isField && element.value !== '',
    inputType: isButton || isField ? element.type : '',
    sentAs: isField ? element.name : '',
    autocomplete: element.getAttribute('autocomplete') ?? '',
    href: element instanceof HTMLAnchorElement ? element.href : null,
    form: form === null ? null : keyOf(form),
  };
}

/** Everything about one element. */
export function elementFacts(element: Element): ScreenElement {
  const style = getComputedStyle(element);
  const { x, y, width, height } = element.getBoundingClientRect();
  const chain = chainOf(element);
  const background = backgroundOf(element);
  const role = roleOf(element);
  const live = '[aria-live=polite], [aria-live=assertive], [role=status], [role=alert], [role=log], output';
  return {
    key: keyOf(element),
    tag: element.tagName.toLowerCase(),
    role,
    name: nameOf(element),
    text: lineOf(element),
    description: listedText(element, 'aria-describedby'),
    box: { x: x + scrollX, y: y + scrollY, width, height },
    isVisible: isSeen(element),
    isFixed: isPinned(element),
    closedIn: closedInside(element),
    font: { size: Number.parseFloat(style.fontSize), weight: Number(style.fontWeight) },
    color: laidOver(colorParts(style.color), background),
    background,
    ...fieldFacts(element),
    extras: ['button', 'link'].includes(role) ? extrasOf(element) : [],
    isLive: [element, ...chain].some((at) => at.matches(live)),
    ancestors: chain.map(keyOf),
    within: chain.map(roleOf),
  };
}

/** Whether an element is worth writing down: it says something itself, is acted on, or frames others. */
export function isWorthy(element: Element): boolean {
  if (['SCRIPT', 'STYLE', 'HEAD', 'META', 'TITLE', 'LINK', 'OPTION', 'HTML', 'SLOT'].includes(element.tagName))
    return false;
  if (element.parentElement?.closest('svg')) return false;
  const speaks = [...element.childNodes].some((child) => child instanceof Text && child.data.trim() !== '');
  return (
    speaks ||
    roleOf(element) !== element.tagName.toLowerCase() ||
    element.matches('button, textarea, label, fieldset, form, dialog, iframe, [aria-live]')
  );
}

/** The elements that the Tab key reaches, in its order. */
export function tabOrder(elements: readonly Element[]): Element[] {
  const reached = elements.filter((element) => {
    const isNative = element.matches('a[href], button, input, select, textarea, summary, [contenteditable], iframe');
    const isOn = element instanceof HTMLElement && element.tabIndex >= 0 && !element.matches(':disabled');
    return isOn && (isNative || element.hasAttribute('tabindex')) && isSeen(element);
  });
  const rank = (element: Element) =>
    element instanceof HTMLElement && element.tabIndex > 0 ? element.tabIndex : Infinity;
  return reached
    .map((element, at) => ({ element, at }))
    .sort((a, b) => (rank(a.element) === rank(b.element) ? a.at - b.at : rank(a.element) - rank(b.element)))
    .map(({ element }) => element);
}

/** The window in front of the page. */
export function frontWindow(elements: readonly Element[]): Element | undefined {
  return elements
    .filter((element) => element.matches('dialog[open], [role=dialog], [role=alertdialog]') && isSeen(element))
    .filter((element) => element.matches(':modal') || element.getAttribute('aria-modal') === 'true')
    .at(-1);
}

/** The visible text of an element, one line for each block. */
export function linesOf(element: Element): string {
  return seenText(element)
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
    .join('\n');
}

/** The visible text of the page. */
export function textNow(): string {
  return inOneLook(() => seenText(document.body ?? document));
}

/** What a person has in front of them now. */
export function takeScreen(): Screen {
  return inOneLook(screenNow);
}

/** What a person has in front of them, found out anew. */
export function screenNow(): Screen {
  const elements = flatElements(document.documentElement);
  const front = frontWindow(elements);
  const focused = deepFocus();
  const worthy = elements.filter((element) => isWorthy(element) || element === front || element === focused);
  return {
    url: location.href,
    title: document.title,
    language: document.documentElement.lang,
    viewport: { width: innerWidth, height: innerHeight },
    pageHeight: document.documentElement.scrollHeight,
    scrolled: scrollY,
    bodyFontSize: Number.parseFloat(getComputedStyle(document.body).fontSize),
    text: linesOf(document.body),
    frontText: linesOf(front ?? document.body),
    elements: worthy.map(elementFacts),
    focusOrder: tabOrder(elements).map(keyOf),
    focused: focused === null ? null : keyOf(focused),
    dialog: front === undefined ? null : keyOf(front),
    restless: restlessThings(),
    document: ledger().document,
    picture: null,
  };
}
