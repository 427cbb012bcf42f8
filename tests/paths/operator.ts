/** Leads the whole companion through the events of the operator model: people, time and faults, never its findings. */
import type { SessionEvent } from '../../machines/session-events.ts';
import { tickMs } from '../../src/treatment/companion.ts';
import { questionNow } from '../../src/treatment/skin-check.ts';
import { Bench } from './bench.ts';
import type { BenchBoard } from './bench.ts';
import { objectionToPins } from './laws.ts';
import type { OperatorEventType } from './operator-model.ts';
import { Oracle } from './oracle.ts';
import { rotations } from './operator-script.ts';
import type { Script } from './operator-script.ts';

const ticksPerS = 1000 / tickMs;
const awakeTicks = 2 * ticksPerS;
const answerTicks = 60_000 / tickMs;
const lookAgainTicks = (2 * 60_000) / tickMs;
/** How long a plate takes back to its setpoint, at most. */
const comesBackMs = 60_000;
/** Skin at rest has less; a degree for the way from the plate to its reading. */
const warmC = 36.2;
const warmTicks = 60_000 / tickMs;
const pauseTicks = (5 * 60_000) / tickMs;
/** A pause outlasts the rest of its phase by so many: the phase's clock stands still. */
const overdueTicks = 10;

export class Operator {
  readonly bench: Bench;
  /** By which cause the present fault came; null where there is none. */
  fault: string | null = null;
  /** The present pause is one that a question without an answer has brought about. */
  isUnanswered = false;
  readonly #oracle = new Oracle();
  readonly #script: Script;
  #steps = 0;
  #phase = 0;
  /** The cold finish that ending early owes. */
  #ending = false;
  /** Heat was given, and no cold phase since (L2). */
  #owes = false;
  /** Ticks of the present phase and of the present pause: counted here, not asked of the companion. */
  #phaseTicks = 0;
  #phaseRuns = false;
  #pausedTicks = 0;
  /** The skin was looked at in the middle of the present phase. */
  #comesBack = false;

  private constructor(bench: Bench, script: Script) {
    this.bench = bench;
    bench.witness = (now, afterMs) => this.#oracle.look(now, afterMs, this.fault === null);
    this.#script = script;
  }

  get missing(): Script['missing'] {
    return this.#script.missing;
  }

  static async open(script: Script, board?: BenchBoard): Promise<Operator> {
    return new Operator(await Bench.open(script.dwellsMs, script.missing, board), script);
  }

  /** Lets the next event of the path happen. */
  happen(type: OperatorEventType): void {
    const cause = this.#script.steps[this.#steps]!.cause;
    this.#steps += 1;
    this.#handlers[type](cause);
  }

