// Runs in the page: these functions are sent there as text and may use nothing but each other and the page.
import { flatChildren, lineOf } from './flat-tree.ts';

/** The role an element is read out with; its tag where it has none. */
export function roleOf(element: Element): string {
  const given = element.getAttribute('role');
  if (given) return given;
  const tag = element.tagName.toLowerCase();
  if (element instanceof HTMLInputElement) return inputRole(element.type);
  if (tag === 'a') return element.hasAttribute('href') ? 'link' : 'a';
  if (tag === 'select') return 'combobox';
  if (tag === 'textarea') return 'textbox';
  if (tag === 'summary') return 'button';
  if (tag === 'output') return 'status';
  if (tag === 'nav') return 'navigation';
  if (['img', 'svg', 'picture', 'canvas', 'video'].includes(tag)) return 'img';
  if (tag === 'footer') return element.closest('article, section, main, dialog') ? 'footer' : 'contentinfo';
  return /^h[1-6]$/.test(tag) ? 'heading' : tag;
}

/** The role of an input of that type. */
export function inputRole(type: string): string {
  if (type === 'checkbox' || type === 'radio') return type;
  if (['button', 'submit', 'reset', 'image'].includes(type)) return 'button';
  return type === 'hidden' ? 'hidden' : 'textbox';
}

/** The text of the elements that an attribute lists by id, in the same root. */
export function listedText(element: Element, attribute: string): string {
  const root = element.getRootNode();
  const ids = (element.getAttribute(attribute) ?? '').split(/\s+/).filter(Boolean);
  if (!(root instanceof Document || root instanceof ShadowRoot)) return '';
  return ids
    .map((id) => root.getElementById(id)?.textContent ?? '')
    .join(' ')
    .replaceAll(/\s+/g, ' ')
    .trim();
}

/** The words that are read out for pictures and text in an element. */
export function contentName(node: Node): string {
  if (node instanceof Text) return node.data;
  if (!(node instanceof Element)) return '';
  if (node.getAttribute('aria-hidden') === 'true' || ['STYLE', 'SCRIPT'].includes(node.tagName)) return '';
  const label = node.getAttribute('aria-label') ?? node.getAttribute('alt');
  if (label) return ` ${label} `;
  return flatChildren(node).map(contentName).join('');
}

/** What an element is called when it is read out: labels first, then its words, then hints. */
export function nameOf(element: Element): string {
  const listed = listedText(element, 'aria-labelledby');
  if (listed !== '') return listed;
  const label = element.getAttribute('aria-label');
  if (label) return label.replaceAll(/\s+/g, ' ').trim();
  const isField = 'labels' in element && !(element instanceof HTMLButtonElement);
  const labels = isField && element.labels instanceof NodeList ? [...element.labels] : [];
  const isButton = element instanceof HTMLInputElement && /^(button|submit|reset)$/.test(element.type);
  const words = isButton ? element.value : isField ? labels.map(lineOf).join(' ') : contentName(element);
  const name = words.replaceAll(/\s+/g, ' ').trim();
  return name || (element.getAttribute('title') ?? element.getAttribute('placeholder') ?? '');
}

/** What stands in a control beside its own words. */
export function extrasOf(element: Element): string[] {
  const pseudo = ['::before', '::after'].flatMap((part) => {
    const { content, display } = getComputedStyle(element, part);
    return display === 'none' || ['none', 'normal', '""'].includes(content) ? [] : [`${part} ${content}`];
  });
  const inner = flatChildren(element).filter((child) => child instanceof Element);
  const below = inner.flatMap((child) =>
    /^(svg|img|picture|canvas|video)$/i.test(child.tagName) ? [child.tagName.toLowerCase()] : extrasOf(child),
  );
  const worded = inner.filter((child) => lineOf(child) !== '');
  const isSplit = worded.length > 0 && worded.every((child) => lineOf(child) !== lineOf(element));
  return [
    ...pseudo,
    ...below,
    ...(isSplit ? worded.map((child) => `${child.tagName.toLowerCase()} "${lineOf(child)}"`) : []),
  ];
}
