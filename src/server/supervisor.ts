/**
 * Starts the device process, talks to it, and starts a fresh one when it has ended. Safety does not depend on any of
 * this: it only says what is known. Nothing is ever resumed (law L7).
 */
import { fork } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import type { ChildProcess } from 'node:child_process';
import { EventEmitter } from 'node:events';
import { CompanionError } from '../errors.ts';
import type { ErrorCode } from '../errors.ts';
import type { ApiError } from './contract/errors.ts';
import type { LiveOutcome, LiveState } from './contract/live-state.ts';
import { fromDeviceSchema } from './device/messages.ts';
import type {
  DeviceOptions,
  DeviceReply,
  DeviceRequest,
  FromDevice,
  StopWayOptions,
} from './device/messages.ts';
import type { StopAnswer } from './contract/answers.ts';
import { lostState, withLostOutcome } from './lost-state.ts';
import { Patience, lookEveryMs } from './patience.ts';
import { Refusal, reportIt } from './refusal.ts';
import { askStop } from './stop/ask.ts';
import { confirmedAnswer, presserWords, unconfirmedAnswer } from './stop/stop-words.ts';
import type { Presser } from './stop/stop-words.ts';
import { vouchedLine } from './stop/wish.ts';

export interface SupervisorOptions {
  readonly device: DeviceOptions;
  /** Where the device process hears STOP by itself. */
  readonly stopWay: Pick<StopWayOptions, 'host' | 'port' | 'onlyThisPort'>;
  /** The compiled device process. */
  readonly processUrl: URL;
}

interface Question {
  readonly resolve: (reply: DeviceReply) => void;
  readonly reject: (refusal: Refusal) => void;
  readonly patience: Patience;
}

/** Ticks leave little behind: small and often is collected sooner than it is late for a tick. */
const frugal = ['--max-semi-space-size=2'];
const firstRetryMs = 250;
const longestRetryMs = 5000;
/** A device process says something at least once a second. */
const silentAfterMs = 5000;
/** Nothing is driven before the board is open; a slow computer may take its time. */
const openWithinMs = 60_000;
export const answerWithinMs = 15_000;
/** A STOP that is not confirmed by then is answered by `cut the power`. */
export const usualStopWithinMs = 3000;
/** A limit on everything: more questions than this at a time are refused. STOP is none of them. */
const mostQuestions = 200;
const watchEveryMs = 500;

interface Events {
  state: [LiveState];
}

export class Supervisor extends EventEmitter<Events> {
  readonly #options: SupervisorOptions;
  #child: ChildProcess | null = null;
  #state: LiveState;
  #revision = 0;
  #nextId = 1;
  #questions = new Map<number, Question>();
  #retryMs = firstRetryMs;
  #retry: NodeJS.Timeout | undefined;
  #watchdog: Patience | undefined;
  readonly #stopKey = randomBytes(24).toString('base64url');
  /** Of the device's own way of STOP: the port that it had is the port that it gets again. */
  #stopPort: number | null = null;
  #stopSocket: string | null = null;
  #ending: Extract<FromDevice, { type: 'ending' }> | null = null;
  #closing = false;
  /** The end of a treatment whose process has died, as far as this server knows it. */
  #lostOutcome: LiveOutcome | null = null;
  #opened: { readonly resolve: () => void; readonly reject: (error: Error) => void } | null = null;

  constructor(options: SupervisorOptions) {
    super();
    this.#options = options;
    this.#state = lostState(null, 'starting', 'the board is being opened');
  }

  get state(): LiveState {
    return this.#state;
  }
  get processId(): number | null {
    return this.#child?.pid ?? null;
  }

  /** Starts the device process. @throws CompanionError where the board cannot be opened at the first attempt */
  async start(): Promise<void> {
    const opened = new Promise<void>((resolve, reject) => {
      this.#opened = { resolve, reject };
    });
    this.#spawn();
    await opened;
  }

