import type { MessageSender } from '../ports/message-sender.ts';
import type { Verifier } from '../ports/verifier.ts';
import { maskPhone } from './mask-phone.ts';
import { codeMessage, createOneTimeCode } from './one-time-code.ts';

/** What codes that are sent need. */
export interface CodeVerifierOptions {
  readonly sender: MessageSender;
  readonly sessionSecret: string;
}

/** Random digits by SMS, to the number that the host declared. */
export function createSmsVerifier({ sender, sessionSecret }: CodeVerifierOptions): Verifier {
  const codes = createOneTimeCode(sessionSecret, 'sms code');
  return {
    method: 'sms_code',
    offerTo: async ({ phone }) => (phone === null ? null : { destination: maskPhone(phone) }),
    async challenge(subject) {
      const { phone } = subject.member;
      if (phone === null) throw new TypeError('sms code: the member has no phone; ask offerTo first');
      const way = { channel: 'sms', to: phone } as const;
      return codes.challenge(subject, (code) => sender.send(codeMessage(subject, code, way)));
    },
    accepts: codes.accepts,
  };
}
