import { describe, it } from 'node:test';
import { providerContractSuite } from '@leavewell/server/testing';
import { openPaddleHarness } from './a-paddle-harness.ts';

describe('Paddle keeps to what every provider promises', () => {
  providerContractSuite({ name: 'paddle', test: it, asks: 'company', open: openPaddleHarness });
});
