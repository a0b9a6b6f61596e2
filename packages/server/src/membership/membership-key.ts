/** One text for one membership of one tenant; the ids hold no line break. */
export function membershipKey(tenantId: string, membershipId: string): string {
  return `${tenantId}\n${membershipId}`;
}
