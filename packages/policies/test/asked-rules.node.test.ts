import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { profileIds, type ProfileId } from '../src/index.ts';
import { ask, askWithdrawal } from './ask.ts';

const union = ['EU-DSA-67', 'EU-11a-4-ack', 'EU-9-14d', 'EU-13-refund'];
const withdrawing = ['EU-DSA-67', 'EU-11a-2-noreident', 'EU-11a-2-fields', 'EU-9-14d', 'EU-13-refund'];
const federal = ['USF-ROSCA-3', 'USF-survey'];

/** The laws that a policy for cancelling rests on, card schemes and our own defaults left out. */
const cancelling: Readonly<Record<ProfileId, readonly string[]>> = {
  BASE: [],
  CN: ['CN-18-cancel', 'CN-18-notice', 'CN-10-notice', 'CN-MIIT-5d', 'CN-price-each'],
  EU: union,
  DE: [
    'DE-312k-1-scope',
    'DE-312k-2-label-open',
    'DE-312k-2-label-confirm',
    'DE-312k-2-direct',
    'DE-312k-2-fields',
    'DE-312k-2-closed',
    'DE-312k-2-nologin',
    'DE-312k-4-receipt',
    ...union.filter((id) => id !== 'EU-11a-4-ack'),
  ],
  FR: [
    'FR-D215-1-label',
    'FR-D215-1-access',
    'FR-D215-2-fields',
    'FR-D215-3-review',
    'FR-L215-1-1-ack',
    'FR-L215-1-remind',
    'FR-L215-1-remedy',
    'FR-scope-nonpro',
    ...union,
  ],
  UK: ['UK-CCR-14d'],
  US: ['USF-AMZN-order', ...federal],
  CA: ['CA-17602-online', 'CA-17602-save', 'CA-17602-annualterm', 'CA-17602-yearly', ...federal],
  NY: ['NY-527a-online', ...federal],
  MN: ['MN-325G-nosave', 'MN-325G-yearly', 'USF-AMZN-order', ...federal],
  MA: ['MA-38-cancel', 'MA-38-notice', ...federal],
  CT: ['CT-42-yearly', 'USF-AMZN-order', ...federal],
  CO: ['CO-remind', 'USF-AMZN-order', ...federal],
  'US-DE': ['DEL-remind', 'USF-AMZN-order', ...federal],
  KR: ['KR-212-4-steps', 'KR-212-4-same', 'KR-212-5-nag', 'KR-17-7d'],
  JP: ['JP-nocool'],
  IN: ['IN-DP-trap', 'IN-RBI-pre24'],
  AU: [],
  BR: ['BR-CDC-49'],
};

const ofPlace = (ids: readonly string[]): string[] => ids.filter((id) => !/^(BASE|VISA|MC)-/.test(id)).toSorted();

describe('the rules that a policy rests on today', () => {
  it('are those of the place, those of what it builds on, and no other, for cancelling', () => {
    for (const profile of profileIds) {
      assert.deepEqual(ofPlace(ask(profile).rules), cancelling[profile].toSorted(), profile);
    }
  });

  it('are others for withdrawing, where a place has words for it', () => {
    const own = {
      EU: ['EU-11a-1-label', 'EU-11a-3-confirm', 'EU-11a-4-ack'],
      DE: ['DE-356a-labels', 'DE-356a-ack'],
      FR: ['FR-D221-5-labels', 'FR-L215-1-remind', 'EU-11a-4-ack'],
    };
    for (const profile of ['EU', 'DE', 'FR'] as const) {
      assert.deepEqual(ofPlace(askWithdrawal(profile).rules), [...own[profile], ...withdrawing].toSorted(), profile);
    }
  });
});
