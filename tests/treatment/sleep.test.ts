/** A computer that slept: the tick after it is late by as long, nothing is renewed, and the treatment has tripped. */
import { describe, expect, it } from 'vitest';
import { automaticOperator } from '../../src/treatment/automatic-operator.ts';
import { runTreatment } from '../../src/treatment/host/run.ts';
import { SleepWatch, sleptMs } from '../../src/treatment/sleep-watch.ts';
import { openRig } from './rig.ts';

describe('two clocks', () => {
  it.each([
    ['agree', 50, 50, 0],
    ['are read in hundredths of a second', 50, 60, 0],
    ['are read one after the other on a busy computer', 50, 240, 0],
    ['go apart by a suspend of twelve seconds', 50, 12_050, 12_000],
    ['go apart the other way where nothing slept', 12_050, 50, 0],
    ['say nothing where one of them is none', Number.NaN, 12_050, 0],
  ])('%s', (_what, awakeMs, sinceBootMs, slept) => {
    expect(sleptMs({ awakeMs: 0, sinceBootMs: 0 }, { awakeMs, sinceBootMs })).toBe(slept);
  });

  it('are looked at again only after a while, and a sleep is told once', () => {
    let awakeMs = 0;
    let sinceBootMs = 1000;
    let read = 0;
    const watch = new SleepWatch(
      () => awakeMs,
      () => {
        read += 1;
        return sinceBootMs;
      },
    );
    awakeMs = 1;
    sinceBootMs = 9001;
    expect([watch.look(), read]).toEqual([0, 1]);
    awakeMs = 51;
    sinceBootMs = 9051;
    expect([watch.look(), watch.look(), read]).toEqual([8000, 0, 2]);
  });
});

it('a computer that sleeps in a hot phase has the treatment tripped in its first tick, with the power off', async () => {
  const { companion } = await openRig();
  companion.send({ who: 'test', event: { type: 'PRESCRIBE', rotations: 3 } });
  let sleptForMs = 0;
  const drives: number[] = [];
  await runTreatment(companion, {
    pacer: { until: () => undefined },
    operator: automaticOperator(false),
    happenings: [],
    onTick: ({ state, appliedDrive }) => {
      if (sleptForMs > 0) drives.push(appliedDrive);
      // In the middle of the heat it sleeps once.
      const sleeps = drives.length === 0 && state === 'treating.hot' && appliedDrive > 0.1;
      sleptForMs = sleeps ? 12_000 : 0;
      if (sleeps) drives.push(appliedDrive);
    },
    leaveNow: () => false,
    wallNowMs: () => 0,
    sleptMs: () => sleptForMs,
  });
  expect(companion.summary()).toMatchObject({ outcome: 'faulted', rule: 'loop-late' });
  expect(companion.summary().reason).toContain('12000 ms late');
  expect([drives.length, drives[0]! > 0.1, drives[1]]).toEqual([2, true, 0]);
});
