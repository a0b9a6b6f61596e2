import { html } from 'hono/html';
import { layout, supportLinks, type Markup } from './layout.ts';
import type { PageContext } from './page-context.ts';

/** The account page: everything on it that concerns memberships is the one tag. */
export function memberPage(context: PageContext): Markup {
  const { texts } = context;
  return layout(context, {
    title: texts.accountTitle,
    bundles: ['member-center'],
    main: html`<div class="page-heading">
        <h1>${texts.accountTitle}</h1>
      </div>
      <member-center endpoint="/leavewell"></member-center>
      <noscript><p class="notice">${texts.needsScript} ${supportLinks()}</p></noscript>`,
  });
}
