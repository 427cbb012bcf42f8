/**
 * The plate as two halves, each over its own module with its own bead: half A is warmer than the mean by the tilt, half B
 * colder by as much. Both are alike until something befalls one of them, and then their beads differ by physics.
 */
import type { PlantParameters } from './parameters.ts';
import type { ModuleFlows } from './peltier.ts';

/**
 * Between the means of two halves that take heat all over: 3·k·t·L / 2w, of 200 W/m·K, 3 mm thick, 80 mm long, each half
 * 40 mm wide.
 */
const betweenHalvesWPerK = 1.8;

export interface PlateNow {
  readonly tiltK: number;
  readonly plateC: number;
  readonly skinC: number;
  readonly airC: number;
  readonly activeModules: number;
  /** Mean of both halves, and the share of its own that half B has lost. */
  readonly contact: number;
  readonly halfLifted: number;
  /** With the faces that go along. */
  readonly capacityJPerK: number;
  readonly fromSkinWPerK: number;
  readonly frontWPerK: number;
  /** Of a module with current, and of one without. */
  readonly active: Readonly<ModuleFlows>;
  readonly idle: Readonly<ModuleFlows>;
}

/** How fast the tilt changes, °C/s. */
export function tiltSlope({ array, module, plate }: PlantParameters, now: PlateNow): number {
  const { contact, halfLifted, plateC, activeModules, active, idle } = now;
  // With both strings gone the halves are alike again.
  const missing = Math.min(array.moduleCount - activeModules, activeModules);
  const moduleW = missing * (idle.takenW - active.takenW);
  const touchingWPerK = contact > 0 ? now.fromSkinWPerK / contact : 0;
  const moreContact = (contact * halfLifted) / (2 - halfLifted);
  const bareWPerK = plate.frontWPerM2K * plate.areaM2;
  const contactW =
    moreContact * (touchingWPerK * (now.skinC - plateC) - bareWPerK * (now.airC - plateC));
  // What pulls each half to where the mean of the plate is held.
  const moduleWPerK =
    array.moduleCount * (module.conductanceWPerK + module.seebeckVPerK * active.meanA);
  const heldWPerK =
    now.fromSkinWPerK + now.frontWPerK + plate.sinkCouplingWPerK + plate.leakWPerK + moduleWPerK;
  const backW = (heldWPerK + 4 * betweenHalvesWPerK) * now.tiltK;
  return (moduleW + contactW - backW) / now.capacityJPerK;
}
