import type { Hono } from 'hono';
import { openApiDocument } from '@leavewell/contract/openapi';
import type { HandlerEnv } from '../http/mount-routes.ts';
import { publishedKeys } from '../receipts/published-keys.ts';
import type { Service } from '../service.ts';

/** How long a copy of the keys serves: a new key has to be known soon after it signs. */
const keysMaxAgeSeconds = 300;

/** What can be read without a caller: the OpenAPI document, and the public keys that receipts are verified with. */
export function mountDocuments(app: Hono<HandlerEnv>, { mountPath, receiptKeys }: Service): void {
  const document = JSON.stringify(openApiDocument(mountPath || '/'));
  app.get('/openapi.json', ({ env: { scope } }) => {
    scope.route = `${mountPath}/openapi.json`;
    return new Response(document, { headers: { ...scope.headers, 'content-type': 'application/json' } });
  });

  const keys = JSON.stringify(publishedKeys(receiptKeys));
  app.get('/.well-known/jwks.json', ({ env: { scope } }) => {
    scope.route = `${mountPath}/.well-known/jwks.json`;
    return new Response(keys, {
      headers: {
        'x-content-type-options': 'nosniff',
        'x-request-id': scope.requestId,
        'cache-control': `public, max-age=${keysMaxAgeSeconds}`,
        // Public keys are for whoever was given a receipt, on any page.
        'access-control-allow-origin': '*',
        'content-type': 'application/jwk-set+json',
      },
    });
  });
}
