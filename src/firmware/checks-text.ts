/** The part of `generated.h` that holds what the board judges besides its beads: limits as counts, and the witness's curve. */
import {
  checkTiming,
  converterLimits,
  currentCountLimits,
  fanLimits,
  groundLimits,
  innerChannels,
  partBits,
  railCounts,
  unknownEdges,
  withoutWitnessC,
  witnessLimits,
} from '../../hardware/guard/board-checks.ts';
import { largestCountAbove, smallestCountBelow } from '../../hardware/parts/nominal-thermistor.ts';
import { thermistorDivider } from '../../hardware/parts/thermistor-part.ts';
import { witnessCelsius, witnessCounts } from '../../hardware/parts/witness-part.ts';
import { liftedShares } from '../limits/lifted-rail.ts';
import { constant, rows, words } from './header-text.ts';

/** The curve's grid: every eighth count a temperature. Its ends lie far outside of what is allowed. */
const grid = { start: 456, step: 8, length: 17 } as const;

const gridCentiC = Array.from({ length: grid.length }, (_, index) =>
  Math.round(witnessCelsius(grid.start + index * grid.step) * 100),
);

const counts = Array.from(
  { length: witnessCounts.most - witnessCounts.least + 1 },
  (_, index) => witnessCounts.least + index,
);

/** Counts of the witness rise with the temperature. */
export const witnessBounds = {
  witnessMinCounts: Math.min(...counts.filter((c) => witnessCelsius(c) > witnessLimits.minC)),
  witnessMaxCounts: Math.max(...counts.filter((c) => witnessCelsius(c) < witnessLimits.maxC)),
} as const;

/** Limits in force that a board without a witness must have been narrowed to, or it does not arm. */
export const withoutWitnessCounts = {
  bareCeilingCounts: smallestCountBelow(withoutWitnessC.max),
  bareFloorCounts: largestCountAbove(withoutWitnessC.min),
} as const;

/** Sixteenths of a count that the known resistor may move at full drive. */
const groundSixteenths = (amps: number): number =>
  Math.round(
    ((groundLimits.ohm * amps) / thermistorDivider.supplyV) * thermistorDivider.adcSteps * 16,
  );

/** What may be of a rail that is lifted, inside of its shares. */
const liftedParts = {
  liftedLeast256ths: Math.ceil(liftedShares.least * 256),
  liftedMost256ths: Math.floor(liftedShares.most * 256),
} as const;

/** Edges of a whole window. */
export const fanMinEdges = Math.ceil(
  (fanLimits.turnsPerMinute / 60) *
    fanLimits.pulsesPerTurn *
    2 *
    (checkTiming.fanWindowMs / 1000) *
    fanLimits.leastPart,
);

export function checksText(): string[] {
  return [
    '/* Channels inside of the converter. */',
    ...Object.entries(innerChannels).map(([name, pin]) =>
      constant('uint8_t', `${name}Channel`, pin),
    ),
    '',
    '/* Bits of the limit `parts`. */',
    ...Object.entries(partBits).map(([name, bit]) => constant('uint8_t', `${name}Part`, bit)),
    '',
    '/* Milliseconds. */',
    ...words(checkTiming),
    '',
    '/* The witness: its counts rise with the temperature. */',
    ...words({
      witnessWindowMinCounts: witnessCounts.least,
      witnessWindowMaxCounts: witnessCounts.most,
      ...witnessBounds,
      witnessApartCentiC: witnessLimits.apartC * 100,
      witnessLastingCentiC: witnessLimits.lastingC * 100,
      witnessDriftCentiC: witnessLimits.driftC * 100,
      witnessSlopeS: witnessLimits.slopeS,
      witnessGroundCoolCentiC: witnessLimits.groundCoolC * 100,
      witnessGroundHeatCentiC: witnessLimits.groundHeatC * 100,
      ...withoutWitnessCounts,
    }),
    '',
    '/* Rails behind the relay, the converter’s own channels, the fan. */',
    ...words({
      ...railCounts,
      ...liftedParts,
      ...converterLimits,
      groundRestSixteenths: groundLimits.restCounts * 16,
      groundCoolSixteenths: groundSixteenths(groundLimits.coolA),
      groundHeatSixteenths: groundSixteenths(groundLimits.heatA),
      fanMinEdges,
      unknownEdges,
      ...currentCountLimits,
    }),
    '',
    `/* Hundredths of a degree Celsius of the witness at every ${grid.step}th count from ${grid.start}. */`,
    ...words({ witnessGridStart: grid.start, witnessGridCounts: grid.step }),
    constant('uint8_t', 'witnessGridLength', grid.length),
    'const int16_t witnessGrid[] PROGMEM = {',
    ...rows(gridCentiC, 10),
    '};',
  ];
}
