import * as z from 'zod/mini';
import { Instant } from './instant.ts';
import { SupportChannel } from './support.ts';
import { VerificationMethod } from './verification.ts';

/** What a member may do in their account. */
export const Permission = z.enum(['cancel_own', 'manage_members']);
/** What a member may do in their account. */
export type Permission = z.infer<typeof Permission>;

/** Who is asking, what they may do, and what each command asks of them. */
export const Session = z.object({
  asOf: Instant,
  member: z.object({ id: z.string(), name: z.string() }),
  account: z.object({ id: z.string(), kind: z.enum(['person', 'company']), name: z.string() }),
  permissions: z.array(Permission),
  policy: z.object({
    /** The profile of the place whose law is followed where a membership names none: `CN`, `DE`, `BASE`. */
    place: z.string(),
    verification: z.object({ cancelRenewal: z.array(VerificationMethod) }),
  }),
  /** The methods this member can use, each with its masked destination where something is sent. */
  verificationMethods: z.array(z.object({ method: VerificationMethod, destination: z.nullable(z.string()) })),
  supportChannels: z.array(SupportChannel),
});
/** Who is asking, what they may do, and what each command asks of them. */
export type Session = z.infer<typeof Session>;
