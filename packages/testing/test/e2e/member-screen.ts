import type { Locator, Page } from 'playwright-core';
import { newestCode } from './demo-inbox.ts';

/** The card of one membership in the member center. */
export function cardOf(page: Page, membershipId: string): Locator {
  return page.locator(`member-center article[aria-labelledby="plan-${membershipId}"]`);
}

/** The button on a card that opens cancelling. */
export function entryOf(page: Page, membershipId: string): Locator {
  return cardOf(page, membershipId).locator('[part="cancel-button"]');
}

/** The step that is shown, in the dialog or in place. */
export function step(page: Page): Locator {
  return page.locator('cancel-renewal .sheet').filter({ visible: true });
}

export function stepHeading(page: Page): Locator {
  return step(page).getByRole('heading');
}

export function confirmButton(page: Page): Locator {
  return step(page).locator('[part="confirm-button"]');
}

export function codeField(page: Page): Locator {
  return step(page).locator('#code:not([readonly])');
}

/** Receipts of cancelling begin with CR, those of resuming with RR. */
const receiptPattern = /[CR]R-[0-9A-Z]{4}-[0-9A-Z]{4}/;

/** The step that says that it is done, once the server has said so. */
export function doneStep(page: Page): Locator {
  return step(page).filter({ has: page.locator('[part="close-button"]'), hasText: receiptPattern });
}

/** Moves the page's clock on: a member reads before they press, and what was shown a blink ago does not count. */
export async function readOn(page: Page): Promise<void> {
  await page.clock.fastForward(500);
}

/** Lets the page's clock run until something is shown: a client that gets no answer tries again before it says so. */
export async function waitOut(page: Page, shown: Locator): Promise<void> {
  for (let seconds = 0; seconds < 120 && !(await shown.isVisible()); seconds += 1) await page.clock.runFor(1_000);
  await shown.waitFor();
}

/** From the confirmation to the end, as a member does it; the code comes from the demo's inbox. */
export async function confirmWithCode(page: Page, url: string): Promise<void> {
  await confirmButton(page).waitFor();
  await readOn(page);
  await confirmButton(page).click();
  await codeField(page).waitFor();
  await codeField(page).pressSequentially(await newestCode(url));
  await doneStep(page).waitFor();
}

/** The number of the receipt in the step that is shown. */
export async function receiptNumber(page: Page): Promise<string> {
  const number = receiptPattern.exec(await doneStep(page).innerText())?.[0];
  if (number === undefined) throw new Error('the last step shows no receipt number');
  return number;
}
