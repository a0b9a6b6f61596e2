import type { MemberRecord } from '../../ports/store.ts';
import type { Verifier } from '../../ports/verifier.ts';
import { askedPassword, checkedByHost, nothingSent, type PasswordCheck } from './asked-password.ts';

function isOfCompany({ account }: MemberRecord): boolean {
  return account.kind === 'company';
}

/** The member's password, by the host's own check: nothing of it is kept here. Guesses are counted and few. */
export function passwordVerifier(options: PasswordCheck): Verifier {
  const { isOffered = () => true } = options;
  return askedPassword({
    method: 'password',
    offerTo: async (member) => (isOffered(member) ? nothingSent : null),
    accepts: checkedByHost(options),
  });
}

/**
 * The password of somebody who administers the company's account: `check` is given the member who asks. It shows that
 * the company agrees, not who is asking. Offered to members of companies only.
 */
export function administratorPasswordVerifier(options: PasswordCheck): Verifier {
  const { isOffered = () => true } = options;
  return askedPassword({
    method: 'administrator_password',
    offerTo: async (member) => (isOfCompany(member) && isOffered(member) ? nothingSent : null),
    accepts: checkedByHost(options),
  });
}

/**
 * Something the company alone knows, such as its registration number, by the host's own check. It shows that the
 * company agrees, not who is asking. Offered to members of companies only.
 */
export function companyCredentialVerifier(options: PasswordCheck): Verifier {
  const { isOffered = () => true } = options;
  return askedPassword({
    method: 'company_credential',
    offerTo: async (member) => (isOfCompany(member) && isOffered(member) ? nothingSent : null),
    accepts: checkedByHost(options),
  });
}
