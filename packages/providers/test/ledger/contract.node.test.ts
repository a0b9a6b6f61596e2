import { describe, it } from 'node:test';
import { providerContractSuite } from '@leavewell/server/testing';
import { ledgerProvider } from '../../src/ledger/ledger-provider.ts';
import { aSubject } from './a-subject.ts';

describe('the ledger keeps to what every provider promises', () => {
  providerContractSuite({
    name: 'ledger',
    test: it,
    asks: 'nobody',
    open: async () => ({
      provider: ledgerProvider(),
      now: () => new Date('2027-01-10T12:00:00Z'),
      renewing: async () => aSubject(),
      ended: async () => aSubject({ endedAt: '2027-01-05T00:00:00Z' }),
      close: async () => undefined,
    }),
  });
});
