/** Showing that it is you. */
export const codeTexts = {
  'code.title': 'Confirm it’s you',
  'code.sent': (destination: string) => `We sent a code to ${destination}`,
  'code.label': (length: number) => `${length}-digit code`,
  'code.submit': 'Continue',
  'code.sending': 'Sending a code…',
  'code.checking': 'Checking…',
  'code.resend': 'Send a new code',
  'code.resendIn': (seconds: number) =>
    `You can ask for a new code in ${Math.floor(seconds / 60)}:${`${seconds % 60}`.padStart(2, '0')}`,
} as const;
