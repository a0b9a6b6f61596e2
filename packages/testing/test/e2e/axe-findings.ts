import axe from 'axe-core';
import type { Page } from 'playwright-core';

/**
 * What axe-core finds on a page, through all shadow roots: one line per element.
 * @param path - looks only into the last of these, each inside the shadow root of the one before
 */
export async function axeFindings(page: Page, path: readonly string[] = ['html']): Promise<string[]> {
  // Playwright evaluates outside of the page's content security policy.
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate(
    (fromShadowDom) => Reflect.get(window, 'axe').run({ include: { fromShadowDom } }, { resultTypes: ['violations'] }),
    path,
  );
  const list: axe.Result[] = violations;
  return list.flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary }) => `${id} ${target.join(' ')}: ${failureSummary}`));
}
