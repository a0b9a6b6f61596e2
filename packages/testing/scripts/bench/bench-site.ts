import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { serve, type RunningServer } from '@leavewell/server/node';
import { rollup } from 'rollup';
import { createInPageServer } from '../../src/index.ts';
import { browserPlugins, onwarn } from '../browser-build.ts';
import { root } from '../places.ts';

const text = (body: string | Uint8Array<ArrayBuffer>, type: string): Response =>
  new Response(body, { headers: { 'content-type': type, 'cache-control': 'no-store' } });

/** A page that notes on `window.readyAt` when the member can press the button. */
const page = (tag: string, script: string): string => `<!doctype html>
<title>bench</title>
<${tag} endpoint="/leavewell" membership-id="m_pro"></${tag}>
<script type="module">
  const element = document.querySelector('${tag}');
  element.getToken = async () => (await fetch('/session-token')).text();
  const look = () => {
    if (element.shadowRoot?.querySelector('button')) window.readyAt = performance.now();
    else requestAnimationFrame(look);
  };
  look();
</script>
<script type="module" src="${script}"></script>`;

async function bundleBareElement(): Promise<string> {
  const input = join(root, 'packages/testing/scripts/bench/bare-element.ts');
  const bundle = await rollup({ input, onwarn, plugins: browserPlugins() });
  const { output } = await bundle.generate({ format: 'es' });
  return output[0].code;
}

/** A site with two pages, `/bare` and `/cancel`, and the real server behind the second. */
export async function startBenchSite(): Promise<RunningServer> {
  const server = createInPageServer();
  const bare = await bundleBareElement();
  const answers: Readonly<Record<string, () => Promise<Response> | Response>> = {
    '/bare': () => text(page('bare-element', '/bare.js'), 'text/html'),
    '/cancel': () => text(page('cancel-renewal', '/cancel-renewal.js'), 'text/html'),
    '/bare.js': () => text(bare, 'text/javascript'),
    '/session-token': async () => text(await server.getToken(), 'text/plain'),
  };
  return serve({
    port: 0,
    hostname: '127.0.0.1',
    handler: async (request) => {
      const { pathname } = new URL(request.url);
      if (pathname.startsWith('/leavewell/')) return server.fetch(request);
      const answer = answers[pathname];
      if (answer !== undefined) return answer();
      if (!pathname.endsWith('.js')) return new Response(null, { status: 404 });
      return text(await readFile(join(root, 'packages/elements/cdn', pathname)), 'text/javascript');
    },
  });
}