  #require(fact: boolean, words: string): void {
    if (fact) return;
    const last = this.#script.steps[this.#steps - 1];
    throw new Error(`${last?.type} (${last?.cause}) in ${this.bench.state}: ${words}`);
  }

  run(ticks: number): void {
    for (let count = 0; count < ticks; count += 1) {
      if (this.#phaseRuns) this.#phaseTicks += 1;
      this.#pausedTicks += 1;
      this.bench.tick();
      const { companion } = this.bench;
      // Somebody is there whenever nobody is not meant to be.
      if (!this.isUnanswered && questionNow(companion.treatment) === 'warm')
        companion.answerSkinCheck('the patient');
    }
  }

  /** As `run`, where nothing is driven and no tick is told from another: the last two seconds are run tick by tick. */
  #wait(ticks: number): void {
    const seconds = Math.max(0, Math.floor((ticks - awakeTicks) / ticksPerS));
    this.#require(!this.#phaseRuns, 'time may be skipped only where nothing is driven');
    this.bench.doze(seconds * 1000);
    this.#pausedTicks += seconds * ticksPerS;
    this.run(ticks - seconds * ticksPerS);
  }

  #wish(event: SessionEvent): void {
    this.bench.wish(event);
    this.run(1);
  }

  /** Not a tick earlier, and not a tick later. */
  #exactlyIn(ticks: number): void {
    const { state } = this.bench;
    this.#require(ticks > 0, 'it is too late already');
    if (this.#phaseRuns) this.run(ticks - 1);
    else this.#wait(ticks - 1);
    this.#require(this.bench.state === state, 'it came too early');
    this.run(1);
    this.#require(this.bench.state !== state, 'it did not come in its tick');
  }

  /** In its very tick; but where the skin was looked at in its middle, the phase waits until the plate is back. */
  #endPhase(ticks: number): void {
    if (!this.#comesBack) {
      this.#exactlyIn(ticks);
      return;
    }
    const { state } = this.bench;
    this.run(ticks - 1);
    this.#require(this.bench.state === state, 'it came too early');
    this.#until(comesBackMs);
  }

  #until(mostMs: number): void {
    const { state } = this.bench;
    this.bench.until(() => this.bench.state !== state, mostMs);
  }

  get #isLast(): boolean {
    return this.#ending || this.#phase === this.#script.dwellsMs.length;
  }

  get #dwellTicks(): number {
    return this.#script.dwellsMs.at(this.#isLast ? -1 : this.#phase - 1)! / tickMs;
  }

  #beginPhase(number: number): void {
    this.#phase = number;
    this.#phaseTicks = 0;
    this.#phaseRuns = true;
    this.#comesBack = false;
  }

  readonly #handlers: Readonly<Record<OperatorEventType, (cause: string) => void>> = {
    PRESCRIBE: () => {
      // A plate that still drifts from the treatment before does not pass the self-test.
      if (this.#steps > 1) this.bench.rest();
      this.#wish({ type: 'PRESCRIBE', rotations });
    },
    ADMITTED: (cause) => {
      if (cause === 'by a clinician') {
        this.#wish({ type: 'SCREENED', result: 'needsClinician' });
        this.#wish({ type: 'SCREENED', result: 'clear' });
        this.#require(this.bench.state === 'screening', 'no clinician was named');
      }
      this.#wish({ type: 'SCREENED', result: 'clear', clinician: 'Dr. Roe' });
    },
    TURNED_AWAY: () => {
      this.#wish({ type: 'SCREENED', result: 'contraindicated' });
    },
    TEST_PASSES: () => {
      this.#until(14_000);
    },
    TEST_FAILS: () => {
      this.bench.spoil('heatsink sensor held');
      this.fault = 'held heatsink';
      // The pulse goes on for as long as a heatsink that still falls could hide its answer.
      this.#until(25_000);
      this.bench.spoil('nothing');
    },
    PLATE_GETS_COLD: () => {
      this.#until(60_000);
    },
    LAID_ON_SKIN: () => {
      this.bench.layOnSkin();
      this.#wish({ type: 'CONTACT_CONFIRMED' });
      this.#beginPhase(1);
    },
    CALLED_OFF: () => {
      this.#wish({ type: 'CANCEL', reason: 'the patient left' });
    },
    TIME_IS_UP: () => {
      const { state } = this.bench;
      const isLast = this.#isLast;
      if (this.#phase % 2 === 1) this.#owes = false;
      this.#endPhase(this.#dwellTicks - this.#phaseTicks);
      this.#require(state !== 'treating.hot' || this.bench.heating > 0, 'no heat was given');
      if (isLast) this.#leaveSkin();
      else this.#hold();
    },
    PLATE_GETS_WARM: () => {
      for (let ticks = 0; !(this.bench.plateC > warmC); ticks += 1) {
        this.#require(ticks < warmTicks, 'the plate does not get warm');
        this.run(1);
      }
      this.#owes = true;
    },
    SKIN_IS_FINE: (cause) => {
      const { phase, phaseOver } = this.bench.companion.treatment.session.context;
      if (cause === 'after a doubt') this.#doubt('notSure');
      if (cause === 'not felt at first') this.#doubt('numb');
      if (cause === 'after a pause') {
        this.#wish({ type: 'PAUSE' });
        this.#requireOff('checking');
      }
      this.#wish({ type: 'SKIN_ANSWERED', answer: 'fine', findings: [] });
      if (cause === 'after a pause') {
        this.run(5);
        this.#requireOff('paused');
        this.#wish({ type: 'RESUME' });
      }
      if (phaseOver) this.#beginPhase(phase + 1);
      this.#phaseRuns = true;
    },
    SKIN_IS_WRONG: () => {
      this.run(5);
      this.#wish({ type: 'SKIN_ANSWERED', answer: 'wrong', findings: ['blister'] });
      this.#leaveSkin();
    },
    PAUSED: (cause) => {
      this.isUnanswered = cause === 'no answer';
      if (this.isUnanswered) this.#exactlyIn(this.#dwellTicks / 2 + answerTicks - this.#phaseTicks);
      else {
        this.run(5);
        this.#wish({ type: 'PAUSE' });
      }
      this.#hold();
      // The question has waited for as long already.
      if (this.isUnanswered) this.#pausedTicks = answerTicks;
      this.#wait(this.#dwellTicks - this.#phaseTicks + overdueTicks);
    },
    RESUMED: (cause) => {
      const doubts = cause === 'after a doubt' && !this.isUnanswered;
      if (doubts) this.#doubtInPause();
      if (cause === 'ended early') this.#wish({ type: 'END_EARLY' });
      else if (this.isUnanswered)
        this.#wish({ type: 'SKIN_ANSWERED', answer: 'fine', findings: [] });
      else this.#wish({ type: 'RESUME' });
      this.#comesBack ||= this.isUnanswered || doubts;
      this.isUnanswered = false;
      this.#phaseRuns = true;
    },
    LEFT_ALONE: () => {
      this.#exactlyIn(pauseTicks - this.#pausedTicks);
      this.#leaveSkin();
    },
    ENDED_EARLY: () => {
      const { phaseOver } = this.bench.companion.treatment.session.context;
      this.#wish({ type: 'END_EARLY' });
      if (!this.#owes) this.#leaveSkin();
      else if (phaseOver) {
        this.#requireOff('checking');
        this.#ending = true;
      } else {
        if (this.isUnanswered) {
          this.#requireOff('checking');
          this.#wish({ type: 'SKIN_ANSWERED', answer: 'fine', findings: [] });
        }
        this.#ending = true;
        this.isUnanswered = false;
        if (this.#phase % 2 === 0) this.#beginPhase(this.#phase + 1);
        this.#phaseRuns = true;
      }
    },
    STOPPED: (cause) => {
      // L3: in the very next tick, whatever else goes on.
      if (cause === 'screen') this.#wish({ type: 'STOP', by: 'the patient' });
      else {
        this.bench.holdStop(true);
        this.run(1);
        this.#require(this.bench.state === 'settling', 'the button did not stop it at once');
        this.run(2);
        this.bench.holdStop(false);
        this.run(1);
      }
      this.#leaveSkin();
    },
    FAULT: (cause) => {
      this.fault = cause;
      if (cause === 'stall') this.bench.fault('host-stalled');
      else this.bench.spoil('plate sensor open');
      this.#until(300);
      this.bench.spoil('nothing');
      this.#leaveSkin();
    },
    PLATE_IS_SAFE: () => {
      this.#until(60_000);
    },
    ACKNOWLEDGED: () => {
      this.#wish({ type: 'ACKNOWLEDGE' });
    },
    RESET: () => {
      // Refused while the cause is there; somebody tries again.
      this.bench.until(() => {
        if (this.bench.state === 'faulted') {
          this.bench.wish({ type: 'RESET', person: 'A. Smith', causeGone: false });
        }
        return this.bench.state !== 'faulted';
      }, 10_000);
      this.fault = null;
    },
  };

  /** The phase's clock stands still until somebody lets it go on. */
  #hold(): void {
    this.#phaseRuns = false;
    this.#pausedTicks = 0;
  }

  #requireOff(state: 'paused' | 'checking'): void {
    this.#require(this.bench.state === state, `it must be ${state}`);
    const objection = objectionToPins(state, this.bench.pins);
    this.#require(objection === null, objection ?? '');
  }

  /** A look at the skin in a pause gives nothing back: it is a pause again. */
  #doubtInPause(): void {
    this.#wish({ type: 'SKIN_ANSWERED', answer: 'notSure', findings: [] });
    this.#requireOff('checking');
    this.#wait(lookAgainTicks - 1);
    this.#wish({ type: 'SKIN_ANSWERED', answer: 'fine', findings: [] });
    this.#wish({ type: 'SKIN_ANSWERED', answer: 'fine', findings: [] });
    this.run(5);
    this.#requireOff('paused');
  }

  /** Said at once, and again after the two minutes; being fine too soon is not heard. */
  #doubt(answer: 'notSure' | 'numb'): void {
    const { state } = this.bench;
    this.#wish({ type: 'SKIN_ANSWERED', answer, findings: [] });
    this.bench.wish({ type: 'SKIN_ANSWERED', answer: 'fine', findings: [] });
    this.#wait(lookAgainTicks - 1);
    this.#require(this.bench.state === state, 'a doubt must be waited for');
    this.run(1);
  }

  #leaveSkin(): void {
    this.#owes = false;
    this.isUnanswered = false;
    this.#phaseRuns = false;
    this.#ending = false;
    this.bench.liftOff();
  }
}
