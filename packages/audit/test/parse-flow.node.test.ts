import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { FlowError, parseFlow } from '../src/index.ts';

function refused(flow: unknown, message: RegExp, url: string | null = 'https://example.com/account') {
  assert.throws(
    () => parseFlow(flow, url),
    (error) => error instanceof FlowError && message.test(error.message),
  );
}

describe('a flow file', () => {
  it('may be empty when the address is given: the rest is found (S82)', () => {
    const flow = parseFlow({}, 'https://example.com/account');
    assert.equal(flow.url, 'https://example.com/account');
    assert.deepEqual([flow.open, flow.steps, flow.timing, flow.code], [null, [], [], null]);
  });

  it('names addresses as the member page sees them, and controls by role and name or selector (S82)', () => {
    const flow = parseFlow({
      url: 'https://example.com/account',
      open: { role: 'button', name: 'Cancel' },
      confirm: '#go',
      mail: { url: '/inbox.json' },
      code: { url: 'codes', pattern: '\\d{6}' },
      timing: [{ before: '48 h', now: '2026-12-29T16:00:00Z' }],
    });
    assert.deepEqual(flow.open, { role: 'button', name: 'Cancel' });
    assert.equal(flow.confirm, '#go');
    assert.deepEqual(flow.mail, { url: 'https://example.com/inbox.json', waitSeconds: 60 });
    assert.deepEqual(flow.code, { url: 'https://example.com/codes', pattern: /\d{6}/ });
    assert.deepEqual(parseFlow({ url: flow.url, truth: { url: '/api', headers: { authorization: 'x' } } }).truth, {
      url: 'https://example.com/api',
      accessEndsAt: 'accessEndsAt',
      zone: 'UTC',
      renews: null,
      headers: { authorization: 'x' },
    });
    assert.deepEqual(flow.timing, [{ before: '48 h', url: null, now: '2026-12-29T16:00:00Z', truthUrl: null }]);
  });

  it('is refused with the field and what belongs there (S82)', () => {
    refused([], /^flow is \[\]: give an object/);
    refused({ opne: '#x' }, /^flow\.opne is not known: use url, language/);
    refused({}, /^flow\.url is missing: give an http or https address/, null);
    refused({ url: 'ftp://x' }, /^flow\.url is "ftp:\/\/x"/);
    refused({ open: { role: 'knob', name: 'x' } }, /^flow\.open\.role is "knob": give one of button, link/);
    refused({ open: { role: 'button' } }, /^flow\.open\.name is missing: give a text/);
    refused({ steps: '#x' }, /^flow\.steps is "#x": give a list/);
    refused({ steps: ['#a', 3] }, /^flow\.steps\[1\] is 3: give an object/);
    refused({ code: {} }, /^flow\.code has neither answer nor url/);
    refused({ code: { url: '/c', pattern: '(' } }, /^flow\.code\.pattern is "\(": give a regular expression/);
    refused({ signUpActivations: -1 }, /^flow\.signUpActivations is -1: give a number from 0 on/);
    refused({ timing: [{ before: '48 h' }] }, /^flow\.timing\[0\] has neither url nor now/);
    refused({ timing: [{ before: '48 h', now: 'soon' }] }, /^flow\.timing\[0\]\.now is "soon": give an instant/);
    refused({ fields: { name: 7 } }, /^flow\.fields\.name is 7: give a text/);
    refused({ truth: { url: 'x:' } }, /^flow\.truth\.url/);
  });
});
