import { Hono } from 'hono';
import type { MessageSender } from '@leavewell/server';

const notUnderstood = {
  type: 'about:blank',
  title: 'Not a message',
  status: 400,
  code: 'invalid_message',
  detail: 'Post what leavewell posts to LEAVEWELL_MESSAGES_URL: one message as JSON.',
};

/** Where a server that runs by itself posts its messages to: the demo's SMS and mail gateway. */
export function messagesRoute(gateway: MessageSender): Hono {
  const route = new Hono();
  route.post('/', async (c) => {
    try {
      await gateway.send(await c.req.json());
      return c.body(null, 204);
    } catch {
      return c.json(notUnderstood, 400, { 'content-type': 'application/problem+json' });
    }
  });
  return route;
}
