import { paddleProvider } from '@leavewell/providers/paddle';
import { stripeProvider } from '@leavewell/providers/stripe';
import { createServer, jsonLog } from '@leavewell/server';
import { serve } from '@leavewell/server/node';
import { openPostgresStore, postgresRunner } from '@leavewell/server/postgres';
import { nodeWebhookTransport } from '@leavewell/server/webhooks';

function required(name: string): string {
  const value = process.env[name];
  if (value === undefined) throw new Error(`Set ${name}.`);
  return value;
}

const tenantId = 'my-company';
const url = required('DATABASE_URL');

const { handler, outbox } = createServer({
  store: await openPostgresStore({ url }),
  runner: postgresRunner({ url }),
  providers: [
    stripeProvider({ secretKey: required('STRIPE_SECRET_KEY'), webhookSecret: required('STRIPE_WEBHOOK_SECRET') }),
    paddleProvider({ apiKey: required('PADDLE_API_KEY'), webhookSecret: required('PADDLE_WEBHOOK_SECRET') }),
  ],
  // Two keys while the old one is being replaced.
  hostKeys: [
    { tenantId, secret: required('LEAVEWELL_HOST_KEY') },
    { tenantId, secret: required('LEAVEWELL_OLD_HOST_KEY') },
  ],
  sessionSecret: required('LEAVEWELL_SESSION_SECRET'),
  sender: { send: async (message) => console.log(`${message.channel} for ${message.memberId}`) },
  webhooks: [{ tenantId, url: 'https://example.com/leavewell-events', secrets: [required('LEAVEWELL_WEBHOOK_SECRET')] }],
  webhookTransport: nodeWebhookTransport(),
  trustedProxies: ['10.0.0.0/8'],
  log: jsonLog(),
});

outbox.start(5000);
await serve({ handler, port: 4400 });
