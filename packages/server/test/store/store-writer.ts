import { openPostgresStore } from '../../src/store/sql/postgres-store.ts';
import { openSqliteStore } from '../../src/store/sql/sqlite-store.ts';
import { aMember, aMembership } from '../../src/testing/store/sample-records.ts';

/**
 * A process of its own: writes members and, in the same transactions, the next version of one shared membership.
 * Prints the id of each member once the store acknowledged it.
 */
const [place = '', name = '', count = '0'] = process.argv.slice(2);
const isAddress = place.startsWith('postgres:');
const store = await (isAddress ? openPostgresStore({ url: place }) : openSqliteStore({ file: place }));

for (let index = 0; index < Number(count); index++) {
  const id = `${name}-${index}`;
  await store.transaction(async (rows) => {
    const shared = await rows.getMembership('tenant-a', 'membership-1');
    await rows.putMembership(aMembership({ version: (shared?.version ?? 0) + 1 }));
    await rows.putMember(aMember({ id }));
  });
  process.stdout.write(`${id}\n`);
}
await store.close();
