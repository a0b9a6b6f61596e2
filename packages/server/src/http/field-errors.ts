import type { FullOperation, Problem } from '@leavewell/contract';

type Schema = NonNullable<FullOperation['body']>;
type Failure = Extract<ReturnType<Schema['safeParse']>, { success: false }>;
type Issue = Failure['error']['issues'][number];
type IssueOf<Code extends Issue['code']> = Extract<Issue, { code: Code }>;
type FieldError = NonNullable<Problem['errors']>[number];

function bound(origin: string, side: 'most' | 'least', limit: number | bigint): string {
  const unit: Record<string, string> = { string: ' characters', array: ' entries' };
  return `Must be at ${side} ${limit}${unit[origin] ?? ''}.`;
}

/** What to send instead. zod/mini has no words of its own. */
const remedies: { readonly [Code in Issue['code']]: (issue: IssueOf<Code>) => string } = {
  invalid_type: ({ expected }) => `Send a value of type ${expected}.`,
  invalid_value: ({ values }) => `Must be ${values.map((value) => JSON.stringify(value)).join(' or ')}.`,
  invalid_format: ({ format, pattern }) =>
    pattern === undefined ? `Must have the format ${format}.` : `Must match ${pattern}.`,
  too_small: ({ origin, minimum, inclusive }) =>
    inclusive === false ? `Must be more than ${minimum}.` : bound(origin, 'least', minimum),
  too_big: ({ origin, maximum }) => bound(origin, 'most', maximum),
  not_multiple_of: ({ divisor }) => `Must be a multiple of ${divisor}.`,
  invalid_union: () => 'Has none of the forms that are accepted here; see the schema in openapi.json.',
  invalid_key: () => 'Has a key that is not accepted here.',
  invalid_element: () => 'Has an element that is not accepted here.',
  unrecognized_keys: () => 'Unknown field: leave it out.',
  custom: () => 'Is not accepted here.',
};

function remedyOf<Code extends Issue['code']>(issue: IssueOf<Code> & { readonly code: Code }): string {
  return remedies[issue.code](issue);
}

function fieldOf(path: readonly PropertyKey[]): string {
  return path.map(String).join('.') || '(whole)';
}

/** One entry per field at fault: its path, and what to send instead. The value that was sent is not repeated. */
export function fieldErrors(issues: readonly Issue[]): FieldError[] {
  return issues.flatMap((issue) => {
    if (issue.code !== 'unrecognized_keys') return [{ field: fieldOf(issue.path), message: remedyOf(issue) }];
    return issue.keys.map((key) => ({ field: fieldOf([...issue.path, key]), message: remedyOf(issue) }));
  });
}
