/**
 * The event streams of all pages. Each is a place in a record, and the newest state; nothing is queued for anybody, so a
 * slow page costs no memory: it skips states, is served lines as fast as it takes them, and is dropped when it takes
 * nothing for long. It comes back with `Last-Event-ID` and misses nothing.
 */
import type { ServerResponse } from 'node:http';
import { eventIdPattern } from './contract/events.ts';
import type { LiveState } from './contract/live-state.ts';
import { RecordFile } from './archive/record-file.ts';

interface Client {
  readonly response: ServerResponse;
  /** Who watches. */
  readonly owner: string;
  /** What is left to replay of an earlier record, before the present one. */
  earlier: RecordFile | null;
  /** It is not yet known where it goes on. */
  looking: boolean;
  announced: string | null;
  nextSeq: number;
  /** The state that was sent last. */
  sent: string | null;
  blockedSinceMs: number | null;
}

export interface StreamLimits {
  readonly mostStreams: number;
  /** Without taking anything for so long, a page is gone. */
  readonly dropAfterMs: number;
}

export const usualStreams: StreamLimits = { mostStreams: 1000, dropAfterMs: 15_000 };
/** The part of them that one account may hold. */
export const shareOfOne = 1 / 4;

/** How long a page that lost the stream waits before it asks again. */
export const retryMs = 1000;
const sweepMs = 2000;
export const heartbeatMs = 15_000;

export class Streams {
  readonly #folder: string;
  readonly #limits: StreamLimits;
  readonly #clients = new Set<Client>();
  readonly #sweep: NodeJS.Timeout;
  readonly #heartbeat: NodeJS.Timeout;
  #record: RecordFile | null = null;
  #stateText = '';

  constructor(folder: string, limits: StreamLimits) {
    this.#folder = folder;
    this.#limits = limits;
    this.#sweep = setInterval(() => {
      this.#dropSilent();
    }, sweepMs);
    this.#heartbeat = setInterval(() => {
      for (const client of this.#clients) {
        if (client.blockedSinceMs === null) this.#write(client, ': still here\n\n');
      }
    }, heartbeatMs);
    this.#sweep.unref();
    this.#heartbeat.unref();
  }

  get count(): number {
    return this.#clients.size;
  }
  /** No room for one more of this person's: one account holds a quarter at most. */
  isFullFor(owner: string): boolean {
    const { mostStreams } = this.#limits;
    if (this.#clients.size >= mostStreams) return true;
    let held = 0;
    for (const client of this.#clients) if (client.owner === owner) held += 1;
    return held >= Math.ceil(mostStreams * shareOfOne);
  }

  /** A new state; the record is looked at for lines that came with it. */
  publish(state: LiveState): void {
    const { treatmentId } = state;
    if (treatmentId !== null && this.#record?.id !== treatmentId) {
      this.#finishEarlier();
      this.#record = new RecordFile(this.#folder, treatmentId);
    }
    this.#record?.grow();
    this.#stateText = `event: state\ndata: ${JSON.stringify(state)}\n\n`;
    for (const client of this.#clients) this.#pump(client);
  }

  /** Whoever is behind in the record of before gets the rest of it first. */
  #finishEarlier(): void {
    const before = this.#record;
    if (before === null) return;
    let whole = false;
    while (!whole) whole = before.grow();
    for (const client of this.#clients) {
      if (client.earlier !== null || client.looking) continue;
      if (client.announced === before.id && client.nextSeq < before.count) client.earlier = before;
      else client.nextSeq = 0;
    }
  }

  /** Serves a page from now on. @param lastEventId what it had last; null where it had nothing */
  open(response: ServerResponse, owner: string, lastEventId: string | null): void {
    response.writeHead(200, {
      'Content-Type': 'text/event-stream; charset=utf-8',
      'Cache-Control': 'no-store',
      'X-Accel-Buffering': 'no',
      'X-Content-Type-Options': 'nosniff',
    });
    response.socket?.setNoDelay(true);
    const client: Client = {
      response,
      owner,
      earlier: null,
      looking: false,
      announced: null,
      nextSeq: 0,
      sent: null,
      blockedSinceMs: null,
    };
    this.#clients.add(client);
    response.on('drain', () => {
      client.blockedSinceMs = null;
      this.#pump(client);
    });
    const gone = (): void => {
      this.#clients.delete(client);
    };
    response.on('close', gone);
    response.on('error', gone);
    this.#write(client, `retry: ${retryMs}\n\n`);
    this.#seek(client, lastEventId);
    this.#pump(client);
  }

  #seek(client: Client, lastEventId: string | null): void {
    const [, id, seq] = eventIdPattern.exec(lastEventId ?? '') ?? [];
    if (id === undefined || seq === undefined) return;
    if (id === this.#record?.id) {
      client.nextSeq = Math.min(Number(seq) + 1, this.#record.count);
      return;
    }
    client.looking = true;
    this.#lookFor(client, new RecordFile(this.#folder, id), Number(seq));
  }

  /** Piece by piece: a long record of before holds up nobody. */
  #lookFor(client: Client, earlier: RecordFile, seq: number): void {
    if (!this.#clients.has(client)) return;
    if (!earlier.grow()) {
      setImmediate(() => {
        this.#lookFor(client, earlier, seq);
      });
      return;
    }
    client.looking = false;
    if (seq < earlier.count) {
      client.earlier = earlier;
      client.nextSeq = seq + 1;
    }
    this.#pump(client);
  }

  /** Sends what there is, until the page takes no more for now. */
  #pump(client: Client): void {
    while (client.blockedSinceMs === null) {
      const text = this.#next(client);
      if (text === null) return;
      this.#write(client, text);
    }
  }

  /** The state first: it is what matters now. Then the lines, some at a time. */
  #next(client: Client): string | null {
    if (client.sent !== this.#stateText) {
      client.sent = this.#stateText;
      return this.#stateText;
    }
    if (client.earlier !== null && client.nextSeq >= client.earlier.count) {
      client.earlier = null;
      client.nextSeq = 0;
    }
    const record = client.earlier ?? this.#record;
    if (record === null || client.looking) return null;
    const fromSeq = client.nextSeq;
    const lines = record.lines(fromSeq);
    if (lines.length === 0) return null;
    client.nextSeq += lines.length;
    const events = lines.map(
      ({ seq, text }) => `event: record\nid: ${record.id}:${seq}\ndata: ${text}\n\n`,
    );
    if (client.announced === record.id) return events.join('');
    client.announced = record.id;
    const data = JSON.stringify({ treatmentId: record.id, fromSeq });
    return `event: treatment\ndata: ${data}\n\n${events.join('')}`;
  }

  #write(client: Client, text: string): void {
    if (!client.response.write(text)) client.blockedSinceMs = performance.now();
  }

  #dropSilent(): void {
    const nowMs = performance.now();
    for (const client of this.#clients) {
      const { blockedSinceMs } = client;
      if (blockedSinceMs === null || nowMs - blockedSinceMs < this.#limits.dropAfterMs) continue;
      this.#clients.delete(client);
      client.response.destroy();
    }
  }

  close(): void {
    clearInterval(this.#sweep);
    clearInterval(this.#heartbeat);
    for (const { response } of this.#clients) response.end();
    this.#clients.clear();
  }
}
