/** Two beads that are wrong alike: no comparison between them can show it (hazard H36); their witness does. */
import { expect, it } from 'vitest';
import { fault, openRig } from './rig.ts';

it('both plate sensors 500 Ω off: the witness counts the dose, and the true plate stays below 43.0 °C', async () => {
  const rig = await openRig();
  let hottestC = Number.NEGATIVE_INFINITY;
  rig.onTick.push(({ board }) => {
    hottestC = Math.max(hottestC, board.simulation?.truth().plateC ?? Number.NaN);
  });
  const faults = ['plate-a-contact-resistance', 'plate-b-contact-resistance'];
  const summary = await rig.run(faults.map((id) => fault(100, id)));
  expect(summary).toMatchObject({ outcome: 'faulted', rule: 'dose' });
  expect(hottestC).toBeGreaterThan(42);
  expect(hottestC).toBeLessThan(43);
});
