import { gateOf } from './gates.mjs';

/**
 * What others would use, written for this benchmark: a PID in the manner of Klipper's heaters and one in the manner
 * of Arduino's PID_v1, both with cooling as negative drive. They act on the mean of the two plate readings, the best
 * that they can be given, and follow a plain ramp.
 */

/** The setpoint of a plain ramp: constant rate, then rest. */
function plainRamp() {
  let setpointC = null;
  return (fromC, { targetC, rampCPerS, dtS }) => {
    setpointC ??= fromC;
    const reach = rampCPerS * dtS;
    setpointC += Math.max(-reach, Math.min(reach, targetC - setpointC));
    return setpointC;
  };
}

const clamp = (value, low, high) => Math.min(Math.max(value, low), high);
const meanC = ({ readings }) => (readings.plateA.celsius + readings.plateB.celsius) / 2;

/** A controller behind the product's gate and permissions: heat in hot phases only. */
export function gated(product, controller, limits) {
  const gate = gateOf('product', product, limits);
  return {
    gate: () => gate.copy(),
    tick(input) {
      const { readings, order, nowMs } = input;
      const { plateA, plateB } = readings;
      const wanted = controller.step({
        ...input,
        ...order,
        maxHeatDuty: order.hot ? limits.maxHeatDuty : 0,
        maxCoolDuty: limits.maxCoolDuty,
      });
      const drive = gate.pass(wanted, {
        mayHeat: order.hot,
        hottestC: Math.max(plateA.celsius, plateB.celsius),
        coldestC: Math.min(plateA.celsius, plateB.celsius),
        targetC: order.targetC,
        nowMs,
      });
      return { drive, refused: wanted !== 0 && drive === 0 };
    },
  };
}

/**
 * After Klipper's ControlPID: derivative of the reading smoothed over a second, integral bounded by what it could
 * drive alone, and kept only where the output is inside its limits.
 * @param gains `{ kp, ki, kd }` in duty per °C, per °C·s and per °C/s
 */
export function klipperPid({ kp, ki, kd }) {
  const smoothS = 1;
  const ramp = plainRamp();
  let [beforeC, slopeCPerS, integralCS] = [null, 0, 0];
  return {
    step(input) {
      const { dtS, maxHeatDuty, maxCoolDuty } = input;
      const plateC = meanC(input);
      const errorC = ramp(plateC, input) - plateC;
      const changeC = plateC - (beforeC ?? plateC);
      slopeCPerS = (slopeCPerS * (smoothS - dtS) + changeC) / smoothS;
      const integral = clamp(integralCS + errorC * dtS, -maxCoolDuty / ki, maxHeatDuty / ki);
      const wanted = kp * errorC + ki * integral - kd * slopeCPerS;
      const drive = clamp(wanted, -maxCoolDuty, maxHeatDuty);
      if (drive === wanted) integralCS = integral;
      beforeC = plateC;
      return drive;
    },
  };
}

/**
 * After Arduino's PID_v1 in its default form: every 100 ms, derivative of the bare reading, sum bounded to the output
 * range.
 */
export function arduinoPid({ kp, ki, kd }) {
  const sampleS = 0.1;
  const ramp = plainRamp();
  let [beforeC, sum, drive, sinceS] = [null, 0, 0, sampleS];
  return {
    step(input) {
      const { dtS, maxHeatDuty, maxCoolDuty } = input;
      const plateC = meanC(input);
      const errorC = ramp(plateC, input) - plateC;
      sinceS += dtS;
      if (sinceS < sampleS - 1e-9) return drive;
      sinceS = 0;
      sum = clamp(sum + ki * sampleS * errorC, -maxCoolDuty, maxHeatDuty);
      const slopeCPerS = (plateC - (beforeC ?? plateC)) / sampleS;
      drive = clamp(kp * errorC + sum - kd * slopeCPerS, -maxCoolDuty, maxHeatDuty);
      beforeC = plateC;
      return drive;
    },
  };
}
