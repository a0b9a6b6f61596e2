import type { HostMember } from '@leavewell/contract';
import type { ProfileId } from '@leavewell/policies';
import { defaultPersona, personas } from '../personas.ts';
import { defaultPolicy, policyIn } from '../site-policy.ts';
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
  /** The place whose law the page follows; `CN` when the address names none. */
  readonly policy: ProfileId;
  /** The membership that the address names; only the cancel page has one. */
  readonly membershipId: string | undefined;
  /** The page of leavewell that needs neither a login nor a script. */
  readonly publicCancel: string;
  /** A link to a page of this site that keeps the language and the person, unless told otherwise. */
  link(path: string, change?: { readonly lang?: SiteLanguage; readonly as?: string }): string;
}

/** Reads the context of one page from its address. */
export function pageContext(address: string): PageContext {
  const { pathname, searchParams } = new URL(address);
  const language = siteLanguage(searchParams.get('lang') ?? undefined);
  const personaId = searchParams.get('as') ?? defaultPersona;
  const policy = policyIn(searchParams);
  const membershipId = searchParams.get('membership') ?? undefined;
  return {
    path: pathname,
    language,
    texts: siteTexts[language],
    personaId,
    persona: personas.get(personaId),
    policy,
    membershipId,
    publicCancel: `/leavewell/cancel?${new URLSearchParams({ lang: language, policy })}`,
    link(path, change = {}) {
      const query = new URLSearchParams({ lang: language, as: personaId, ...change });
      if (policy !== defaultPolicy) query.set('policy', policy);
      if (path === pathname && membershipId) query.set('membership', membershipId);
      return `${path}?${query}`;
    },
  };
}
