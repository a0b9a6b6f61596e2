// Runs in the page: these functions are sent there as text and may use nothing but each other and the page.

/** Finds something out about a node, once in one look: nothing changes while a script of ours runs. */
export function once<T>(what: string, node: Node, find: () => T): T {
  const findings: Map<string, Map<Node, unknown>> | undefined = Reflect.get(window, '__leavewellLook');
  const known = findings?.get(what);
  if (known?.has(node)) return known.get(node) as T;
  const found = find();
  if (known) known.set(node, found);
  else findings?.set(what, new Map([[node, found]]));
  return found;
}

/** Looks at the page; what is found out meanwhile is kept until the end of it. */
export function inOneLook<T>(look: () => T): T {
  const set = (value: unknown) =>
    Object.defineProperty(window, '__leavewellLook', { value, configurable: true, enumerable: false });
  set(new Map());
  try {
    return look();
  } finally {
    set(undefined);
  }
}

/** The children as they are drawn: of an open shadow root where there is one, and what a slot was given. */
export function flatChildren(node: Node): Node[] {
  if (node instanceof HTMLSlotElement) {
    const given = node.assignedNodes();
    return given.length > 0 ? given : [...node.childNodes];
  }
  const root = node instanceof Element ? node.shadowRoot : null;
  return [...(root ?? node).childNodes];
}

/** What an element stands in as it is drawn. */
export function flatParent(node: Node): Element | null {
  if (node instanceof Element && node.assignedSlot !== null) return node.assignedSlot;
  const parent = node.parentNode;
  return parent instanceof ShadowRoot ? parent.host : parent instanceof Element ? parent : null;
}

/** Every element of the page, in reading order. */
export function flatElements(from: Node): Element[] {
  const own = from instanceof Element ? [from] : [];
  return [...own, ...flatChildren(from).flatMap((child) => (child instanceof Element ? flatElements(child) : []))];
}

/** What has the focus, also inside shadow roots. */
export function deepFocus(): Element | null {
  let focused = document.activeElement;
  while (focused?.shadowRoot?.activeElement) focused = focused.shadowRoot.activeElement;
  return focused === document.body || focused === document.documentElement ? null : focused;
}

/** Whether it is drawn and large enough to be noticed. */
export function isSeen(element: Element): boolean {
  return once('isSeen', element, () => isSeenNow(element));
}

/** Whether it is drawn now. */
export function isSeenNow(element: Element): boolean {
  if (!element.checkVisibility({ opacityProperty: true, visibilityProperty: true })) return false;
  const { width, height } = element.getBoundingClientRect();
  const style = getComputedStyle(element);
  if (style.display === 'contents') return true;
  return width > 1 && height > 1 && style.clipPath !== 'inset(50%)';
}

/** The visible text below a node, with line breaks between blocks. */
export function seenText(node: Node): string {
  return once('seenText', node, () => seenTextNow(node));
}

/** The visible text below a node now. */
export function seenTextNow(node: Node): string {
  if (node instanceof Text) return node.data.replaceAll(/\s+/g, ' ');
  if (node instanceof Element) {
    if (['SCRIPT', 'STYLE', 'TEMPLATE', 'NOSCRIPT', 'OPTION'].includes(node.tagName)) return '';
    if (node.tagName === 'BR') return '\n';
    if (node.tagName !== 'SLOT' && !isSeen(node)) return '';
  }
  const inner = flatChildren(node).map(seenText).join('');
  const isInline = !(node instanceof Element) || /^(inline|contents)/.test(getComputedStyle(node).display);
  return isInline ? inner : `\n${inner}\n`;
}

/** The visible text of an element on one line. */
export function lineOf(node: Node): string {
  return seenText(node).replaceAll(/\s+/g, ' ').trim();
}
