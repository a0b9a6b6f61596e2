// A server of its own process over a real database, with the campaign's company and gateway behind HTTP. Told by the
// variable CAMPAIGN_SERVER; prints `ready <url>`; answers the message `heap` with the bytes that are in use.
import { createServer, systemClock, type Clock, type LogEntry } from '@leavewell/server';
import { serve } from '@leavewell/server/node';
import { campaignProvider } from './campaign-provider.ts';
import { openEngine } from './open-engine.ts';
import { hostKeys, ServerSettings, sessionSecret, withoutFloodGate } from './server-settings.ts';
import { sinkSender } from './sink-sender.ts';

const settings = ServerSettings.parse(JSON.parse(process.env.CAMPAIGN_SERVER ?? '{}'));
const clock: Clock = { now: () => new Date(systemClock.now().getTime() + settings.clockAheadMs) };

/** Everything that is logged is printed, failures with all they hold: the logs are searched afterwards. */
function log(entry: LogEntry): void {
  console.log(entry.error === undefined ? JSON.stringify(entry) : entry);
}

function usedHeap(): number {
  for (let pass = 0; pass < 3; pass += 1) globalThis.gc?.();
  return process.memoryUsage().heapUsed;
}

const engine = await openEngine(settings);
const { handler, outbox } = createServer({
  ...engine,
  clock,
  sessionSecret,
  hostKeys,
  sender: sinkSender(settings.sinkUrl),
  providers: [campaignProvider({ url: settings.companyUrl, timeoutMs: settings.companyTimeoutMs })],
  policy: { place: 'CN', wishes: { CN: { verification: settings.verification ? ['sms_code'] : [] } } },
  limits: settings.limited ? {} : withoutFloodGate,
  ...(settings.logged && { log }),
});
const server = await serve({ handler, port: settings.port, hostname: '127.0.0.1' });
if (settings.outboxEveryMs > 0) outbox.start(settings.outboxEveryMs);
process.on('message', (asked) => {
  if (asked === 'heap') process.send?.({ heap: usedHeap() });
});
// Whoever started it is gone.
process.on('disconnect', () => process.exit(0));
console.log(`store: ${engine.store.describe()}`);
console.log(`ready ${server.url}`);
