/** A code as people type and paste it: spaces dropped, full-width digits made plain (Unicode NFKC). */
export function normalizeCode(typed: string): string {
  return typed.normalize('NFKC').replace(/\s+/gu, '');
}
