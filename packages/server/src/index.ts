export { addInterval } from './calendar/add-interval.ts';
export { dayAfter, dayBefore } from './calendar/day-after.ts';
export { dayIn } from './calendar/day-in.ts';
export { hasPassed } from './calendar/has-passed.ts';
export { formatInstant } from './calendar/instant.ts';
export { lastDayOf } from './calendar/last-day.ts';
export { periodEnds, type PeriodEnds, type PeriodFacts } from './calendar/period-end.ts';
export { createHandler, createServer, type Handler, type LeavewellServer } from './handler.ts';
export type { HandlerOptions, HostKey } from './handler-options.ts';
export type { StepUpOptions } from './verification/step-up-options.ts';
export type { EnrollingVerifier } from './factors/enrolling-verifier.ts';
export type { Connection } from './limits/client-address.ts';
export { limitTable, type LimitChanges, type LimitName, type LimitRule } from './limits/limit-table.ts';
export { jsonLog, type JsonLogOptions } from './logging/json-log.ts';
export type { LogEntry } from './logging/log-entry.ts';
export { inSpan, type Span, type SpanFacts, type Tracer } from './logging/tracer.ts';
export {
  inProcessRunner,
  type OutboxRunner,
  type RunnerFactory,
  type RunnerParts,
  type TaskKey,
} from './outbox/outbox-runner.ts';
export type {
  BillingCommand,
  BillingConfirmation,
  BillingNotice,
  BillingOrder,
  BillingProvider,
  BillingRefund,
  BillingSubject,
  BillingSubscription,
} from './ports/billing-provider.ts';
export { clockStartingAt, systemClock, type Clock } from './ports/clock.ts';
export type {
  Attachment,
  CodeMessage,
  CommandFailedMessage,
  FactorChangedMessage,
  Message,
  MessageSender,
  ReceiptMessage,
} from './ports/message-sender.ts';
export type {
  Count,
  CountedUse,
  EventRecord,
  IntentRecord,
  MemberRecord,
  MembershipFilter,
  MembershipRecord,
  NumberedEvent,
  OutboxRecord,
  ReceiptRecord,
  Store,
  StoreReads,
  StoreRows,
  VerificationRecord,
} from './ports/store.ts';
export type { CheckTask, NotifyTask, SendTask, SettleTask, Task } from './ports/task.ts';
export type {
  Acceptance,
  Challenge,
  VerificationAnswer,
  VerificationSubject,
  Verifier,
  VerifierOffer,
} from './ports/verifier.ts';
export type { AfterCancelOptions, OfferTerms } from './after-cancel/after-cancel-options.ts';
export type { HostAuthentication } from './session/host-authentication.ts';
export type { PolicyOptions } from './policy/create-policies.ts';
export type {
  DeclarationRecord,
  DeliveryRecord,
  FactorRecord,
  FeedbackRecord,
  FiledFilter,
  FiledKind,
  FiledReads,
  FiledRecords,
  FiledRows,
  OfferRecord,
  SupportRequestRecord,
} from './ports/filed-record.ts';
export type { ReceiptKey } from './receipts/receipt-key.ts';
export type { HostIdentity } from './session/identify-member.ts';
export { ServiceError, type ProblemDetails } from './service-error.ts';
export type { WebhookAddress } from './webhooks/out/webhook-address.ts';
export type { WebhookTransport } from './webhooks/out/webhook-transport.ts';
