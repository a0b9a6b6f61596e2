import type { MemberClient } from '../client/member-client.ts';

/** Where the keys of unfinished intents are kept; `localStorage` fits. Never a token, a proof or a code. */
export type IntentStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

/** The keys of intents that were sent and whose outcome is not known, of every membership of one server. */
export interface UnfinishedIntents {
  /** The key of what was begun for `subject` less than a day before `asOf`. */
  find(subject: string, asOf: string): string | undefined;
  keep(subject: string, key: string, since: string): void;
  drop(subject: string): void;
}

type Entry = readonly [subject: string, key: string, since: string];

const day = 86_400_000;
const runtime: Partial<Pick<typeof globalThis, 'localStorage'>> = globalThis;
const memories = new WeakMap<MemberClient, IntentStorage>();

/** Lives as long as the client. */
function memoryOf(client: MemberClient): IntentStorage {
  const items = new Map<string, string>();
  const memory: IntentStorage = memories.get(client) ?? {
    getItem: (name) => items.get(name) ?? null,
    setItem: (name, value) => void items.set(name, value),
    removeItem: (name) => void items.delete(name),
  };
  memories.set(client, memory);
  return memory;
}

/** The page's own, where there is one and it may be used; it is refused by throwing in some frames. */
function storageOf(client: MemberClient): IntentStorage {
  try {
    return (client.endpoint && runtime.localStorage) || memoryOf(client);
  } catch {
    return memoryOf(client);
  }
}

function isEntry(value: unknown): value is Entry {
  return Array.isArray(value) && value.length === 3 && value.every((part) => typeof part === 'string');
}

/** The keys that are kept for the server of `client`; in `localStorage` or as long as the client lives when absent. */
export function unfinishedIntents(client: MemberClient, storage = storageOf(client)): UnfinishedIntents {
  const name = `leavewell:${client.endpoint ?? ''}`;

  function read(): Entry[] {
    try {
      const kept: unknown = JSON.parse(storage.getItem(name) ?? '[]');
      return Array.isArray(kept) ? kept.filter(isEntry) : [];
    } catch {
      return [];
    }
  }

  /** A storage that is full or refused only means that another page load does not know of the intent. */
  function write(entries: readonly Entry[]): void {
    try {
      if (entries.length) storage.setItem(name, JSON.stringify(entries));
      else storage.removeItem(name);
    } catch {}
  }

  const others = (subject: string) => read().filter(([other]) => other !== subject);

  return {
    find(subject, asOf) {
      const kept = read();
      const young = kept.filter(([, , since]) => Date.parse(asOf) - Date.parse(since) < day);
      if (young.length < kept.length) write(young);
      return young.find(([other]) => other === subject)?.[1];
    },
    keep: (subject, key, since) => write([...others(subject), [subject, key, since]]),
    drop: (subject) => write(others(subject)),
  };
}
