import type { SupportChannel } from '@leavewell/contract';

/** How to reach a person at the fictional company; the number and the domain belong to nobody. */
export const supportChannels = [
  { kind: 'phone', value: '+86 21 5555 0142' },
  { kind: 'email', value: 'support@mingce.example' },
] as const satisfies readonly SupportChannel[];
