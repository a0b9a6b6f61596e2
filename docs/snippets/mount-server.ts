import { ledgerProvider } from '@leavewell/providers/ledger';
import { createHandler } from '@leavewell/server';
import { serve } from '@leavewell/server/node';
import { openSqliteStore } from '@leavewell/server/sqlite';

function required(name: string): string {
  const value = process.env[name];
  if (value === undefined) throw new Error(`Set ${name}.`);
  return value;
}

const handler = createHandler({
  mountPath: '/leavewell',
  store: await openSqliteStore({ file: 'leavewell.sqlite' }),
  providers: [ledgerProvider()],
  hostKeys: [{ tenantId: 'my-company', secret: required('LEAVEWELL_HOST_KEY') }],
  sessionSecret: required('LEAVEWELL_SESSION_SECRET'),
  policy: { place: 'CN', wishes: { CN: { verification: ['sms_code'] } } },
  sender: {
    async send(message) {
      // Hand the message to your own SMS and mail gateways; reject when they did not take it.
      console.log(`${message.channel} to ${message.to}`);
    },
  },
});

const { url } = await serve({ handler, port: 4400, hostname: '127.0.0.1' });
console.log(`listening on ${url}/leavewell`);
