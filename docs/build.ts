// Builds docs/site: the pages, the live server in a page, and the API reference. `--out <folder>` writes elsewhere,
// `--no-api` leaves the reference out.
import { createHash } from 'node:crypto';
import { copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { rollup } from 'rollup';
import { buildBundles } from '../packages/testing/scripts/build-bundles.ts';
import { areBundlesCurrent } from '../packages/testing/scripts/bundle-stamp.ts';
import { browserPlugins, onwarn } from '../packages/testing/scripts/browser-build.ts';
import { entriesOf, publishedPackages, root } from '../packages/testing/scripts/places.ts';
import { analyzeElements } from '../packages/testing/scripts/packages/analyze-elements.ts';
import { writeApiReference } from './api-reference.ts';
import { checkTable } from './src/check-table.ts';
import { elementTables } from './src/element-tables.ts';
import { profileTable, ruleTable } from './src/policy-tables.ts';
import { layout, type Link } from './src/layout.ts';
import { codeFile, readPage, type Fillers } from './src/read-page.ts';

const PAGES = ['index', 'live', 'embed', 'server', 'headless', 'elements', 'policies', 'receipts', 'audit'];
const LINKS: readonly Link[] = [
  { href: 'live.html', label: 'Live' },
  { href: 'embed.html', label: 'Embed' },
  { href: 'elements.html', label: 'Elements' },
  { href: 'headless.html', label: 'Headless' },
  { href: 'server.html', label: 'Server' },
  { href: 'policies.html', label: 'Law' },
  { href: 'receipts.html', label: 'Receipts' },
  { href: 'audit.html', label: 'Audit' },
  { href: 'api/index.html', label: 'API' },
];

/** The integrity value for a script tag that loads `path`. */
function integrityOf(path: string): string {
  return `sha384-${createHash('sha384').update(readFileSync(join(root, path))).digest('base64')}`;
}

function createFillers(): Fillers {
  return {
    code: (path) => codeFile(root, path),
    integrity: integrityOf,
    profiles: profileTable,
    rules: ruleTable,
    checks: checkTable,
    elements: () => elementTables(analyzeElements(join(root, 'node_modules/.cache/leavewell'))),
  };
}

/** The module of a page that has one: `live` for the page with the server in it. */
async function bundleScript(name: string, out: string): Promise<void> {
  const bundle = await rollup({ input: join(root, `docs/src/${name}.ts`), onwarn, plugins: browserPlugins() });
  const chunkFileNames = `${name}-[name]-[hash].js`;
  await bundle.write({ dir: out, format: 'es', entryFileNames: `${name}.js`, chunkFileNames });
  await bundle.close();
}

async function build(out: string, withApi: boolean): Promise<void> {
  process.chdir(root);
  rmSync(out, { recursive: true, force: true });
  mkdirSync(out, { recursive: true });
  if (!areBundlesCurrent()) buildBundles();
  const fillers = createFillers();
  for (const file of PAGES.map((name) => `${name}.html`)) {
    writeFileSync(join(out, file), layout(readPage(join(root, 'docs/pages'), file, fillers), LINKS));
  }
  for (const file of ['site.css', 'icon.svg']) copyFileSync(join(root, 'docs/src', file), join(out, file));
  for (const name of ['live', 'verify-receipt']) await bundleScript(name, out);
  if (!withApi) return;
  const entries = publishedPackages.flatMap((name) => {
    const folder = join(root, 'packages', name);
    return entriesOf(folder).map(({ specifier, source }) => ({ specifier, file: join(folder, source) }));
  });
  await writeApiReference(entries, join(out, 'api'));
}

const { values } = parseArgs({ options: { out: { type: 'string' }, 'no-api': { type: 'boolean' } } });
await build(resolve(values.out ?? join(root, 'docs/site')), values['no-api'] !== true);
