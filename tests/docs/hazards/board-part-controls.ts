/** What the board judges besides its beads, as controls: witness, converter, rails, fan and stop loop. */
import type { Control } from './control.ts';

const folder = 'hardware/firmware/contrast_guard';

/** Each wrong reading of the table trips for this reason, in the core as compiled here and at the pins of the emulated chip. */
const check = (id: string, what: string, file: string): Control => ({
  what,
  code: [`${folder}/${file}`, 'hardware/guard/board-checks.ts'],
  tests: {
    'tests/firmware/board-checks.test.ts': [
      `the core, compiled for this computer > *: '${id}' within its time`,
      `*, on the emulated chip: '${id}'`,
    ],
  },
});

export const boardPartControls: Readonly<Record<`guard:${string}`, Control>> = {
  'guard:witness-disagrees': check(
    'witness-disagrees',
    'trips where beads and witness lie 3 °C apart for 2 s, or 2 °C, or 1.7 °C farther than at arming, for 10 s, by its own conversions',
    'witness.cpp',
  ),
  'guard:converter': check(
    'converter',
    'trips where the chip’s own reference or a known resistor does not read as it must',
    'reference.cpp',
  ),
  'guard:ground': check(
    'ground',
    'trips where a known resistor on the beads’ return moves with the current of the modules',
    'reference.cpp',
  ),
  'guard:relay-welded': check(
    'relay-welded',
    'trips in every state where a rail is live behind a relay that is open, pole by pole, and under the first drive where current flows past the second relay',
    'rails.cpp',
  ),
  'guard:supply-low': check(
    'supply-low',
    'trips where a supply is too low, while it is driven',
    'rails.cpp',
  ),
  'guard:supply-high': check('supply-high', 'trips where a supply is too high', 'rails.cpp'),
  'guard:bridge-shorted': check(
    'bridge-shorted',
    'trips where the heating rail is lifted through the modules, and where a current flows that is not what is driven',
    'rails.cpp',
  ),
  'guard:module-open': check(
    'module-open',
    'trips where hardly any current flows though it is driven: a module, their line or a leg is open',
    'module_current.cpp',
  ),
  'guard:fan-stalled': check(
    'fan-stalled',
    'trips where the fan turns at less than half of its speed, by its tachometer',
    'fan.cpp',
  ),
  'guard:stop-loop-shorted': check(
    'stop-loop-shorted',
    'trips where the stop loop does not follow its own far end, as where its cable is shorted to ground',
    'stop_loop.cpp',
  ),
};
