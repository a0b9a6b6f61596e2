export { addInterval } from './calendar/add-interval.ts';
export { dayAfter, dayBefore } from './calendar/day-after.ts';
export { dayIn } from './calendar/day-in.ts';
export { hasPassed } from './calendar/has-passed.ts';
export { formatInstant } from './calendar/instant.ts';
export { lastDayOf } from './calendar/last-day.ts';
export { periodEnds, type PeriodEnds, type PeriodFacts } from './calendar/period-end.ts';
export { createHandler } from './handler.ts';
export type { HandlerOptions, HostKey, LogEntry } from './handler-options.ts';
export { createOutboxRunner, type OutboxOptions, type OutboxRunner } from './outbox/outbox-runner.ts';
export type { BillingCommand, BillingConfirmation, BillingProvider, BillingSubject } from './ports/billing-provider.ts';
export { clockStartingAt, systemClock, type Clock } from './ports/clock.ts';
export type { CodeMessage, Message, MessageSender, ReceiptMessage } from './ports/message-sender.ts';
export type {
  IntentRecord,
  MemberRecord,
  MembershipFilter,
  MembershipRecord,
  OutboxRecord,
  ReceiptRecord,
  Store,
  StoreRows,
  VerificationRecord,
} from './ports/store.ts';
export type { Challenge, VerificationSubject, Verifier } from './ports/verifier.ts';
export { ServiceError, type ProblemDetails } from './service-error.ts';
