import type { Hono } from 'hono';
import { openApiDocument } from '@leavewell/contract/openapi';
import type { HandlerEnv } from '../http/mount-routes.ts';
import type { Service } from '../service.ts';

/** What can be read without a caller: the OpenAPI document. */
export function mountDocuments(app: Hono<HandlerEnv>, { mountPath }: Service): void {
  const document = JSON.stringify(openApiDocument(mountPath || '/'));
  app.get('/openapi.json', ({ env: { scope } }) => {
    scope.route = `${mountPath}/openapi.json`;
    return new Response(document, { headers: { ...scope.headers, 'content-type': 'application/json' } });
  });
}
