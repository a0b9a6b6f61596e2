import type { Hono } from 'hono';
import { openApiDocument } from '@leavewell/contract/openapi';
import type { HandlerEnv } from '../http/mount-routes.ts';
import type { Service } from '../service.ts';

/** What can be read without a caller: the OpenAPI document, and whether the store answers. */
export function mountDocuments(app: Hono<HandlerEnv>, { mountPath, store }: Service): void {
  app.get('/openapi.json', (context) => context.json(openApiDocument(mountPath || '/')));
  app.get('/healthz', async (context) => {
    await store.transaction(async () => undefined);
    return context.json({ status: 'ok' });
  });
}
