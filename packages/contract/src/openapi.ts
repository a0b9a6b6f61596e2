import * as z from 'zod/mini';
import { AfterCancel, Taken } from './after-cancel.ts';
import { refusalErrors, serverErrors, type ServerErrorCode } from './errors.ts';
import { Factor, FactorList, FactorSetup } from './factor.ts';
import { FeedbackReport } from './feedback-report.ts';
import { HostEvent, HostEventPage } from './host-event.ts';
import {
  CreateSession,
  PutMember,
  PutMemberResult,
  PutMembership,
  PutMembershipResult,
  SessionToken,
  WebhookTaken,
} from './host.ts';
import { CalendarDate, Instant, TimeZone } from './instant.ts';
import {
  AddFactor,
  CancelRenewalRequest,
  DecideOffer,
  FinishFactor,
  FinishVerification,
  RemoveFactor,
  RequestCancelWithoutLogin,
  RequestSupport,
  ResumeRenewalRequest,
  SendFeedback,
  StartVerification,
  WithdrawRequest,
} from './member-requests.ts';
import { Membership, MembershipPage } from './membership.ts';
import type { FullOperation } from './operation.ts';
import { operations, type OperationName } from './operations.ts';
import { Problem } from './problem.ts';
import { DeclarationPage, DeclarationReceipt } from './public-cancellation.ts';
import { CancelPreview, Receipt, ReceiptPage, RenewalOutcome, WithdrawPreview } from './receipt.ts';
import { Session } from './session.ts';
import { SupportRequest } from './support.ts';
import { Verification, VerificationProof } from './verification.ts';

const summaries: Record<OperationName, string> = {
  getSession: 'Who is asking, what they may do, and what each command asks of them',
  listMemberships: 'The memberships this member may see',
  getMembership: 'One membership, with its dates and what may be done now',
  previewCancelRenewal: 'What cancelling would do, before anything is decided',
  cancelRenewal: 'Stop automatic renewal; access stays until the last day',
  resumeRenewal: 'Turn automatic renewal back on',
  previewWithdraw: 'What undoing the purchase would do, before anything is decided',
  withdraw: 'Undo the purchase within the time the law gives',
  startVerification: 'Begin to verify one act on one membership',
  finishVerification: 'Exchange the answer for a proof that works once',
  listReceipts: 'What this member keeps of every command that took effect, the newest first',
  getReceipt: 'The receipt of a command that took effect',
  requestSupport: 'Ask a person to cancel; counts from the moment it arrives',
  afterCancel: 'What may be asked or offered after a cancellation took effect',
  sendFeedback: 'Say why, after the cancellation, if at all',
  acceptOffer: 'Take an offer that was shown with its price and end',
  declineOffer: 'Leave an offer; it is not made again soon',
  listFactors: 'The ways to verify that this member set up',
  addFactor: 'Begin to set up a way to verify',
  finishFactor: 'End setting up a way to verify',
  removeFactor: 'Take a way to verify away',
  requestCancelWithoutLogin: 'Declare a cancellation or withdrawal without a login',
  listDeclarations: 'Declarations that visitors made without a login, in order',
  getFeedbackReport: 'Why members left, in groups large enough that nobody can be told from them',
  createSession: "Mint a session token for one member, from the host's backend",
  putMember: 'Say who a member is, whether they log in or not',
  putMembership: 'Declare a membership or replace what the host knows of it',
  listEvents: 'What happened to the memberships of this host, in order',
  receiveWebhook: 'Take a notice of a billing company; it is only a reason to ask the company again',
};

const components: Record<string, z.ZodMiniType> = {
  Session,
  Membership,
  MembershipPage,
  CancelPreview,
  CancelRenewalRequest,
  ResumeRenewalRequest,
  RenewalOutcome,
  Receipt,
  ReceiptPage,
  StartVerification,
  Verification,
  FinishVerification,
  VerificationProof,
  CreateSession,
  SessionToken,
  PutMembership,
  PutMember,
  PutMemberResult,
  PutMembershipResult,
  HostEvent,
  HostEventPage,
  WithdrawPreview,
  WithdrawRequest,
  RequestSupport,
  SupportRequest,
  AfterCancel,
  SendFeedback,
  DecideOffer,
  Taken,
  Factor,
  FactorList,
  FactorSetup,
  AddFactor,
  FinishFactor,
  RemoveFactor,
  RequestCancelWithoutLogin,
  DeclarationReceipt,
  DeclarationPage,
  FeedbackReport,
  WebhookTaken,
  Problem,
};

type Json = Record<string, unknown>;

/** What the document says of texts whose schema is looser than their meaning. */
const formats = new Map<unknown, Json>([
  [Instant, { format: 'date-time', description: 'ISO 8601 in UTC' }],
  [CalendarDate, { format: 'date', description: 'A calendar day in the time zone beside it' }],
  [TimeZone, { description: 'An IANA time zone name' }],
]);

/** Named schemas as JSON Schema 2020-12, referring to each other by `#/components/schemas/`. */
function componentSchemas(): Json {
  const registry = z.registry<{ id: string }>();
  for (const [id, schema] of Object.entries(components)) registry.add(schema, { id });
  const { schemas } = z.toJSONSchema(registry, {
    io: 'input',
    uri: (id) => `#/components/schemas/${id}`,
    override: ({ zodSchema, jsonSchema }) => Object.assign(jsonSchema, formats.get(zodSchema)),
  });
  for (const schema of Object.values(schemas)) {
    delete schema.$id;
    delete schema.$schema;
  }
  return schemas;
}

