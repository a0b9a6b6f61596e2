import { DatabaseSync } from 'node:sqlite';

/** A message as a member would find it on their phone or in their mailbox. */
export interface InboxMessage {
  readonly id: string;
  readonly at: string;
  readonly to: string;
  readonly channel: string;
  readonly subject: string;
  readonly text: string;
  /** The code to enter, when the message carries one. */
  readonly code?: string;
  readonly kind: string;
  readonly memberId: string;
}

/** Stands in for every phone and mailbox of the demo. */
export interface Inbox {
  /** Keeps a message; one that is already there is dropped. */
  add(message: InboxMessage): void;
  /** Newest first. */
  list(): InboxMessage[];
  close(): void;
}

const schema = `
  PRAGMA journal_mode = WAL;
  PRAGMA synchronous = FULL;
  CREATE TABLE IF NOT EXISTS message (
    position INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, at TEXT NOT NULL, recipient TEXT NOT NULL,
    channel TEXT NOT NULL, subject TEXT NOT NULL, text TEXT NOT NULL, code TEXT, kind TEXT NOT NULL, member_id TEXT NOT NULL
  ) STRICT;`;

type Row = ReturnType<ReturnType<DatabaseSync['prepare']>['all']>[number];

function messageOf(row: Row): InboxMessage {
  return {
    id: String(row.id),
    at: String(row.at),
    to: String(row.recipient),
    channel: String(row.channel),
    subject: String(row.subject),
    text: String(row.text),
    ...(row.code !== null && { code: String(row.code) }),
    kind: String(row.kind),
    memberId: String(row.member_id),
  };
}

/** Opens the inbox kept in `file`, which is made when absent. */
export function openInbox(file: string): Inbox {
  const database = new DatabaseSync(file, { timeout: 5000 });
  database.exec(schema);
  const insert = database.prepare(
    `INSERT OR IGNORE INTO message (id, at, recipient, channel, subject, text, code, kind, member_id)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const select = database.prepare('SELECT * FROM message ORDER BY position DESC');
  return {
    add: ({ id, at, to, channel, subject, text, code, kind, memberId }) => {
      insert.run(id, at, to, channel, subject, text, code ?? null, kind, memberId);
    },
    list: () => select.all().map(messageOf),
    close: () => database.close(),
  };
}
