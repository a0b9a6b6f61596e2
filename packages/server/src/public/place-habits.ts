import type { PageLanguage } from '@leavewell/locales/pages';
import type { ProfileId } from '@leavewell/policies';

/** What a place does where nothing says otherwise. */
interface PlaceHabits {
  /** IANA zone in which times are written. A country with several has that of its capital or largest city. */
  readonly timeZone: string;
  /** For a reader whose languages are none of ours. */
  readonly language: PageLanguage;
}

/**
 * How times are written, and in which language when the reader's is unknown. It must not depend on whether a contract
 * was found, so that it is the place's and not the membership's; zone and offset always stand beside a time.
 */
export const placeHabits: Readonly<Record<ProfileId, PlaceHabits>> = {
  BASE: { timeZone: 'UTC', language: 'en' },
  CN: { timeZone: 'Asia/Shanghai', language: 'zh-CN' },
  EU: { timeZone: 'Europe/Brussels', language: 'en' },
  DE: { timeZone: 'Europe/Berlin', language: 'de' },
  FR: { timeZone: 'Europe/Paris', language: 'fr' },
  UK: { timeZone: 'Europe/London', language: 'en' },
  US: { timeZone: 'America/New_York', language: 'en' },
  CA: { timeZone: 'America/Los_Angeles', language: 'en' },
  NY: { timeZone: 'America/New_York', language: 'en' },
  MN: { timeZone: 'America/Chicago', language: 'en' },
  MA: { timeZone: 'America/New_York', language: 'en' },
  CT: { timeZone: 'America/New_York', language: 'en' },
  CO: { timeZone: 'America/Denver', language: 'en' },
  'US-DE': { timeZone: 'America/New_York', language: 'en' },
  KR: { timeZone: 'Asia/Seoul', language: 'ko' },
  JP: { timeZone: 'Asia/Tokyo', language: 'en' },
  IN: { timeZone: 'Asia/Kolkata', language: 'en' },
  AU: { timeZone: 'Australia/Sydney', language: 'en' },
  BR: { timeZone: 'America/Sao_Paulo', language: 'en' },
};
