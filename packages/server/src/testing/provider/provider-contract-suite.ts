import { companySentences } from './company-sentences.ts';
import { noticeSentences } from './notice-sentences.ts';
import type { CompanyHarness, ProviderHarness } from './provider-harness.ts';
import type { ProviderSentence } from './provider-sentence.ts';
import { renewalSentences } from './renewal-sentences.ts';
import { companyWithdrawSentences, withdrawSentences } from './withdraw-sentences.ts';

/** The provider to try, and the test runner to try it with. */
export type ProviderContractSuiteOptions = {
  /** Stands before every title. */
  readonly name: string;
  /** `test` of `node:test`, `it` of Mocha, Jest or Vitest, or anything else that takes a title and a function. */
  readonly test: (title: string, run: () => Promise<void>) => unknown;
} & (
  | { readonly asks: 'nobody'; readonly open: () => Promise<ProviderHarness> }
  | { readonly asks: 'company'; readonly open: () => Promise<CompanyHarness> }
);

/**
 * Registers a test for each sentence every provider keeps to; one that asks a company keeps to more of them. A third
 * party's provider is right when all of them pass.
 */
export function providerContractSuite(options: ProviderContractSuiteOptions): void {
  const ofAll = [...renewalSentences, ...withdrawSentences];
  if (options.asks === 'nobody') return register(options, options.open, ofAll);
  register(options, options.open, [...ofAll, ...companySentences, ...companyWithdrawSentences, ...noticeSentences]);
}

function register<Harness extends ProviderHarness>(
  { name, test }: ProviderContractSuiteOptions,
  open: () => Promise<Harness>,
  sentences: readonly ProviderSentence<Harness>[],
): void {
  for (const { sentence, holds } of sentences) {
    test(`${name}: ${sentence}`, async () => {
      const harness = await open();
      try {
        await holds(harness);
      } finally {
        await harness.close();
      }
    });
  }
}
