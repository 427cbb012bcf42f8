/**
 * What use does to a device, all of it together: one cause. No maker gives figures for a module of this class; these are
 * assumed, so that 10,000 treatments make of it what `modules-aged` is, with grease that has been pumped out to half.
 */
import type { FaultSettings, SensorFaults } from './fault-settings.ts';

const treatmentsToOld = 10_000;
/** Of a device that is old, over one that is new. */
const whenOld = {
  resistance: 0.35,
  seebeck: -0.15,
  joint: 1,
  beadLag: 0.5,
  beadStemShare: 0.01,
  contactsOhm: 0.05,
  airflow: -0.15,
} as const;

/** @param treatments three times hot and cold each */
export function agedBy(treatments: number): FaultSettings {
  const age = treatments / treatmentsToOld;
  const bead: Partial<SensorFaults> = {
    lagFactor: 1 + whenOld.beadLag * age,
    stemShare: whenOld.beadStemShare * age,
  };
  return {
    sensors: { plateA: bead, plateB: bead },
    resistanceFactor: 1 + whenOld.resistance * age,
    seebeckFactor: 1 + whenOld.seebeck * age,
    jointFactor: 1 + whenOld.joint * age,
    extraSourceOhm: whenOld.contactsOhm * age,
    airflowFactor: 1 + whenOld.airflow * age,
  };
}
