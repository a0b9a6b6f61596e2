import type { HostMember } from '@leavewell/contract';
import { defaultPersona, personas } from '../personas.ts';
import { siteLanguage, type SiteLanguage } from '../site-language.ts';
import { siteTexts } from './site-texts.ts';

/** Who looks at which page in which language. */
export interface PageContext {
  readonly path: string;
  readonly language: SiteLanguage;
  readonly texts: (typeof siteTexts)[SiteLanguage];
  /** As the address says; it may name nobody. */
  readonly personaId: string;
  /** Undefined when nobody is signed in. */
  readonly persona: HostMember | undefined;
  /** The membership that the address names; only the cancel page has one. */
  readonly membershipId: string | undefined;
  /** A link to a page of this site that keeps the language and the person, unless told otherwise. */
  link(path: string, change?: { readonly lang?: SiteLanguage; readonly as?: string }): string;
}

/** Reads the context of one page from its address. */
export function pageContext(address: string): PageContext {
  const { pathname, searchParams } = new URL(address);
  const language = siteLanguage(searchParams.get('lang') ?? undefined);
  const personaId = searchParams.get('as') ?? defaultPersona;
  const membershipId = searchParams.get('membership') ?? undefined;
  return {
    path: pathname,
    language,
    texts: siteTexts[language],
    personaId,
    persona: personas.get(personaId),
    membershipId,
    link(path, change = {}) {
      const query = new URLSearchParams({ lang: language, as: personaId, ...change });
      if (path === pathname && membershipId) query.set('membership', membershipId);
      return `${path}?${query}`;
    },
  };
}
