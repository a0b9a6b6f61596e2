import {
  type CodeSource,
  type ControlRef,
  type ControlRole,
  controlRoles,
  type FlowDescription,
  type SignIn,
  type TimingPoint,
  type TruthSource,
} from './flow-description.ts';
import {
  fieldsOf,
  FlowError,
  listOf,
  optional,
  type Reader,
  readInstant,
  readNumber,
  readPattern,
  readText,
  readTexts,
  readUrl,
} from './read-field.ts';

const names = [
  'url',
  'language',
  'signIn',
  'open',
  'confirm',
  'keep',
  'decline',
  'resume',
  'receipt',
  'done',
  'steps',
  'fields',
  'code',
  'mail',
  'loggedOut',
  'truth',
  'signUpActivations',
  'timing',
  'reset',
];

const readRole: Reader<ControlRole> = (value, path) => {
  const role = controlRoles.find((each) => each === value);
  if (role === undefined)
    throw new FlowError(`${path} is ${JSON.stringify(value) ?? 'missing'}: give one of ${controlRoles.join(', ')}`);
  return role;
};

const readControl: Reader<ControlRef> = (value, path) => {
  if (typeof value === 'string') return readText(value, path);
  const { role, name } = fieldsOf(value, path, ['role', 'name']);
  return { role: readRole(role, `${path}.role`), name: readText(name, `${path}.name`) };
};

function readCode(base: string): Reader<CodeSource> {
  return (value, path) => {
    const { answer, url, pattern } = fieldsOf(value, path, ['answer', 'url', 'pattern']);
    if (answer !== undefined) return { answer: readText(answer, `${path}.answer`) };
    if (url === undefined) throw new FlowError(`${path} has neither answer nor url: say where the code comes from`);
    return { url: readUrl(base)(url, `${path}.url`), pattern: optional(readPattern, null)(pattern, `${path}.pattern`) };
  };
}

function readSignIn(base: string): Reader<SignIn> {
  return (value, path) => {
    const { url, fields, press } = fieldsOf(value, path, ['url', 'fields', 'press']);
    return {
      url: readUrl(base)(url, `${path}.url`),
      fields: optional(readTexts, {})(fields, `${path}.fields`),
      press: optional(readControl, null)(press, `${path}.press`),
    };
  };
}

function readTruth(base: string): Reader<TruthSource> {
  return (value, path) => {
    const fields = ['url', 'accessEndsAt', 'zone', 'renews', 'headers'];
    const { url, accessEndsAt, zone, renews, headers } = fieldsOf(value, path, fields);
    return {
      url: readUrl(base)(url, `${path}.url`),
      accessEndsAt: optional(readText, 'accessEndsAt')(accessEndsAt, `${path}.accessEndsAt`),
      zone: optional(readText, 'UTC')(zone, `${path}.zone`),
      renews: optional(readText, null)(renews, `${path}.renews`),
      headers: optional(readTexts, {})(headers, `${path}.headers`),
    };
  };
}

function readTiming(base: string): Reader<TimingPoint> {
  return (value, path) => {
    const { before, url, now, truthUrl } = fieldsOf(value, path, ['before', 'url', 'now', 'truthUrl']);
    if (url === undefined && now === undefined)
      throw new FlowError(`${path} has neither url nor now: give one that stands for the time`);
    return {
      before: readText(before, `${path}.before`),
      url: optional(readUrl(base), null)(url, `${path}.url`),
      now: optional(readInstant, null)(now, `${path}.now`),
      truthUrl: optional(readUrl(base), null)(truthUrl, `${path}.truthUrl`),
    };
  };
}

function readMail(base: string): Reader<{ url: string; waitSeconds: number }> {
  return (value, path) => {
    const { url, waitSeconds } = fieldsOf(value, path, ['url', 'waitSeconds']);
    return {
      url: readUrl(base)(url, `${path}.url`),
      waitSeconds: optional(readNumber, 60)(waitSeconds, `${path}.waitSeconds`),
    };
  };
}

function readLoggedOut(base: string) {
  return (value: unknown, path: string) => {
    const { url, fields } = fieldsOf(value, path, ['url', 'fields']);
    return { url: readUrl(base)(url, `${path}.url`), fields: optional(readTexts, {})(fields, `${path}.fields`) };
  };
}

function readReset(base: string) {
  return (value: unknown, path: string) => {
    const { url, method } = fieldsOf(value, path, ['url', 'method']);
    return {
      url: readUrl(base)(url, `${path}.url`),
      method: optional(readText, 'POST')(method, `${path}.method`).toUpperCase(),
    };
  };
}

/**
 * A flow as it stands in a file; `url` is the member page, for which the file may have its own. Throws FlowError, which
 * names the field.
 */
export function parseFlow(value: unknown, url: string | null = null): FlowDescription {
  const flow = fieldsOf(value, 'flow', names);
  const page = readUrl(url ?? 'none:')(flow.url ?? url ?? undefined, 'flow.url');
  const read = <T, U>(name: string, reader: Reader<T>, otherwise: U) =>
    optional(reader, otherwise)(flow[name], `flow.${name}`);
  const control = (name: string) => read(name, readControl, null);
  return {
    url: page,
    language: read('language', readText, null),
    signIn: read('signIn', readSignIn(page), null),
    open: control('open'),
    confirm: control('confirm'),
    keep: control('keep'),
    decline: control('decline'),
    resume: control('resume'),
    receipt: control('receipt'),
    done: control('done'),
    steps: read('steps', listOf(readControl), []),
    fields: read('fields', readTexts, {}),
    code: read('code', readCode(page), null),
    mail: read('mail', readMail(page), null),
    loggedOut: read('loggedOut', readLoggedOut(page), null),
    truth: read('truth', readTruth(page), null),
    signUpActivations: read('signUpActivations', readNumber, null),
    timing: read('timing', listOf(readTiming(page)), []),
    reset: read('reset', readReset(page), null),
  };
}
