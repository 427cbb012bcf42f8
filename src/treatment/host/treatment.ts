/**
 * One treatment from its prescription to the end of its record: the companion that ticks, the record, what the screening
 * came to, and how it ended. Terminal and server are views of it; the evidence drives it with its record in memory.
 */
import type { SessionState } from '../../../machines/dispositions.ts';
import type { CompanionError } from '../../errors.ts';
import type { Fields } from '../../records/record-line.ts';
import { isTripped } from '../board-policy.ts';
import { Companion } from '../companion.ts';
import { resetLine } from '../latched-trip.ts';
import type { LatchedTrip } from '../latched-trip.ts';
import type { OpenDevice } from '../open-device.ts';
import { recorded } from '../recorded.ts';
import { isClosingAwaited } from '../skin-check.ts';
import type { Command, Entry, TreatmentConfig, TreatmentState } from '../state.ts';
import type { Summary } from '../summary.ts';
import { isAtEnd, isSafeAfterFault, isWatchedOut, notWatchedYet, watchedOn } from './end-watch.ts';
import type { RecordKeeper } from './record-keeper.ts';
import { runTreatment } from './run.ts';
import type { Operator, RunOptions } from './run.ts';
import { eventOf, namedBy, tell } from './wishes.ts';
import type { Wish, Wisher } from './wishes.ts';

/** What the session is told once it asks, and what the record says of it. */
export interface ScreenedSession {
  /** Null where nobody is under the plate, or the session was called off before it was asked. */
  readonly record: Fields<'screening'> | null;
  readonly commands: readonly Command[];
  readonly refusal: CompanionError | null;
}

/** What earlier treatments have left for this one, and who clears it. */
export interface Inherited {
  /** A trip that the newest record has latched. */
  readonly latched: LatchedTrip | null;
  /** Who clears that, or what the board has latched. */
  readonly resetBy: string | null;
  /** What happened after the end of the treatment before, in words. */
  readonly before: readonly string[];
}

export const nothingInherited: Inherited = { latched: null, resetBy: null, before: [] };

export interface HostedParts {
  readonly opened: OpenDevice;
  readonly config: TreatmentConfig;
  readonly rotations: number;
  /** Who asked for it. */
  readonly by: string;
  readonly keeper: RecordKeeper;
  /** Null where whoever answers the session is asked there. */
  readonly screened: ScreenedSession | null;
  readonly inherited: Inherited;
  /** Sees every entry after it was handed to the record. */
  readonly onEntry: (entry: Entry, atS: number) => void;
  /** Puts the words of a refusal as its reader knows them. */
  readonly reword?: (words: string) => string;
}

type CommandFields = Fields<'command'>;

export class HostedTreatment {
  readonly companion: Companion;
  readonly keeper: RecordKeeper;
  readonly #parts: HostedParts;
  #state: SessionState;
  #watch = notWatchedYet;
  /** As of the last tick in which it was over: an acknowledgement or a reset takes the session back to rest and forgets it. */
  #over: TreatmentState | null = null;
  #summary: { readonly of: TreatmentState; readonly is: Summary } | null = null;
  #heard: ((command: CommandFields) => void)[] = [];

  constructor(parts: HostedParts) {
    this.#parts = parts;
    this.keeper = parts.keeper;
    this.companion = new Companion({
      ...parts.opened,
      config: parts.config,
      journal: parts.keeper,
      onEntry: (entry, atS) => {
        this.#onEntry(entry, atS);
      },
    });
    this.#state = this.companion.state;
  }

  /** The session hears of what there is to clear, and of the prescription, in its first tick. */
  begin(): void {
    const { inherited, opened, rotations, by } = this.#parts;
    const { latched, resetBy, before } = inherited;
    if (resetBy !== null) {
      if (latched !== null) this.keeper.append('command', 0, resetLine(latched, resetBy));
      if (isTripped(opened.board.guard?.reading)) {
        tell(this.companion, { wish: 'reset' }, namedBy(resetBy));
      }
    }
    for (const text of before) this.keeper.append('note', 0, { by: 'companion', text });
    this.companion.send({ event: { type: 'PRESCRIBE', rotations }, who: by });
  }

  get state(): SessionState {
    return this.#state;
  }

  /** How it ended; null while it goes on. Stays when the session has gone back to rest. */
  get summary(): Summary | null {
    return this.#over === null ? null : this.#summaryOf(this.#over);
  }

  /** One tick of whoever ticks at their own pace. */
  tick(lateMs: number): void {
    this.companion.tick(lateMs);
    this.#afterTick();
  }

