import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { liWen, mailed, nobody, startPages } from './public-pages.ts';

const asked = (declaration: object, key = 'a-key-of-a-visitor') => ({ body: { act: 'cancelRenewal', key, declaration } });

describe('the operation for visitors without a login', () => {
  it('leaves the same record as the page, and answers what arrived (S12, S14)', async () => {
    const pages = await startPages();
    const anybody = pages.server.caller({});
    const receipt = await anybody.ok('requestCancelWithoutLogin', asked({ ...liWen, endDate: null }));
    assert.deepEqual(receipt, {
      id: receipt.id,
      act: 'cancelRenewal',
      declaration: { ...liWen, endDate: null },
      receivedAt: '2026-11-22T02:42:00Z',
      receivedAtLocal: '2026-11-22T03:42:00+01:00',
      timeZone: 'Europe/Berlin',
      place: 'DE',
    });
    const [filed] = await pages.settled();
    assert.deepEqual([filed?.id, filed?.outcome], [receipt.id, 'canceled']);
    await pages.server.receiptsArrived(1);
    assert.deepEqual(mailed(pages.server).map(({ to }) => to), ['li.wen@northwind.example']);
  });

  it('answers alike what fits and what does not, and a repeat like the first time (RL4, XO1)', async () => {
    const pages = await startPages();
    const anybody = pages.server.caller({});
    const first = await anybody.ok('requestCancelWithoutLogin', asked(liWen));
    const unknown = await anybody.ok('requestCancelWithoutLogin', asked(nobody));
    assert.deepEqual({ ...unknown, id: first.id, declaration: liWen }, first);
    pages.server.clock.advance(60_000);
    assert.deepEqual(await anybody.ok('requestCancelWithoutLogin', asked(liWen)), first);
    assert.equal((await pages.settled()).length, 2);
  });

  it('names every field that is missing or wrong', async () => {
    const anybody = (await startPages()).server.caller({});
    const problem = await anybody.refused(
      'requestCancelWithoutLogin',
      'invalid_request',
      asked({ name: ' ', email: liWen.email, endDate: '2026-02-30' }),
    );
    assert.deepEqual(problem.errors?.map(({ field }) => field), [
      'declaration.name',
      'declaration.contract',
      'declaration.endDate',
    ]);
  });

  it('refuses to be told who is asking or for whom (AU6)', async () => {
    const { server, settled } = await startPages();
    const anybody = server.caller({});
    for (const body of [
      { ...asked(liWen).body, tenantId: 'other' },
      { ...asked(liWen).body, memberId: 'li-wen' },
      asked({ ...liWen, membershipId: 'm_pro' }).body,
    ]) {
      await anybody.refused('requestCancelWithoutLogin', 'invalid_request', { body });
    }
    assert.deepEqual(await settled(), []);
  });
});

describe('the list of declarations', () => {
  it('shows the host what came without a login, and which of it fits no contract', async () => {
    const pages = await startPages();
    const anybody = pages.server.caller({});
    const known = await anybody.ok('requestCancelWithoutLogin', asked(liWen));
    const unknown = await anybody.ok('requestCancelWithoutLogin', asked(nobody));
    const { items, nextCursor } = await pages.server.host.ok('listDeclarations');
    assert.equal(nextCursor, null);
    const found = Object.fromEntries(items.map(({ receipt, membershipId }) => [receipt.id, membershipId]));
    assert.deepEqual(found, { [known.id]: 'm_pro', [unknown.id]: null });
    assert.deepEqual((await pages.server.otherHost.ok('listDeclarations')).items, []);
  });

  it('is read a page at a time, each declaration once', async () => {
    const pages = await startPages({ limits: { declarationsPerAddress: 'off' } });
    const anybody = pages.server.caller({});
    const filed = await Promise.all(
      Array.from({ length: 61 }, (_, index) =>
        anybody.ok('requestCancelWithoutLogin', asked({ ...nobody, contract: `none-${index}` })),
      ),
    );
    const first = await pages.server.host.ok('listDeclarations');
    assert.equal(first.items.length, 50);
    const second = await pages.server.host.ok('listDeclarations', { query: { cursor: first.nextCursor ?? '' } });
    assert.deepEqual([second.items.length, second.nextCursor], [11, null]);
    const read = [...first.items, ...second.items].map(({ receipt }) => receipt.id);
    assert.deepEqual(read, filed.map(({ id }) => id).toSorted());
  });

  it('is for the host alone, and takes no cursor that is none', async () => {
    const { server } = await startPages();
    await server.caller({}).refused('listDeclarations', 'host_key_invalid');
    await (await server.member('li-wen')).refused('listDeclarations', 'host_key_invalid');
    await server.host.refused('listDeclarations', 'invalid_request', { query: { cursor: '!' } });
  });
});
