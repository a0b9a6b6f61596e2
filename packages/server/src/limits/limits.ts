import { toBase64Url } from '../session/base64url.ts';
import { derivedKey } from '../session/derived-key.ts';
import { limitTable, type LimitChanges, type LimitName, type LimitRule } from './limit-table.ts';

/** The limits in force. */
export interface Limits {
  /** Null when the operator switched it off. */
  ruleOf(name: LimitName): LimitRule | null;
  /** What stands in the store for `who`: nobody can tell a number or address from it without our secret. */
  keyOf(name: LimitName, who: string): Promise<string>;
}

/** The table with an operator's changes, and the key under which phone numbers and addresses are hashed. */
export function createLimits(sessionSecret: string, changes: LimitChanges = {}): Limits {
  const key = derivedKey(sessionSecret, 'limits');
  return {
    ruleOf(name) {
      const most = changes[name] ?? limitTable[name].most;
      return most === 'off' ? null : { ...limitTable[name], most };
    },
    async keyOf(name, who) {
      const bytes = new TextEncoder().encode(`${name}\n${who}`);
      const hash = new Uint8Array(await crypto.subtle.sign('HMAC', await key, bytes));
      return `${name}:${toBase64Url(hash.subarray(0, 16))}`;
    },
  };
}
