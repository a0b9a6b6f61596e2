import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { openPage } from './demo-browser.ts';
import { newestCode, readInbox } from './demo-inbox.ts';
import { demoStage } from './demo-stage.ts';
import { addAuthenticator, enrol } from './passkey-device.ts';
import { codeField, confirmButton, doneStep, entryOf, readOn } from './member-screen.ts';

describe('a member with a passkey', () => {
  const stage = demoStage();

  async function openAs(persona: string) {
    const { page, complaints } = await openPage(stage.browser);
    const device = await addAuthenticator(page);
    await page.goto(`${stage.demo.url}security?as=${persona}`);
    await page.locator('#factors:not([aria-busy])').waitFor();
    return { page, complaints, device };
  }

  it('sets it up with a code, cancels with it and types nothing, and is mailed how it was verified (S21, AU3)', async () => {
    const { page, complaints } = await openAs('chen-hao');
    await enrol(page, stage.demo.url);
    const codes = (await readInbox(stage.demo.url)).filter(({ code }) => code !== undefined).length;
    await page.goto(`${stage.demo.url}?as=chen-hao`);
    await entryOf(page, 'm_basic').click();
    await confirmButton(page).waitFor();
    await readOn(page);
    await confirmButton(page).click();
    await doneStep(page).waitFor();
    const after = (await readInbox(stage.demo.url)).filter(({ code }) => code !== undefined).length;
    assert.equal(after, codes, 'no code was sent');
    assert.deepEqual(complaints, []);
  });

  it('has one assertion counted once, also when it arrives twenty times at once (AU3)', async () => {
    const { page } = await openAs('li-wen');
    await enrol(page, stage.demo.url);
    const finish = page.waitForRequest('**/v1/verifications/*/finish');
    await page.route('**/v1/verifications/*/finish', (route) => route.abort('connectionreset'));
    await page.goto(`${stage.demo.url}?as=li-wen`);
    await entryOf(page, 'm_pro').click();
    await confirmButton(page).waitFor();
    await readOn(page);
    await confirmButton(page).click();
    const request = await finish;
    const [headers, body] = [await request.allHeaders(), request.postData() ?? ''];
    assert.match(body, /"assertion"/);
    const { authorization = '' } = headers;
    const send = () =>
      fetch(request.url(), {
        method: 'POST',
        headers: { authorization, 'content-type': 'application/json', 'x-requested-with': 'leavewell' },
        body,
      });
    const answers = await Promise.all(Array.from({ length: 20 }, send));
    assert.equal(answers.filter(({ status }) => status === 200).length, 1);
    assert.equal((await send()).status >= 400, true, 'and never again');
  });

  it('whose device is gone is sent a code instead, and gets out (P3, AU8)', async () => {
    const { page, device } = await openAs('wang-fang');
    await page.goto(`${stage.demo.url}security?as=li-wen`);
    await page.locator('.factors').getByRole('button', { name: /Remove/ }).waitFor();
    await device.remove();
    await page.goto(`${stage.demo.url}?as=li-wen`);
    await entryOf(page, 'm_pro').click();
    await confirmButton(page).waitFor();
    await readOn(page);
    await confirmButton(page).click();
    const another = page.getByRole('button', { name: /text message|SMS/i }).filter({ visible: true });
    await codeField(page).or(another).first().waitFor();
    if (await another.isVisible()) await another.click();
    await codeField(page).waitFor();
    await codeField(page).pressSequentially(await newestCode(stage.demo.url));
    await doneStep(page).waitFor();
  });
});
