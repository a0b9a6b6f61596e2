import { html } from 'hono/html';
import { layout, type Markup } from './layout.ts';
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
      <member-center endpoint="/leavewell"
        ><p class="notice"><a href="${context.publicCancel}">${texts.cancelWithoutScript}</a></p></member-center
      >`,
  });
}
