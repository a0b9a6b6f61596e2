import type { Page } from 'playwright-core';
import { newestCode } from './demo-inbox.ts';

/** A device with a fingerprint sensor that always says yes. */
export async function addAuthenticator(page: Page): Promise<{ remove(): Promise<void> }> {
  const session = await page.context().newCDPSession(page);
  await session.send('WebAuthn.enable');
  const { authenticatorId } = await session.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  return {
    remove: async () => {
      await session.send('WebAuthn.removeVirtualAuthenticator', { authenticatorId });
    },
  };
}

/** Sets up a passkey on the demo's security page, which is open, with the code that the demo at `url` sends. */
export async function enrol(page: Page, url: string): Promise<void> {
  await page.getByRole('button', { name: 'Add a passkey' }).click();
  await page.locator('#answer').waitFor();
  await page.locator('#answer').fill(await newestCode(url));
  await page.getByRole('button', { name: 'Confirm' }).click();
  await page.locator('.factors').getByRole('button', { name: /Remove/ }).waitFor();
}
