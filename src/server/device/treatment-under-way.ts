/** One treatment of the device process, from its prescription to its acknowledged end. */
import { recorded } from '../../treatment/recorded.ts';
import type { SessionState } from '../../../machines/dispositions.ts';
import type { Fields } from '../../records/record-line.ts';
import { layOnSkin } from '../../treatment/automatic-operator.ts';
import { Companion } from '../../treatment/companion.ts';
import {
  isAtEnd,
  isSafeAfterFault,
  isWatchedOut,
  notWatchedYet,
  watchedOn,
} from '../../treatment/host/end-watch.ts';
import type { OpenDevice } from '../../treatment/open-device.ts';
import { isClosingAwaited, questionNow } from '../../treatment/skin-check.ts';
import type { Command, Entry } from '../../treatment/state.ts';
import type { Summary } from '../../treatment/summary.ts';
import { inApiWords } from '../api-words.ts';
import type { Drill } from '../contract/live-state.ts';
import type { Draft, Screened } from './draft.ts';
import { answeredText, drillAfter, startedText } from './drill-watch.ts';
import type { RecordKeeper } from './record-keeper.ts';
import { courseAfter, notTested } from './self-test-steps.ts';
import type { TestCourse } from './self-test-steps.ts';

export interface Prepared {
  readonly draft: Draft;
  readonly screened: Screened;
  readonly opened: OpenDevice;
  readonly keeper: RecordKeeper;
  readonly standIn: () => boolean;
  /** Who cleared a trip that the board had latched; null where there was none. */
  readonly resetBy: string | null;
  /** What happened after the end of the treatment before, in words. */
  readonly before: readonly string[];
}

type CommandFields = Fields<'command'>;
type TripFields = Extract<Entry, { readonly type: 'trip' }>['fields'];
const standInName = 'the stand-in';

export class TreatmentUnderWay {
  readonly companion: Companion;
  readonly keeper: RecordKeeper;
  readonly draft: Draft;
  readonly screened: Screened;
  readonly #standIn: () => boolean;
  #state: SessionState;
  #summary: Summary | null = null;
  #testCourse: TestCourse | null = null;
  #trip: TripFields | null = null;
  #contactAtS: number | null = null;
  #drill: Drill | null = null;
  #watch = notWatchedYet;
  #heard: ((command: CommandFields) => void)[] = [];

  constructor({ draft, screened, opened, keeper, standIn, resetBy, before }: Prepared) {
    this.draft = draft;
    this.screened = screened;
    this.keeper = keeper;
    this.#standIn = standIn;
    this.companion = new Companion({
      ...opened,
      config: screened.prescribed.config,
      journal: keeper,
      onEntry: (entry, atS) => {
        this.#onEntry(entry, atS);
      },
    });
    this.#state = this.companion.state;
    for (const text of before) keeper.append('note', 0, { by: 'companion', text });
    if (resetBy !== null) {
      this.companion.send({
        event: { type: 'RESET', person: resetBy, causeGone: false },
        who: resetBy,
      });
    }
    const { rotations } = screened.prescribed.prescription;
    this.companion.send({ event: { type: 'PRESCRIBE', rotations }, who: draft.by });
  }

  get state(): SessionState {
    return this.#state;
  }
  /** How it ended; null while it goes on. Stays when the session has gone back to rest. */
  get summary(): Summary | null {
    return this.#summary;
  }
  get testCourse(): TestCourse | null {
    return this.#testCourse;
  }
  get trip(): TripFields | null {
    return this.#trip;
  }
  get contactAtS(): number | null {
    return this.#contactAtS;
  }
  get drill(): Drill | null {
    return this.#drill;
  }

  /** Sends a command, and hears what became of it: null where it was taken, the reason where not. */
  ask(command: Command): Promise<string | null> {
    return new Promise((resolve) => {
      const hear = ({ who, what, accepted, reason }: CommandFields): void => {
        if (who !== command.who || what !== command.event.type) return;
        this.#heard = this.#heard.filter((one) => one !== hear);
        resolve(accepted ? null : (reason ?? 'it was refused'));
      };
      this.#heard.push(hear);
      this.companion.send(command);
    });
  }

