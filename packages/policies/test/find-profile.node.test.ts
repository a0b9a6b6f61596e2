import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { findProfile, profileIds } from '../src/index.ts';

describe('finding a profile by name', () => {
  it('knows each by its own name, in any case', () => {
    for (const id of profileIds) {
      assert.equal(findProfile(id), id);
      assert.equal(findProfile(id.toLowerCase()), id);
    }
  });

  it('knows other names of the same places', () => {
    const names = { GB: 'UK', gb: 'UK', USF: 'US', 'US-federal': 'US', 'us-ca': 'CA', 'US-NY': 'NY', 'US-MN': 'MN' };
    const more = { 'US-MA': 'MA', 'US-CT': 'CT', 'US-CO': 'CO', 'us-de': 'US-DE', de: 'DE' };
    for (const [name, id] of Object.entries({ ...names, ...more })) assert.equal(findProfile(name), id, name);
  });

  it('knows nothing of other places', () => {
    for (const name of ['', 'NL', 'US-TX', 'constructor', 'DE ', '__proto__']) {
      assert.equal(findProfile(name), undefined, name);
    }
  });
});
