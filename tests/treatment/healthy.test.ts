import { describe, expect, it } from 'vitest';
import { openRig } from './rig.ts';

/** False trips are defects: every device within tolerance must get through. CONTRAST_HEALTHY=200 runs more of them. */
const count = Number(process.env['CONTRAST_HEALTHY'] ?? 20);
const batch = 20;

describe('healthy treatments, on random devices within tolerance', () => {
  it.each(Array.from({ length: count / batch }, (_, index) => index * batch))(
    `seeds %d and the ${batch - 1} after it complete without a trip, inside 7 and 43 °C`,
    async (from) => {
      for (let seed = from; seed < from + batch; seed += 1) {
        // One in four lifts the limb for half a minute, in heat and in cold.
        const lifts = seed % 4 === 0 ? [400, 1000] : [];
        const rig = await openRig({
          seed,
          plantSeed: seed,
          rig: seed % 2 === 0 ? 'reference' : 'heat12V',
        });
        const summary = await rig.run(
          lifts.flatMap((atS) =>
            [false, true].map((onSkin) => ({
              atS: atS + (onSkin ? 30 : 0),
              happen: ({ board }) => board.simulation?.setContact(onSkin),
            })),
          ),
        );
        expect(summary, `seed ${seed}: ${summary.reason}`).toMatchObject({
          outcome: 'completed',
          coldFinish: true,
        });
        expect(summary.plant!.plateMaxC).toBeLessThan(43);
        expect(summary.plant!.plateMinC).toBeGreaterThan(7);
      }
    },
    // A busy machine is no false trip.
    600_000,
  );
});
