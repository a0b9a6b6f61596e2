import type { Hono } from 'hono';
import type { HandlerEnv } from '../http/mount-routes.ts';
import type { RequestScope } from '../http/request-scope.ts';
import type { Store } from '../ports/store.ts';
import { ServiceError } from '../service-error.ts';
import type { Service } from '../service.ts';

const maxSeconds = 2;

/** Whether the store answers a read in time. Whoever asks while one is under way waits for that one. */
function createReadiness(store: Store): () => Promise<boolean> {
  let asking: Promise<boolean> | undefined;
  const ask = async (): Promise<boolean> => {
    try {
      await store.read((rows) => rows.getMember('', ''));
      return true;
    } catch {
      return false;
    }
  };
  return async () => {
    asking ??= ask().finally(() => {
      asking = undefined;
    });
    let timer: ReturnType<typeof setTimeout> | undefined;
    const late = new Promise<boolean>((resolve) => {
      timer = setTimeout(() => resolve(false), maxSeconds * 1000);
    });
    const isReady = await Promise.race([asking, late]);
    clearTimeout(timer);
    return isReady;
  };
}

function ok(scope: RequestScope, route: string): Response {
  scope.route = route;
  const headers = { ...scope.headers, 'content-type': 'application/json' };
  return new Response('{"status":"ok"}', { headers });
}

/**
 * For whoever runs the process: `/healthz` says that it lives, `/readyz` that it can answer, which needs the store.
 * They are counted under no limit and tell nothing else.
 */
export function mountHealth(app: Hono<HandlerEnv>, { mountPath, store }: Service): void {
  const isReady = createReadiness(store);
  app.get('/healthz', ({ env: { scope } }) => ok(scope, `${mountPath}/healthz`));
  app.get('/readyz', async ({ env: { scope } }) => {
    const answer = ok(scope, `${mountPath}/readyz`);
    if (await isReady()) return answer;
    throw new ServiceError('store_unavailable', { detail: 'Not ready: ask again.' });
  });
}
