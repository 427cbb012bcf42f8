/**
 * The thin shell around the tick: it senses, lets the pure tick decide, puts the decision on the pins and the
 * entries on disk, in that order. Everything that could fail here fails toward power off.
 */
import { stateOf } from '../../machines/dispositions.ts';
import type { SessionState } from '../../machines/dispositions.ts';
import type { SkinAnswer, SkinFinding } from '../../machines/skin-answers.ts';
import type { Board } from '../../hardware/boards/board.ts';
import type { Device } from '../../hardware/device/device.ts';
import { messageOf } from '../errors.ts';
import type { Journal } from '../records/journal.ts';
import type { Fact } from '../words/facts.ts';
import type { BoardLink } from './board-link.ts';
import type { Readings } from '../safety/readings.ts';
import { recorded } from './recorded.ts';
import { resetObjection } from './reset.ts';
import { isSafeToTouch } from './schedule.ts';
import { startTreatment } from './state.ts';
import type {
  Command,
  Entry,
  TickInput,
  TickOutput,
  TreatmentConfig,
  TreatmentState,
} from './state.ts';
import { summarise } from './summary.ts';
import type { Summary } from './summary.ts';
import { situationOf, tick } from './tick.ts';
import { tripOfCompanion } from './trips.ts';
import { TruthRange } from './truth-range.ts';

export const tickMs = 50;

export interface CompanionParts {
  readonly link: BoardLink;
  readonly device: Device;
  readonly config: TreatmentConfig;
  readonly journal: Journal;
  /** Sees every entry after it was handed to the journal. */
  readonly onEntry?: (entry: Entry, atS: number) => void;
}

export class Companion {
  readonly board: Board;
  readonly config: TreatmentConfig;
  readonly #link: BoardLink;
  readonly #device: Device;
  readonly #journal: Journal;
  readonly #onEntry: (entry: Entry, atS: number) => void;
  readonly #truth: TruthRange;
  #treatment: TreatmentState;
  #readings: Readings;
  #commands: Command[] = [];
  #alarmsSeenBy: string | null = null;
  #alarmSoundPausedBy: string | null = null;
  #appliedDrive = 0;
  #powered = false;
  #recordLost: string | null = null;

  constructor(parts: CompanionParts) {
    this.board = parts.link.board;
    this.#link = parts.link;
    this.config = parts.config;
    this.#device = parts.device;
    this.#journal = parts.journal;
    this.#onEntry = parts.onEntry ?? (() => {});
    this.#treatment = startTreatment(this.board.nowMs());
    this.#readings = parts.device.sense();
    this.#truth = new TruthRange(this.board.simulation);
  }

  get treatment(): TreatmentState {
    return this.#treatment;
  }

  /** As of the last tick. */
  get readings(): Readings {
    return this.#readings;
  }

