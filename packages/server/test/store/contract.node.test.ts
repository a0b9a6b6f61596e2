import { test } from 'node:test';
import { createMemoryStore } from '../../src/store/memory/memory-store.ts';
import { openSqliteStore } from '../../src/store/sql/sqlite-store.ts';
import { storeContractSuite } from '../../src/testing/index.ts';
import { openEmptyPostgresStore } from './postgres-database.ts';
import { temporaryFile } from './temporary-file.ts';

storeContractSuite({ name: 'memory', test, open: async () => createMemoryStore() });
storeContractSuite({ name: 'SQLite', test, open: async () => openSqliteStore({ file: await temporaryFile() }) });
storeContractSuite({ name: 'PostgreSQL', test, open: openEmptyPostgresStore });
