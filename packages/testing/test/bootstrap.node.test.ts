import assert from 'node:assert/strict';
import { spawn, spawnSync, type SpawnSyncReturns } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, beforeEach, describe, it } from 'node:test';
import { tmpdir } from 'node:os';
import { root as repository } from '../scripts/places.ts';

const script = 'packages/testing/scripts/bootstrap.mjs';
let clone: string;

before(() => {
  clone = mkdtempSync(join(tmpdir(), 'leavewell-clone-'));
});

after(() => rmSync(clone, { recursive: true, force: true }));

/** A clone whose tests are one small script, and whose npm only notes that it was called. */
beforeEach(() => {
  rmSync(join(clone, 'node_modules'), { recursive: true, force: true });
  mkdirSync(join(clone, 'packages/testing/scripts'), { recursive: true });
  writeFileSync(join(clone, script), readFileSync(join(repository, script)));
  writeFileSync(join(clone, 'package-lock.json'), '{}');
  writeFileSync(join(clone, 'npm.cjs'), `require('node:fs').appendFileSync('npm-calls', process.argv[2] + '\\n');`);
  rmSync(join(clone, 'npm-calls'), { force: true });
  tests('console.log("ran with", process.argv.slice(2).join()); process.exit(7);');
});

function tests(code: string): void {
  writeFileSync(join(clone, 'packages/testing/scripts/test.ts'), code);
}

function bootstrap(...args: string[]): SpawnSyncReturns<string> {
  const env = { ...process.env, npm_execpath: join(clone, 'npm.cjs') };
  return spawnSync(process.execPath, [join(clone, script), ...args], { cwd: tmpdir(), env, encoding: 'utf8' });
}

const npmCalls = (): string => (existsSync(join(clone, 'npm-calls')) ? readFileSync(join(clone, 'npm-calls'), 'utf8') : '');

describe('the way in from a fresh clone', () => {
  it('installs what the lock file names, once, and runs the script with its arguments', () => {
    const first = bootstrap('test', 'imports', 'sizes');
    assert.match(first.stdout, /ran with imports,sizes/);
    assert.equal(first.status, 7);
    bootstrap('test');
    assert.equal(npmCalls(), 'ci\n');
  });

  it('installs again when the lock file has changed', () => {
    bootstrap('test');
    writeFileSync(join(clone, 'package-lock.json'), '{"changed": true}');
    bootstrap('test');
    assert.equal(npmCalls(), 'ci\nci\n');
  });

  it('leaves an install alone that somebody made by hand after the lock file', () => {
    mkdirSync(join(clone, 'node_modules'));
    writeFileSync(join(clone, 'node_modules/.package-lock.json'), '{}');
    bootstrap('test');
    assert.equal(npmCalls(), '');
  });

  it('says what can be run', () => {
    const { status, stderr } = bootstrap('dance');
    assert.equal(status, 1);
    assert.match(stderr, /demo \| test \| bench/);
  });

  it('stops when installing failed', () => {
    writeFileSync(join(clone, 'npm.cjs'), 'process.exit(1)');
    const { status, stdout, stderr } = bootstrap('test');
    assert.equal(status, 1);
    assert.match(stderr, /npm ci failed/);
    assert.doesNotMatch(stdout, /ran with/);
  });

  it('passes a signal on to the script and ends with it', async () => {
    tests(`process.on('SIGTERM', () => process.exit(23)); console.log('up'); setInterval(() => {}, 1000);`);
    const env = { ...process.env, npm_execpath: join(clone, 'npm.cjs') };
    const child = spawn(process.execPath, [join(clone, script), 'test'], { env, stdio: ['ignore', 'pipe', 'inherit'] });
    let said = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      said += text;
      if (said.includes('up')) child.kill('SIGTERM');
    });
    const [code] = await once(child, 'exit');
    assert.equal(code, 23);
  });
});
