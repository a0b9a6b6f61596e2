/// <reference types="node" />
import { readFileSync } from 'node:fs';

/** One operation of a company's own description, see the note in the file. */
export interface DescribedOperation {
  readonly method: string;
  readonly path: string;
  readonly parameters: readonly {
    readonly name: string;
    readonly in: string;
    readonly required: boolean;
    readonly explode: boolean;
    readonly schema: { readonly type?: string };
  }[];
  readonly body?: { readonly type: string; readonly schema: object };
  readonly responses: Readonly<Record<string, object>>;
}

/** What our providers use of a company's own description. */
export interface CompanyDocument {
  readonly operations: readonly DescribedOperation[];
  readonly schemas: Readonly<Record<string, object>>;
}

/** Reads the extract of one company. */
export function companyDocument(company: 'stripe' | 'paddle'): CompanyDocument {
  return JSON.parse(readFileSync(new URL(`../../fixtures/openapi/${company}.json`, import.meta.url), 'utf8'));
}
