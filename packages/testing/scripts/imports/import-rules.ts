/** What one package or folder may import. A name stands for itself and everything below it: `lit` for `lit/static-html.js`. */
export interface ImportRule {
  /** Packages it may import. */
  readonly packages: readonly string[];
  /** Those of them it may import for their types alone. */
  readonly typesOnly?: readonly string[];
}

/** The arrows between packages: the table of the architecture. */
export const packageRules: Readonly<Record<string, ImportRule>> = {
  contract: { packages: ['zod/mini'] },
  policies: { packages: ['@leavewell/contract'], typesOnly: ['@leavewell/contract'] },
  sdk: { packages: ['@leavewell/contract', 'ky'] },
  locales: { packages: [] },
  elements: { packages: ['lit', '@leavewell/sdk', '@leavewell/locales'] },
  server: {
    packages: [
      '@leavewell/contract',
      '@leavewell/policies',
      // The pages and files that the server writes itself need words.
      '@leavewell/locales',
      'hono',
      '@hono/node-server',
      '@simplewebauthn/server',
      'hash-wasm',
      'ipaddr.js',
      'jose',
      'kysely',
      'otpauth',
      'pg',
      'pg-boss',
      'node:',
    ],
  },
  providers: { packages: ['@leavewell/server', 'stripe', 'node:'] },
  audit: { packages: ['@leavewell/policies', 'playwright-core', 'node:'] },
  testing: {
    packages: [
      ...['contract', 'sdk', 'locales', 'elements', 'server', 'providers', 'policies', 'audit'].map((name) => `@leavewell/${name}`),
      'pg',
      'node:',
    ],
  },
};

/** What the files of one folder may import, beside what is in the folder itself. */
export interface FolderRule {
  /** Below `packages/`, with a slash at the end. */
  readonly folder: string;
  readonly packages: readonly string[];
  /** Folders and files of the same package's `src`. */
  readonly folders: readonly string[];
  /** Those of both that it may import for their types alone. */
  readonly typesOnly: readonly string[];
}

/** The arrows inside a package. */
export const folderRules: readonly FolderRule[] = [
  {
    folder: 'server/src/rules/',
    packages: ['@leavewell/contract', '@leavewell/policies'],
    folders: ['ports/', 'calendar/', 'bounded-map.ts'],
    typesOnly: ['@leavewell/contract', '@leavewell/policies', 'ports/'],
  },
  { folder: 'server/src/calendar/', packages: ['@leavewell/contract'], folders: [], typesOnly: ['@leavewell/contract'] },
  {
    folder: 'sdk/src/flows/',
    packages: ['@leavewell/contract'],
    folders: ['client/', 'member-error.ts'],
    typesOnly: [],
  },
];

/** The ways into our packages that a page loads; nothing they reach may need Node. */
export const pageEntries: readonly string[] = [
  '@leavewell/contract',
  '@leavewell/contract/openapi',
  '@leavewell/sdk',
  '@leavewell/sdk/verify-receipt',
  '@leavewell/locales',
  '@leavewell/locales/receipts',
  '@leavewell/elements',
  '@leavewell/elements/define/member-center',
  '@leavewell/elements/define/cancel-renewal',
  '@leavewell/server',
  '@leavewell/server/memory',
  '@leavewell/server/receipts',
  '@leavewell/providers/ledger',
  '@leavewell/testing',
];

/** What only Node can load. */
export const nodeOnly: readonly string[] = ['node:', 'kysely', 'pg', 'pg-boss', 'stripe', '@hono/node-server'];

/** Strings that a package may not hold. */
export const forbiddenLiterals: readonly { readonly folder: string; readonly pattern: RegExp; readonly why: string }[] = [
  { folder: 'elements/src/', pattern: /\/v\d+(\/|$)/, why: 'an element names no URL path; the SDK does' },
];

/** Files that load a module whose name is only known when they run: the program loads the provider it is told to. */
export const computedImports: readonly string[] = ['server/src/cli/load-provider.ts'];
