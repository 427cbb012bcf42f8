/**
 * The plate as two halves, each over its own module with its own bead: half A is warmer than the mean by the tilt, half B
 * colder by as much. Both are alike until something befalls one of them, and then their beads differ by physics.
 */
import type { Surroundings } from './network.ts';
import { node } from './network.ts';
import type { PlantParameters } from './parameters.ts';
import type { ModuleFlows } from './peltier.ts';

/**
 * Between the means of two halves that take heat all over: 3·k·t·L / 2w, of 200 W/m·K, 3 mm thick, 80 mm long, each half
 * 40 mm wide.
 */
const betweenHalvesWPerK = 1.8;

export interface PlateNow {
  /** With the faces that go along. */
  readonly capacityJPerK: number;
  readonly fromSkinWPerK: number;
  readonly frontWPerK: number;
  /** Of a module with current, and of one without. */
  readonly active: Readonly<ModuleFlows>;
  readonly idle: Readonly<ModuleFlows>;
}

/** How fast the tilt changes, °C/s; nothing where both halves are alike. */
export function tiltSlope(
  state: Float64Array,
  { array, module, plate }: PlantParameters,
  { activeModules, contact, halfLifted, airC }: Surroundings,
  { capacityJPerK, fromSkinWPerK, frontWPerK, active, idle }: PlateNow,
): number {
  const tiltK = state[node.tilt]!;
  const idleModules = array.moduleCount - activeModules;
  if (tiltK === 0 && idleModules === 0 && halfLifted === 0) return 0;
  // With both strings gone the halves are alike again.
  const missing = Math.min(idleModules, activeModules);
  const moduleW = missing * (idle.takenW - active.takenW);
  const plateC = state[node.plate]!;
  const touchingWPerK = contact > 0 ? fromSkinWPerK / contact : 0;
  const moreContact = (contact * halfLifted) / (2 - halfLifted);
  const bareWPerK = plate.frontWPerM2K * plate.areaM2;
  const contactW =
    moreContact * (touchingWPerK * (state[node.skin]! - plateC) - bareWPerK * (airC - plateC));
  // What pulls each half to where the mean of the plate is held.
  const moduleWPerK =
    array.moduleCount * (module.conductanceWPerK + module.seebeckVPerK * active.meanA);
  const heldWPerK =
    fromSkinWPerK + frontWPerK + plate.sinkCouplingWPerK + plate.leakWPerK + moduleWPerK;
  const backW = (heldWPerK + 4 * betweenHalvesWPerK) * tiltK;
  return (moduleW + contactW - backW) / capacityJPerK;
}
