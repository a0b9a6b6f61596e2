export type * from '@leavewell/contract';
export * from './client/member-client.ts';
export * from './flows/cancel-renewal-flow.ts';
export type { Flow } from './flows/flow.ts';
export * from './flows/member-flow.ts';
export * from './flows/resume-renewal-flow.ts';
export * from './member-error.ts';