  #spawn(): void {
    // It writes to no screen by itself: a terminal that takes no output must not hold a tick.
    const stdio = ['ignore', 'ignore', 'pipe', 'ipc'] as const;
    const child = fork(this.#options.processUrl, { execArgv: frugal, stdio: [...stdio] });
    child.stderr?.on('data', (data: Buffer) => process.stderr.write(data));
    this.#child = child;
    this.#ending = null;
    child.on('message', (message) => {
      this.#hear(message);
    });
    child.on('error', () => {
      // What follows from it arrives as an exit, or as silence.
    });
    child.on('exit', (code, signal) => {
      this.#lost(code, signal);
    });
    const { device, stopWay } = this.#options;
    const again = { port: this.#stopPort ?? stopWay.port, key: this.#stopKey };
    child.send({ type: 'open', options: device, stopWay: { ...stopWay, ...again } }, () => {});
    this.#watchdog?.end();
    // A process that says nothing is ended, so that its lease lapses (law L5).
    this.#watchdog = new Patience({
      everyMs: watchEveryMs,
      allowedMs: () => (this.#state.device.link === 'ready' ? silentAfterMs : openWithinMs),
      onSilent: () => {
        this.kill();
      },
    });
  }

  #hear(message: unknown): void {
    this.#watchdog?.heard();
    const parsed = fromDeviceSchema.safeParse(message);
    if (!parsed.success) return;
    const said = parsed.data;
    switch (said.type) {
      case 'state':
        this.#retryMs = firstRetryMs;
        this.#publish(said.state);
        this.#opened?.resolve();
        this.#opened = null;
        break;
      case 'reply':
        this.#settle(said.id)?.resolve(this.#seen(said.reply));
        break;
      case 'refusal':
        this.#settle(said.id)?.reject(Refusal.of(said.error));
        break;
      case 'ending':
        this.#ending = said;
        break;
      case 'listening':
        this.#stopPort = said.stopPort;
        this.#stopSocket = said.socket;
        break;
    }
  }

  #seen(reply: DeviceReply): DeviceReply {
    return 'state' in reply ? { state: this.#complete(reply.state) } : reply;
  }

  #settle(id: number): Question | undefined {
    const question = this.#questions.get(id);
    this.#questions.delete(id);
    question?.patience.end();
    return question;
  }

  /** A fresh process has read in the record what nobody has seen yet: what it does not tell of is over. */
  #complete(state: LiveState): LiveState {
    const ready = state.device.link === 'ready';
    const told = state.outcome?.treatmentId === this.#lostOutcome?.treatmentId;
    if (ready && !told) this.#lostOutcome = null;
    const stopPort = ready ? this.#stopPort : null;
    return { ...withLostOutcome(state, this.#lostOutcome), stopPort, revision: this.#revision };
  }

  #publish(state: LiveState): void {
    this.#revision += 1;
    this.#state = this.#complete(state);
    this.emit('state', this.#state);
  }

  #lost(code: number | null, signal: string | null): void {
    const ending = this.#ending;
    this.#child = null;
    this.#stopSocket = null;
    this.#watchdog?.end();
    for (const id of Array.from(this.#questions.keys())) {
      this.#settle(id)?.reject(
        new Refusal('DEVICE_LOST', {
          what: 'the device process has ended',
          fix: 'Take the plate off the skin. A fresh device process starts by itself; ask again then.',
        }),
      );
    }
    if (this.#opened !== null) {
      this.#opened.reject(openError(ending?.error ?? null));
      this.#opened = null;
      return;
    }
    if (this.#closing) return;
    const how = signal === null ? `code ${String(code)}` : signal;
    const words = ending?.error.what ?? `the device process has ended (${how})`;
    this.#lostOutcome = ending?.outcome ?? this.#unknownOutcome(words) ?? this.#lostOutcome;
    this.#publish(lostState(this.#state, 'lost', words));
    this.#retry = setTimeout(() => {
      this.#spawn();
    }, this.#retryMs);
    this.#retryMs = Math.min(longestRetryMs, 2 * this.#retryMs);
  }

  /** A treatment that was under way has no proven end now. */
  #unknownOutcome(words: string): LiveOutcome | null {
    const { treatmentId, outcome, elapsedS } = this.#state;
    if (treatmentId === null || outcome !== null) return outcome;
    const reason = `${words}; the record of this treatment has no proven end`;
    const doses = {
      durationS: elapsedS,
      cem43Min: null,
      coldMinutes: null,
      coldDegreeMinutes: null,
    };
    return {
      treatmentId,
      outcome: 'not known',
      reason,
      rule: null,
      coldFinish: null,
      phases: [],
      skin: null,
      ...doses,
    };
  }

  /** @throws Refusal */
  async ask(request: DeviceRequest, withinMs = answerWithinMs): Promise<DeviceReply> {
    const child = this.#child;
    if (child?.connected !== true || this.#state.device.link !== 'ready') {
      throw new Refusal('DEVICE_LOST', {
        what: 'there is no device process now',
        fix: 'Wait for it to start.',
      });
    }
    if (this.#questions.size >= mostQuestions && request.type !== 'stop') {
      throw new Refusal('TOO_BUSY', {
        what: 'the device is asked too much at once',
        fix: 'Ask again in a second. STOP is always heard.',
      });
    }
    const id = this.#nextId;
    this.#nextId += 1;
    return new Promise((resolve, reject) => {
      const patience = patienceFor(withinMs, () => {
        this.#settle(id);
        reject(
          new Refusal('DEVICE_SILENT', {
            what: `the device did not answer in ${withinMs} ms`,
            fix: 'Look at the device. STOP always works; ask again in a moment.',
          }),
        );
      });
      this.#questions.set(id, { resolve, reject, patience });
      child.send({ type: 'ask', id, request }, () => {});
    });
  }

  /** STOP, by the device's own way; where that is closed, by the channel. Whoever proves nothing is ended. */
  async stop(presser: Presser, withinMs: number): Promise<StopAnswer> {
    const startMs = performance.now();
    const socket = this.#stopSocket;
    const line = vouchedLine(this.#stopKey, JSON.stringify(presser));
    const reply =
      socket === null ? 'nobody there' : await askStop({ path: socket }, line, withinMs);
    const answer = reply === 'nobody there' ? await this.#stopByChannel(presser, withinMs) : reply;
    const tookMs = performance.now() - startMs;
    if (typeof answer !== 'string' && answer.confirmed) return confirmedAnswer(answer, tookMs);
    // Whoever does not confirm renews no lease any more: the board drops its power by itself (law L5).
    if (this.#state.device.link === 'ready') this.kill();
    return unconfirmedAnswer(tookMs);
  }

  async #stopByChannel(presser: Presser, withinMs: number): Promise<StopAnswer | 'no answer'> {
    try {
      const reply = await this.ask({ type: 'stop', who: presserWords(presser) }, withinMs);
      return 'stopped' in reply ? confirmedAnswer(reply.stopped, 0) : 'no answer';
    } catch {
      return 'no answer';
    }
  }

  /** Ends the device process at once: the board drops its power when the lease ends. */
  kill(): void {
    this.#child?.kill('SIGKILL');
  }

  /** Stops the treatment, and resolves when the device process has ended with the power proven off. */
  async close(who: string): Promise<void> {
    this.#closing = true;
    clearTimeout(this.#retry);
    const child = this.#child;
    if (child === null) return;
    const ended = new Promise<void>((resolve) => {
      child.once('exit', () => {
        resolve();
      });
    });
    const patience = patienceFor(closeWithinMs, () => {
      this.kill();
    });
    this.ask({ type: 'leave', who }, closeWithinMs).catch(() => {
      // It is ending already, or will be ended.
    });
    if (this.#state.device.link !== 'ready') child.kill('SIGTERM');
    await ended;
    patience.end();
  }
}

const closeWithinMs = 10_000;

const patienceFor = (withinMs: number, onSilent: () => void): Patience =>
  new Patience({ everyMs: lookEveryMs(withinMs), allowedMs: () => withinMs, onSilent });

function openError(error: ApiError | null): CompanionError {
  const { code, what, where, fix } = error ?? {
    code: 'DEFECT',
    what: 'the device process ended before it had opened the board',
    where: null,
    fix: reportIt,
  };
  return new CompanionError(code as ErrorCode, {
    what,
    ...(where === null ? {} : { where }),
    fix,
  });
}
