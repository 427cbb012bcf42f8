/**
 * The record of one treatment that may go on being watched after its end. Its summary is written as soon as the end is
 * known, not when somebody acknowledges it (L11); what happens to the device from then on is kept for the next record.
 */
import type { EventType, Journal } from '../../records/journal.ts';
import { messageOf } from '../../errors.ts';
import type { CompanionError } from '../../errors.ts';
import type { Fields } from '../../records/record-line.ts';
import type { Summary } from '../summary.ts';

const mostAfterthoughts = 50;

export class RecordKeeper implements Journal {
  readonly #journal: Journal;
  #ending: Promise<void> | null = null;
  #trouble: string | null = null;
  #afterthoughts: string[] = [];

  readonly #onEnd: (journal: Journal) => void;

  /** @param onEnd called once, when nothing more will be written */
  constructor(journal: Journal, onEnd: (journal: Journal) => void = () => {}) {
    this.#journal = journal;
    this.#onEnd = onEnd;
  }

  get id(): string {
    return this.#journal.id;
  }

  get path(): string {
    return this.#journal.path;
  }

  get failure(): CompanionError | undefined {
    return this.ended ? undefined : this.#journal.failure;
  }

  get lastHash(): string {
    return this.#journal.lastHash;
  }

  get onReserve(): boolean {
    return this.#journal.onReserve;
  }

  get ended(): boolean {
    return this.#ending !== null;
  }

  /** What happened after the summary, in words, for the next record. */
  get afterthoughts(): readonly string[] {
    return this.#afterthoughts;
  }

  append<K extends EventType>(type: K, tS: number, fields: Fields<K>): void {
    if (!this.ended) {
      this.#journal.append(type, tS, fields);
      return;
    }
    if (type === 'sample' || this.#afterthoughts.length >= mostAfterthoughts) return;
    const words = `after the end of ${this.id}, ${type}: ${JSON.stringify(fields)}`;
    this.#afterthoughts = [...this.#afterthoughts, words];
  }

  /** What went wrong with its end, in words; null where nothing did. */
  get trouble(): string | null {
    return this.#trouble;
  }

  /** Writes the summary and closes the file; a second time waits for the first. Never throws. */
  end(summary: Summary | null): Promise<void> {
    this.#ending ??= this.#end(summary);
    return this.#ending;
  }

  async #end(summary: Summary | null): Promise<void> {
    try {
      if (summary !== null && (this.#journal.failure === undefined || this.onReserve)) {
        this.#journal.append('summary', summary.durationS, summary);
      }
      await this.#journal.close();
    } catch (thrown) {
      // Whatever the disk does: how it ended is known. Where the record was lost before, the treatment has tripped by it.
      this.#trouble = messageOf(thrown);
    }
    this.#onEnd(this.#journal);
  }

  flush(): Promise<void> {
    return this.#journal.flush();
  }

  close(): Promise<void> {
    return this.end(null);
  }
}
