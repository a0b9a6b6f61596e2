import type { Membership } from './membership.ts';

/**
 * The entity tag (RFC 9110, section 8.8.3) of a membership: `ETag` when it is read, `If-Match` with a command. It changes
 * with every write, and with every renewal, which changes what a member was shown without anybody writing.
 */
export function entityTagOf({ version, accessEndsAt }: Pick<Membership, 'version' | 'accessEndsAt'>): string {
  return `"${version}-${accessEndsAt ?? ''}"`;
}
