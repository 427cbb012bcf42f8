/**
 * What the board judges besides its beads: the witness, the rails behind the relay, its own converter, the fan and the
 * stop loop. Volts and degrees; the generated header makes counts of them.
 */
import { atmega328p } from '../port/chip.ts';
import { currentSensor } from '../parts/current-sensor.ts';
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
  moduleCurrent: 32,
  secondRelay: 64,
} as const;
export type BoardPart = keyof typeof partBits;

export const partMask = (parts: readonly BoardPart[]): number =>
  parts.reduce((mask, part) => mask | partBits[part], 0);

export const allParts = Object.keys(partBits) as BoardPart[];

/** The parts of a device that is wired like this. What only the guard uses came with the witness. */
export const partsOf = ({
  witness,
  heatRail,
  coolRail,
  moduleCurrent,
  fanTach,
}: PinMap): BoardPart[] => [
  ...(witness === null ? [] : (['witness', 'loopDrive', 'knownResistor', 'secondRelay'] as const)),
  ...(moduleCurrent === null ? [] : (['moduleCurrent'] as const)),
  ...(heatRail === null || coolRail === null ? [] : (['rails'] as const)),
  ...(fanTach === null ? [] : (['fanTach'] as const)),
];

/** Milliseconds. */
export const checkTiming = {
  /** A witness that lies apart from the beads, this long. */
  witnessApartMs: 2000,
  /** One that lies apart by less, or has moved apart since arming, this long. */
  witnessDriftMs: 10_000,
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
  /** A current of the modules that is not what is driven, this long. */
  currentConfirmMs: 200,
  /** The first drive, with the second relay still open. */
  lineProofMs: 200,
  /** A drive that is too weak to prove it, this long, closes it all the same. */
  lineWeakMs: 1000,
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
  /**
   * For longer by less. Of 4000 devices within tolerance the farthest is 1.1 °C apart at 43 °C, and 0.4 °C farther than at
   * rest; what wanders adds 0.9 °C.
   */
  lastingC: 2,
  driftC: 1.7,
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

/** Of the modules, both of them, at full drive, A. */
const fullDriveA = { cool: 10.8, heat: 4.5 } as const;

/**
 * The known resistor shares its return with the beads: what it moves when current flows is the voltage along that return.
 * 2 mΩ of it must not trip, 3.2 mΩ must.
 */
export const groundLimits = {
  /** Beyond noise, in counts. */
  restCounts: 0.5,
  ohm: 0.0026,
  coolA: fullDriveA.cool,
  heatA: fullDriveA.heat,
} as const;

const currentCounts = (amps: number): number =>
  Math.round(amps * currentSensor.sharePerA * fullScale);

/** The modules' current, A, and how much of what a duty asks for a whole device may take. */
export const currentLimits = {
  /** With nothing driven: the sensor's own error. */
  idleA: 0.7,
  /**
   * What the modules make of their two sides while the bridge is enabled: a heatsink that is 45 K warmer than the plate
   * drives heat, a plate that is 35 K warmer drives cold.
   */
  warmSinkA: 2.8,
  warmPlateA: 2,
  /** What the host knows better, by its temperatures: what each kelvin makes, what the sensor is off by, and so the most. */
  backAPerK: 0.06,
  errorA: 0.35,
  mostPartByHost: 1.2,
  /** Of what the duty asks for: supply, resistance and warmth of a whole device; one module that is open takes half. */
  leastPart: 0.62,
  mostPart: 1.4,
  /** Beyond it there is no sensor. */
  mostA: 17,
  /** A drive of so much shows a second relay that did not open. */
  proofA: 2.5,
} as const;

const proofCount = (fullA: number): number =>
  Math.ceil((currentLimits.proofA / fullA) * atmega328p.pwmFullScale);

export const currentCountLimits = {
  currentZeroCounts: currentSensor.midShare * fullScale,
  currentIdleCounts: currentCounts(currentLimits.idleA),
  currentWarmSinkCounts: currentCounts(currentLimits.warmSinkA),
  currentWarmPlateCounts: currentCounts(currentLimits.warmPlateA),
  currentCoolLeastCounts: currentCounts(currentLimits.leastPart * fullDriveA.cool),
  currentCoolMostCounts: currentCounts(currentLimits.mostPart * fullDriveA.cool),
  currentHeatLeastCounts: currentCounts(currentLimits.leastPart * fullDriveA.heat),
  currentHeatMostCounts: currentCounts(currentLimits.mostPart * fullDriveA.heat),
  currentWindowMinCounts: currentSensor.midShare * fullScale - currentCounts(currentLimits.mostA),
  currentWindowMaxCounts: currentSensor.midShare * fullScale + currentCounts(currentLimits.mostA),
  lineProofCoolCount: proofCount(fullDriveA.cool),
  lineProofHeatCount: proofCount(fullDriveA.heat),
} as const;

/** `fanEdges` before a whole window was counted. */
export const unknownEdges = 0x3fff;

/** Of the fan: nominal turns a minute, its pulses a turn, and the part of them below which it counts as stalled. */
export const fanLimits = { turnsPerMinute: 1500, pulsesPerTurn: 2, leastPart: 0.5 } as const;