  /** From the first tick to the last, and the end of the record. */
  async run(options: RunOptions): Promise<Summary> {
    await runTreatment(this.companion, {
      ...options,
      operator: this.answering(options.operator),
      onTick: (companion) => {
        this.#afterTick();
        options.onTick(companion);
      },
    });
    return this.end();
  }

  /** Of what an operator answers, what was not answered before the session began. */
  answering(operator: Operator): Operator {
    if (this.#parts.screened === null) return operator;
    return {
      onState: (state, companion) => {
        if (state !== 'screening') operator.onState(state, companion);
      },
      onTick: (companion) => operator.onTick?.(companion),
    };
  }

  /** Tells the session of a wish, and hears what became of it: null where it was taken, the reason where not. */
  ask(wish: Wish, wisher: Wisher): Promise<string | null> {
    const event = eventOf(wish, wisher.by);
    tell(this.companion, wish, wisher);
    if (event === null) return Promise.resolve(null);
    return new Promise((resolve) => {
      const hear = ({ who, what, accepted, reason }: CommandFields): void => {
        if (who !== wisher.who || what !== event.type) return;
        this.#heard = this.#heard.filter((one) => one !== hear);
        resolve(accepted ? null : (reason ?? 'it was refused'));
      };
      this.#heard.push(hear);
    });
  }

  /** A line in the record, where it can still be written. */
  note(by: string, text: string): void {
    if (this.companion.recordLost !== null) return;
    this.keeper.append('note', this.companion.elapsedS, { by, text });
  }

  /** For what must not fail itself. */
  tryNote(text: string): void {
    try {
      this.note('companion', text);
    } catch {
      // The record may be what broke; the next tick says so, and trips.
    }
  }

  /** A crash is written down as well as it can be; the power is off already. */
  noteCrash(message: string): void {
    try {
      const text = `a defect ended the run: ${message}`;
      this.keeper.append('note', this.companion.elapsedS, { by: 'companion', text });
    } catch {
      // The record may be what broke; whoever runs it still says so.
    }
  }

  /** Ends the record as things stand. */
  async end(): Promise<Summary> {
    this.#over ??= this.companion.treatment;
    const summary = this.#summaryOf(this.#over);
    await this.keeper.end(summary);
    return summary;
  }

  #afterTick(): void {
    const { companion } = this;
    const { state } = companion;
    if (state !== this.#state) {
      this.#state = state;
      if (state === 'screening') this.#tellScreened();
    }
    if (this.keeper.ended) return;
    this.#watch = watchedOn(this.#watch, state, () => companion.isSafeToTouch());
    const isOver = isAtEnd(state) || state === 'faulted';
    if (!isOver && state !== 'idle') return;
    if (isOver) this.#over = companion.treatment;
    if (this.#over !== null && this.#isRecorded()) void this.end();
  }

  #tellScreened(): void {
    const { screened } = this.#parts;
    if (screened === null) return;
    const { elapsedS } = this.companion;
    // On disk before it matters (L11).
    if (screened.record !== null) {
      this.keeper.append('screening', elapsedS, screened.record);
      this.#parts.onEntry({ type: 'screening', fields: screened.record }, elapsedS);
    }
    for (const command of screened.commands) this.companion.send(command);
  }

  /** Until somebody has said how the skin is; a fault until it is reset, or has been watched for long enough. */
  #isRecorded(): boolean {
    if (isClosingAwaited(this.companion.treatment)) return false;
    return this.#state !== 'faulted' || isSafeAfterFault(this.#watch) || isWatchedOut(this.#watch);
  }

  /** Why somebody was not treated is what the screening found, in its own words. */
  #summaryOf(treatment: TreatmentState): Summary {
    if (this.#summary?.of === treatment) return this.#summary.is;
    const summary = this.companion.summary(treatment);
    const { screened, reword = (words) => words } = this.#parts;
    const refusal = screened?.refusal ?? null;
    const { what, fix } = refusal?.parts ?? { what: '' };
    const is =
      summary.outcome !== 'declined' || refusal === null
        ? summary
        : { ...summary, reason: reword(fix === undefined ? what : `${what}. ${fix}`) };
    this.#summary = { of: treatment, is };
    return is;
  }

  #onEntry(entry: Entry, atS: number): void {
    if (entry.type === 'command' && this.#heard.length > 0) {
      const line = recorded(entry);
      if (line.type === 'command') for (const hear of this.#heard) hear(line.fields);
    }
    this.#parts.onEntry(entry, atS);
  }
}
