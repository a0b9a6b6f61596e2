export { storeContractSuite, type StoreContractSuiteOptions } from './store/store-contract-suite.ts';
