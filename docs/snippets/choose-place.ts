import { findProfile } from '@leavewell/policies';
import type { PolicyOptions } from '@leavewell/server';

/** `https://de.example.com` follows German law; the company itself stands in China. */
export const policy: PolicyOptions = {
  place: (request) => findProfile(new URL(request.url).hostname.split('.')[0] ?? '') ?? 'CN',
  wishes: {
    CN: { verification: ['passkey', 'sms_code', 'email_code'], offer: 'never' },
    DE: { withdrawalDays: 30 },
  },
};
