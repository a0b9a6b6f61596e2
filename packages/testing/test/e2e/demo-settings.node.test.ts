import assert from 'node:assert/strict';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { freePort } from '../../campaign/free-port.ts';
import { demoNow, spawnDemo, startDemo, temporaryFolder } from './demo-process.ts';

/** Starts the demo with settings it must refuse; what it said, and its exit code. */
async function refusal(env: Readonly<Record<string, string>>): Promise<{ code: unknown; output: string }> {
  const { child, output } = spawnDemo({ LEAVEWELL_DATA: temporaryFolder(), LEAVEWELL_NOW: demoNow, PORT: '0', ...env });
  const [code] = await once(child, 'close');
  return { code, output: output() };
}

const file = join(temporaryFolder(), 'a-file');
writeFileSync(file, '');

describe('the settings of the demo', () => {
  for (const [name, value, remedy] of [
    ['PORT', 'eighty', /whole number from 1 to 65535/],
    ['PORT', '70000', /whole number from 1 to 65535/],
    ['LEAVEWELL_NOW', 'yesterday', /2026-11-22T02:42:00Z/],
    ['LEAVEWELL_NOW', '2026-02-30T00:00:00Z', /2026-11-22T02:42:00Z/],
    ['LEAVEWELL_HOST_KEY', 'short', /16 to 200 characters/],
    ['LEAVEWELL_DATA', file, /Name one that is/],
  ] as const) {
    it(`refuse ${name}=${value === file ? 'a file' : value}, naming the variable and the remedy`, async () => {
      const { code, output } = await refusal({ [name]: value });
      assert.equal(code, 2);
      assert.ok(output.includes(name), output);
      assert.match(output, remedy);
      assert.ok(!output.includes('    at '), 'no stack trace for what a person typed');
    });
  }

  it('refuse a PORT that stays taken', async () => {
    const port = await freePort();
    const other = createServer().listen(port, '127.0.0.1');
    const { code, output } = await refusal({ PORT: String(port) });
    other.close();
    assert.equal(code, 2);
    assert.match(output, new RegExp(`PORT is ${port}, which is in use`));
  });

  it('take the host key that is given, and keep what members did under another one', async () => {
    const key = 'a-key-of-the-host-for-this-test';
    const demo = await startDemo({ env: { LEAVEWELL_HOST_KEY: key } });
    const ask = (secret: string) =>
      fetch(`${demo.url}leavewell/v1/host/sessions`, {
        method: 'POST',
        headers: { authorization: `Bearer ${secret}`, 'content-type': 'application/json' },
        body: '{}',
      });
    assert.equal((await ask(key)).status, 400, 'the key is right and the body is not');
    assert.equal((await ask('another-key-than-that')).status, 401);
    await demo.stop();
  });

  it('leave what a member did alone when it starts again: seeds are written only once (S63)', async () => {
    const first = await startDemo();
    const versionOf = async (url: string) => {
      const { token } = await (await fetch(`${url}session-token?as=li-wen`)).json();
      const response = await fetch(`${url}leavewell/v1/memberships/m_pro`, { headers: { authorization: `Bearer ${token}` } });
      return (await response.json()).version;
    };
    const before = await versionOf(first.url);
    await first.stop();
    const second = await startDemo({ folder: first.folder });
    assert.equal(await versionOf(second.url), before);
    await second.stop();
  });
});
