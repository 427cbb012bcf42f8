/** The simulated board between its rounds of reports: a short press, and a slow link. */
import { beforeEach, describe, expect, it } from 'vitest';
import { SimulatedBoard } from '../../hardware/boards/simulated.ts';
import { SimulatedDevice } from '../../hardware/boards/simulated-device.ts';
import { defaultPinMap } from '../../hardware/parts/pin-map.ts';
import { StopLoop } from '../../hardware/device/stop-loop.ts';
import { rigs } from '../../hardware/plant/rigs.ts';

const pins = defaultPinMap;

describe('a press of the stop button', () => {
  let board: SimulatedBoard;
  let loop: StopLoop;
  /** Level and time of each report. */
  let edges: [level: number, atMs: number][];
  beforeEach(async () => {
    board = new SimulatedBoard(new SimulatedDevice(rigs.reference.parameters, pins, 1));
    const boardPins = await board.open();
    loop = new StopLoop(boardPins, pins.stopLoop);
    edges = [];
    boardPins.onLevel(pins.stopLoop, (high) => edges.push([high ? 1 : 0, board.nowMs()]));
    board.advanceTo(1000);
    edges = [];
    loop.takeClosed();
  });

  it.each([2, 10, 24.5, 30, 49])('of %s ms is reported with both its edges', (forMs) => {
    board.simulation.setStopPressed(true, forMs);
    board.advanceTo(1050);
    expect(edges).toEqual([
      [1, 1000],
      [0, Math.ceil(1000 + forMs)],
    ]);
    expect([loop.takeClosed(), loop.takeClosed()]).toEqual([false, true]);
    expect(board.nowMs()).toBe(1050);
  });

  it('is seen to end before the next round of reports', () => {
    board.simulation.setStopPressed(true, 10);
    board.advanceTo(1020);
    expect(edges).toEqual([
      [1, 1000],
      [0, 1010],
    ]);
    expect(board.nowMs()).toBe(1020);
  });

  it('that is held stays open, look after look, until it is let go', () => {
    board.simulation.setStopPressed(true);
    board.advanceTo(1050);
    expect(loop.takeClosed()).toBe(false);
    board.advanceTo(2000);
    expect(loop.takeClosed()).toBe(false);
    board.simulation.setStopPressed(false);
    board.advanceTo(2050);
    expect(loop.takeClosed()).toBe(true);
    expect(edges).toEqual([
      [1, 1000],
      [0, 2000],
    ]);
  });

  it('arrives late on a slow link, and is not lost', () => {
    board.simulation.injectFault('link-delayed');
    board.simulation.setStopPressed(true, 30);
    board.advanceTo(2450);
    expect(edges).toEqual([]);
    board.advanceTo(2550);
    expect(edges.map(([level]) => level)).toEqual([1, 0]);
    expect([loop.takeClosed(), loop.takeClosed()]).toEqual([false, true]);
  });

  it('says nothing over a cable that was pulled', () => {
    board.simulation.injectFault('link-lost');
    board.simulation.setStopPressed(true, 30);
    board.advanceTo(2000);
    expect(edges).toEqual([]);
  });
});
