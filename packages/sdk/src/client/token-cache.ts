import { MemberError } from '../member-error.ts';

/** Holds one session token for all calls; memory only. */
export interface TokenCache {
  /** The token, asked for when there is none; calls at the same time share one question. */
  get(): Promise<string> | undefined;
  /** Forgets `token`, unless another call has already replaced it. */
  drop(token: Promise<string> | undefined): void;
}

async function ask(getToken: () => Promise<string>): Promise<string> {
  let cause: unknown = new TypeError('getToken: gave no token');
  try {
    const token = await getToken();
    if (token) return token;
  } catch (error) {
    cause = error;
  }
  throw new MemberError('session_missing', { retryable: true, cause });
}

/**
 * @param getToken - the host's; without it the host's own cookie identifies the member and there is no token
 */
export function createTokenCache(getToken: (() => Promise<string>) | undefined): TokenCache {
  let current: Promise<string> | undefined;
  return {
    get: () => (current ??= getToken && ask(getToken)),
    drop(token) {
      if (current === token) current = undefined;
    },
  };
}
