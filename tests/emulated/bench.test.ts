/** The bench behind an emulated chip: its conversions are disturbed at their own moments, a short press reaches it. */
import { describe, expect, it, onTestFinished } from 'vitest';
import { EmulatedGuardBoard } from '../../hardware/boards/emulated-guard.ts';
import { EmulatedStandardBoard } from '../../hardware/boards/emulated-standard.ts';
import { loadStandardFirmata } from '../../hardware/boards/emulator/firmware-image.ts';
import { loadGuardFirmware } from '../../hardware/boards/emulator/guard-image.ts';
import { SimulatedDevice } from '../../hardware/boards/simulated-device.ts';
import { defaultPinMap } from '../../hardware/parts/pin-map.ts';
import { StopLoop } from '../../hardware/device/stop-loop.ts';
import { rigs } from '../../hardware/plant/rigs.ts';

const pins = defaultPinMap;
const deviceWorld = () => new SimulatedDevice(rigs.reference.parameters, pins, 1);

async function standardBoard(world = deviceWorld()) {
  const board = new EmulatedStandardBoard({ program: await loadStandardFirmata(), world });
  const boardPins = await board.open();
  onTestFinished(() => board.close());
  return { board, boardPins, pass: (ms: number) => board.advanceTo(board.nowMs() + ms) };
}

function spread(counts: readonly number[]): number {
  const mean = counts.reduce((sum, one) => sum + one, 0) / counts.length;
  return Math.sqrt(counts.reduce((sum, one) => sum + (one - mean) ** 2, 0) / counts.length);
}

describe('an emulated board', () => {
  it('converts with the noise of its bench, while it is there', async () => {
    const { board, boardPins, pass } = await standardBoard();
    let counts: number[] = [];
    boardPins.onCount(pins.plateA, (count) => counts.push(count));
    const spreadOver = async (ms: number): Promise<number> => {
      await pass(100);
      counts = [];
      await pass(ms);
      expect(counts.length).toBeGreaterThan(ms / 25 - 3);
      return spread(counts);
    };
    expect(await spreadOver(3000)).toBeLessThan(0.8);
    board.simulation.injectFault('noise-white-3');
    const noisy = await spreadOver(3000);
    expect(noisy).toBeGreaterThan(2.4);
    expect(noisy).toBeLessThan(3.8);
    board.simulation.clearFault('noise-white-3');
    expect(await spreadOver(3000)).toBeLessThan(0.8);
  });

  it('reports both edges of a press of 30 ms, and the host takes it for a press', async () => {
    const { board, boardPins, pass } = await standardBoard();
    const loop = new StopLoop(boardPins, pins.stopLoop);
    let levels: number[] = [];
    boardPins.onLevel(pins.stopLoop, (high) => levels.push(high ? 1 : 0));
    await pass(200);
    expect(loop.takeClosed()).toBe(true);
    levels = [];
    board.simulation.setStopPressed(true, 30);
    await pass(100);
    expect(levels).toEqual([1, 0]);
    expect([loop.takeClosed(), loop.takeClosed()]).toEqual([false, true]);
  });

  it('asks its world for the voltage at the moment of each conversion', async () => {
    const world = deviceWorld();
    let asked: { readonly channel: number; readonly atMs: number }[] = [];
    const volts = world.analogVolts.bind(world);
    world.analogVolts = (channel, atMs, driven) => {
      asked.push({ channel, atMs: atMs! });
      return volts(channel, atMs, driven);
    };
    const board = new EmulatedGuardBoard({ program: loadGuardFirmware(), world });
    await board.open();
    onTestFinished(() => board.close());
    asked = [];
    const fromMs = board.nowMs();
    await board.advanceTo(fromMs + 200);
    expect(asked[0]!.atMs).toBeGreaterThan(fromMs);
    expect(asked.at(-1)!.atMs).toBeLessThan(fromMs + 200);
    const atOf = (wanted: (channel: number) => boolean): number[] =>
      asked.filter(({ channel }) => wanted(channel)).map(({ atMs }) => atMs);
    const gapsMs = (atMs: readonly number[]): number[] =>
      atMs.slice(1).map((at, index) => at - atMs[index]!);
    // A pass converts two channels, and not once a slice of its world: one of three beads at its begin, and in its middle
    // one of the others. Before it begins the next bead it lets the inner reference settle for two conversions.
    const beads = gapsMs(atOf((channel) => channel <= pins.heatsink));
    expect(beads.length).toBeGreaterThan(90);
    for (const gapMs of beads) expect(Math.abs(gapMs - 2.048)).toBeLessThan(0.25);
    const witness = gapsMs(atOf((channel) => channel === pins.witness));
    expect(witness.length).toBeGreaterThan(20);
    for (const gapMs of witness) expect(gapMs).toBeCloseTo(4 * 2.048, 1);
  });
});
