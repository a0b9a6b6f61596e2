import type { SitePage } from './site-pages.ts';

const script = `customElements.define('little-cancel', class extends HTMLElement {
  connectedCallback() { setTimeout(() => this.begin(), Number(this.dataset.late)); }
  begin() {
    this.words = JSON.parse(this.dataset.words);
    this.root = this.attachShadow({ mode: 'open' });
    this.root.innerHTML = '<style>button { font: inherit; min-width: 120px; padding: 8px 16px;' +
      ' border: 1px solid #444; background: #fff; color: #222 } :focus-visible { outline: 3px solid #06c }</style>' +
      '<button id="open"></button>' +
      '<dialog aria-labelledby="title"><h2 id="title" tabindex="-1"></h2><p id="lead" role="status"></p>' +
      '<div id="rows"></div><div id="actions"></div></dialog>';
    this.part('open').textContent = this.dataset.renews === 'true' ? this.words.open : this.words.resume;
    this.part('open').onclick = () => this.dataset.renews === 'true' ? this.ask() : this.askAgain();
  }
  part(id) { return this.root.getElementById(id); }
  show(title, lead, rows, buttons) {
    this.part('title').textContent = title;
    this.part('lead').textContent = lead;
    this.part('rows').innerHTML = rows;
    this.part('actions').replaceChildren(...buttons.map(([text, press]) =>
      Object.assign(document.createElement('button'), { textContent: text, onclick: press })));
    if (!this.root.querySelector('dialog').open) this.root.querySelector('dialog').showModal();
    this.part('title').focus();
  }
  ask() {
    this.show(this.words.heading, this.words.contract + ': Pro', '<p>' + this.words.until + '</p>',
      [[this.words.confirm, () => this.cancel()], [this.words.keep, () => this.root.querySelector('dialog').close()]]);
  }
  askAgain() {
    this.show(this.words.resumeTitle, this.words.price, '<p>' + this.words.renews + '</p>',
      [[this.words.resume, () => this.send(this.dataset.resume, () => this.show(this.words.resumed, '', '', []))]]);
  }
  send(address, then) { fetch(address, { method: 'POST' }).then(then); }
  async cancel() {
    if (this.dataset.soon) this.part('lead').textContent = this.words.done;
    this.part('actions').querySelectorAll('button').forEach((button) => button.ariaDisabled = 'true');
    await new Promise((resolve) => setTimeout(resolve, Number(this.dataset.late)));
    await fetch(this.dataset.cancel, { method: 'POST' });
    this.show(this.words.done, this.dataset.receipt.split('\\n')[3], this.dataset.receipt.replaceAll('\\n', '<br>') +
      '<p><a style="display: inline-block; min-height: 24px" href="' + this.dataset.file + '">' +
      this.words.file + '</a></p>', []);
  }
});`;

function attribute(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;');
}

/** The member page of a site whose flow is a window in an open shadow root; `soon`: it says so before it is true; `late`: so many ms. */
export function appPage(receipt: SitePage): SitePage {
  return (context) => {
    const { words, language, member, at, query } = context;
    const given = {
      words: JSON.stringify(words),
      renews: String(member.renews),
      cancel: at('/cancel'),
      resume: at('/resume'),
      receipt: receipt(context),
      file: at('/receipt.txt'),
      soon: query.has('soon') ? 'yes' : '',
      late: query.get('late') ?? '0',
    };
    const data = Object.entries(given).map(([name, text]) => `data-${name}="${attribute(text)}"`);
    return `<!doctype html><html lang="${language}"><meta charset="utf-8"><title>${words.page}</title><body>
<h1>${words.page}</h1><p>${member.renews ? words.renews : words.until}</p>
<little-cancel ${data.join(' ')}></little-cancel><script>${script}</script></body></html>`;
  };
}
