/** The settings through which faults and the room act on a plant, and what they are when all is well. */
import { noNoise } from './noise.ts';
import type { Channel, NoiseParameters, PlantParameters } from './parameters.ts';

/** Faults of one thermistor, its wires and its converter channel. */
export interface SensorFaults {
  open: boolean;
  short: boolean;
  /** The converter repeats its last count. */
  frozen: boolean;
  /** The bead has come out of the plate and hangs in the air. */
  detached: boolean;
  /** The reading walks away from the truth, in °C per minute, from the moment this is set. */
  driftCPerMinute: number;
  extraNoiseLsbRms: number;
  /** Half out of its hole: the share of the air's temperature that it takes on top; 0 where it sits. */
  stemShare: number;
  /** Its lag over that of the parameters. */
  lagFactor: number;
  /** It works loose: the time in which stem share and lag have grown to that; 0: they are so at once. */
  loosensOverS: number;
  /** Warmer than its hole by the current of its divider: potting that has a void around the bead. */
  selfHeatingK: number;
  /** Of another kind: the B of a thermistor over that of the type. */
  betaFactor: number;
  /** Contact resistance in series, and the time in which it has grown to that; 0: it is there at once. */
  seriesOhm: number;
  seriesGrowsOverS: number;
  /** Leakage across the thermistor, as by moisture; `Infinity` is none. */
  leakageOhm: number;
  /** A wire that opens for so long, within the next moment; 0 is none. Passes by itself, unless it comes again. */
  openForS: number;
  /** The time after which it opens again; 0: it does not. */
  opensEveryS: number;
}

/** What the room does to a device, from the moment this is set. */
export interface RoomFaults {
  /** The room's own temperature instead of that of the parameters; null leaves those. */
  airC: number | null;
  driftCPerHour: number;
  stepK: number;
  sunOnPlateW: number;
  sunOnHeatsinkW: number;
}

/** What person and limb do to a plate that lies on them, from the moment this is set. */
export interface SkinFaults {
  /** Of the body, over that of the parameters. */
  coreWarmerK: number;
  perfusionFactor: number;
  /** Of the layer between plate and skin: cloth below 1, sweat above. */
  contactFactor: number;
  /** The limb is off the plate for so long of each `offEveryS`; 0 is never. */
  offForS: number;
  offEveryS: number;
}

/** Of one leg of the bridge: both sound, or one of them shorted, whatever PWM and enable say. */
export type Transistors = 'sound' | 'highShorted' | 'lowShorted';

export type StuckLeg = 'free' | 'high' | 'low';

/** Mutable settings of a plant. The values of `noFaults` are a sound device. */
export interface PlantFaults {
  readonly sensors: Readonly<Record<Channel, SensorFaults>>;
  /** What feeds the dividers over what the converter compares with: no difference is 1. */
  dividerSupplyFactor: number;
  /** Channel plate A shows the heatsink's thermistor and the reverse. */
  sensorsSwapped: boolean;
  /** The modules are wired the wrong way round: the 12 V rail heats. */
  polarityReversed: boolean;
  /** Shorted transistors: ignores PWM and enable, only relay and cut-out stop it. */
  bridgeStuck: 'free' | 'heat' | 'cool';
  legA: StuckLeg;
  legB: StuckLeg;
  transistorsA: Transistors;
  transistorsB: Transistors;
  /** One pole each: A behind the cooling supply, B behind the heating supply. */
  relayWeldedA: boolean;
  relayWeldedB: boolean;
  /** The board, or the transistor behind it, holds the coil for ever. */
  relayDriverStuck: boolean;
  /** The relay in the modules' line, where the device has one: its contact is welded, or never closes. */
  secondRelay: 'sound' | 'welded' | 'open';
  coolFuseOpen: boolean;
  heatFuseOpen: boolean;
  cutOutBridged: boolean;
  fanStopped: boolean;
  /** The fan runs and stands in turns of so long each; 0: it runs. */
  fanStuttersS: number;
  /** The fan turns, and moves no air. */
  ventsCovered: boolean;
  /** Of the air that the fan moves: a blanket, or a draught that helps. */
  airflowFactor: number;
  /** The wire of the fan's tachometer. */
  tachometerOpen: boolean;
  /** Its output is shorted to ground, or stays where it is without current. */
  currentSensor: 'sound' | 'shorted' | 'dead';
  /** Modules that carry no current, whole strings or a part of one. All of it is lost at half B of the plate. */
  openModules: number;
  seebeckFactor: number;
  resistanceFactor: number;
  /** Of the grease between modules, plate and heatsink: heat resistance over that of the parameters. */
  jointFactor: number;
  contactLost: boolean;
  /** Share of its contact that half B of the plate has lost. */
  halfLifted: number;
  /** Water on the plate. */
  filmG: number;
  supplyFactor: number;
  /** Both supplies, and with them fan and coil, are gone for so long; counts down by itself; 0: they are there. */
  supplyOutForS: number;
  /** The thermal fuse at the heatsink opens here instead of where its part does; null leaves that. */
  thermalFuseC: number | null;
  /** Of the heating supply alone: over its nominal voltage. */
  heatSupplyFactor: number;
  extraSourceOhm: number;
  /** That resistance is there in turns of so long each, and gone in between; 0: it stays. */
  sourceStuttersS: number;
  /** On top of that of the parameters. */
  readonly noise: NoiseParameters;
  readonly room: RoomFaults;
  readonly skin: SkinFaults;
  /** On top of that of the parameters; counts only until something is driven. */
  readonly start: PlantParameters['start'];
}

