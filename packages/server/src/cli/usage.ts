/** What `leavewell --help` prints. */
export const usage = `leavewell serve --data <folder> --port <n> [--host <address>] [--mount <path>]
                [--provider <name or module>]... [--allow-origin <origin>]... [--trusted-proxy <address>]...
                [--limit <name>=<number or off>]...

  --data           folder for the database and the session secret; created when missing
  --port           port to listen on; 0 for any free one
  --host           address to listen on; 127.0.0.1 when absent
  --mount          path below which it answers, such as /leavewell; the root when absent
  --provider       stripe, paddle, ledger, or a module with a billing provider; may be given again; ledger when absent
  --allow-origin   origin whose pages may call, such as https://www.example.com; may be given again
  --trusted-proxy  address or range of a proxy whose X-Forwarded-For is believed, such as 10.0.0.0/8; may be given again
  --limit          another number for one of the limits, such as requestsPerAddress=2000; may be given again

  LEAVEWELL_HOST_KEY        secret of the host's backend, at least 16 characters; required. Two, with a space between
                            them, while one takes the place of the other
  LEAVEWELL_SESSION_SECRET  signs sessions, at least 32 characters; a file in the folder when absent. Required with
                            DATABASE_URL, because every process must have the same
  DATABASE_URL              address of a PostgreSQL database; SQLite in the folder when absent
  LEAVEWELL_MESSAGES_URL    address that messages are posted to as JSON
  LEAVEWELL_PLACE           profile of the place whose law is followed, such as CN, DE or CA; BASE when absent
  LEAVEWELL_VERIFICATION    ways to verify cancelling, best first, with spaces between: sms_code email_code; none when
                            absent
  LEAVEWELL_RECEIPT_KEYS    signs receipts: a JSON list of keys, the first signs; a file in the folder when absent. Give
                            it with DATABASE_URL, because every process must have the same
  LEAVEWELL_WEBHOOK_URL     address that events are posted to, as Standard Webhooks
  LEAVEWELL_WEBHOOK_SECRET  signs them: whsec_ and base64; two, with a space between them, while rotating
  LEAVEWELL_NOW             instant at which the clock starts, for trials
  STRIPE_SECRET_KEY, STRIPE_WEBHOOK_SECRET, PADDLE_API_KEY, PADDLE_WEBHOOK_SECRET
                            of the billing company; required with its provider`;
