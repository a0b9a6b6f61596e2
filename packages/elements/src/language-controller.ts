import { matchLanguage, withOverrides } from '@leavewell/locales';
import type { LitElement, ReactiveController } from 'lit';
import { warnOnce } from './warn-once.ts';

/** Where the words of an element come from. */
export interface WordSource<W extends object> {
  /** The words for a BCP 47 tag. Rejects when their file cannot be loaded. */
  readonly load: (tag: string) => Promise<W>;
  /** English, which is always at hand. */
  readonly fallback: W;
}

type Host<W> = LitElement & { readonly messages: Partial<W> | undefined };

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
export class LanguageController<W extends object> implements ReactiveController {
  readonly #host: Host<W>;
  readonly #source: WordSource<W>;
  readonly #onChange: () => void;
  readonly #observer = new MutationObserver(() => this.#choose());
  #tag: string | undefined;
  #loaded: W | undefined;
  #mixed: { readonly base: W; readonly messages: Partial<W>; readonly words: W } | undefined;

  /** `onChange` is called when the reader's language is another one than before. */
  constructor(host: Host<W>, source: WordSource<W>, onChange: () => void) {
    this.#host = host;
    this.#source = source;
    this.#onChange = onChange;
    host.addController(this);
  }

  /** The words to show; undefined until they are loaded. */
  get words(): W | undefined {
    const { messages } = this.#host;
    const base = this.#loaded;
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
    const { load, fallback } = this.#source;
    const loaded = await load(tag).catch(() => fallback);
    if (tag !== this.#tag) return;
    this.#loaded = loaded;
    this.#host.requestUpdate();
  }
}
