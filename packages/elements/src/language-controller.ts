import { type Catalog, en, loadCatalog, matchLanguage, withOverrides } from '@leavewell/locales';
import type { LitElement, ReactiveController } from 'lit';
import { warnOnce } from './warn-once.ts';

/** Words that a page says differently. */
export type Messages = Partial<Catalog>;

type Host = LitElement & { readonly messages: Messages | undefined };

/** Every tree from the element up to the document, the nearest first. */
function* treesOf(element: Element): Generator<{ readonly root: Node; readonly from: Element }> {
  for (let from: Element | undefined = element; from; ) {
    const root: Node = from.getRootNode();
    yield { root, from };
    from = root instanceof ShadowRoot ? root.host : undefined;
  }
}

/**
 * Finds the reader's language: the element's own `lang`, else that of the closest ancestor, across shadow roots, else
 * English. It hears when any of them changes, and loads the words.
 */
export class LanguageController implements ReactiveController {
  readonly #host: Host;
  readonly #onChange: () => void;
  readonly #observer = new MutationObserver(() => this.#choose());
  #tag: string | undefined;
  #catalog: Catalog | undefined;
  #mixed: { readonly base: Catalog; readonly messages: Messages | undefined; readonly words: Catalog } | undefined;

  /** `onChange` is called when the reader's language is another one than before. */
  constructor(host: Host, onChange: () => void) {
    this.#host = host;
    this.#onChange = onChange;
    host.addController(this);
  }

  /** The words to show; undefined until they are loaded. */
  get words(): Catalog | undefined {
    const { messages } = this.#host;
    const base = this.#catalog;
    if (!base || !messages) return base;
    if (this.#mixed?.base !== base || this.#mixed.messages !== messages) {
      this.#mixed = { base, messages, words: withOverrides(base, messages) };
    }
    return this.#mixed.words;
  }

  /** The language asked for, for the server's texts. */
  get tag(): string {
    return this.#tag ?? 'en';
  }

  hostConnected(): void {
    for (const { root } of treesOf(this.#host)) {
      this.#observer.observe(root, { attributeFilter: ['lang'], subtree: true });
    }
    this.#choose();
  }

  hostDisconnected(): void {
    this.#observer.disconnect();
  }

  #choose(): void {
    const said = [...treesOf(this.#host)].map(({ from }) => from.closest('[lang]')?.getAttribute('lang')).find(Boolean);
    const wanted = said || 'en';
    const { language, matched } = matchLanguage([wanted]);
    if (!matched) warnOnce(`${this.#host.localName}: no words for lang="${wanted}"; English is shown`);
    const tag = matched ? wanted : language;
    if (tag === this.#tag) return;
    const isChange = this.#tag !== undefined;
    this.#tag = tag;
    void this.#load(tag);
    if (isChange) this.#onChange();
  }

  async #load(tag: string): Promise<void> {
    const catalog = await loadCatalog(tag).catch(() => en);
    if (tag !== this.#tag) return;
    this.#catalog = catalog;
    this.#host.requestUpdate();
  }
}
