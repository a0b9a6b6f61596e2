export type { PasswordCheck } from './password/asked-password.ts';
export { embeddedPassword } from './password/embedded-password.ts';
export {
  administratorPasswordVerifier,
  companyCredentialVerifier,
  passwordVerifier,
} from './password/password-verifiers.ts';
