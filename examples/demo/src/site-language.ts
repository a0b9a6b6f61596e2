/** The languages of the demo site. */
export const siteLanguages = ['en', 'zh-CN'] as const;
/** A language of the demo site. */
export type SiteLanguage = (typeof siteLanguages)[number];

/** The site language that `value` names; English for anything else. */
export function siteLanguage(value: string | undefined): SiteLanguage {
  return siteLanguages.find((language) => language === value) ?? 'en';
}
