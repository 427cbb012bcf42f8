/**
 * The device process without its wiring: owns the board, ticks it for as long as it lives, and carries out what it is
 * asked. The safety of a treatment depends on nobody but this loop and the board itself.
 */
import type { BoardIdentity } from '../../../hardware/boards/board.ts';
import { defaultPinMap, parsePinMap } from '../../../hardware/parts/pin-map.ts';
import { rigs } from '../../../hardware/plant/rigs.ts';
import type { Rig } from '../../../hardware/plant/rigs.ts';
import { messageOf } from '../../errors.ts';
import { signalsNow } from '../../treatment/alarm-course.ts';
import { forgetfulWords } from '../../treatment/board-memory.ts';
import { boardIdentityWords } from '../../treatment/board-words.ts';
import { suitsTheGuard } from '../../treatment/guard-limits.ts';
import type { OpenDevice } from '../../treatment/open-device.ts';
import { SleepWatch } from '../../treatment/sleep-watch.ts';
import { tickMs } from '../../treatment/companion.ts';
import { TickLoop } from '../../treatment/host/tick-loop.ts';
import type { Readings } from '../../safety/readings.ts';
import { notNow } from '../refusal.ts';
import { commandNames } from '../contract/live-state.ts';
import type { LiveOutcome, LiveState } from '../contract/live-state.ts';
import { atFirst, begun } from './between.ts';
import type { Between } from './between.ts';
import type { Draft, Screened } from './draft.ts';
import { leftOf, nothingLeft } from './aftermath.ts';
import type { Aftermath } from './aftermath.ts';
import { LoopMeasure } from './loop-measure.ts';
import type { DeviceOptions } from './messages.ts';
import { factsOf, objectionTo, wayOn, offersNow } from './offers.ts';
import type { OfferFacts } from './offers.ts';
import { Pace } from './pace.ts';
import { openKeeper, untilRemembered } from '../../treatment/host/open-keeper.ts';
import type { World } from '../../treatment/host/open-keeper.ts';
import type { RecordKeeper } from '../../treatment/host/record-keeper.ts';
import { namedBy, tell } from '../../treatment/host/wishes.ts';
import { StopProof } from '../../treatment/host/stop-proof.ts';
import type { Stopped } from '../../treatment/host/stop-proof.ts';
import { TreatmentUnderWay } from './treatment-under-way.ts';
import { aftermathOf, restingState, treatingState, tripOf } from './view.ts';

export interface HostHooks extends World {
  readonly publish: (state: LiveState) => void;
  /** The second clock, which goes on while the computer sleeps, milliseconds. */
  readonly sinceBootMs: () => number;
}

/** Of a process before this one: what is latched, and what nobody has seen yet. */
export type Before = Pick<Between, 'latched' | 'left'>;
const nothingBefore: Before = { latched: null, left: nothingLeft };

/** How the loop ended. */
export interface Leaving {
  readonly why: 'asked' | 'link lost';
  readonly words: string;
  readonly outcome: LiveOutcome | null;
}

export const busyPublishMs = 250;
export const restPublishMs = 1000;
/** Power is watched for so long after it is proven off, board time, before the process leaves. */
const watchedOffMs = 1000;
const leaveWithinWallMs = 5000;

export class DeviceHost {
  readonly opened: OpenDevice;
  readonly options: DeviceOptions;
  readonly rig: Rig;
  readonly hooks: HostHooks;
  readonly #pace: Pace;
  readonly measure = new LoopMeasure();
  #between: Between;
  #treatment: TreatmentUnderWay | null = null;
  #readings: Readings;
  readonly #loop: TickLoop;
  #revision = 0;
  #publishedAtMs = Number.NEGATIVE_INFINITY;
  #changed = true;
  readonly #stopProof: StopProof;
  readonly #sleep: SleepWatch;
  #errands: (() => Promise<void>)[] = [];
  #afterTick: (() => void)[] = [];
  #leave: { readonly who: string; readonly sinceWallMs: number } | null = null;
  #offSinceMs: number | null = null;

