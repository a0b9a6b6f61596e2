import { html } from 'hono/html';
import { layout, type Markup } from './layout.ts';
import type { PageContext } from './page-context.ts';

/** What the company sells, and on the same page how to leave. */
export function productsPage(context: PageContext): Markup {
  const { texts, link } = context;
  return layout(context, {
    title: texts.products,
    main: html`<div class="page-heading">
        <h1>${texts.productsTitle}</h1>
        <p>${texts.productsLead}</p>
      </div>
      <ul class="benefits">
        ${texts.benefits.map(
          ([name, text]) =>
            html`<li>
              <h2>${name}</h2>
              <p>${text}</p>
            </li>`,
        )}
      </ul>
      <section class="notice">
        <h2>${texts.leavingTitle}</h2>
        <p>${texts.leavingText}</p>
        <p><a href="${link('/')}">${texts.yourMemberships}</a></p>
      </section>`,
  });
}

/** For an address that leads nowhere. */
export function notFoundPage(context: PageContext): Markup {
  const { texts, link } = context;
  return layout(context, {
    title: texts.notFoundTitle,
    main: html`<div class="page-heading">
      <h1>${texts.notFoundTitle}</h1>
      <p><a href="${link('/')}">${texts.notFoundLink}</a></p>
    </div>`,
  });
}
