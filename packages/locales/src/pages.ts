import { formatDay, formatMoment, offsetName } from './dates.ts';
import { de } from './pages/de.ts';
import { en } from './pages/en.ts';
import { fr } from './pages/fr.ts';
import { ko } from './pages/ko.ts';
import type { PageWords } from './pages/page-words.ts';
import { zhCN } from './pages/zh-cn.ts';

export type { PageAct, PageFailure, PageField, PageWords } from './pages/page-words.ts';

/** A language of the pages that need no login. */
export type PageLanguage = 'en' | 'zh-CN' | 'de' | 'fr' | 'ko';

const wordsByLanguage: Readonly<Record<PageLanguage, PageWords>> = { en, 'zh-CN': zhCN, de, fr, ko };

/** The languages of the pages that need no login. */
export const pageLanguages: readonly PageLanguage[] = ['en', 'zh-CN', 'de', 'fr', 'ko'];

const byPrimaryTag: Readonly<Record<string, PageLanguage>> = { en: 'en', zh: 'zh-CN', de: 'de', fr: 'fr', ko: 'ko' };

function primaryTag(tag: string): string {
  try {
    return new Intl.Locale(tag.replaceAll('_', '-')).language;
  } catch {
    return '';
  }
}

/** The language for a reader, from their BCP 47 tags in order of preference; `otherwise` when none is one we have. */
export function matchPageLanguage(tags: readonly string[], otherwise: PageLanguage): PageLanguage {
  for (const tag of tags) {
    const language = byPrimaryTag[primaryTag(tag)];
    if (language) return language;
  }
  return otherwise;
}

/** The words of the pages in one language. */
export function pageWords(language: PageLanguage): PageWords {
  return wordsByLanguage[language];
}

/** A calendar day, `2026-12-31`, in words; what is none stays as it came. */
export function pageDay({ tag }: PageWords, day: string): string {
  return formatDay(tag, day);
}

/**
 * A moment (ISO 8601 UTC) as the clocks in `zone` (IANA) show it, with the zone's name and its offset:
 * `22. November 2026 um 03:42 (Europe/Berlin, UTC+1)`.
 */
export function pageMoment({ tag, done }: PageWords, instant: string, zone: string): string {
  return done.moment(formatMoment(tag, instant, zone, 'long'), zone, offsetName(zone, instant));
}
