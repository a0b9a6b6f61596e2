import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { type LittleSite, startLittleSite } from './flows/little-site.ts';

const program = fileURLToPath(new URL('../src/bin.ts', import.meta.url));

async function run(...args: string[]): Promise<{ code: unknown; out: string; err: string }> {
  const child = spawn(process.execPath, ['--conditions=@leavewell/source', program, ...args]);
  let [out, err] = ['', ''];
  child.stdout.setEncoding('utf8').on('data', (text: string) => (out += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (err += text));
  const [code]: unknown[] = await once(child, 'close');
  return { code, out, err };
}

describe('the program leavewell-audit', () => {
  let site: LittleSite;
  let folder: string;
  before(async () => {
    site = await startLittleSite();
    folder = await mkdtemp(join(tmpdir(), 'leavewell-audit-'));
  });
  after(async () => {
    site.close();
    await rm(folder, { recursive: true });
  });

  async function flowFile(name: string, flow: object): Promise<string> {
    const file = join(folder, name);
    await writeFile(file, JSON.stringify(flow));
    return file;
  }

  it('ends with 1 on a site that is dishonest, prints a table, and writes report and pictures (S82, P8)', async () => {
    const flow = await flowFile('bad.json', { ...site.flowOf('program', '&bad=Q8'), timing: [] });
    const out = join(folder, 'out');
    const { code, out: table, err } = await run('--flow', flow, '--policy', 'base', '--out', out);
    assert.equal(code, 1, err + table);
    assert.match(table, /^Q8 +FAILS +Leave and keep look alike/m);
    assert.match(table, /17 of 18 checks that apply hold \(94 %\); 2 activations, 0 screens between/);
    const report = JSON.parse(await readFile(join(out, 'report.json'), 'utf8'));
    assert.equal(report.checks.length, 20);
    assert.deepEqual(report.score, { holds: 17, applies: 18, percent: 94 });
    const page = await readFile(join(out, 'report.html'), 'utf8');
    assert.match(page, /Leave and keep look alike/);
    assert.match(page, /<img alt="On the way: Cancel" src="data:image\/png;base64,iVBOR/);
    assert.ok((await readdir(out)).includes('way-1.png'));
  });

  it('ends with 2 and the flag to correct (S82)', async () => {
    const wrong: [string[], RegExp][] = [
      [[], /<url> is missing: give the member page, or --flow/],
      [['ftp://x'], /<url> "ftp:\/\/x" is no address: give one that begins with http/],
      [['http://a.example', 'http://b.example'], /one address too many/],
      [['http://a.example', '--policy', 'XX'], /--policy "XX" is not known: give one of BASE, CN/],
      [['http://a.example', '--lang', 'tlh'], /--lang "tlh" is not known: give one of en, zh/],
      [['http://a.example', '--browser', '/nowhere'], /--browser "\/nowhere" cannot be run/],
      [['http://a.example', '--flow', '/nowhere.json'], /--flow \/nowhere\.json cannot be read/],
      [['http://a.example', '--colour'], /--colour/],
    ];
    for (const [args, message] of wrong) {
      const { code, err } = await run(...args);
      assert.equal(code, 2, err);
      assert.match(err, message);
    }
  });

  it('ends with 2 and the field of the flow file to correct (S82)', async () => {
    const { code, err } = await run('http://a.example', '--flow', await flowFile('wrong.json', { open: 7 }));
    assert.deepEqual([code, err.trim()], [2, 'leavewell-audit: flow.open is 7: give an object']);
  });

  it('tells what it does when asked for help, and ends with 0 (S82)', async () => {
    const { code, out } = await run('--help');
    assert.equal(code, 0);
    assert.match(out, /^leavewell-audit <url>/);
  });
});
