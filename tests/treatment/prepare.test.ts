/** What a device may be given depends on what a fault of its own would do. */
import { describe, expect, it } from 'vitest';
import { rigs } from '../../hardware/plant/rigs.ts';
import type { RigId } from '../../hardware/plant/rigs.ts';
import { CompanionError } from '../../src/errors.ts';
import { defaultClinicLimits } from '../../src/limits/clinic.ts';
import { presetOf } from '../../src/limits/presets.ts';
import { boardIdentityWords } from '../../src/treatment/board-words.ts';
import { suitsTheGuard } from '../../src/treatment/guard-limits.ts';
import { prescribe } from '../../src/treatment/prepare.ts';
import type { BoardIdentity } from '../../hardware/boards/board.ts';

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

describe('a device without a witness', () => {
  it.each<[number, number, string | null]>([
    [12, 39, null],
    [12, 40, 'hot.setpointC is 40 °C, and 39 °C is the most'],
    [11, 39, 'cold.setpointC is 11 °C, and 12 °C is the least'],
  ])('of %d and %d °C: %s', (coldC, hotC, refused) => {
    const asked = {
      ...prescription,
      cold: { ...prescription.cold, setpointC: coldC },
      hot: { ...prescription.hot, setpointC: hotC },
    };
    const prepare = (id: RigId) => () => prescribe('test', asked, defaultClinicLimits, rigs[id]);
    expect(prepare('reference')).not.toThrow();
    if (refused === null) expect(prepare('firstRevision')).not.toThrow();
    else expect(prepare('firstRevision')).toThrow(refused);
  });

  it('is not asked for the default treatment, and has no supplies to judge', () => {
    expect(rigs.reference.sees).toEqual({
      witness: true,
      rails: true,
      moduleCurrent: true,
      fanTach: true,
    });
    const asked = { ...prescription, hot: { ...prescription.hot, setpointC: 39 } };
    const { supplies } = prescribe('test', asked, defaultClinicLimits, rigs.firstRevision).config;
    expect(supplies).toBeNull();
    expect(prescribe('test', asked, defaultClinicLimits, rigs.reference).config.supplies).toEqual({
      coolV: { min: expect.closeTo(10.2), max: expect.closeTo(13.8) },
      heatV: { min: expect.closeTo(4.2), max: expect.closeTo(6.1) },
    });
  });

  it('has no current to judge; other devices have that of their own supplies and modules', () => {
    const of = (id: RigId) =>
      prescribe(
        'test',
        { ...prescription, hot: { ...prescription.hot, setpointC: 39 } },
        defaultClinicLimits,
        rigs[id],
      ).config.moduleCurrent;
    expect(of('firstRevision')).toBeNull();
    // 12 V and 5 V through two modules of 2.13 Ω side by side and 0.05 Ω; then three, and two times two of 24 V.
    expect(of('reference')).toMatchObject({
      fullCoolA: expect.closeTo(10.76, 2),
      fullHeatA: expect.closeTo(4.48, 2),
      warmSinkA: 2.8,
      mostA: 17,
    });
    expect(of('heat12V')).toMatchObject({ fullHeatA: expect.closeTo(10.76, 2) });
    expect(of('threeModules')).toMatchObject({
      fullCoolA: expect.closeTo(15.79, 2),
      warmSinkA: expect.closeTo(4.2, 9),
      mostA: expect.closeTo(24.5, 9),
    });
    expect(of('fourModules')).toMatchObject({
      fullCoolA: expect.closeTo(10.76, 1),
      warmSinkA: 2.8,
    });
  });

  it('says so, wherever it says what board it is', () => {
    const identity = { guarded: true, imaginary: false, kind: 'serial' } as BoardIdentity;
    expect(boardIdentityWords(identity, false, true, true)).toEqual([]);
    expect(boardIdentityWords(identity, false, false, true)).toEqual([
      'NO WITNESS IN THE PLATE: nothing sees both plate sensors go wrong alike; 12 to 39 °C only',
    ]);
    // The limits of its supplies are not those that a guard has burnt in.
    expect(boardIdentityWords(identity, false, true, suitsTheGuard(rigs.reference))).toEqual([]);
    expect(boardIdentityWords(identity, false, true, suitsTheGuard(rigs.heat12V))).toEqual([
      'SUPPLIES ARE WATCHED BY THIS COMPUTER ALONE: the limits of the board are those of 12 V to cool and 5 V to heat',
    ]);
  });
});
