/** The view of one treatment that the server shows: with its draft, its self-test step by step, and its drill. */
import { layOnSkin, automaticOperator } from '../../treatment/automatic-operator.ts';
import type { Companion } from '../../treatment/companion.ts';
import type { RecordKeeper } from '../../treatment/host/record-keeper.ts';
import { Attended } from '../../treatment/host/run.ts';
import type { Operator } from '../../treatment/host/run.ts';
import { HostedTreatment } from '../../treatment/host/treatment.ts';
import type { Inherited } from '../../treatment/host/treatment.ts';
import type { OpenDevice } from '../../treatment/open-device.ts';
import type { Entry } from '../../treatment/state.ts';
import type { Summary } from '../../treatment/summary.ts';
import type { SessionState } from '../../../machines/dispositions.ts';
import { inApiWords } from '../api-words.ts';
import type { Drill } from '../contract/live-state.ts';
import type { Draft, Screened } from './draft.ts';
import { answeredText, drillAfter, startedText } from './drill-watch.ts';
import { courseAfter, notTested } from './self-test-steps.ts';
import type { TestCourse } from './self-test-steps.ts';

export interface Prepared {
  readonly draft: Draft;
  readonly screened: Screened;
  readonly opened: OpenDevice;
  readonly keeper: RecordKeeper;
  /** Somebody stands in for the person under the plate now. */
  readonly standIn: () => boolean;
  readonly inherited: Inherited;
}

type TripFields = Extract<Entry, { readonly type: 'trip' }>['fields'];
const standInName = 'the stand-in';

export class TreatmentUnderWay {
  readonly hosted: HostedTreatment;
  readonly draft: Draft;
  readonly screened: Screened;
  readonly #attended: Attended;
  #testCourse: TestCourse | null = null;
  #trip: TripFields | null = null;
  #contactAtS: number | null = null;
  #drill: Drill | null = null;

  constructor({ draft, screened, opened, keeper, standIn, inherited }: Prepared) {
    this.draft = draft;
    this.screened = screened;
    const { config, prescription } = screened.prescribed;
    this.hosted = new HostedTreatment({
      opened,
      config,
      rotations: prescription.rotations,
      by: draft.by,
      keeper,
      screened,
      inherited,
      onEntry: (entry, atS) => {
        this.#onEntry(entry, atS);
      },
      reword: inApiWords,
    });
    const stands = whileStanding(standIn, automaticOperator(false, standInName));
    this.#attended = new Attended(this.hosted.answering(stands), this.companion);
    this.hosted.begin();
  }

  get companion(): Companion {
    return this.hosted.companion;
  }
  get keeper(): RecordKeeper {
    return this.hosted.keeper;
  }
  get state(): SessionState {
    return this.hosted.state;
  }
  get summary(): Summary | null {
    return this.hosted.summary;
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

  injectFault(fault: string, by: string): void {
    const drill: Drill = { fault, by, injectedAtS: this.companion.elapsedS, response: null };
    this.#drill = drill;
    this.hosted.note(by, startedText(drill));
    this.companion.board.simulation?.injectFault(fault);
  }

  /** Somebody stands in from here on: what waits for a person already waits no more. */
  standsIn(): void {
    if (this.state === 'awaitingContact') layOnSkin(this.companion, 'stand-in');
  }

  tick(lateMs: number): void {
    const before = this.state;
    this.hosted.tick(lateMs);
    this.#attended.afterTick(this.companion);
    const { state, companion } = this;
    const { selfTest } = companion.treatment;
    if (state === 'selfTest') {
      this.#testCourse = courseAfter(this.#testCourse ?? notTested, selfTest);
    } else if (before === 'selfTest' && this.#testCourse !== null) {
      const failed = selfTest.stage === 'failed' ? 'failed' : 'none';
      this.#testCourse = {
        ...this.#testCourse,
        ending: state === 'preparing' ? 'passed' : failed,
      };
    }
    if (state !== before && state.startsWith('treating')) this.#contactAtS ??= companion.elapsedS;
  }

  #onEntry(entry: Entry, atS: number): void {
    if (entry.type === 'trip') this.#trip ??= entry.fields;
    if (this.#drill === null) return;
    const drill = drillAfter(this.#drill, entry, atS);
    if (drill === this.#drill) return;
    this.#drill = drill;
    this.hosted.note('companion', answeredText(drill));
  }
}

/** An operator who may come and go. */
const whileStanding = (stands: () => boolean, operator: Operator): Operator => ({
  onState: (state, companion) => {
    if (stands()) operator.onState(state, companion);
  },
  onTick: (companion) => {
    if (stands()) operator.onTick?.(companion);
  },
});
