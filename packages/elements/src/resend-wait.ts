import type { Verification } from '@leavewell/sdk';
import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Counts the seconds until another code may be asked for, by the server's times and not by the reader's calendar. */
export class ResendWait implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #now: () => number;
  #seen: Verification | undefined;
  #until = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** `now` gives milliseconds that never run backwards. */
  constructor(host: ReactiveControllerHost, now: () => number) {
    this.#host = host;
    this.#now = now;
    host.addController(this);
  }

  /** Whole seconds left; 0 when another code may be asked for. The host is updated while they pass. */
  secondsFor(verification: Verification): number {
    if (verification.asOf !== this.#seen?.asOf || verification.id !== this.#seen.id) {
      this.#seen = verification;
      this.#until = this.#now() + Date.parse(verification.resendAt) - Date.parse(verification.asOf);
    }
    const seconds = Math.max(0, Math.round((this.#until - this.#now()) / 1000));
    clearTimeout(this.#timer);
    if (seconds) this.#timer = setTimeout(() => this.#host.requestUpdate(), 1000);
    return seconds;
  }

  hostDisconnected(): void {
    clearTimeout(this.#timer);
  }
}
