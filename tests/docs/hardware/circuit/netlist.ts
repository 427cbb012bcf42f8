/** The circuit of the second revision of the board: every part, every pin, every net. */
import type { PinMap } from '../../../../hardware/parts/pin-map.ts';
import { boardPins } from './board-pins.ts';
import type { Component } from './component.ts';
import { driveParts } from './drive-parts.ts';
import { sensingParts } from './sensing-parts.ts';
import { supplyParts } from './supply-parts.ts';

export const circuit = (pins: PinMap): Component[] => [
  ...supplyParts,
  ...sensingParts(boardPins(pins)),
  ...driveParts,
];

/** Pins on each net, as `R1.2`. */
export function netsOf(components: readonly Component[]): Map<string, string[]> {
  const nets = new Map<string, string[]>();
  for (const { ref, pins } of components) {
    for (const [pin, net] of Object.entries(pins)) {
      nets.set(net, [...(nets.get(net) ?? []), `${ref}.${pin}`]);
    }
  }
  return nets;
}