function reference(schema: z.ZodMiniType): Json {
  const name = Object.keys(components).find((id) => components[id] === schema);
  if (name === undefined) throw new Error('openapi: a schema of the operations table has no component name');
  return { $ref: `#/components/schemas/${name}` };
}

/** What a command carries beside its body. */
const commandHeaders: readonly Json[] = [
  {
    name: 'Idempotency-Key',
    in: 'header',
    required: true,
    description: 'One key for one intent of the member; repeats with it answer the same bytes.',
    schema: { type: 'string', minLength: 8, maxLength: 128 },
  },
  {
    name: 'If-Match',
    in: 'header',
    required: false,
    description: 'The entity tag of the membership as the member saw it; another one is refused with 412.',
    schema: { type: 'string' },
  },
];

/** Who calls, as a security requirement. A notice of a billing company is signed in the company's own way. */
const securityOf: Record<FullOperation['caller'], readonly Json[]> = {
  member: [{ member: [] }],
  host: [{ host: [] }],
  provider: [],
  public: [],
};

const callerErrors: Record<FullOperation['caller'], readonly ServerErrorCode[]> = {
  member: ['session_missing', 'session_expired'],
  host: ['host_key_invalid'],
  provider: [],
  public: [],
};

/** What any operation of its shape may be answered with, beside its own codes. */
function commonErrors({ method, caller, body, raw }: FullOperation): ServerErrorCode[] {
  const withBody: ServerErrorCode[] = raw ? ['payload_too_large'] : ['payload_too_large', 'unsupported_media_type'];
  return [
    'invalid_request',
    ...callerErrors[caller],
    ...(method !== 'GET' ? (['origin_not_allowed'] as const) : []),
    ...(body || raw ? withBody : []),
    'rate_limited',
    'internal',
    'store_unavailable',
  ];
}

function requestBodyOf({ body, raw }: FullOperation): Json {
  const schema = raw ? { type: 'object' } : body && reference(body);
  return schema ? { requestBody: { required: true, content: { 'application/json': { schema } } } } : {};
}

function answersOf({ response, alsoAs = [], idempotent }: FullOperation): Json {
  const files = alsoAs.map((mediaType) => [mediaType, { schema: { type: 'string' } }]);
  const content = { 'application/json': { schema: reference(response) }, ...Object.fromEntries(files) };
  return {
    '200': { description: 'Done', content },
    ...(idempotent && { '202': { description: 'Sent to the billing company, which has not confirmed it yet', content } }),
  };
}

function parametersOf(operation: FullOperation): Json[] {
  const path = [...operation.path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({
    name,
    in: 'path',
    required: true,
    schema: { type: 'string' },
  }));
  const shape = operation.query instanceof z.ZodMiniObject ? operation.query.def.shape : {};
  const query = Object.entries(shape).map(([name, schema]) => {
    const { $schema: _, ...json } = z.toJSONSchema(schema, { io: 'input' });
    return { name, in: 'query', required: false, schema: json };
  });
  return [...path, ...query, ...(operation.idempotent ? commandHeaders : [])];
}

function statusOf(code: ServerErrorCode): number {
  return { ...serverErrors, ...refusalErrors }[code];
}

/** One response per status, naming the codes that can stand in it. */
function problemResponses(operation: FullOperation): Json {
  const byStatus = new Map<number, ServerErrorCode[]>();
  for (const code of new Set([...callerErrors[operation.caller], ...operation.errors, ...commonErrors(operation)])) {
    byStatus.set(statusOf(code), [...(byStatus.get(statusOf(code)) ?? []), code]);
  }
  const content = { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } };
  return Object.fromEntries(
    [...byStatus].map(([status, codes]) => [String(status), { description: `code: ${codes.join(', ')}`, content }]),
  );
}

function describe(name: OperationName): Json {
  const operation: FullOperation = operations[name];
  return {
    operationId: name,
    summary: summaries[name],
    tags: [operation.caller],
    security: securityOf[operation.caller],
    parameters: parametersOf(operation),
    ...requestBodyOf(operation),
    responses: { ...answersOf(operation), ...problemResponses(operation) },
  };
}

/**
 * The OpenAPI 3.1 document of the whole operations table.
 * @param serverUrl - the mount path or full address the server answers under
 */
export function openApiDocument(serverUrl: string): Json {
  const paths: Record<string, Json> = {};
  for (const name of Object.keys(operations) as OperationName[]) {
    const { path, method } = operations[name];
    paths[path] = { ...paths[path], [method.toLowerCase()]: describe(name) };
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'leavewell',
      version: '1.0.0',
      summary: 'Members see until when they have what they paid for, and stop or restart renewal.',
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: serverUrl }],
    tags: [
      { name: 'member', description: "Called by a member's browser with a session token." },
      { name: 'host', description: "Called by the host's backend with its secret key." },
      { name: 'public', description: 'Open to anybody, within limits.' },
      { name: 'provider', description: 'Called by a billing company, which signs what it sends.' },
    ],
    paths,
    components: {
      schemas: componentSchemas(),
      securitySchemes: {
        member: { type: 'http', scheme: 'bearer', description: 'A short-lived session token of one member.' },
        host: { type: 'http', scheme: 'bearer', description: "The host's secret key." },
      },
    },
  };
}
