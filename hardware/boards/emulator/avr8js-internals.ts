/**
 * The private parts of avr8js 0.21.1 that the accelerated emulator uses. The dependency is pinned
 * to that version, and tests hold the accelerated emulator against the plain one.
 */
import type { AVRTimer, CPU } from 'avr8js';

export interface ClockEvent {
  readonly cycles: number;
  readonly callback: () => void;
  readonly next: ClockEvent | null;
}

export interface CpuInternals {
  readonly nextClockEvent: ClockEvent | null;
  addClockEvent(callback: () => void, cycles: number): unknown;
}

export interface UsartInternals {
  readonly RXC: Parameters<CPU['setInterruptFlag']>[0];
}

export interface TimerInternals {
  count: AVRTimer['count'];
  lastCycle: number;
  tcnt: number;
  readonly TOP: number;
  readonly ocrA: number;
  readonly nextOcrA: number;
  readonly ocrB: number;
  readonly nextOcrB: number;
  readonly compA: number;
  readonly compB: number;
  readonly divider: number;
  readonly timerMode: number;
  readonly countingUp: boolean;
  readonly tcntUpdated: boolean;
  readonly updateDivider: boolean;
}

/** Values of `timerMode` in which the counter turns round, or pins change at its end. */
export const waveform = {
  phaseCorrect: 1,
  fastPwm: 3,
  phaseAndFrequencyCorrect: 4,
} as const;

/** Of the CPU: one memory, seen in three ways. */
export interface CpuMemory {
  readonly data: CPU['data'];
  readonly data16: CPU['data16'];
  readonly dataView: CPU['dataView'];
}
