/** One page of the site. */
export interface Page {
  /** `index.html`, `live.html` */
  readonly file: string;
  readonly title: string;
  /** HTML of the main part, its heading included. */
  readonly body: string;
  /** A module of its own, for the page that has one. */
  readonly script?: string;
}

/** What the navigation shows, in order. */
export interface Link {
  readonly href: string;
  readonly label: string;
}

/** Text as it stands in HTML. */
export function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

// Nothing leaves the page: even the live server answers inside it.
const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types lit-html',
].join('; ');

function navigation(links: readonly Link[], current: string): string {
  return links
    .map(({ href, label }) => `<a href="${href}"${href === current ? ' aria-current="page"' : ''}>${escapeHtml(label)}</a>`)
    .join('\n        ');
}

/** A whole page around `body`. */
export function layout({ file, title, body, script }: Page, links: readonly Link[]): string {
  return `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta http-equiv="Content-Security-Policy" content="${policy}" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="color-scheme" content="light dark" />
    <title>${escapeHtml(title)} · leavewell</title>
    <link rel="icon" href="icon.svg" />
    <link rel="stylesheet" href="site.css" />${script === undefined ? '' : `\n    <script type="module" src="${script}"></script>`}
  </head>
  <body>
    <a class="skip" href="#main">Skip to the text</a>
    <header class="top">
      <a class="brand" href="index.html">leavewell</a>
      <nav aria-label="Pages">
        ${navigation(links, file)}
      </nav>
    </header>
    <main id="main">
${body.trimEnd()}
    </main>
    <footer class="bottom">MIT license. Nothing on these pages is loaded from or sent to anywhere else.</footer>
  </body>
</html>
`;
}
