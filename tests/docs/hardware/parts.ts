/** The bill of materials of the reference device, as data: the page is written from it and checks run over it. */
import { defaultPinMap } from '../../../hardware/parts/pin-map.ts';
import { boardPins } from './circuit/board-pins.ts';
import { circuit } from './circuit/netlist.ts';
import { control } from './list/control.ts';
import { heatAndCold } from './list/heat-and-cold.ts';
import type { Group, Part } from './list/part.ts';
import { power } from './list/power.ts';
import { protection } from './list/protection.ts';
import { sensing } from './list/sensing.ts';

export const groups: readonly Group[] = [control, heatAndCold, sensing, protection, power];
export const parts: readonly Part[] = groups.flatMap((group) => group.parts);

const components = circuit(defaultPinMap);
const roles = boardPins(defaultPinMap);

export const refsOf = ({ name }: Part): string[] =>
  components.filter(({ part }) => part === name).map(({ ref }) => ref);

export const quantityOf = (part: Part): number =>
  part.isSet === true ? 1 : (part.pieces ?? refsOf(part).length);

/** Signals of the board that end at a part. */
export function signalsOf(part: Part): string[] {
  const nets = new Set(
    components
      .filter((component) => component.part === part.name && component.ref !== 'A1')
      .flatMap(({ pins }) => Object.values(pins)),
  );
  return roles.filter(({ net }) => nets.has(net)).map(({ role }) => role);
}

/** Whether a program looks at what the part tells, or moves it; a part without such a pin needs none. */
export const isJudged = ({ judgedAt = [] }: Part): boolean =>
  judgedAt.every((role) => roles.some((pin) => pin.role === role));
