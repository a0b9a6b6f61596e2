export * from './fault-injection.ts';
export * from './fixture-clock.ts';
export * from './in-page-server.ts';
export * from './member-fixtures.ts';
export * from './membership-fixtures.ts';
