import { expect, it } from 'vitest';
import { dueEvent } from '../../src/treatment/schedule.ts';
import type { TreatmentState } from '../../src/treatment/state.ts';
import { at, openRig } from './rig.ts';

it('a plate that is not safe to touch half an hour after power-off is a fault', async () => {
  const rig = await openRig();
  let settling: TreatmentState | undefined;
  rig.onTick.push(({ state, treatment }) => {
    if (state === 'settling') settling ??= treatment;
  });
  await rig.run([at(300, { type: 'STOP', by: 'test' })]);
  const dueAfter = (stateMs: number) =>
    dueEvent(
      { ...settling!, clocks: { ...settling!.clocks, provenMs: 0, stateMs } },
      rig.companion.config,
    );
  expect(dueAfter(1_799_999)).toBeNull();
  expect(dueAfter(1_800_000)).toMatchObject({
    command: { event: { type: 'TRIP', rule: 'not-settling' } },
  });
  expect(dueAfter(Number.NaN)).toMatchObject({ command: { event: { type: 'TRIP' } } });
});
