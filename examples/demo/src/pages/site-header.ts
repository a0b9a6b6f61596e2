import { html } from 'hono/html';
import type { HostMember } from '@leavewell/contract';
import { personas } from '../personas.ts';
import { siteLanguages, type SiteLanguage } from '../site-language.ts';
import type { PageContext } from './page-context.ts';

const languageNames: Record<SiteLanguage, string> = { en: 'English', 'zh-CN': '中文' };

const mark = html`<svg class="mark" viewBox="0 0 32 32" aria-hidden="true">
  <rect width="32" height="32" rx="8" />
  <path d="M9 8v16M15 12v12M21 8v16" />
</svg>`;

function brand({ texts, link }: PageContext) {
  return html`<a class="brand" href="${link('/')}">${mark}<span>${texts.company}</span></a>`;
}

function navItem({ path, link }: PageContext, to: string, label: string) {
  return html`<a href="${link(to)}" ${path === to ? html`aria-current="page"` : ''}>${label}</a>`;
}

function languageMenu({ path, language, texts, link }: PageContext) {
  return html`<nav class="languages" aria-label="${texts.languageMenu}">
    ${siteLanguages.map(
      (each) =>
        html`<a href="${link(path, { lang: each })}" lang="${each}" ${each === language ? html`aria-current="true"` : ''}
          >${languageNames[each]}</a
        >`,
    )}
  </nav>`;
}

function roleOf({ texts }: PageContext, { account, permissions }: HostMember): string {
  if (account.kind === 'person') return texts.individual;
  return permissions.includes('manage_members') ? texts.administrator : texts.employee;
}

function personLink(context: PageContext, person: HostMember) {
  const current = person.id === context.personaId ? html`aria-current="true"` : '';
  return html`<li>
    <a href="${context.link(context.path, { as: person.id })}" ${current}>
      <span>${person.name}</span><small>${roleOf(context, person)}</small>
    </a>
  </li>`;
}

function accountMenu(context: PageContext) {
  const { persona, texts } = context;
  return html`<details class="account-menu">
    <summary>${persona?.name ?? texts.signedOut}</summary>
    <div class="panel">
      ${persona && html`<p>${texts.signedInAs}<strong>${persona.name}</strong>${persona.account.name}</p>`}
      <p id="switch-person">${texts.switchPerson}</p>
      <ul aria-labelledby="switch-person">
        ${[...personas.values()].map((person) => personLink(context, person))}
      </ul>
    </div>
  </details>`;
}

/** The whole header of the site. */
export function siteHeader(context: PageContext) {
  const { texts } = context;
  return html`<header class="site-header">
    <div class="bar">
      ${brand(context)}
      <nav class="main-menu" aria-label="${texts.mainMenu}">
        ${navItem(context, '/products', texts.products)} ${navItem(context, '/', texts.account)}
        ${navItem(context, '/security', texts.security.short)} ${navItem(context, '/inbox', texts.messages)}
      </nav>
      ${languageMenu(context)} ${accountMenu(context)}
    </div>
  </header>`;
}

/** The header of a page with one job: no way to get lost. */
export function plainHeader(context: PageContext) {
  return html`<header class="site-header">
    <div class="bar">${brand(context)} ${languageMenu(context)}</div>
  </header>`;
}
