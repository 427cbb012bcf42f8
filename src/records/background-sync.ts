/**
 * Makes what was written to a file durable without making anybody wait: at most one sync is in
 * flight, and what is written meanwhile shares the next one.
 */
import type { CompanionError } from '../errors.ts';

export class BackgroundSync {
  readonly #sync: () => Promise<void>;
  readonly #explain: (thrown: unknown) => CompanionError;
  #written = 0;
  #durable = 0;
  #running: Promise<void> | undefined;
  #failure: CompanionError | undefined;

  /**
   * @param sync puts on disk all that was written before it is called
   * @param explain turns what it rejects with into an error for people
   */
  constructor(sync: () => Promise<void>, explain: (thrown: unknown) => CompanionError) {
    this.#sync = sync;
    this.#explain = explain;
  }

  /** Set once a sync has failed. There is no further one. */
  get failure(): CompanionError | undefined {
    return this.#failure;
  }

  /** One more piece has been written: starts a sync, or owes one. */
  written(): void {
    this.#written += 1;
    this.#start();
  }

  /** Resolves when everything written before the call is on disk; rejects with the failure. */
  async flush(): Promise<void> {
    const target = this.#written;
    while (this.#durable < target) {
      if (this.#failure !== undefined) throw this.#failure;
      this.#start();
      await this.#running;
    }
  }

  get #isDue(): boolean {
    return this.#durable < this.#written && this.#failure === undefined;
  }

  #start(): void {
    if (this.#running === undefined && this.#isDue) this.#running = this.#syncUntilDurable();
  }

  async #syncUntilDurable(): Promise<void> {
    while (this.#isDue) {
      const upTo = this.#written;
      try {
        await this.#sync();
        this.#durable = upTo;
      } catch (thrown) {
        // Never tried again: after a failed sync the kernel may drop the pages and report success.
        this.#failure = this.#explain(thrown);
      }
    }
    this.#running = undefined;
  }
}
