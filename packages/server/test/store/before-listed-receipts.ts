/** Takes a database back to before receipts could be listed, in the SQL of both engines. */
export const beforeListedReceipts: readonly string[] = [
  ...['member', 'account', 'membership'].map((by) => `drop index receipts_by_${by}`),
  ...['member_id', 'account_id', 'membership_id', 'requested_at_ms'].map(
    (column) => `alter table receipts drop column ${column}`,
  ),
  "delete from leavewell_migration where name = '0003-listed-receipts'",
];
