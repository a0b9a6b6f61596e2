import { ServiceError } from '../service-error.ts';
import { describeError, type LoggedError } from './describe-error.ts';
import { wordsIn } from './scrub.ts';

function toError({ name, message, stack, code, cause }: LoggedError): Error {
  const options = cause === undefined ? {} : { cause: typeof cause === 'string' ? cause : toError(cause) };
  const error = new Error(message, options);
  error.name = name;
  error.stack = `${name}: ${message}\n${stack ?? ''}`;
  return code === undefined ? error : Object.assign(error, { code });
}

function forgetWords(thrown: unknown, given: readonly unknown[]): unknown {
  const words = [...wordsIn(given)];
  if (thrown instanceof ServiceError) {
    if (thrown.cause === undefined) return thrown;
    const cause = describeError(thrown.cause, words);
    return new ServiceError(thrown.code, thrown.details, { cause: typeof cause === 'string' ? cause : toError(cause) });
  }
  const described = describeError(thrown, words);
  return typeof described === 'string' ? described : toError(described);
}

function isPromise(value: unknown): value is Promise<unknown> {
  return value instanceof Promise;
}

/**
 * A gateway or billing company whose errors do not repeat what it was given: names, numbers, codes and words of people
 * that only the caller knows to be such. Everything else is as it was.
 */
export function withoutRepeats<T extends object>(port: T): T {
  // Stands on the port instead of being it, because what a frozen object has may not be shown otherwise.
  const shadow: T = Object.create(port);
  return new Proxy(shadow, {
    get(_, field) {
      const value: unknown = Reflect.get(port, field);
      if (typeof value !== 'function') return value;
      return (...given: unknown[]): unknown => {
        try {
          const answer: unknown = Reflect.apply(value, port, given);
          if (!isPromise(answer)) return answer;
          return answer.catch((thrown: unknown) => Promise.reject(forgetWords(thrown, given)));
        } catch (thrown) {
          throw forgetWords(thrown, given);
        }
      };
    },
  });
}