  injectFault(fault: string, by: string): void {
    const drill: Drill = { fault, by, injectedAtS: this.companion.elapsedS, response: null };
    this.#drill = drill;
    this.note(by, startedText(drill));
    this.companion.board.simulation?.injectFault(fault);
  }

  /** A line in the record, where it can still be written. */
  note(by: string, text: string): void {
    if (this.companion.recordLost !== null) return;
    this.keeper.append('note', this.companion.elapsedS, { by, text });
  }

  tick(lateMs: number): void {
    const { companion } = this;
    companion.tick(lateMs);
    if (companion.state === 'selfTest') {
      this.#testCourse = courseAfter(this.#testCourse ?? notTested, companion.treatment.selfTest);
    }
    const before = this.#state;
    this.#state = companion.state;
    if (this.#state !== before) this.#onState(before);
    const question = questionNow(companion.treatment);
    // What somebody else found is theirs to name.
    if (this.#standIn() && question !== null && question !== 'what')
      companion.answerSkinCheck(standInName);
    this.#watchEnd();
  }

  #onState(before: SessionState): void {
    const { companion, screened } = this;
    if (this.#state === 'screening') {
      // On disk before it matters (L11).
      if (screened.record !== null) {
        this.keeper.append('screening', companion.elapsedS, screened.record);
      }
      for (const command of screened.commands) companion.send(command);
    }
    if (before === 'selfTest' && this.#testCourse !== null) {
      const { selfTest } = companion.treatment;
      const passed = this.#state === 'preparing';
      const ending = passed ? 'passed' : selfTest.stage === 'failed' ? 'failed' : 'none';
      this.#testCourse = { ...this.#testCourse, ending };
    }
    if (this.#state === 'awaitingContact' && this.#standIn()) layOnSkin(companion, standInName);
    if (this.#state.startsWith('treating')) this.#contactAtS ??= companion.elapsedS;
  }

  /** The summary is known before an acknowledgement or a reset takes the session back to rest and forgets it. */
  #watchEnd(): void {
    const { companion } = this;
    this.#watch = watchedOn(this.#watch, this.#state, () => companion.isSafeToTouch());
    if (isAtEnd(this.#state) || this.#state === 'faulted') {
      if (!this.keeper.ended) this.#summary = this.#summarise();
    } else if (this.#state !== 'idle') {
      return;
    }
    if (this.#summary !== null && this.#isRecorded()) void this.keeper.end(this.#summary);
  }

  /** Until somebody has said how the skin is; a fault until it is reset, or has been watched for long enough. */
  #isRecorded(): boolean {
    if (isClosingAwaited(this.companion.treatment)) return false;
    return this.#state !== 'faulted' || isSafeAfterFault(this.#watch) || isWatchedOut(this.#watch);
  }

  /** Ends the record as things stand; for a process that ends. */
  async endNow(): Promise<void> {
    this.#summary ??= this.#summarise();
    await this.keeper.end(this.#summary);
  }

  /** Why somebody was not treated is what the screening found, in its own words. */
  #summarise(): Summary {
    const summary = this.companion.summary();
    const { refusal } = this.screened;
    if (summary.outcome !== 'declined' || refusal === null) return summary;
    const { what, fix } = refusal.parts;
    return { ...summary, reason: inApiWords(fix === undefined ? what : `${what}. ${fix}`) };
  }

  #onEntry(entry: Entry, atS: number): void {
    if (entry.type === 'command') {
      const line = recorded(entry);
      if (line.type === 'command') for (const hear of this.#heard) hear(line.fields);
    }
    if (entry.type === 'trip') this.#trip ??= entry.fields;
    if (this.#drill === null) return;
    const drill = drillAfter(this.#drill, entry, atS);
    if (drill === this.#drill) return;
    this.#drill = drill;
    this.note('companion', answeredText(drill));
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
    this.tryNote(`a defect ended the run: ${message}`);
  }
}