  get state(): SessionState {
    return stateOf(this.#treatment.session);
  }

  /** Seconds of the treatment. */
  get elapsedS(): number {
    return (this.#treatment.nowMs - this.#treatment.startMs) / 1000;
  }

  /** The bridge is enabled and the relay closed, as of the last tick. */
  get powered(): boolean {
    return this.#powered;
  }

  /** What really is on the pins, −1 full cool … +1 full heat. */
  get appliedDrive(): number {
    return this.#appliedDrive;
  }

  /** What went wrong with the record, in words; null while it is kept. */
  get recordLost(): string | null {
    return this.#recordLost;
  }

  /** A wish, heard at the next tick. */
  send(command: Command): void {
    this.#commands.push(command);
  }

  /** Somebody says how the skin is; heard at the next tick. */
  answerSkinCheck(
    who: string,
    answer: SkinAnswer = 'fine',
    findings: readonly SkinFinding[] = [],
  ): void {
    this.send({ event: { type: 'SKIN_ANSWERED', answer, findings }, who });
  }

  /** Somebody has seen the alarms: they fall silent and stay shown; heard at the next tick. */
  acknowledgeAlarms(who: string): void {
    this.#alarmsSeenBy = who;
  }

  /** Somebody wants quiet for a while: what sounds now pauses, within its bound; heard at the next tick. */
  pauseAlarmSound(who: string): void {
    this.#alarmSoundPausedBy = who;
  }

  /** Why a reset would be refused now; null where it would be taken. */
  resetObjection(): Fact | null {
    // What the world is now, with nobody's wish in it.
    const input: TickInput = {
      nowMs: this.#treatment.nowMs,
      lateMs: 0,
      readings: this.#readings,
      appliedDrive: this.#appliedDrive,
      commands: [],
      alarmsSeenBy: null,
      alarmSoundPausedBy: null,
      linkLost: this.#link.trouble,
    };
    return resetObjection(situationOf(this.#treatment, input, this.config), input.linkLost);
  }

  /**
   * One tick at the board's present time. If anything throws, all is switched off before it is passed on.
   * @param lateMs how much later than planned it runs
   */
  tick(lateMs: number): void {
    try {
      this.#tick(lateMs);
    } catch (thrown) {
      this.allOff();
      throw thrown;
    }
  }

  #tick(lateMs: number): void {
    const nowMs = this.board.nowMs();
    this.#readings = this.#device.sense();
    const input: TickInput = {
      nowMs,
      lateMs,
      readings: this.#readings,
      appliedDrive: this.#appliedDrive,
      commands: this.#commands,
      alarmsSeenBy: this.#alarmsSeenBy,
      alarmSoundPausedBy: this.#alarmSoundPausedBy,
      linkLost: this.#link.trouble,
    };
    if (input.commands.length > 0) this.#commands = [];
    this.#alarmsSeenBy = null;
    this.#alarmSoundPausedBy = null;
    const output = tick(this.#treatment, input, this.config);
    this.#treatment = output.state;
    this.#record(output);
    this.#actuate(output, nowMs);
    this.#truth.note(this.elapsedS);
  }

  /** Power is given only for a decision that is on its way to disk (L11); it is taken away regardless. */
  #actuate({ actuation }: TickOutput, nowMs: number): void {
    if (this.state === 'faulted' && this.#appliedDrive !== 0) this.#device.allOff();
    const powered = actuation.powered && this.#recordLost === null;
    const relayClosed = actuation.relayClosed && powered;
    this.#powered = relayClosed && !actuation.bridgeOff;
    this.#appliedDrive = this.#device.actuate({ ...actuation, powered, relayClosed }, nowMs);
  }

  #record({ entries }: TickOutput): void {
    for (const entry of entries) {
      this.#write(entry);
      this.#onEntry(entry, this.elapsedS);
    }
    if (this.#recordLost === null && this.#journal.failure !== undefined) {
      this.#loseRecord(this.#journal.failure);
    }
  }

  #write(entry: Entry): void {
    // Of a record on a full disk the end is still kept: why it tripped, and how it ended.
    const kept = this.#recordLost === null || (this.#journal.onReserve && entry.type !== 'sample');
    if (!kept) return;
    try {
      const { type, fields } = recorded(entry);
      this.#journal.append(type, this.elapsedS, fields);
    } catch (thrown) {
      this.#loseRecord(thrown);
    }
  }

  /** A treatment that cannot be recorded is not given (L11). */
  #loseRecord(thrown: unknown): void {
    if (this.#recordLost !== null) return;
    this.#recordLost = messageOf(thrown);
    this.send(
      tripOfCompanion('record-lost', { kind: 'record-lost', text: this.#recordLost }).command,
    );
  }

  /** The plate, by its last readings, may be touched at length. */
  isSafeToTouch(): boolean {
    return isSafeToTouch(this.#readings, this.#treatment.nowMs);
  }

  /** Synchronous, at any time, in any state (L9). */
  allOff(): void {
    this.#appliedDrive = 0;
    this.#powered = false;
    this.#device.allOff();
    this.board.emergencyOff?.();
  }

  /** How it ended, by what it was at that moment. */
  summary(treatment: TreatmentState = this.#treatment): Summary {
    return summarise(this.#journal.id, treatment, this.config.plan, this.#truth.range());
  }
}