  /** @param before what a process before this one has left */
  constructor(
    opened: OpenDevice,
    options: DeviceOptions,
    hooks: HostHooks,
    before: Before = nothingBefore,
  ) {
    this.opened = opened;
    this.options = options;
    this.hooks = hooks;
    this.rig = rigs[options.rig as keyof typeof rigs];
    this.#between = atFirst(before.latched, before.left, options.standIn);
    this.#loop = new TickLoop(opened.board, (atMs) => this.#pace.until(atMs));
    this.#pace = new Pace(opened.board.virtual, options.speed, this.#loop.plannedMs);
    this.#readings = opened.device.sense();
    this.#sleep = new SleepWatch(hooks.wallNowMs, hooks.sinceBootMs);
    this.#stopProof = new StopProof({
      board: opened.board,
      readings: () => this.readings,
      session: () => this.#treatment?.companion.treatment.session ?? null,
      sessionName: () => this.sessionName,
    });
  }

  static readonly pins = parsePinMap(defaultPinMap);

  /** One treatment, from its prescription to its acknowledged end. */
  get treatment(): TreatmentUnderWay | null {
    return this.#treatment;
  }
  get between(): Between {
    return this.#between;
  }

  /** What is kept from one treatment to the next is another now. */
  keep(change: Partial<Between>): void {
    this.#between = { ...this.#between, ...change };
    this.#changed = true;
  }

  get identity(): BoardIdentity {
    return this.opened.board.identity;
  }
  get readings(): Readings {
    return this.#treatment?.companion.treatment.readings ?? this.#readings;
  }

  set speed(speed: number) {
    this.#pace.change(speed, this.#loop.plannedMs);
  }

  /** Ticks until somebody asks it to leave, or the link to the board is lost. @throws what a tick throws; power is off */
  async run(): Promise<Leaving> {
    try {
      for (;;) {
        await this.#advance();
        const leaving = await this.#mayLeave();
        if (leaving !== null) return leaving;
      }
    } catch (thrown) {
      this.allOff();
      this.#treatment?.hosted.noteCrash(messageOf(thrown));
      throw thrown;
    } finally {
      this.allOff();
    }
  }

  async #advance(): Promise<void> {
    const { board } = this.opened;
    const errand = this.#errands.shift();
    if (errand !== undefined) {
      await this.#onErrand(errand);
      this.#loop.startAnew();
      this.#pace.change(this.#pace.speed, this.#loop.plannedMs);
    }
    this.#pace.rest(this.#treatment === null, this.#loop.plannedMs);
    const wait = this.#loop.next();
    if (wait !== undefined) await wait;
    const { lateMs, plannedMs } = this.#loop;
    this.measure.note(board.virtual ? this.#pace.lateMs(plannedMs) : lateMs);
    this.#tick(lateMs + this.#sleptMs());
    this.#loop.ticked();
  }

  /** A computer that slept through its ticks is late by so much, whatever its first clock says. */
  #sleptMs(): number {
    const sleptMs = this.#sleep.look();
    if (sleptMs > 0) {
      this.#treatment?.hosted.tryNote(`the computer slept for ${(sleptMs / 1000).toFixed(1)} s`);
    }
    return sleptMs;
  }

  /** Whatever the board is busy with, STOP is proven: nothing is driven on an errand, and the pins are looked at. */
  async #onErrand(errand: () => Promise<void>): Promise<void> {
    const watching = setInterval(() => {
      if (!this.#stopProof.isWaiting) return;
      this.#readings = this.opened.device.sense();
      this.#stopProof.afterTick();
    }, tickMs);
    try {
      await errand();
    } finally {
      clearInterval(watching);
    }
  }

  #tick(lateMs: number): void {
    const { treatment } = this;
    if (treatment === null) this.#rest();
    else {
      const before = treatment.state;
      const trip = tripOf(treatment);
      treatment.tick(lateMs);
      if (treatment.state !== before) this.#changed = true;
      if (treatment.state === 'idle' && treatment.summary !== null)
        this.#dispose(treatment, aftermathOf(treatment, trip, before !== 'faulted'));
    }
    const waiting = this.#afterTick;
    this.#afterTick = [];
    for (const heard of waiting) heard();
    this.#stopProof.afterTick();
    this.#publishIfDue();
  }

  /** Nothing is driven, every tick anew, and what the sensors say is seen. */
  #rest(): void {
    const { board, device } = this.opened;
    this.#readings = device.sense();
    const nowMs = board.nowMs();
    device.actuate(
      {
        drive: 0,
        powered: false,
        relayClosed: false,
        ...signalsNow(this.#between.left.alarms, nowMs, false),
        guard: 'rest',
      },
      nowMs,
    );
  }

  #dispose(treatment: TreatmentUnderWay, last: Aftermath): void {
    const left = leftOf(last, this.opened.board.nowMs());
    this.#between = { ...this.#between, left, afterthoughts: treatment.keeper.afterthoughts };
    this.#readings = this.readings;
    this.#treatment = null;
    this.opened.board.simulation?.setContact(false);
    this.opened.device.allOff();
    this.#changed = true;
  }

  /** Synchronous, at any time (L9). */
  allOff(): void {
    if (this.#treatment !== null) this.#treatment.companion.allOff();
    this.opened.device.allOff();
    this.opened.board.emergencyOff?.();
  }

  /** STOP, at once; resolves when the pins prove it. */
  stop(who: string): Promise<Stopped> {
    this.allOff();
    const { treatment } = this;
    if (treatment !== null) tell(treatment.companion, { wish: 'stop' }, namedBy(who));
    return this.#stopProof.wait();
  }

  get sessionName(): LiveState['session'] {
    return (
      this.#treatment?.companion.state ?? (this.#between.draft === null ? 'idle' : 'screening')
    );
  }

  /** Resolves after the next tick. */
  nextTick(): Promise<void> {
    return new Promise((resolve) => {
      this.#afterTick.push(resolve);
    });
  }

  /** Something that needs the board for itself, between two ticks at rest. */
  atRest<Result>(errand: () => Promise<Result>): Promise<Result> {
    return new Promise((resolve, reject) => {
      this.#errands.push(() => errand().then(resolve, reject));
    });
  }

  /** Stops, waits until the power is proven off, and ends the loop. Asked twice, it does not wait. */
  leave(who: string): void {
    if (this.#leave !== null) return;
    this.#leave = { who, sinceWallMs: this.hooks.wallNowMs() };
    this.keep({ draft: null });
    void this.stop(who);
  }

  async #mayLeave(): Promise<Leaving | null> {
    const { trouble } = this.opened.link;
    if (trouble !== null) {
      await this.#treatment?.hosted.end();
      const state = this.state();
      this.hooks.publish(state);
      return { why: 'link lost', words: trouble, outcome: state.outcome };
    }
    if (this.#leave === null) return null;
    const { who, sinceWallMs } = this.#leave;
    const nowMs = this.opened.board.nowMs();
    if (!this.#stopProof.isOff(nowMs - watchedOffMs)) this.#offSinceMs = null;
    else this.#offSinceMs ??= nowMs;
    const watched = this.#offSinceMs !== null && nowMs - this.#offSinceMs >= watchedOffMs;
    const late = this.hooks.wallNowMs() - sinceWallMs >= leaveWithinWallMs;
    if (!watched && !late) return null;
    this.allOff();
    await this.#treatment?.hosted.end();
    // The board is told of a record's end before its port is closed.
    await untilRemembered(this.opened.board);
    return { why: 'asked', words: who, outcome: this.state().outcome };
  }

  /** The record is opened, and the session begins. @throws Refusal, CompanionError RECORD_UNWRITABLE */
  begin(screened: Screened): void {
    const { opened } = this;
    const { draft, latched, resetBy, afterthoughts } = this.#between;
    if (draft === null || this.#treatment !== null)
      throw notNow('a treatment is there already', 'Wait for its end, and acknowledge it.');
    // Asked before the board is told of the record that begins.
    const forgetful = opened.board.guard?.forgetful === true;
    this.#treatment = new TreatmentUnderWay({
      draft,
      screened,
      opened,
      keeper: this.openKeeper(draft, screened),
      standIn: () => this.#between.standIn && this.identity.imaginary,
      inherited: {
        latched,
        resetBy,
        before: forgetful ? [...afterthoughts, forgetfulWords] : afterthoughts,
      },
    });
    this.#between = begun(this.#between);
  }

  /** @throws CompanionError RECORD_UNWRITABLE */
  openKeeper({ by, source, site }: Draft, { prescribed, settled }: Screened): RecordKeeper {
    const { version, seed, bench, speed, recordsFolder: folder } = this.options;
    const options = { speed, by, source };
    return openKeeper({
      board: this.opened.board,
      rig: this.rig,
      prescribed,
      folder,
      circumstances: { version, seed, bench, site, settled, options },
      world: this.hooks,
    });
  }

  get facts(): OfferFacts {
    const leaving = this.#leave === null ? null : 'the device process is ending';
    return factsOf(this.opened.board, this.#treatment, this.#between, leaving);
  }

  objection(command: LiveState['offers'][number]['command']): string | null {
    return objectionTo(command, this.facts);
  }

  /** What whoever was refused can do. */
  wayOn(command: LiveState['offers'][number]['command']): string {
    return wayOn(command, this.facts);
  }

  state(): LiveState {
    const { board } = this.opened;
    const { bench, seed } = this.options;
    const { identity } = board;
    const witnessed = this.opened.device.sees.witness;
    const words = boardIdentityWords(identity, bench, witnessed, suitsTheGuard(this.rig));
    const facts = {
      revision: this.#revision,
      at: this.hooks.utcNow().toISOString(),
      board: { ...identity, witnessed, bench, words },
      simulation:
        board.simulation === undefined
          ? null
          : {
              speed: this.#pace.speed,
              rig: this.rig.id,
              seed,
              faults: [...this.#between.injected],
              standIn: this.#between.standIn,
            },
      offers: offersNow(commandNames, this.facts),
      draft: this.#between.draft,
      left: this.#between.left,
      readings: this.readings,
      nowMs: board.nowMs(),
    };
    return this.#treatment === null ? restingState(facts) : treatingState(facts, this.#treatment);
  }

  /** Something changed that people wait to see. */
  touch(): void {
    this.#changed = true;
  }

  #publishIfDue(): void {
    const nowMs = this.hooks.wallNowMs();
    const sinceMs = nowMs - this.#publishedAtMs;
    if (sinceMs < busyPublishMs) return;
    if (this.#treatment === null && !this.#changed && sinceMs < restPublishMs) return;
    this.#publishedAtMs = nowMs;
    this.#changed = false;
    this.#revision += 1;
    this.hooks.publish(this.state());
  }
}
