/** One temperature channel: from the sensor's own temperature to the voltage at the converter's pin. */
import {
  lsbV,
  thermistorDivider,
  thermistorLogRatio,
  thermistorNominalOhm,
} from '../parts/thermistor-part.ts';
import { witnessPart, witnessRatio } from '../parts/witness-part.ts';
import type { SensorFaults } from './fault-settings.ts';
import type { SensorParameters } from './parameters.ts';

/** A thermistor, whose resistance falls as it gets warmer, or the silicon of the witness, whose rises. */
export type SensorKind = 'ntc' | 'ptc';

interface Wiring {
  readonly kind: SensorKind;
  readonly seriesOhm: number;
}

/**
 * Voltage of the divider without noise. The tolerance of B scales the logarithm of the resistance
 * ratio, that of R25 the resistance.
 */
export function dividerV(
  beadC: number,
  sensor: SensorParameters,
  faults: SensorFaults,
  { kind = 'ntc', seriesOhm = faults.seriesOhm }: Partial<Wiring> = {},
): number {
  if (faults.open) return thermistorDivider.supplyV;
  if (faults.short) return 0;
  const betaFactor = sensor.betaFactor * faults.betaFactor;
  const wiredOhm = sensor.resistanceFactor * nominalOhm(beadC, kind, betaFactor) + seriesOhm;
  // Infinite leakage must not become Infinity / Infinity.
  const seenOhm = wiredOhm / (1 + wiredOhm / faults.leakageOhm);
  const dividedV = (thermistorDivider.supplyV * seenOhm) / (seenOhm + sensor.pullUpOhm);
  return dividedV + sensor.adcOffsetLsb * lsbV;
}

function nominalOhm(beadC: number, kind: SensorKind, betaFactor: number): number {
  if (kind === 'ntc')
    return thermistorNominalOhm * Math.exp(betaFactor * thermistorLogRatio(beadC));
  return witnessPart.nominalOhm * (1 + betaFactor * (witnessRatio(beadC) - 1));
}