export function soundSensor(): SensorFaults {
  return {
    open: false,
    short: false,
    frozen: false,
    detached: false,
    driftCPerMinute: 0,
    extraNoiseLsbRms: 0,
    stemShare: 0,
    lagFactor: 1,
    loosensOverS: 0,
    selfHeatingK: 0,
    betaFactor: 1,
    seriesOhm: 0,
    seriesGrowsOverS: 0,
    leakageOhm: Infinity,
    openForS: 0,
    opensEveryS: 0,
  };
}

function quietRoom(): RoomFaults {
  return { airC: null, driftCPerHour: 0, stepK: 0, sunOnPlateW: 0, sunOnHeatsinkW: 0 };
}

function calmLimb(): SkinFaults {
  return { coreWarmerK: 0, perfusionFactor: 1, contactFactor: 1, offForS: 0, offEveryS: 0 };
}

/** Settings of a sound device. */
export function noFaults(): PlantFaults {
  return {
    sensors: {
      plateA: soundSensor(),
      plateB: soundSensor(),
      heatsink: soundSensor(),
      witness: soundSensor(),
    },
    dividerSupplyFactor: 1,
    sensorsSwapped: false,
    polarityReversed: false,
    bridgeStuck: 'free',
    legA: 'free',
    legB: 'free',
    transistorsA: 'sound',
    transistorsB: 'sound',
    relayWeldedA: false,
    relayWeldedB: false,
    relayDriverStuck: false,
    secondRelay: 'sound',
    coolFuseOpen: false,
    heatFuseOpen: false,
    cutOutBridged: false,
    fanStopped: false,
    fanStuttersS: 0,
    ventsCovered: false,
    airflowFactor: 1,
    tachometerOpen: false,
    currentSensor: 'sound',
    openModules: 0,
    seebeckFactor: 1,
    resistanceFactor: 1,
    jointFactor: 1,
    contactLost: false,
    halfLifted: 0,
    filmG: 0,
    supplyFactor: 1,
    supplyOutForS: 0,
    thermalFuseC: null,
    heatSupplyFactor: 1,
    extraSourceOhm: 0,
    sourceStuttersS: 0,
    noise: noNoise(),
    room: quietRoom(),
    skin: calmLimb(),
    start: { plateWarmerK: 0, heatsinkWarmerK: 0 },
  };
}

/** What is wrong: a reading, the power, or the bench around a sound device. */
export const faultParts = ['sensor', 'noise', 'power', 'bench'] as const;
export type FaultPart = (typeof faultParts)[number];

type Part<T> = { readonly [Key in keyof T]?: T[Key] extends object ? Part<T[Key]> : T[Key] };

/** Some of the settings of a plant. */
export type FaultSettings = Part<PlantFaults>;

type Tree = Record<string, unknown>;

const isTree = (value: unknown): value is Tree => typeof value === 'object' && value !== null;

/** Puts the values that `settings` names into `faults`, however deep they are. */
export function put(faults: PlantFaults, settings: FaultSettings): void {
  copy(faults, settings, settings);
}

/** Puts the values that `settings` names back to what they are in `sound`. */
export function restore(faults: PlantFaults, settings: FaultSettings, sound: PlantFaults): void {
  copy(faults, settings, sound);
}

/**
 * The same fault, smaller: each number on the way from what it is in `sound` to what `settings` make of it. What has no
 * middle, such as a wire that is open, stays whole.
 */
export const scaled = (settings: FaultSettings, sound: PlantFaults, size: number): FaultSettings =>
  between(settings, sound as unknown as Tree, size);

function between(settings: Tree, sound: Tree, size: number): Tree {
  const partOf = (key: string, value: unknown): unknown => {
    const from = sound[key];
    if (isTree(value) && isTree(from)) return between(value, from, size);
    if (typeof value !== 'number' || typeof from !== 'number') return value;
    // A leak is none where its resistance is infinite: half a leak has twice the resistance.
    return Number.isFinite(from) ? from + size * (value - from) : value / size;
  };
  return Object.fromEntries(
    Object.entries(settings).map(([key, value]) => [key, partOf(key, value)]),
  );
}

function copy(target: object, named: object, source: object): void {
  const [into, from] = [target as Tree, source as Tree];
  for (const [key, value] of Object.entries(named)) {
    const inner = into[key];
    if (isTree(inner) && isTree(value)) copy(inner, value, from[key] as Tree);
    else into[key] = from[key];
  }
}
