import { formatInstant } from '../calendar/instant.ts';
import type { LogEntry } from '../handler-options.ts';
import type { Clock } from '../ports/clock.ts';
import type { Message, MessageSender } from '../ports/message-sender.ts';
import type { OutboxRecord, Store } from '../ports/store.ts';
import { withoutSecrets } from './without-secrets.ts';

const maxAttempts = 10;
const firstDelayMs = 60_000;
const maxDelayMs = 6 * 60 * 60_000;
const maxPerRun = 100;

/** What the runner works with. */
export interface OutboxOptions {
  readonly store: Store;
  readonly sender: MessageSender;
  readonly clock: Clock;
  readonly log?: (entry: LogEntry) => void;
}

/** Delivers what committed changes left to be sent. */
export interface OutboxRunner {
  /** Delivers what is due; resolves to how many messages were accepted. */
  runOnce(): Promise<number>;
  /** Runs now without being waited for; failures are logged. */
  kick(): void;
  /** Runs every `everyMs` milliseconds until the returned function is called. */
  start(everyMs: number): () => void;
}

/**
 * Delivers messages at least once. A message is put off before it is tried, so that two runners do not send it at once
 * and a lost process leaves it to the next; each try waits twice as long as the one before, and after ten it is parked.
 */
export function createOutboxRunner({ store, sender, clock, log = () => {} }: OutboxOptions): OutboxRunner {
  const close = (row: OutboxRecord) =>
    store.transaction((rows) => rows.updateOutbox({ ...row, closedAt: formatInstant(clock.now()) }));

  async function deliver(row: OutboxRecord): Promise<number> {
    try {
      await sender.send(row.message);
    } catch (error) {
      const isLast = row.attempts >= maxAttempts;
      log({ level: 'error', message: failureText(row, isLast, error) });
      if (isLast) await close(row);
      return 0;
    }
    await close(row);
    return 1;
  }

  async function runOnce(): Promise<number> {
    let delivered = 0;
    for (let count = 0; count < maxPerRun; count += 1) {
      const row = await claimNext(store, clock.now());
      if (!row) break;
      delivered += await deliver(row);
    }
    return delivered;
  }

  const kick = () => {
    runOnce().catch((error: unknown) => log({ level: 'error', message: 'outbox: run failed', error }));
  };
  return {
    runOnce,
    kick,
    start: (everyMs) => {
      const timer = setInterval(kick, everyMs);
      return () => clearInterval(timer);
    },
  };
}

/** The oldest message that is due, counted as tried and put off until its next try. */
async function claimNext(store: Store, now: Date): Promise<OutboxRecord | undefined> {
  return store.transaction(async (rows) => {
    const [row] = await rows.dueOutbox(formatInstant(now), 1);
    if (!row) return undefined;
    const delay = Math.min(firstDelayMs * 2 ** row.attempts, maxDelayMs);
    const claimed = { ...row, attempts: row.attempts + 1, dueAt: formatInstant(new Date(now.getTime() + delay)) };
    await rows.updateOutbox(claimed);
    return claimed;
  });
}

function failureText({ id, message, attempts }: OutboxRecord, isLast: boolean, error: unknown): string {
  const what = isLast ? `parked after ${attempts} tries` : `not sent at try ${attempts}`;
  return `outbox: message ${id} ${what}: ${withoutSecrets(error, secretsOf(message))}`;
}

function secretsOf(message: Message): string[] {
  return message.kind === 'verification_code' ? [message.to, message.code] : [message.to, message.memberName];
}
