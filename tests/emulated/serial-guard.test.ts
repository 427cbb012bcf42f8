/** Boards on a real serial port: which is guarded, what becomes of a lost link, and what `auto` says. */
import { spawn } from 'node:child_process';
import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished, test } from 'vitest';
import { loadStandardFirmata } from '../../hardware/boards/emulator/firmware-image.ts';
import { loadGuardFirmware } from '../../hardware/boards/emulator/guard-image.ts';
import { SerialBoard } from '../../hardware/boards/serial.ts';
import { stableNameOf } from '../../hardware/boards/serial-ports.ts';
import { boardFrames } from '../../hardware/guard/protocol.ts';
import { messageOf } from '../../src/errors.ts';
import { refuseUnguarded } from '../../src/treatment/board-policy.ts';
import { project, scratch, start } from '../cli/contrast.ts';
import { BenchWorld } from './bench-world.ts';
import { WatchedDevice } from './guarded-device.ts';
import { boardOnPty, hasSocat, killedInTheEnd } from './pty-board.ts';
import { babblingProgram, deafProgram } from './tiny-programs.ts';

/** Turns every identity of a guard into a frame that means nothing. */
function withoutIdentity(): (bytes: Uint8Array) => Uint8Array {
  let before = 0;
  return (bytes) =>
    bytes.map((byte) => {
      const changed = before === 0xf0 && byte === boardFrames.identity.id ? 0x0e : byte;
      before = byte;
      return changed;
    });
}

function serialBoard(port: string): SerialBoard {
  const board = new SerialBoard(port);
  onTestFinished(() => board.close());
  return board;
}

