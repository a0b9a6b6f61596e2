import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { findImportFaults } from '../scripts/imports/check-imports.ts';
import { readImports } from '../scripts/imports/read-imports.ts';
import { manifest, withTree } from './with-tree.ts';

/** The faults of a tree with one file in one package. */
function faultsOf(name: string, text: string, extra: Record<string, string> = {}, dependencies: string[] = []): string[] {
  const files = { [`packages/${name}/package.json`]: manifest(name, dependencies), [`packages/${name}/src/index.ts`]: text };
  return withTree({ ...files, ...extra }, findImportFaults);
}

describe('the import check', () => {
  it('finds every way to name a module', () => {
    const text = [
      `import a from 'a';`,
      `import 'b';`,
      `export * from 'c';`,
      `export type { D } from 'd';`,
      `const e = await import('e');`,
      `type F = import('f').F;`,
      `import type { G } from 'g';`,
      `import { type H } from 'h';`,
      'const i = await import(`i`);',
      'const j = await import(a + b);',
    ].join('\n');
    const found = readImports(text).imports.map(({ specifier, typeOnly, line }) => `${line} ${specifier} ${typeOnly}`);
    assert.deepEqual(found, [
      '1 a false',
      '2 b false',
      '3 c false',
      '4 d true',
      '5 e false',
      '6 f true',
      '7 g true',
      '8 h true',
      '9 i false',
      '10 null false',
    ]);
  });

  it('lets arrows of the table pass', () => {
    assert.deepEqual(faultsOf('sdk', `import ky from 'ky';\nexport { ky };`, {}, ['ky']), []);
  });

  it('refuses ky, zod and the contract in an element, also for their types', () => {
    const text = `import ky from 'ky';\nimport * as z from 'zod/mini';\nimport type { Session } from '@leavewell/contract';`;
    const faults = faultsOf('elements', text, {}, ['ky', 'zod']);
    assert.deepEqual(faults.map((fault) => fault.split(': ')[1]), ['ky', 'zod/mini', '@leavewell/contract']);
  });

  it('refuses a URL path in an element', () => {
    assert.match(faultsOf('elements', 'export const path = `${"x"}/v1/session`;').join(), /names no URL path/);
  });

  it('refuses anything at all in locales', () => {
    assert.match(faultsOf('locales', `import { html } from 'lit';`, {}, ['lit']).join(), /may import only its own files/);
  });

  it('refuses a package that is not among the dependencies', () => {
    assert.match(faultsOf('sdk', `import ky from 'ky';`).join(), /not among the dependencies/);
  });

  it("refuses to reach into another package's sources", () => {
    const contract = { 'packages/contract/package.json': manifest('contract'), 'packages/contract/src/index.ts': '' };
    const relative = faultsOf('sdk', `import '../../contract/src/index.ts';`, contract);
    const deep = faultsOf('sdk', `import '@leavewell/contract/src/index.ts';`, contract, ['@leavewell/contract']);
    assert.match(relative.join(), /leads out of its own package/);
    assert.match(deep.join(), /no such entry/);
  });

  it('refuses a dynamic import of a name that cannot be read', () => {
    assert.match(faultsOf('sdk', `export const load = (name: string) => import(name);`).join(), /plain string/);
  });

  it('refuses files that import each other, also for their types', () => {
    const faults = faultsOf('sdk', `import type { B } from './b.ts';\nexport interface A { b: B }`, {
      'packages/sdk/src/b.ts': `import type { A } from './index.ts';\nexport interface B { a: A }`,
    });
    assert.match(faults.join(), /sdk\/src\/b\.ts -> sdk\/src\/index\.ts -> sdk\/src\/b\.ts/);
  });

  it('refuses values of the ports and any route in the rules of the server', () => {
    const rules = `import { systemClock } from '../ports/clock.ts';\nimport { route } from '../routes/route.ts';`;
    const faults = faultsOf('server', '', {
      'packages/server/src/rules/rule.ts': rules,
      'packages/server/src/ports/clock.ts': '',
      'packages/server/src/routes/route.ts': '',
    });
    assert.match(faults[0] ?? '', /only its types/);
    assert.match(faults[1] ?? '', /server\/src\/rules\/ may import only/);
  });

  it('refuses Node in a file that a page loads, and lets a folder of its own have it', () => {
    const files = { 'packages/server/src/clock.ts': `import 'node:fs';` };
    assert.match(faultsOf('server', `import './clock.ts';`, files).join(), /cannot be loaded by a page/);
    assert.deepEqual(faultsOf('server', `import type {} from './clock.ts';`, files), []);
  });

  it('refuses the test kit outside tests', () => {
    const text = `import { createInPageServer } from '@leavewell/testing';`;
    const faults = withTree({ 'examples/demo/src/start.ts': text, 'packages/sdk/test/a.test.ts': text }, findImportFaults);
    assert.deepEqual(faults, ['examples/demo/src/start.ts:1: @leavewell/testing: the test kit is imported by tests only']);
  });
});
