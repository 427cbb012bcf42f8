/** A computer and a board with nothing wrong; each test breaks one thing. */
import type { BoardSituation } from '../../src/doctor/board-checks.ts';
import type { ComputerFacts } from '../../src/doctor/computer-facts.ts';

export const noon = Date.UTC(2026, 10, 20, 12);
const hour = 3_600_000;

export const healthyComputer: ComputerFacts = {
  node: '20.19.0',
  program: { version: '1.2.3', build: 'fresh', builtMs: noon - hour },
  wallMs: noon,
  records: {
    folder: '/records',
    problem: null,
    freeBytes: 4e9,
    newest: { id: 'a', kind: 'intact', words: 'intact', atMs: noon - hour },
  },
  limits: { file: null, problem: null },
};

const steady = (celsius: number): number[] =>
  Array.from({ length: 40 }, (_, index) => celsius + (index % 2 === 0 ? 0.02 : -0.02));

/** Counts that go up and down by this much about their mean: its noise, rms. */
export const noisyBy = (lsb: number): number[] =>
  Array.from({ length: 40 }, (_, index) => 500 + (index % 2 === 0 ? lsb : -lsb));

/** Calibration and the rules that need other hardware are all there is to warn of. */
export const healthyBoard: BoardSituation = {
  facts: {
    identity: {
      kind: 'serial',
      port: '/dev/ttyACM0',
      firmware: 'ContrastGuard 1.0.0 (guard protocol 3, build 0123abcd)',
      guarded: true,
      imaginary: false,
      memory: { condition: 'kept', number: '12ab34cd', begun: 7, lastHash: null },
    },
    guard: {
      state: 'idle',
      reason: 'none',
      found: { kind: 'nothing' },
      atMs: 0,
      trippedAtMs: Number.NaN,
      renewedAtMs: Number.NEGATIVE_INFINITY,
      fanTurnsPerS: null,
      powerOff: true,
    },
    buildHash: '0123abcd',
    seen: { plateA: steady(22), plateB: steady(22.2), heatsink: steady(21.8) },
    counts: { plateA: noisyBy(0.4), plateB: noisyBy(0.4), heatsink: noisyBy(0.4) },
    witness: null,
    rails: null,
    moduleCurrentA: -0.7,
    fanTurnsPerS: null,
    stopLoopClosed: true,
    pinsDiffer: null,
    notFitted: [{ id: 'supply-low', needs: 'a supply voltage input' }],
    clockSlipMs: 3,
    lease: { kind: 'dropped', afterMs: 452, cleared: true },
  },
  committed: {
    version: '1.0.0',
    buildHash: '0123abcd',
    hexPath: 'contrast_guard.hex',
    sha256: 'f'.repeat(64),
    compiler: 'avr-gcc',
    flashBytes: 12_000,
    ramBytes: 700,
  },
};