describe.runIf(hasSocat)('a board on a serial port', () => {
  test('with the guard firmware proves that it is guarded', async () => {
    const world = new WatchedDevice('reference');
    const { port } = await boardOnPty({ program: loadGuardFirmware(), world });
    const board = serialBoard(port);
    await board.open();
    expect(board.identity).toMatchObject({ kind: 'serial', port, guarded: true, imaginary: false });
    expect(board.identity.firmware).toMatch(/^ContrastGuard \d+\.\d+\.\d+ \(guard protocol 5, /);
    expect(board.guard?.reading.state).toBe('idle');
    // A new board is given its number by the first host that opens it.
    expect(board.identity.memory).toMatchObject({ condition: 'kept', begun: 0, lastHash: null });
    expect(board.identity.memory?.number).toMatch(/^[0-9a-f]{8}$/);
  });

  test('that only claims to be a guard is an error, and no unguarded board', async () => {
    const world = new WatchedDevice('reference');
    const carry = withoutIdentity();
    const { port } = await boardOnPty({ program: loadGuardFirmware(), world, carry });
    const board = serialBoard(port);
    await expect(board.open()).rejects.toMatchObject({ code: 'GUARD_SILENT' });
    expect(board.identity.guarded).toBe(false);
  });

  test('with other firmware is unguarded, and nobody is treated through it: exit code 6', async () => {
    const program = await loadStandardFirmata();
    const { port } = await boardOnPty({ program, world: new BenchWorld() });
    // Nobody is at a keyboard here: that is said before the port is opened.
    const ran = await start(['run', '--board', port, '--site', 'calf-left']).ended;
    expect(ran.code).toBe(6);
    expect(ran.err).toContain('NOT_SCREENED');
    const board = serialBoard(port);
    await board.open();
    expect(board.identity).toMatchObject({ port, guarded: false });
    expect(() => refuseUnguarded(board.identity, false)).toThrow(/BOARD_UNGUARDED/);
  });

  test('whose cable is pulled is lost once, and what is written then goes nowhere', async () => {
    const world = new WatchedDevice('reference');
    const pty = await boardOnPty({ program: loadGuardFirmware(), world });
    const board = serialBoard(pty.port);
    const pins = await board.open();
    const lost = new Promise<string>((done) => {
      board.onLost(done);
    });
    // As every tick does: the end of a terminal may read as nothing at all, and a write to it always fails.
    const ticks = setInterval(() => pins.writeDuty(9, 0), 50);
    onTestFinished(() => {
      clearInterval(ticks);
    });
    pty.unplug();
    expect(await lost).toMatch(/the port (closed|failed)/);
    for (let tick = 0; tick < 20; tick += 1) pins.writeDuty(9, 255);
    expect(pins).toHaveProperty('five.io.pending', 0);
    expect(() => board.emergencyOff()).not.toThrow();
  });

  test('is not opened by two programs at once', async () => {
    const { port } = await boardOnPty({ program: deafProgram, world: new BenchWorld() });
    await held(port);
    const second = serialBoard(port);
    await expect(second.open()).rejects.toMatchObject({ code: 'PORT_BUSY' });
  });

  it('`auto` with two boards that answer takes neither, and lists both', async () => {
    const devices = scratch();
    const byId = join(devices, 'serial/by-id');
    mkdirSync(byId, { recursive: true });
    const beds = await Promise.all(
      ['usb-bed-1', 'usb-bed-2'].map(async (name) => {
        const world = new WatchedDevice('reference');
        const { port } = await boardOnPty({ program: loadGuardFirmware(), world });
        symlinkSync(port, join(byId, name));
        return port;
      }),
    );
    const board = new SerialBoard('auto', { devices });
    const message = await board.open().then(
      () => '',
      (thrown: unknown) => {
        expect(thrown).toMatchObject({ code: 'BOARD_AMBIGUOUS' });
        return messageOf(thrown);
      },
    );
    for (const name of ['usb-bed-1', 'usb-bed-2'])
      expect(message).toMatch(new RegExp(`${name} \\(ContrastGuard `));
    expect(board.identity.guarded).toBe(false);
    // Neither is held: each can be opened by its name.
    const named = serialBoard(beds[1]!);
    await named.open();
    expect(named.identity).toMatchObject({ port: beds[1], guarded: true });
  });

  it('what a killed host was answered last is no answer to the next one', async () => {
    // Version, name, what two pins can do, and that none of them measures: all of it of some other firmware.
    const leftOver = Uint8Array.from(
      [
        [0xf9, 0x02, 0x05],
        [0xf0, 0x79, 0x02, 0x05, 0x58, 0x00, 0xf7],
        [0xf0, 0x6c, 0x00, 0x01, 0x7f, 0x00, 0x01, 0x7f, 0xf7],
        [0xf0, 0x6a, 0x7f, 0x7f, 0xf7],
      ].flat(),
    );
    let first = true;
    const carry = (bytes: Uint8Array): Uint8Array => {
      // Instead of what a board says when it starts: this one has been running.
      if (!first || bytes.length === 0) return bytes;
      first = false;
      return leftOver;
    };
    const world = new WatchedDevice('reference');
    const pty = await boardOnPty({ program: loadGuardFirmware(), world, carry });
    await pty.until(() => !first && pty.nowMs() > 1500);
    const board = serialBoard(pty.port);
    await board.open();
    expect(board.identity).toMatchObject({ guarded: true });
  });

  it('`auto` says what it tried, and why each failed', async () => {
    const world = new BenchWorld();
    const silent = await boardOnPty({ program: deafProgram, world });
    const babbling = await boardOnPty({ program: babblingProgram, world });
    const busy = await boardOnPty({ program: deafProgram, world });
    await held(busy.port);
    const devices = scratch();
    const byId = join(devices, 'serial/by-id');
    mkdirSync(byId, { recursive: true });
    symlinkSync(silent.port, join(byId, 'usb-silent'));
    symlinkSync(busy.port, join(byId, 'usb-busy'));
    symlinkSync(join(devices, 'nowhere'), join(byId, 'usb-gone'));
    symlinkSync(babbling.port, join(devices, 'ttyUSB7'));
    const board = new SerialBoard('auto', { devices, patienceMs: 400 });
    const opening = board.open();
    await expect(opening).rejects.toMatchObject({ code: 'PORT_MISSING' });
    const reasons = {
      'usb-busy': 'another program uses the port',
      'usb-gone': 'there is no such port',
      'usb-silent': 'the board sent nothing',
      ttyUSB7: 'that are not Firmata',
    };
    const message = await opening.then(() => '', messageOf);
    for (const [name, reason] of Object.entries(reasons)) {
      expect(message).toMatch(new RegExp(`${name}: [^()]*${reason}`));
    }
    expect(stableNameOf(silent.port, devices)).toBe(join(byId, 'usb-silent'));
    expect(stableNameOf('/dev/null', devices)).toBe('/dev/null');
  });
});

/** Another process has the port open, until the test ends. */
async function held(port: string): Promise<void> {
  const hold = `const { SerialPort } = require('serialport');
    globalThis.port = new SerialPort({ path: process.argv[1], baudRate: 57600 }, () => console.error('held'));
    setInterval(() => {}, 1000);`;
  const holder = killedInTheEnd(spawn(process.execPath, ['-e', hold, port], { cwd: project }));
  await new Promise((done) => holder.stderr?.once('data', done));
}
