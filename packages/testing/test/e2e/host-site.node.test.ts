import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { startDemo, type DemoProcess } from './demo-process.ts';
import { readInbox } from './demo-inbox.ts';

describe('the site of the made-up company', () => {
  let demo: DemoProcess;

  before(async () => {
    demo = await startDemo();
  });
  after(() => demo.kill());

  async function textOf(path: string): Promise<string> {
    return (await fetch(demo.url + path)).text();
  }

  /** Asks for a code as the member's page does, and returns what the server said. */
  async function askForCode(lang: string): Promise<string> {
    const { token } = await (await fetch(`${demo.url}session-token?as=chen-hao&lang=${lang}`)).json();
    const response = await fetch(`${demo.url}leavewell/v1/verifications`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify({ membershipId: 'm_basic', command: 'cancelRenewal', method: 'sms_code' }),
    });
    return response.text();
  }

  it('speaks the language of the address, and English when it is none of its own', async () => {
    for (const [path, lang, words] of [
      ['', 'en', 'Your account'],
      ['?lang=zh-CN', 'zh-CN', '我的账户'],
      ['?lang=tlh', 'en', 'Your account'],
      ['products?lang=zh-CN', 'zh-CN', '企业工商报告完整版'],
      ['inbox?lang=zh-CN', 'zh-CN', '暂无消息'],
    ]) {
      const page = await textOf(path ?? '');
      assert.ok(page.includes(`<html lang="${lang}">`) && page.includes(words ?? ''), path);
    }
  });

  it('keeps what stands in the address as text (EM4)', async () => {
    const canary = encodeURIComponent('"><img src=x onerror=alert(1)>');
    for (const path of [`?as=${canary}`, `cancel?membership=${canary}`, `inbox?lang=${canary}`, canary]) {
      assert.ok(!(await textOf(path)).includes('<img'), path);
    }
  });

  it('gives a token to those it knows, and a problem document for anyone else (AC1)', async () => {
    const known = await fetch(`${demo.url}session-token?as=wang-fang`);
    assert.deepEqual([known.status, known.headers.get('cache-control')], [200, 'no-store']);
    const unknown = await fetch(`${demo.url}session-token?as=somebody`);
    assert.equal(unknown.headers.get('content-type'), 'application/problem+json');
    assert.deepEqual([unknown.status, (await unknown.json()).code], [404, 'persona_not_found']);
  });

  it('delivers a code to the inbox and nowhere else, in the language the member reads (AU4, PR2)', async () => {
    const answer = await askForCode('zh-CN');
    const [message] = await readInbox(demo.url);
    assert.ok(message?.code && /^\d{6}$/.test(message.code));
    assert.deepEqual([message.channel, message.to, message.kind, message.memberId], [
      'sms', '+8613755501963', 'verification_code', 'chen-hao',
    ]);
    assert.match(message.text, /验证码/);
    assert.ok((await textOf('inbox')).includes(message.code));
    for (const elsewhere of [answer, demo.output()]) assert.ok(!elsewhere.includes(message.code));
    assert.ok(!answer.includes('13755501963'), 'the number is masked');
  });

  it('keeps messages over a restart (DU1)', async () => {
    const before = await readInbox(demo.url);
    await demo.kill();
    demo = await startDemo({ folder: demo.folder });
    assert.ok(before.length > 0);
    assert.deepEqual(await readInbox(demo.url), before);
  });

  it('answers what it does not have with a page and 404, and never reads other files', async () => {
    for (const path of ['nothing-here', 'assets/', 'assets/..%2fpackage.json', 'assets/%2e%2e/package.json', 'assets/site.css/']) {
      const { status } = await fetch(demo.url + path);
      assert.equal(status, 404, path);
    }
  });
});
