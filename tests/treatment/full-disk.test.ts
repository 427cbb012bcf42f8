/** A disk that becomes full under a treatment ends it, and the record still says why. */
import { describe, expect, it } from 'vitest';
import { defaultPinMap, parsePinMap } from '../../hardware/parts/pin-map.ts';
import { rigs } from '../../hardware/plant/rigs.ts';
import { endReserveBytes } from '../../src/records/reserve.ts';
import { verifyRecord } from '../../src/records/verify.ts';
import { automaticOperator } from '../../src/treatment/automatic-operator.ts';
import { Companion } from '../../src/treatment/companion.ts';
import { openDevice } from '../../src/treatment/open-device.ts';
import { prepareTreatment } from '../../src/treatment/prepare.ts';
import { runTreatment } from '../../src/treatment/host/run.ts';
import { MemoryDisk } from '../records/fixtures/memory-disk.ts';
import { journalOn } from '../records/fixtures/treatments.ts';

async function treatmentOn(disk: MemoryDisk, fullAtS: number, withReserve: boolean) {
  const rig = rigs.reference;
  const opened = await openDevice({
    board: 'simulated',
    pins: parsePinMap(defaultPinMap),
    rig,
    seed: 1,
  });
  const release = (): void => {
    disk.freeBytes = endReserveBytes;
  };
  const journal = journalOn(disk, withReserve ? { reserve: { release } } : {});
  const prescribed = prepareTreatment('seed-spasm', undefined, rig);
  const companion = new Companion({ ...opened, config: prescribed.config, journal });
  const drives: number[] = [];
  companion.send({ who: 'test', event: { type: 'PRESCRIBE', rotations: 3 } });
  await runTreatment(companion, {
    pacer: { until: () => undefined },
    operator: automaticOperator(true, 'test'),
    happenings: [
      {
        atS: fullAtS,
        happen: () => {
          disk.freeBytes = 10;
        },
      },
    ],
    onTick: () => {
      if (companion.recordLost !== null) drives.push(companion.appliedDrive);
    },
    leaveNow: () => false,
    wallNowMs: () => 0,
  });
  const summary = companion.summary();
  if (companion.recordLost === null || journal.onReserve) {
    journal.append('summary', summary.durationS, summary);
  }
  await journal.close();
  return { companion, summary, drives, verification: verifyRecord(disk.text(journal.path)) };
}

describe('a disk that becomes full in a hot phase', () => {
  it('trips, takes the power away, and the record holds trip, reason and summary', async () => {
    const { summary, drives, verification } = await treatmentOn(new MemoryDisk(), 1300, true);
    expect(summary).toMatchObject({ outcome: 'faulted', rule: 'record-lost' });
    expect(new Set(drives)).toEqual(new Set([0]));
    expect(verification.verdict).toEqual({ kind: 'intact' });
    const after = verification.lines.slice(
      verification.lines.findIndex((line) => line.type === 'note' && /full/.test(line.text)),
    );
    expect(after.some((line) => line.type === 'state' && line.to === 'faulted')).toBe(true);
    expect(after.every(({ type }) => type !== 'sample')).toBe(true);
    expect(after.at(-1)).toMatchObject({
      type: 'summary',
      outcome: 'faulted',
      rule: 'record-lost',
      reason: expect.stringContaining('the disk is full'),
    });
  });

  it('without a reserve ends in the middle: that is what it is for', async () => {
    const { summary, verification } = await treatmentOn(new MemoryDisk(), 1300, false);
    expect(summary.rule).toBe('record-lost');
    expect(verification.verdict.kind).toBe('truncated');
  });
});
