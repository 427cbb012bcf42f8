/** A treatment whose phases are long enough to get where they lead, tick by tick: in short ones no setpoint is reached. */
import { describe, expect, it } from 'vitest';
import { Bench } from './bench.ts';
import { skinIsFine } from './clockwork.ts';
import { Oracle, prescribedC } from './oracle.ts';

const coldMs = 45_000;
/** From 26.2 to 38 °C at half a degree a second is 24 s; then the plate comes to rest. */
const hotMs = 75_000;

describe('three rotations, as the presets have them', () => {
  it.each(['simulated', 'guarded'] as const)(
    'on a %s board each phase gets to its own setpoint, with power of its own side',
    async (board) => {
      const dwellsMs = [coldMs, hotMs, coldMs, hotMs, coldMs, hotMs, coldMs];
      const bench = await Bench.open(dwellsMs, 'none missed', board);
      const oracle = new Oracle();
      bench.witness = (now, afterMs) => oracle.look(now, afterMs, true);
      const wish = async (event: Parameters<Bench['wish']>[0]): Promise<void> => {
        bench.wish(event);
        await bench.tick();
      };
      await wish({ type: 'PRESCRIBE', rotations: 3 });
      await wish({ type: 'SCREENED', result: 'clear' });
      await bench.until(() => bench.state === 'awaitingContact', 90_000);
      bench.layOnSkin();
      await wish({ type: 'CONTACT_CONFIRMED' });
      for (const [index, dwellMs] of dwellsMs.entries()) {
        const kind = index % 2 === 0 ? 'cold' : 'hot';
        const before = { heat: bench.heating, cool: bench.cooling };
        await bench.run(dwellMs - 100);
        const words = `phase ${index + 1}`;
        expect(bench.state, words).toBe(`treating.${kind}`);
        expect(bench.companion.treatment.setpointC, words).toBeCloseTo(prescribedC[kind], 6);
        expect(Math.abs(bench.plateC - prescribedC[kind]), words).toBeLessThan(0.7);
        expect(bench.heating - before.heat > 0, words).toBe(kind === 'hot');
        if (kind === 'cold') expect(bench.cooling - before.cool, words).toBeGreaterThan(0);
        await bench.until(() => !bench.state.startsWith('treating'), 200);
        if (bench.state === 'checking') await wish(skinIsFine);
      }
      expect(bench.companion.summary()).toMatchObject({ outcome: 'completed', coldFinish: true });
      await bench.close();
    },
  );
});
