import { html } from 'hono/html';
import { supportChannels } from '../support-channels.ts';
import type { PageContext } from './page-context.ts';
import { plainHeader, siteHeader } from './site-header.ts';

/** A piece of a page, escaped. */
export type Markup = ReturnType<typeof html>;

/** What one page puts into the frame of the site. */
export interface PageParts {
  readonly title: string;
  readonly main: Markup;
  /** The element bundles the page needs: `member-center`, `cancel-renewal`. */
  readonly bundles?: readonly string[];
  /** Scripts of the page's own. */
  readonly scripts?: readonly string[];
  /** Whether the header is only brand and language. */
  readonly plain?: boolean;
}

// The page's own script comes first, so that an element finds its token source when it starts.
function scriptTags(bundles: readonly string[]): Markup | '' {
  if (bundles.length === 0) return '';
  return html`<script type="module" src="/assets/host-page.js"></script>
    ${bundles.map((name) => html`<script type="module" src="/assets/${name}.js"></script>`)}`;
}

const hrefOf = { phone: (value: string) => `tel:${value.replaceAll(' ', '')}`, email: (value: string) => `mailto:${value}` };

/** Links to the people of the company. */
export function supportLinks(): Markup {
  return html`${supportChannels.map(({ kind, value }) => html`<a href="${hrefOf[kind](value)}">${value}</a> `)}`;
}

function siteFooter({ texts, link }: PageContext): Markup {
  return html`<footer class="site-footer">
    <div class="bar">
      <p><a href="${link('/cancel')}">${texts.cancelLink}</a> ${supportLinks()}</p>
      <p>${texts.disclaimer}</p>
    </div>
  </footer>`;
}

/** One whole page of the site. */
export function layout(context: PageContext, { title, main, bundles = [], scripts = [], plain = false }: PageParts): Markup {
  const { language, personaId, policy, texts } = context;
  return html`<!doctype html>
    <html lang="${language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>${title} – ${texts.company}</title>
        <link rel="stylesheet" href="/assets/site.css" />
        <link rel="stylesheet" href="/assets/site-header.css" />
        ${scriptTags([...bundles, ...scripts])}
      </head>
      <body data-persona="${personaId}" data-policy="${policy}">
        <a class="skip" href="#main">${texts.skip}</a>
        ${plain ? plainHeader(context) : siteHeader(context)}
        <main id="main" tabindex="-1">${main}</main>
        ${siteFooter(context)}
      </body>
    </html>`;
}
