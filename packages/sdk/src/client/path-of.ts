import { MemberError } from '../member-error.ts';

/**
 * An operation's path with its parameters filled in, each as one segment.
 * @throws MemberError `invalid_request` when one is missing or would lead to another path: nothing, `.` and `..`
 */
export function pathOf(path: string, parameters: Readonly<Record<string, string>> = {}): string {
  return path.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = parameters[name] ?? '';
    if (!/^\.{0,2}$/.test(value)) return encodeURIComponent(value);
    const cause = new TypeError(`${name}: "${value}" is no id`);
    throw new MemberError('invalid_request', { retryable: false, cause });
  });
}
