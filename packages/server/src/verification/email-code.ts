import type { Verifier } from '../ports/verifier.ts';
import { maskEmail } from './mask-email.ts';
import { codeMessage, createOneTimeCode } from './one-time-code.ts';
import type { CodeVerifierOptions } from './sms-code.ts';

/** Random digits by e-mail, to the address that the host declared. */
export function createEmailVerifier({ sender, sessionSecret }: CodeVerifierOptions): Verifier {
  const codes = createOneTimeCode(sessionSecret, 'e-mail code');
  return {
    method: 'email_code',
    offerTo: async ({ email }) => (email === null ? null : { destination: maskEmail(email) }),
    async challenge(subject) {
      const { email } = subject.member;
      if (email === null) throw new TypeError('e-mail code: the member has no address; ask offerTo first');
      const way = { channel: 'email', to: email } as const;
      return codes.challenge(subject, (code) => sender.send(codeMessage(subject, code, way)));
    },
    accepts: codes.accepts,
  };
}
