import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';

const importPattern = /(?:from|import)\s*\(?\s*'([^']+)'/g;

/** Every module that importing `entry` loads, by what it imports beyond this package. */
async function importsFrom(entry: URL, seen = new Map<string, string[]>()): Promise<Map<string, string[]>> {
  if (seen.has(entry.href)) return seen;
  const names = [...(await readFile(entry, 'utf8')).matchAll(importPattern)].map(([, name]) => name ?? '');
  seen.set(
    entry.href,
    names.filter((name) => !name.startsWith('.')),
  );
  for (const name of names.filter((candidate) => candidate.startsWith('.')))
    await importsFrom(new URL(name, entry), seen);
  return seen;
}

for (const file of ['index.ts', 'store/memory/memory-store.ts']) {
  test(`${file} can be imported in a browser: nothing it loads is of Node`, async () => {
    const modules = await importsFrom(new URL(`../../src/${file}`, import.meta.url));
    const foreign = new Set([...modules.values()].flat());
    assert.deepEqual(
      [...foreign].filter((name) => !/^(@leavewell\/(contract(\/openapi)?|policies|locales\/.+)|hono(\/.+)?|jose)$/.test(name)),
      [],
    );
  });
}
