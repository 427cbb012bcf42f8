/**
 * Makes an avr8js timer cost nothing between the moments that matter.
 *
 * avr8js schedules one clock event for every count of every timer: 750 000 a second on a stock Uno.
 * This wrapper lets the same counting code run only at the ticks where something can be seen from
 * outside (a compare match on a connected pin, an interrupt) and catches up whenever the program
 * touches a timer register. The ticks it skips are the ones in which a counter merely counts.
 */
import type { AVRTimer, AVRTimerConfig, CPU } from 'avr8js';
import type { CpuInternals, TimerInternals } from './avr8js-internals.ts';
import { waveform } from './avr8js-internals.ts';

/** Beyond this many whole periods nothing new can happen that the last ones do not show. */
const periodsToReplay = 3;

export class EventDrivenTimer {
  readonly #cpu: CPU;
  readonly #queue: CpuInternals;
  readonly #config: AVRTimerConfig;
  readonly #timer: TimerInternals;
  readonly #stockCount: AVRTimer['count'];
  #nextInterrupts = true;

  constructor(cpu: CPU, timer: AVRTimer, config: AVRTimerConfig) {
    this.#cpu = cpu;
    this.#queue = cpu as unknown as CpuInternals;
    this.#config = config;
    this.#timer = timer as unknown as TimerInternals;
    this.#stockCount = timer.count;
    this.#timer.count = (reschedule = true, external = false) => {
      // After a change of the divider avr8js schedules the first tick by itself.
      const dividerChanges = this.#timer.updateDivider;
      this.#catchUp(external);
      if (reschedule && !dividerChanges) this.#schedule();
    };
    this.#hookRegisters();
  }

  /** True for the clock events of this timer. */
  owns(callback: () => void): boolean {
    return callback === this.#timer.count;
  }

  /** The next event of this timer can raise an interrupt. */
  get nextInterrupts(): boolean {
    return this.#nextInterrupts;
  }

  /** Addresses of the PORT registers whose pins the compare units drive now. */
  get drivenPorts(): readonly number[] {
    const { compPortA, compPortB } = this.#config;
    const { compA, compB } = this.#timer;
    if (compA === 0) return compB === 0 ? [] : [compPortB];
    return compB === 0 ? [compPortA] : [compPortA, compPortB];
  }

  /** Registers whose meaning depends on the count, or that change what comes next. */
  #hookRegisters(): void {
    const { ICR, OCRA, OCRB, TCCRA, TCCRB, TCNT, TIFR, TIMSK } = this.#config;
    const { readHooks, writeHooks } = this.#cpu;
    readHooks[TIFR] = (address) => {
      this.#catchUp(false);
      return this.#cpu.data[address] ?? 0;
    };
    for (const address of [ICR, OCRA, OCRB, TCCRA, TCCRB, TCNT, TIFR, TIMSK]) {
      const stock = writeHooks[address];
      if (stock === undefined) continue;
      writeHooks[address] = (value, oldValue, at, mask) => {
        this.#catchUp(false);
        // avr8js leaves some registers for the CPU to store; the schedule needs them now.
        const stored = stock(value, this.#cpu.data[address] ?? oldValue, at, mask);
        if (stored !== true) this.#cpu.data[address] = value;
        this.#cpu.clearClockEvent(this.#timer.count);
        this.#schedule();
        return true;
      };
    }
  }

  /** Brings the counter to the current cycle, from one interesting tick to the next. */
  #catchUp(external: boolean): void {
    const timer = this.#timer;
    const { divider } = timer;
    const now = this.#cpu.cycles;
    if (divider > 0 && !timer.tcntUpdated && !timer.updateDivider) {
      let ticks = Math.floor((now - timer.lastCycle) / divider);
      while (ticks > 0) {
        ticks -= this.#skipPeriods(ticks);
        const step = Math.min(ticks, this.#ticksToTurn());
        // All but the last tick of a step only count.
        timer.tcnt += this.#isCountingDown() ? 1 - step : step - 1;
        timer.lastCycle += (step - 1) * divider;
        this.#cpu.cycles = timer.lastCycle + divider;
        this.#stockCount(false);
        ticks -= step;
      }
      this.#cpu.cycles = now;
    }
    if (external || timer.updateDivider || timer.tcntUpdated) this.#stockCount(false, external);
  }

  /** Passes over whole periods that show nothing new, and says how many ticks they were. */
  #skipPeriods(ticks: number): number {
    const timer = this.#timer;
    const period = this.#isPhaseMode() ? 2 * timer.TOP : timer.TOP + 1;
    const settled = timer.tcnt <= timer.TOP && !this.#hasPendingCompare();
    if (!settled || period === 0 || ticks <= periodsToReplay * period) return 0;
    const skipped = (Math.floor(ticks / period) - periodsToReplay + 1) * period;
    timer.lastCycle += skipped * timer.divider;
    return skipped;
  }

  /** A buffered compare value waits for top or bottom to take over. */
  #hasPendingCompare(): boolean {
    const { ocrA, ocrB, nextOcrA, nextOcrB } = this.#timer;
    return nextOcrA !== ocrA || nextOcrB !== ocrB;
  }

  #schedule(): void {
    const timer = this.#timer;
    this.#nextInterrupts = true;
    if (timer.updateDivider || timer.tcntUpdated) {
      this.#queue.addClockEvent(timer.count, 0);
      return;
    }
    if (timer.divider === 0) return;
    const toInterrupt = this.#ticksToVisible(false);
    const ticks = Math.min(toInterrupt, this.#ticksToVisible(true));
    if (ticks === Infinity) return;
    this.#nextInterrupts = toInterrupt <= ticks;
    const at = timer.lastCycle + ticks * timer.divider;
    this.#queue.addClockEvent(timer.count, at - this.#cpu.cycles);
  }

  #isCountingDown(): boolean {
    return !this.#timer.countingUp && this.#isPhaseMode();
  }

  #isPhaseMode(): boolean {
    const { timerMode } = this.#timer;
    return timerMode === waveform.phaseCorrect || timerMode === waveform.phaseAndFrequencyCorrect;
  }

  /** Ticks until the counter meets a compare value, its top or its bottom. At least 1. */
  #ticksToTurn(): number {
    const { tcnt, ocrA, ocrB, TOP } = this.#timer;
    if (this.#isCountingDown()) {
      const a = ocrA < tcnt ? tcnt - ocrA : tcnt;
      const b = ocrB < tcnt ? tcnt - ocrB : tcnt;
      return Math.max(1, Math.min(a, b));
    }
    const turn = this.#isPhaseMode() ? TOP - tcnt : TOP + 1 - tcnt;
    const a = ocrA > tcnt ? ocrA - tcnt : turn;
    const b = ocrB > tcnt ? ocrB - tcnt : turn;
    return Math.max(1, Math.min(turn, a, b));
  }

  /** Ticks until a connected pin may change (`pins`), or until an enabled interrupt is raised. */
  #ticksToVisible(pins: boolean): number {
    const timer = this.#timer;
    const enabled = this.#cpu.data[this.#config.TIMSK] ?? 0;
    const { TOIE, OCIEA, OCIEB } = this.#config;
    const a = pins ? timer.compA !== 0 : (enabled & OCIEA) !== 0;
    const b = pins ? timer.compB !== 0 : (enabled & OCIEB) !== 0;
    const fastPwm = timer.timerMode === waveform.fastPwm;
    const end = pins ? fastPwm && (a || b) : (enabled & TOIE) !== 0;
    if (!a && !b && !end) return Infinity;
    // Look again where the pending value takes over.
    if (this.#hasPendingCompare()) return this.#ticksToTurn();
    let ticks = end ? this.#ticksToEnd() : Infinity;
    if (a) ticks = Math.min(ticks, this.#ticksToMatch(timer.ocrA));
    if (b) ticks = Math.min(ticks, this.#ticksToMatch(timer.ocrB));
    return Math.max(1, ticks);
  }

  #ticksToEnd(): number {
    const { tcnt, TOP, countingUp } = this.#timer;
    if (!this.#isPhaseMode()) return TOP + 1 - tcnt;
    return countingUp ? 2 * TOP - tcnt : tcnt;
  }

  #ticksToMatch(compare: number): number {
    const { tcnt, TOP, countingUp } = this.#timer;
    if (!this.#isPhaseMode()) {
      if (compare > TOP) return TOP + 1 - tcnt;
      return compare > tcnt ? compare - tcnt : TOP + 1 - tcnt + compare;
    }
    if (compare > TOP) return Infinity;
    if (countingUp) return compare > tcnt ? compare - tcnt : 2 * TOP - tcnt - compare;
    return compare < tcnt ? tcnt - compare : tcnt + compare;
  }
}
