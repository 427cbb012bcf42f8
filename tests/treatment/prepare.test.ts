/** What a device may be given depends on what a fault of its own would do. */
import { describe, expect, it } from 'vitest';
import { rigs } from '../../hardware/plant/rigs.ts';
import type { RigId } from '../../hardware/plant/rigs.ts';
import { CompanionError } from '../../src/errors.ts';
import { defaultClinicLimits } from '../../src/limits/clinic.ts';
import { presetOf } from '../../src/limits/presets.ts';
import { prescribe } from '../../src/treatment/prepare.ts';

const { prescription } = presetOf('seed-spasm')!;

describe('a hot setpoint', () => {
  it.each<[RigId, number, number, boolean]>([
    ['reference', 42, 3, true],
    ['heat12V', 40, 3, true],
    ['heat12V', 40.5, 3, false],
    ['heat12V', 42, 3, false],
    ['fourModules', 40.5, 3, false],
    // No hot phase, no heat.
    ['heat12V', 42, 0, true],
  ])('for %s of %d °C, in %d rotations: %s', (id, setpointC, rotations, allowed) => {
    const asked = { ...prescription, rotations, hot: { ...prescription.hot, setpointC } };
    const prepare = () => prescribe('test', asked, defaultClinicLimits, rigs[id]);
    if (allowed) {
      expect(prepare().prescription).toBe(asked);
      return;
    }
    expect(prepare).toThrow(CompanionError);
    expect(prepare).toThrow(
      expect.objectContaining({
        code: 'LIMITS_EXCEEDED',
        parts: expect.objectContaining({
          what: `hot.setpointC is ${setpointC} °C, and 40 °C is the most for a device with ${rigs[id].title}`,
        }),
      }),
    );
  });
});
