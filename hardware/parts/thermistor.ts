/**
 * NTC thermistor in a divider: conversion count to °C by Steinhart–Hart, with coefficients from three
 * points of the part's own table. A single B value reads half a degree warm at 10 °C, in the unsafe
 * direction at both ends, and Johnny-Five's thermometer presets read −273 °C for a broken wire.
 */

import { atmega328p } from '../port/chip.ts';
import type { ThermistorPoint } from './thermistor-part.ts';

const { adcSteps } = atmega328p;
const absoluteZeroC = -273.15;

export interface SteinhartHart {
  readonly a: number;
  readonly b: number;
  readonly c: number;
}

/** Solves 1/T = A + B·ln R + C·ln³R through three points. */
export function steinhartHartThrough(
  points: readonly [ThermistorPoint, ThermistorPoint, ThermistorPoint],
): SteinhartHart {
  const [l1, l2, l3] = points.map((point) => Math.log(point.resistanceOhm)) as [
    number,
    number,
    number,
  ];
  const [y1, y2, y3] = points.map((point) => 1 / (point.temperatureC - absoluteZeroC)) as [
    number,
    number,
    number,
  ];
  const g2 = (y2 - y1) / (l2 - l1);
  const g3 = (y3 - y1) / (l3 - l1);
  const c = (g3 - g2) / (l3 - l2) / (l1 + l2 + l3);
  const b = g2 - c * (l1 * l1 + l1 * l2 + l2 * l2);
  return { a: y1 - (b + l1 * l1 * c) * l1, b, c };
}

export interface ThermistorChannel {
  readonly coefficients: SteinhartHart;
  /** The fixed resistor from the reference to the input. */
  readonly pullUpOhms: number;
  /** Added to the converted value: the channel's calibration. */
  readonly offsetC: number;
}

/**
 * The temperature that a (possibly averaged) conversion count means, in °C. Not finite for a count at or
 * beyond either rail: a broken or shorted sensor has no temperature (L4).
 */
export function celsiusOf(count: number, channel: ThermistorChannel): number {
  if (!(count >= 1 && count <= adcSteps - 2)) return Number.NaN;
  // The middle of the step is the best estimate.
  const ratio = (count + 0.5) / adcSteps;
  const logOhms = Math.log((channel.pullUpOhms * ratio) / (1 - ratio));
  const { a, b, c } = channel.coefficients;
  return 1 / (a + b * logOhms + c * logOhms ** 3) + absoluteZeroC + channel.offsetC;
}
