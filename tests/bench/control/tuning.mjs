/** The baselines' gains, found on the nominal plant as their users would find them. */
import { Loop, tickS } from './loop.mjs';

/** Between the two setpoints, as one would who tunes once. */
const middleC = 27.5;
const hysteresisC = 5;

/** A relay between the duty caps with no gate behind it, as Klipper's PID_CALIBRATE; keeps the peaks of the reading. */
function relay(maxHeatDuty) {
  const peaks = [];
  let [heating, atS, peak] = [true, 0, null];
  return {
    peaks,
    tick({ readings, dtS }) {
      const plateC = (readings.plateA.celsius + readings.plateB.celsius) / 2;
      atS += dtS;
      const further = heating ? plateC < peak?.celsius : plateC > peak?.celsius;
      if (peak === null || further) peak = { celsius: plateC, atS };
      if (heating ? plateC >= middleC : plateC <= middleC - hysteresisC) {
        peaks.push(peak);
        heating = !heating;
        peak = null;
      }
      return { drive: heating ? maxHeatDuty : -1, refused: false };
    },
  };
}

/** Ultimate gain and period by a relay experiment (Åström and Hägglund 1984). */
export function relayExperiment(product, rig, seed) {
  const { parameters, heatDutyCap } = rig;
  const contestant = relay(heatDutyCap);
  const loop = new Loop(product, { parameters, contestant, seed });
  const swing = (1 + heatDutyCap) / 2;
  while (contestant.peaks.length < 14) loop.run(1, { hot: true });
  const cycles = contestant.peaks.slice(4).map((peak, index) => {
    const [twoBefore, before] = contestant.peaks.slice(index + 2, index + 4);
    const amplitudeC = Math.abs(peak.celsius - before.celsius) / 2;
    return { gain: (4 * swing) / (Math.PI * amplitudeC), periodS: peak.atS - twoBefore.atS };
  });
  return cycles.toSorted((a, b) => a.periodS - b.periodS)[Math.floor(cycles.length / 2)];
}

/** The classic rule of Ziegler and Nichols, in the form that Klipper uses. */
export function zieglerNichols({ gain, periodS }) {
  const kp = 0.6 * gain;
  return { kp, ki: kp / (periodS / 2), kd: kp * (periodS / 8) };
}

const stepDuty = 0.02;

/** A hold at 25 °C and then a small step of cooling: gain, time constant and dead time of the reading. */
export function stepExperiment(product, rig) {
  const startC = 25;
  const plant = product.heldPlant({ ...rig.parameters, cutOut: null }, startC);
  const hold = new product.TruthHold(startC);
  const { state } = plant.network;
  const { plate, plateA } = product.node;
  // The hold settles within a minute; its mean duty is the point to step from.
  let sum = 0;
  const holdTicks = 6000;
  for (let index = 0; index < 2 * holdTicks; index += 1) {
    const duty = hold.duty(state[plate]);
    if (index >= holdTicks) sum += duty;
    plant.advance(tickS, product.driveOf(duty));
  }
  const drive = product.driveOf(sum / holdTicks - stepDuty);
  const shownC = [state[plateA]];
  // As long as the plate and outer skin need; the heatsink and deep tissue drift for minutes more.
  const lastTick = Math.round(100 / tickS);
  for (let index = 0; index < lastTick; index += 1) {
    plant.advance(tickS, drive);
    shownC.push(state[plateA]);
  }
  const totalC = shownC.at(-1) - shownC[0];
  const reaching = (share) =>
    shownC.findIndex((value) => Math.abs(value - shownC[0]) >= share * Math.abs(totalC)) * tickS;
  const [early, late] = [reaching(0.283), reaching(0.632)];
  const lagS = 1.5 * (late - early);
  return { gainC: Math.abs(totalC) / stepDuty, lagS, deadS: Math.max(late - lagS, tickS) };
}

/** Åström and Hägglund's AMIGO rule (2004) for a lag with dead time. */
export function amigo({ gainC, lagS, deadS }) {
  const kp = (0.2 + (0.45 * lagS) / deadS) / gainC;
  const integralS = (deadS * (0.4 * deadS + 0.8 * lagS)) / (deadS + 0.1 * lagS);
  const derivativeS = (0.5 * deadS * lagS) / (0.3 * deadS + lagS);
  return { kp, ki: kp / integralS, kd: kp * derivativeS };
}
