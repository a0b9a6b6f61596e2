export { providerContractSuite, type ProviderContractSuiteOptions } from './provider/provider-contract-suite.ts';
export type { CompanyHarness, ProviderHarness, SignedNotice } from './provider/provider-harness.ts';
export { storeContractSuite, type StoreContractSuiteOptions } from './store/store-contract-suite.ts';
