/** The host as a process of its own, on a real serial port, killed without a word (hazard H03, law L5). */
import { spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { loadGuardFirmware } from '../../hardware/boards/emulator/guard-image.ts';
import { SerialBoard } from '../../hardware/boards/serial.ts';
import { hostFrames } from '../../hardware/guard/protocol.ts';
import type { RigId } from '../../hardware/plant/rigs.ts';
import { project, start } from '../cli/contrast.ts';
import { WatchedDevice } from './guarded-device.ts';
import { boardOnPty, hasSocat, killedInTheEnd } from './pty-board.ts';

const steadySlices = 60;

describe.runIf(hasSocat)('SIGKILL of the host', () => {
  it.each<[string, RigId, number]>([
    ['full heat', 'reference', 1],
    ['full cool', 'reference', -1],
    ['all the heat of the 12 V rig', 'heat12V', 0.4],
  ])('at %s: power is off within 0.50 s of the last renewal', async (_what, rig, drive) => {
    const { board, world } = await killedWhileDriving(rig, drive);
    const killedAtMs = board.nowMs();
    await board.until(() => board.nowMs() > killedAtMs + 2000);
    const { offAfterMs, movedC } = world.afterMs(board.renewedAtMs(), Math.sign(drive));
    expect(board.renewedAtMs()).toBeLessThanOrEqual(killedAtMs + 50);
    expect(offAfterMs).toBeGreaterThan(0);
    expect(offAfterMs).toBeLessThanOrEqual(500);
    // From room temperature, where both rails move the plate fastest.
    expect(movedC).toBeLessThanOrEqual(1.5);
  });

  it('leaves a trip behind that the next run does not pass over: exit code 6 (L7)', async () => {
    const { board } = await killedWhileDriving('reference', -0.5);
    const ran = await start(['run', '--board', board.port, '--bench']).ended;
    expect(ran.code).toBe(6);
    expect(ran.err).toContain('GUARD_TRIPPED');
    expect(ran.err).toContain('lease-lost');
    expect(ran.err).toContain('--reset-by');
  });

  it.each([
    ['in the middle of a frame of the guard', [0xf0, hostFrames.renew.id, 0x11, 0x22]],
    [
      'in the middle of a long frame of Firmata',
      [0xf0, 0x6f, ...Array.from({ length: 40 }, () => 0x01)],
    ],
    ['in the middle of a write to a pin', [0xe9]],
  ])('%s is no reason for the next host to call the board silent', async (_where, begun) => {
    const { board } = await killedWhileDriving('reference', -0.5);
    // Of its last words the host got only the beginning out; what the board says meanwhile nobody takes.
    writeFileSync(board.port, Uint8Array.from(begun));
    const killedAtMs = board.nowMs();
    await board.until(() => board.nowMs() > killedAtMs + 1000);
    const next = new SerialBoard(board.port);
    onTestFinished(() => next.close());
    await next.open();
    expect(next.identity).toMatchObject({ guarded: true, port: board.port });
    expect(next.guard?.reading).toMatchObject({
      state: 'tripped',
      reason: 'lease-lost',
      powerOff: true,
    });
  });
});

/** A host that is killed as soon as it has driven for a while. */
async function killedWhileDriving(rig: RigId, drive: number) {
  const world = new WatchedDevice(rig);
  const board = await boardOnPty({ program: loadGuardFirmware(), world });
  const script = join(project, 'tests/emulated/driving-host.mjs');
  const args = [script, join(project, 'dist'), board.port, String(drive), rig];
  const host = killedInTheEnd(spawn(process.execPath, args, { stdio: 'inherit' }));
  await board.until(() => {
    const last = world.slices.slice(-steadySlices);
    const mean = last.reduce((sum, { cool, heat }) => sum + heat - cool, 0) / last.length;
    return last.every(({ powered }) => powered) && mean / drive > 0.98;
  });
  const gone = new Promise((done) => host.once('exit', done));
  host.kill('SIGKILL');
  await gone;
  return { board, world };
}
