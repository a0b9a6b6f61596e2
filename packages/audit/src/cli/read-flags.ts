/// <reference types="node" />
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { findProfile, type ProfileId, profileIds } from '@leavewell/policies';
import { isRunnable } from '../browser/find-browser.ts';
import { lexiconOf, lexicons } from '../lexicon/lexicon-of.ts';
import { UsageError } from './usage-error.ts';

/** What the command line says. */
export interface Flags {
  readonly url: string | null;
  readonly flow: string | null;
  readonly policy: ProfileId;
  readonly out: string | null;
  readonly language: string | null;
  readonly browser: string | null;
}

/** The flags of `leavewell-audit`; null when help was asked for. Throws UsageError, which names the flag. */
export function readFlags(args: readonly string[]): Flags | null {
  const { values, positionals } = parse(args);
  if (values.help) return null;
  const [url, ...more] = positionals;
  if (more.length > 0) throw new UsageError(`"${more.join(' ')}" is one address too many: give one <url>`);
  if (url === undefined && values.flow === undefined)
    throw new UsageError('<url> is missing: give the member page, or --flow with a url in it');
  return {
    url: url === undefined ? null : urlOf(url),
    flow: values.flow === undefined ? null : resolve(values.flow),
    policy: policyOf(values.policy ?? 'BASE'),
    out: values.out === undefined ? null : resolve(values.out),
    language: values.lang === undefined ? null : languageOf(values.lang),
    browser: values.browser === undefined ? null : browserOf(values.browser),
  };
}

function parse(args: readonly string[]) {
  const text = { type: 'string' } as const;
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        flow: text,
        policy: text,
        out: text,
        lang: text,
        browser: text,
        help: { type: 'boolean', short: 'h' },
      },
    });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

function urlOf(given: string): string {
  const url = URL.parse(given);
  if (url !== null && /^https?:$/.test(url.protocol)) return url.href;
  throw new UsageError(`<url> "${given}" is no address: give one that begins with http:// or https://`);
}

function policyOf(given: string): ProfileId {
  const profile = findProfile(given);
  if (profile !== undefined) return profile;
  throw new UsageError(`--policy "${given}" is not known: give one of ${profileIds.join(', ')}`);
}

function languageOf(given: string): string {
  if (lexiconOf(given) !== null) return given;
  throw new UsageError(
    `--lang "${given}" is not known: give one of ${lexicons.map(({ language }) => language).join(', ')}`,
  );
}

function browserOf(given: string): string {
  if (isRunnable(given)) return given;
  throw new UsageError(`--browser "${given}" cannot be run: give the path of a Chromium`);
}
