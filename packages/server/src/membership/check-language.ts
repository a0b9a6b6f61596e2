import { ServiceError } from '../service-error.ts';

function isLanguage(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length === 1;
  } catch {
    return false;
  }
}

/**
 * Refuses a member whose language nobody can speak. Throws `invalid_request` that names the field.
 * @param field - where the language stands in what was sent
 */
export function checkLanguage(language: string, field: string): void {
  if (isLanguage(language)) return;
  const message = 'Not a BCP 47 language tag: send one such as "en" or "zh-CN".';
  throw new ServiceError('invalid_request', { errors: [{ field, message }] });
}
