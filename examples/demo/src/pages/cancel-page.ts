import { html } from 'hono/html';
import { layout, type Markup } from './layout.ts';
import type { PageContext } from './page-context.ts';

/** Which membership the page cancels when the address names none, by who is signed in. */
const mainMemberships: ReadonlyMap<string, string> = new Map([
  ['li-wen', 'm_pro'],
  ['wang-fang', 'm_wang'],
  ['chen-hao', 'm_basic'],
]);

/**
 * The page that every reminder and the footer link to: nothing on it but cancelling one renewal. The link inside the
 * tag is what is left when the element is not there yet, or when there is no such membership.
 */
export function cancelPage(context: PageContext): Markup {
  const { texts, personaId } = context;
  const membershipId = context.membershipId ?? mainMemberships.get(personaId) ?? 'm_pro';
  return layout(context, {
    title: texts.cancelTitle,
    bundles: ['cancel-renewal'],
    plain: true,
    main: html`<h1 class="visually-hidden">${texts.cancelTitle}</h1>
      <div class="sheet">
        <cancel-renewal
          endpoint="/leavewell"
          membership-id="${membershipId}"
          ><a href="${context.publicCancel}">${texts.cancelWithoutScript}</a></cancel-renewal
        >
      </div>`,
  });
}
