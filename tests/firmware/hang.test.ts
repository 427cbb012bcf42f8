/** A sketch that hangs on purpose: the watchdog and the stall guard (hazard H03). */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { guardTiming } from '../../hardware/guard/protocol.ts';
import { buildFirmware } from '../../src/firmware/build.ts';
import { sysex } from './firmata-bytes.ts';
import { fullCool, fullHeat } from './guard-bench.ts';
import { imageIn, UnoBench } from './uno-bench.ts';
import { hasAvrTools } from './tools.ts';

const hangSysex = 0x10;

describe.runIf(hasAvrTools)('a build that hangs when told to', () => {
  const folder = mkdtempSync(join(tmpdir(), 'contrast-hang-'));
  beforeAll(() => {
    buildFirmware({ outputFolder: folder, defines: { HANG_SYSEX: String(hangSysex) } });
  });
  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  test.each([
    ['with interrupts on: the stall guard', 1, guardTiming.stallMs + 5],
    ['with interrupts off: the watchdog alone', 2, 300],
  ])('%s switches off in time, and the board comes back tripped', (_what, kind, withinMs) => {
    for (const wish of [fullHeat, fullCool]) {
      const bench = new UnoBench(imageIn(folder));
      bench.start();
      bench.drive(wish, 200);
      bench.send(sysex([hangSysex, kind]));
      bench.pass(2);
      const from = bench.nowMs;
      expect(bench.safe).toBe(false);
      bench.untilSafe(1000);
      expect(bench.nowMs - from).toBeLessThanOrEqual(withinMs);
      const meters = [7, 8, 9, 10].map((pin) => bench.uno.meter(pin));
      bench.pass(400);
      expect(bench.uno.resets.watchdog).toBe(1);
      expect(meters.map((meter) => meter.readDuty())).toEqual([0, 0, 0, 0]);
      bench.hello();
      expect(bench.finding).toEqual(['watchdog', 0, 0, guardTiming.watchdogMs]);
      expect(bench.host.identity?.resetCause).toBe(8);
    }
  });

  test('is told from a lost lease, also where a boot loader has taken the reset flags', () => {
    const bench = new UnoBench(imageIn(folder));
    bench.start();
    bench.drive(fullHeat, 200);
    bench.send(sysex([hangSysex, 1]));
    bench.pass(guardTiming.stallMs + 20);
    expect([bench.safe, bench.uno.resets.watchdog]).toEqual([true, 0]);
    bench.uno.reset('external');
    bench.pass(100);
    bench.hello();
    expect([bench.state, bench.reason]).toEqual(['tripped', 'watchdog']);
  });

  test('the committed image has no such message', () => {
    const bench = new UnoBench();
    bench.start();
    bench.send([...sysex([hangSysex, 1]), ...sysex([hangSysex, 2])]);
    bench.drive({}, 1000);
    expect([bench.state, bench.uno.resets.watchdog]).toEqual(['armed', 0]);
  });
});
