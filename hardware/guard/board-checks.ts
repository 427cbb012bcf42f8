/**
 * What the board judges besides its beads: the witness, the rails behind the relay, its own converter, the fan and the
 * stop loop. Volts and degrees; the generated header makes counts of them.
 */
import { thermistorDivider } from '../parts/thermistor-part.ts';
import type { PinMap } from '../parts/pin-map.ts';
import { railPinV } from '../parts/rail-divider.ts';

/** Pins that the guard alone reads or drives, whatever the host's pin map says; the first is a channel of the converter. */
export const guardPins = {
  knownResistor: 7,
  /** Charge pump of the second relay. */
  pump: 11,
  /** The far end of the stop loop. */
  loopDrive: 12,
} as const;

/** Channels inside of the converter, as its multiplexer numbers them (ATmega328P datasheet, "Input Channel Selections"). */
export const innerChannels = { bandGap: 14, ground: 15 } as const;

/**
 * Parts that a device may have or lack, as bits of the limit `parts`. A part that a host names is judged from then on, and
 * must be sound to arm.
 */
export const partBits = {
  witness: 1,
  rails: 2,
  fanTach: 4,
  loopDrive: 8,
  knownResistor: 16,
} as const;
export type BoardPart = keyof typeof partBits;

export const partMask = (parts: readonly BoardPart[]): number =>
  parts.reduce((mask, part) => mask | partBits[part], 0);

export const allParts = Object.keys(partBits) as BoardPart[];

/** The parts of a device that is wired like this. What only the guard uses came with the witness. */
export const partsOf = ({ witness, heatRail, coolRail, fanTach }: PinMap): BoardPart[] => [
  ...(witness === null ? [] : (['witness', 'loopDrive', 'knownResistor'] as const)),
  ...(heatRail === null || coolRail === null ? [] : (['rails'] as const)),
  ...(fanTach === null ? [] : (['fanTach'] as const)),
];

/** Milliseconds. */
export const checkTiming = {
  /** A witness that lies apart from the beads, this long. */
  witnessApartMs: 2000,
  /** A witness that is too hot or too cold by itself, this long. */
  witnessAloneMs: 500,
  /** From the opening of the relay until both rails are empty. */
  railEmptyMs: 300,
  /** From the closing of the relay until both rails are full. */
  railFullMs: 100,
  railConfirmMs: 50,
  supplyLowMs: 100,
  supplyHighMs: 20,
  /** The converter's own reference, ground and known resistor. */
  converterMs: 200,
  /** Edges of the tachometer are counted over this. */
  fanWindowMs: 2048,
  /** From one pulse through the stop loop to the next. */
  loopPulseMs: 100,
} as const;

/** What the supply of the board, full scale of its converter, may be: USB. */
const boardSupplyV = { least: 4.75, most: 5.25 } as const;

const fullScale = thermistorDivider.adcSteps;
const mostCounts = (pinV: number): number => Math.floor((pinV / boardSupplyV.least) * fullScale);
const leastCounts = (pinV: number): number => Math.ceil((pinV / boardSupplyV.most) * fullScale);

/** The supplies behind the relay, V. A board's supply that is off widens each limit, so that it trips nothing healthy. */
export const railLimitsV = {
  /** More than this with the relay open is a contact that did not open. */
  empty: 1.5,
  coolLeast: 10.2,
  coolMost: 13.8,
  heatLeast: 4.4,
  heatMost: 5.9,
} as const;

export const railCounts = {
  railEmptyCounts: mostCounts(railPinV(railLimitsV.empty)),
  coolRailMinCounts: leastCounts(railPinV(railLimitsV.coolLeast)),
  coolRailMaxCounts: mostCounts(railPinV(railLimitsV.coolMost)),
  heatRailMinCounts: leastCounts(railPinV(railLimitsV.heatLeast)),
  heatRailMaxCounts: mostCounts(railPinV(railLimitsV.heatMost)),
} as const;

/** The witness against the beads, and by itself. */
export const witnessLimits = {
  /** Apart by this, and by what both move in a second: they lag behind the plate, each in its own time. */
  apartC: 3,
  slopeS: 1,
  /** What a ground that is shared, as far as it must not trip, moves it by at full drive. */
  groundCoolC: 3.1,
  groundHeatC: 1.3,
  minC: 2,
  maxC: 46,
} as const;

/** Without a witness nothing warmer or colder is armed: two beads cannot see what befalls both. */
export const withoutWitnessC = { min: 10, max: 41 } as const;

/** The chip's own reference lies between these, V (ATmega328P datasheet, "Bandgap reference voltage"). */
const bandGapV = { least: 1, most: 1.2 } as const;

/** 10.0 kΩ from the supply, 4.70 kΩ to the beads' return: 327. */
export const converterLimits = {
  bandGapMinCounts: leastCounts(bandGapV.least),
  bandGapMaxCounts: mostCounts(bandGapV.most),
  /** From where it was at arming. */
  bandGapDriftPercent: 3,
  groundMaxCounts: 3,
  knownMinCounts: 323,
  knownMaxCounts: 332,
} as const;

/**
 * The known resistor shares its return with the beads: what it moves when current flows is the voltage along that return.
 * 2 mΩ of it must not trip, 3.2 mΩ must.
 */
export const groundLimits = {
  /** Beyond noise, in counts. */
  restCounts: 0.5,
  ohm: 0.0026,
  /** Of the modules at full drive, A. */
  coolA: 10.8,
  heatA: 4.5,
} as const;

/** `fanEdges` before a whole window was counted. */
export const unknownEdges = 0x3fff;

/** Of the fan: nominal turns a minute, its pulses a turn, and the part of them below which it counts as stalled. */
export const fanLimits = { turnsPerMinute: 1500, pulsesPerTurn: 2, leastPart: 0.5 } as const;
