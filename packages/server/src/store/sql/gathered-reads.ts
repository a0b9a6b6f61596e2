import type { MemberRecord, MembershipRecord, StoreReads } from '../../ports/store.ts';
import { readMembers } from './member-rows.ts';
import { readMemberships } from './membership-rows.ts';
import type { SqlScope } from './sql-scope.ts';

interface Row {
  readonly id: string;
}

type Find<R extends Row> = (id: string) => Promise<R | undefined>;

/**
 * Asks for one row at a time where nobody waits, and for all that wait at once where many do. What is answered was read
 * after it was asked for.
 */
function gather<R extends Row>(read: (ids: readonly string[]) => Promise<readonly R[]>): Find<R> {
  let waiting = new Map<string, PromiseWithResolvers<R | undefined>>();
  let isUnderWay = false;

  async function ask(asked: typeof waiting): Promise<void> {
    try {
      const found = new Map((await read([...asked.keys()])).map((row) => [row.id, row]));
      for (const [id, answer] of asked) answer.resolve(found.get(id));
    } catch (error) {
      for (const answer of asked.values()) answer.reject(error);
    }
  }

  function askNext(): void {
    if (waiting.size === 0 || isUnderWay) return;
    const asked = waiting;
    waiting = new Map();
    isUnderWay = true;
    void ask(asked).then(() => {
      isUnderWay = false;
      askNext();
    });
  }

  return (id) => {
    const answer = waiting.get(id) ?? Promise.withResolvers<R | undefined>();
    waiting.set(id, answer);
    askNext();
    return answer.promise;
  };
}

function perTenant<R extends Row>(
  read: (tenantId: string, ids: readonly string[]) => Promise<readonly R[]>,
): (tenantId: string, id: string) => Promise<R | undefined> {
  const byTenant = new Map<string, Find<R>>();
  return (tenantId, id) => {
    const find = byTenant.get(tenantId) ?? gather((ids) => read(tenantId, ids));
    byTenant.set(tenantId, find);
    return find(id);
  };
}

/** The two reads that every request makes, for an engine that is asked over a network. */
export function gatheredReads(scope: SqlScope): Pick<StoreReads, 'getMember' | 'getMembership'> {
  return {
    getMember: perTenant<MemberRecord>((tenantId, ids) => readMembers(scope, tenantId, ids)),
    getMembership: perTenant<MembershipRecord>((tenantId, ids) => readMemberships(scope, tenantId, ids)),
  };
}
