import assert from 'node:assert/strict';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { before, describe, it } from 'node:test';
import type { Page } from 'playwright-core';
import { openPage } from './demo-browser.ts';
import { mailedReceipts } from './demo-inbox.ts';
import { demoStage } from './demo-stage.ts';
import { cardOf, confirmButton, confirmWithCode, doneStep, entryOf, readOn, receiptNumber, step } from './member-screen.ts';

/** One column of the file's rows, as text. */
function column(folder: string, query: string): string[] {
  const database = new DatabaseSync(join(folder, 'leavewell.sqlite'), { readOnly: true });
  const rows = database.prepare(query).all();
  database.close();
  return rows.map((row) => String(Object.values(row)[0]));
}

describe('an administrator cancels Professional and the server is killed right after', () => {
  const stage = demoStage();
  let page: Page;
  let receipt: string;

  before(async () => {
    ({ page } = await openPage(stage.browser));
  });

  it('shows that it renews, with an entry to cancel (S18, S28)', async () => {
    await page.goto(stage.demo.url);
    await cardOf(page, 'm_pro').getByText('Renews on 31 December 2026').waitFor();
    assert.equal(await entryOf(page, 'm_pro').innerText(), 'Cancel renewal');
  });

  it('asks once, takes the code, and says until when with the zone, and that nothing more is charged (S36, S38, S61, S64)', async () => {
    await entryOf(page, 'm_pro').click();
    await confirmButton(page).waitFor();
    assert.match(await step(page).innerText(), /31 December 2026/);
    await confirmWithCode(page, stage.demo.url);
    const said = await doneStep(page).innerText();
    for (const fact of ['31 December 2026', 'Beijing time', 'Nothing more will be charged']) assert.ok(said.includes(fact), said);
    receipt = await receiptNumber(page);
  });

  it('has renewal, receipt and intent in the file after SIGKILL (DU1, XO1, S62, S63)', async () => {
    await stage.demo.kill();
    const [membership = '{}'] = column(stage.demo.folder, `select data from memberships where id = 'm_pro'`);
    const { facts, receiptId } = JSON.parse(membership);
    assert.deepEqual([facts.renewal, facts.renewalOff.by, facts.periodEndsAt], ['off', 'member', '2026-12-31T16:00:00Z']);
    assert.equal(receiptId, receipt);
    assert.deepEqual(column(stage.demo.folder, 'select id from receipts'), [receipt]);
    const answers = column(stage.demo.folder, `select answer from intents where membership_id = 'm_pro'`);
    assert.equal(answers.length, 1);
    assert.ok(answers[0]?.includes(receipt), 'the intent keeps the answer that every repeat gets');
    const mails = column(stage.demo.folder, 'select data from outbox').filter((task) => task.includes('"kind":"send"'));
    assert.deepEqual(mails.map((mail) => mail.includes(receipt)), [true], 'one mail was written with the change');
  });

  it('shows the same on both pages after a start on the same folder (DU1, S17)', async () => {
    await stage.startAgain();
    await page.goto(stage.demo.url);
    await cardOf(page, 'm_pro').getByText('Yours until 31 December 2026').waitFor();
    assert.ok((await cardOf(page, 'm_pro').innerText()).includes(receipt));
    await page.goto(`${stage.demo.url}cancel`);
    await page.getByText('Yours until 31 December 2026').waitFor();
    await page.locator('cancel-renewal').getByText(receipt).waitFor();
  });

  it('renews again after resuming, with price and date said first (AX4, XO1)', async () => {
    await page.goto(stage.demo.url);
    await cardOf(page, 'm_pro').getByRole('button', { name: 'Turn renewal back on' }).click();
    await confirmButton(page).waitFor();
    assert.match(await step(page).innerText(), /¥1,298\.00[^]*31 December 2026|31 December 2026[^]*¥1,298\.00/);
    await readOn(page);
    await confirmButton(page).click();
    await doneStep(page).getByRole('button', { name: 'Close' }).click();
    await cardOf(page, 'm_pro').getByText('Renews on 31 December 2026').waitFor();
    await entryOf(page, 'm_pro').waitFor();
  });

  it('sends each receipt once and in the language of the page (XO6, S38)', async () => {
    const subjects = (await mailedReceipts(stage.demo.url, 'Renewal is on again')).map(({ subject }) => subject);
    assert.equal(subjects.filter((subject) => subject === 'Renewal is on again: Professional').length, 1);
    const cancelMails = subjects.filter((subject) => subject.startsWith('Renewal canceled'));
    assert.ok(cancelMails.length <= 1, 'never twice; a mail that the kill cut off waits for its next try');
  });
});
