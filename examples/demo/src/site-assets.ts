import { readdir, readFile } from 'node:fs/promises';
import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Hono } from 'hono';

/** The site's own style and script, and the bundles of the elements. Nothing else is served from the disk. */
const folders = [
  new URL('../assets/', import.meta.url),
  new URL('../../../packages/elements/cdn/', import.meta.url),
  new URL('../../../packages/sdk/cdn/', import.meta.url),
];

const types: ReadonlyMap<string, string> = new Map([
  ['.css', 'text/css; charset=utf-8'],
  ['.js', 'text/javascript; charset=utf-8'],
  ['.map', 'application/json'],
]);

const required = [
  'site.css',
  'site-header.css',
  'host-page.js',
  'security-page.js',
  'member-center.js',
  'cancel-renewal.js',
  'leavewell.js',
  'leavewell-sdk.js',
];

async function filesBelow(folder: URL): Promise<string[]> {
  const names = await readdir(folder, { recursive: true }).catch(() => []);
  return names.map((name) => name.replaceAll('\\', '/')).filter((name) => types.has(extname(name)));
}

/** Reads every file once at the start, so that a missing bundle is found by whoever starts it and not by a member. */
export async function siteAssets(): Promise<Hono> {
  const routes = new Hono();
  const served = new Set<string>();
  for (const folder of folders) {
    for (const name of await filesBelow(folder)) {
      const body = await readFile(fileURLToPath(new URL(name, folder)), 'utf8');
      const headers = { 'content-type': types.get(extname(name)) ?? '', 'cache-control': 'no-cache' };
      routes.get(`/${name}`, (c) => c.body(body, 200, { ...headers, 'x-content-type-options': 'nosniff' }));
      served.add(name);
    }
  }
  const missing = required.filter((name) => !served.has(name));
  if (missing.length > 0) throw new Error(`${missing.join(', ')} missing; make the bundles with: npm run build`);
  return routes;
}
