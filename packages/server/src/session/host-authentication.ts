/** A login as the host knows it (RFC 9470, section 6: `auth_time` and `acr`). */
export interface HostAuthentication {
  /** When the person last authenticated: ISO 8601 in UTC. */
  readonly at: string;
  /** The authentication context class that was reached; null when the host names none. */
  readonly acr: string | null;
}
