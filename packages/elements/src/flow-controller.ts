import type { Flow } from '@leavewell/sdk';
import type { ReactiveController, ReactiveControllerHost } from 'lit';

/**
 * The one bridge from a flow to an element. While the element is connected it hears every change and asks for an
 * update; what happened in between is told when the element comes back.
 */
export class FlowController<F extends Flow<{ readonly status: string }>> implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #onChange: (state: F['state'], before: F['state'] | null) => void;
  #flow: F | null = null;
  #seen: F['state'] | null = null;
  #letGo: (() => void) | undefined;

  /** `onChange` is called once for every state the flow moves to, not for the one it starts with. */
  constructor(host: ReactiveControllerHost, onChange: (state: F['state'], before: F['state'] | null) => void) {
    this.#host = host;
    this.#onChange = onChange;
    host.addController(this);
  }

  get flow(): F | null {
    return this.#flow;
  }

  get state(): F['state'] | null {
    return this.#flow && this.#flow.state;
  }

  /** Follows another flow; null for none. */
  follow(flow: F | null): void {
    this.hostDisconnected();
    this.#flow = flow;
    this.#seen = this.state;
    this.hostConnected();
  }

  hostConnected(): void {
    this.#letGo?.();
    this.#letGo = this.#flow?.subscribe(() => this.#tell());
    this.#tell();
  }

  hostDisconnected(): void {
    this.#letGo?.();
    this.#letGo = undefined;
  }

  #tell(): void {
    const { state } = this;
    const before = this.#seen;
    if (!state || state === before) return;
    this.#seen = state;
    this.#onChange(state, before);
    this.#host.requestUpdate();
  }
}
