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
  async happen(type: OperatorEventType): Promise<void> {
    const cause = this.#script.steps[this.#steps]!.cause;
    this.#steps += 1;
    await this.#handlers[type](cause);
  }

  #require(fact: boolean, words: string): void {
    if (fact) return;
    const last = this.#script.steps[this.#steps - 1];
    throw new Error(`${last?.type} (${last?.cause}) in ${this.bench.state}: ${words}`);
  }

  async run(ticks: number): Promise<void> {
    for (let count = 0; count < ticks; count += 1) {
      if (this.#phaseRuns) this.#phaseTicks += 1;
      this.#pausedTicks += 1;
      await this.bench.tick();
      const { companion } = this.bench;
      // Somebody is there whenever nobody is not meant to be.
      if (!this.isUnanswered && questionNow(companion.treatment) === 'warm')
        companion.answerSkinCheck('the patient');
    }
  }

  /** As `run`, where nothing is driven and no tick is told from another: the last two seconds are run tick by tick. */
  async #wait(ticks: number): Promise<void> {
    const seconds = Math.max(0, Math.floor((ticks - awakeTicks) / ticksPerS));
    this.#require(!this.#phaseRuns, 'time may be skipped only where nothing is driven');
    await this.bench.doze(seconds * 1000);
    this.#pausedTicks += seconds * ticksPerS;
    await this.run(ticks - seconds * ticksPerS);
  }

  async #wish(event: SessionEvent): Promise<void> {
    this.bench.wish(event);
    await this.run(1);
  }

  /** Not a tick earlier, and not a tick later. */
  async #exactlyIn(ticks: number): Promise<void> {
    const { state } = this.bench;
    this.#require(ticks > 0, 'it is too late already');
    if (this.#phaseRuns) await this.run(ticks - 1);
    else await this.#wait(ticks - 1);
    this.#require(this.bench.state === state, 'it came too early');
    await this.run(1);
    this.#require(this.bench.state !== state, 'it did not come in its tick');
  }

  /** In its very tick; but where the skin was looked at in its middle, the phase waits until the plate is back. */
  async #endPhase(ticks: number): Promise<void> {
    if (!this.#comesBack) {
      await this.#exactlyIn(ticks);
      return;
    }
    const { state } = this.bench;
    await this.run(ticks - 1);
    this.#require(this.bench.state === state, 'it came too early');
    await this.#until(comesBackMs);
  }

  async #until(mostMs: number): Promise<void> {
    const { state } = this.bench;
    await this.bench.until(() => this.bench.state !== state, mostMs);
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

  readonly #handlers: Readonly<Record<OperatorEventType, (cause: string) => Promise<void>>> = {
    PRESCRIBE: async () => {
      // A plate that still drifts from the treatment before does not pass the self-test.
      if (this.#steps > 1) await this.bench.rest();
      await this.#wish({ type: 'PRESCRIBE', rotations });
    },
    ADMITTED: async (cause) => {
      if (cause === 'by a clinician') {
        await this.#wish({ type: 'SCREENED', result: 'needsClinician' });
        await this.#wish({ type: 'SCREENED', result: 'clear' });
        this.#require(this.bench.state === 'screening', 'no clinician was named');
      }
      await this.#wish({ type: 'SCREENED', result: 'clear', clinician: 'Dr. Roe' });
    },
    TURNED_AWAY: async () => {
      await this.#wish({ type: 'SCREENED', result: 'contraindicated' });
    },
    TEST_PASSES: async () => {
      await this.#until(14_000);
    },
    TEST_FAILS: async () => {
      this.bench.spoil('heatsink sensor held');
      this.fault = 'held heatsink';
      // The pulse goes on for as long as a heatsink that still falls could hide its answer.
      await this.#until(25_000);
      this.bench.spoil('nothing');
    },
    PLATE_GETS_COLD: async () => {
      await this.#until(60_000);
    },
    LAID_ON_SKIN: async () => {
      this.bench.layOnSkin();
      await this.#wish({ type: 'CONTACT_CONFIRMED' });
      this.#beginPhase(1);
    },
    CALLED_OFF: async () => {
      await this.#wish({ type: 'CANCEL', reason: 'the patient left' });
    },
    TIME_IS_UP: async () => {
      const { state } = this.bench;
      const isLast = this.#isLast;
      if (this.#phase % 2 === 1) this.#owes = false;
      await this.#endPhase(this.#dwellTicks - this.#phaseTicks);
      this.#require(state !== 'treating.hot' || this.bench.heating > 0, 'no heat was given');
      if (isLast) this.#leaveSkin();
      else this.#hold();
    },
    PLATE_GETS_WARM: async () => {
      for (let ticks = 0; !(this.bench.plateC > warmC); ticks += 1) {
        this.#require(ticks < warmTicks, 'the plate does not get warm');
        await this.run(1);
      }
      this.#owes = true;
    },
    SKIN_IS_FINE: async (cause) => {
      const { phase, phaseOver } = this.bench.companion.treatment.session.context;
      if (cause === 'after a doubt') await this.#doubt('notSure');
      if (cause === 'not felt at first') await this.#doubt('numb');
      if (cause === 'after a pause') {
        await this.#wish({ type: 'PAUSE' });
        this.#requireOff('checking');
      }
      await this.#wish({ type: 'SKIN_ANSWERED', answer: 'fine', findings: [] });
      if (cause === 'after a pause') {
        await this.run(5);
        this.#requireOff('paused');
        await this.#wish({ type: 'RESUME' });
      }
      if (phaseOver) this.#beginPhase(phase + 1);
      this.#phaseRuns = true;
    },
    SKIN_IS_WRONG: async () => {
      await this.run(5);
      await this.#wish({ type: 'SKIN_ANSWERED', answer: 'wrong', findings: ['blister'] });
      this.#leaveSkin();
    },
    PAUSED: async (cause) => {
      this.isUnanswered = cause === 'no answer';
      if (this.isUnanswered)
        await this.#exactlyIn(this.#dwellTicks / 2 + answerTicks - this.#phaseTicks);
      else {
        await this.run(5);
        await this.#wish({ type: 'PAUSE' });
      }
      this.#hold();
      // The question has waited for as long already.
      if (this.isUnanswered) this.#pausedTicks = answerTicks;
      await this.#wait(this.#dwellTicks - this.#phaseTicks + overdueTicks);
    },
    RESUMED: async (cause) => {
      const doubts = cause === 'after a doubt' && !this.isUnanswered;
      if (doubts) await this.#doubtInPause();
      if (cause === 'ended early') await this.#wish({ type: 'END_EARLY' });
      else if (this.isUnanswered)
        await this.#wish({ type: 'SKIN_ANSWERED', answer: 'fine', findings: [] });
      else await this.#wish({ type: 'RESUME' });
      this.#comesBack ||= this.isUnanswered || doubts;
      this.isUnanswered = false;
      this.#phaseRuns = true;
    },
    LEFT_ALONE: async () => {
      await this.#exactlyIn(pauseTicks - this.#pausedTicks);
      this.#leaveSkin();
    },
    ENDED_EARLY: async () => {
      const { phaseOver } = this.bench.companion.treatment.session.context;
      await this.#wish({ type: 'END_EARLY' });
      if (!this.#owes) this.#leaveSkin();
      else if (phaseOver) {
        this.#requireOff('checking');
        this.#ending = true;
      } else {
        if (this.isUnanswered) {
          this.#requireOff('checking');
          await this.#wish({ type: 'SKIN_ANSWERED', answer: 'fine', findings: [] });
        }
        this.#ending = true;
        this.isUnanswered = false;
        if (this.#phase % 2 === 0) this.#beginPhase(this.#phase + 1);
        this.#phaseRuns = true;
      }
    },
    STOPPED: async (cause) => {
      // L3: in the very next tick, whatever else goes on.
      if (cause === 'screen') await this.#wish({ type: 'STOP', by: 'the patient' });
      else {
        this.bench.holdStop(true);
        await this.run(1);
        this.#require(this.bench.state === 'settling', 'the button did not stop it at once');
        await this.run(2);
        this.bench.holdStop(false);
        await this.run(1);
      }
      this.#leaveSkin();
    },
    FAULT: async (cause) => {
      this.fault = cause;
      if (cause === 'stall') this.bench.fault('host-stalled');
      else this.bench.spoil('plate sensor open');
      await this.#until(300);
      this.bench.spoil('nothing');
      this.#leaveSkin();
    },
    PLATE_IS_SAFE: async () => {
      await this.#until(60_000);
    },
    ACKNOWLEDGED: async () => {
      await this.#wish({ type: 'ACKNOWLEDGE' });
    },
    RESET: async () => {
      // Refused while the cause is there; somebody tries again.
      await this.bench.until(() => {
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
  async #doubtInPause(): Promise<void> {
    await this.#wish({ type: 'SKIN_ANSWERED', answer: 'notSure', findings: [] });
    this.#requireOff('checking');
    await this.#wait(lookAgainTicks - 1);
    await this.#wish({ type: 'SKIN_ANSWERED', answer: 'fine', findings: [] });
    await this.#wish({ type: 'SKIN_ANSWERED', answer: 'fine', findings: [] });
    await this.run(5);
    this.#requireOff('paused');
  }

  /** Said at once, and again after the two minutes; being fine too soon is not heard. */
  async #doubt(answer: 'notSure' | 'numb'): Promise<void> {
    const { state } = this.bench;
    await this.#wish({ type: 'SKIN_ANSWERED', answer, findings: [] });
    this.bench.wish({ type: 'SKIN_ANSWERED', answer: 'fine', findings: [] });
    await this.#wait(lookAgainTicks - 1);
    this.#require(this.bench.state === state, 'a doubt must be waited for');
    await this.run(1);
  }

  #leaveSkin(): void {
    this.#owes = false;
    this.isUnanswered = false;
    this.#phaseRuns = false;
    this.#ending = false;
    this.bench.liftOff();
  }
}
