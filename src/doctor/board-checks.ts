/** Is the board, with what is plugged into it, fit for a treatment? Pure. */
import { english } from '../words/facts.ts';
import { currentLimits } from '../../hardware/guard/board-checks.ts';
import { guardTiming } from '../../hardware/guard/protocol.ts';
import { temperatureChannels } from '../../hardware/device/device.ts';
import type { TemperatureChannel } from '../../hardware/device/device.ts';
import { firmwareBounds } from '../limits/firmware-bounds.ts';
import { noiseAboutLine, noiseCauses, noiseLimitLsb } from '../safety/noise.ts';
import { channelNames } from '../safety/readings.ts';
import { isFanTurning } from '../safety/fan-watch.ts';
import { relayOpenV } from '../safety/rules-of-power.ts';
import type { BoardFacts } from './board-facts.ts';
import type { Examination, Judged } from './check.ts';
import { fail, ok, warn } from './check.ts';
import type { CommittedFirmware } from './committed-firmware.ts';
import { standardFirmataAlone } from './standard-firmata.ts';

export interface BoardSituation {
  readonly facts: BoardFacts;
  /** What this version brings along; null where it brings none. */
  readonly committed: CommittedFirmware | null;
}

const judgeBoard = ({ facts: { identity } }: BoardSituation): Judged =>
  ok(`${identity.port}, firmware ${identity.firmware}`);

function judgeGuard({ facts: { identity, guard } }: BoardSituation): Judged {
  if (identity.guarded && guard?.state === 'tripped') {
    return fail(
      `tripped, and stays so: ${english.whole(guard.found)}`,
      'Find the cause. `contrast run` clears it for a named person, after a self-test.',
    );
  }
  if (identity.guarded) return ok('drops power by itself');
  const fix = 'No person may be treated through it. Bench only, with --bench.';
  if (identity.kind === 'simulated') return warn('the simulated device has no guard', fix);
  const { dutyPercent, minutes, stillPercent } = standardFirmataAlone;
  return warn(
    'the firmware keeps driving when the computer dies: ' +
      `StandardFirmata, killed at ${dutyPercent} % duty, was at ${stillPercent} % ${minutes} minutes later`,
    `${fix} Flash the guard: \`contrast firmware flash\`.`,
  );
}

function judgeFirmware({
  facts: { identity, buildHash },
  committed,
}: BoardSituation): Judged | null {
  if (!identity.guarded) return null;
  if (committed === null) {
    return warn('this installation brings no firmware to compare with', 'Install it again.');
  }
  const ours = `version ${committed.version}, build ${committed.buildHash}`;
  if (buildHash === committed.buildHash) return ok(`up to date: ${ours}`);
  return fail(
    `the board has build ${buildHash ?? 'unknown'}; this program was tested with ${ours}`,
    'Run `contrast firmware flash`.',
  );
}

function judgeMemory({ facts: { identity } }: BoardSituation): Judged {
  const { memory } = identity;
  if (identity.kind === 'simulated') {
    return ok('none: the simulated device remembers nothing, and has no number');
  }
  if (memory === null) {
    return warn(
      'this firmware remembers nothing: a record that is lost is not missed by the board',
      'Flash the guard: `contrast firmware flash`.',
    );
  }
  const { condition, number, begun } = memory;
  if (condition === 'kept') {
    return ok(`device number ${number}, ${begun} treatment${begun === 1 ? '' : 's'} begun`);
  }
  return warn(
    condition === 'blank'
      ? 'the board did not keep the number that it was given'
      : 'both copies of the memory are damaged: number and count are lost',
    'The next start asks a clinician, and gives it a new number. If it comes again, the EEPROM is worn out: use another board.',
  );
}

const meanOf = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

/** Of a room, a cellar or a car: outside it the sensor is to blame. */
const plausibleC = { min: -10, max: 60 } as const;

/** The doctor drives nothing, and most noise comes with the current (hazard H09): it says what it did not measure. */
const withoutCurrent = 'without current; the self-test of each treatment measures it with current';

function judgeSensor(seen: readonly number[], counts: readonly number[]): Judged {
  const mean = meanOf(seen);
  const noiseLsb = noiseAboutLine(counts);
  if (!(mean > plausibleC.min && mean < plausibleC.max)) {
    return fail('no plausible temperature', 'Check the sensor, its plug and its pull-up resistor.');
  }
  const finding = `${mean.toFixed(2)} °C, noise ${noiseLsb.toFixed(2)} LSB rms ${withoutCurrent}`;
  if (noiseLsb === 0) {
    // A converter has noise; a value that stands still may be an old one (hazard H10).
    return warn(`${finding}: one value, repeated`, 'Warm the sensor with a finger and look again.');
  }
  if (noiseLsb < noiseLimitLsb) return ok(finding);
  return fail(`${finding}; ${noiseLimitLsb} LSB is allowed`, noiseCauses.atRest);
}

const sensorChecks: readonly Examination<BoardSituation>[] = temperatureChannels.map(
  (channel: TemperatureChannel) => ({
    name: channelNames[channel],
    judge: ({ facts: { seen, counts } }) => judgeSensor(seen[channel], counts[channel]),
  }),
);

/** The limits of the rules sensors-drifting and sensors-disagree (hazards H07, H08). */
const differenceC = { warn: 1, fail: 1.5 } as const;

function judgeAgreement({ facts: { seen } }: BoardSituation): Judged {
  const apartC = Math.abs(meanOf(seen.plateA) - meanOf(seen.plateB));
  const finding = `the plate sensors are ${apartC.toFixed(2)} °C apart`;
  if (apartC < differenceC.warn) return ok(finding);
  const fix = 'See that both beads sit in the plate, and compare each with a thermometer.';
  return apartC < differenceC.fail ? warn(finding, fix) : fail(finding, fix);
}

/** Of the self-test (H36): a witness whose pull-up was not chosen is further away. */
const witnessWithinC = { ok: 0.5, fail: 1.8 } as const;

function judgeWitness({ facts: { seen, witness } }: BoardSituation): Judged | null {
  if (witness === null) return null;
  const beadsC = (meanOf(seen.plateA) + meanOf(seen.plateB)) / 2;
  const apartC = meanOf(witness) - beadsC;
  const finding = `${meanOf(witness).toFixed(2)} °C, ${Math.abs(apartC).toFixed(2)} °C ${apartC < 0 ? 'below' : 'above'} the plate sensors`;
  if (Math.abs(apartC) < witnessWithinC.ok) return ok(finding);
  const fix =
    'With the plate at room temperature, choose the witness’s pull-up so that they agree: 0.6 % less for each degree that it reads too little.';
  return Math.abs(apartC) < witnessWithinC.fail ? warn(finding, fix) : fail(finding, fix);
}

function judgeRails({ facts: { rails } }: BoardSituation): Judged | null {
  if (rails === null) return null;
  const { coolV, heatV } = rails;
  const finding = `behind the open relay ${coolV.toFixed(1)} V to cool and ${heatV.toFixed(1)} V to heat`;
  if (coolV < relayOpenV && heatV < relayOpenV) return ok(finding);
  return fail(finding, 'Unplug the device: a contact of the relay is welded or bridged.');
}

/** With nothing driven the sensor shows its own error, or a bridge that drives by itself (hazard H02). */
function judgeModuleCurrent({ facts: { moduleCurrentA } }: BoardSituation): Judged | null {
  if (moduleCurrentA === null) return null;
  const { idleA } = currentLimits;
  const finding = `${moduleCurrentA.toFixed(1)} A through the modules at rest; up to ${idleA} A either way are the sensor’s own error`;
  if (Math.abs(moduleCurrentA) <= idleA) return ok(finding);
  return fail(
    finding,
    'Unplug the device. See to the supply and the output of the current sensor, then to bridge and relay.',
  );
}

const judgeCalibration = (): Judged =>
  warn(
    'never calibrated: temperatures follow the nominal curve of the thermistor (hazard H08)',
    'Compare the plate with a thermometer of your own at 10 and at 40 °C, and stay at 41 °C or below.',
  );

const judgeStopLoop = ({ facts: { stopLoopClosed } }: BoardSituation): Judged =>
  stopLoopClosed
    ? ok('closed')
    : fail(
        'open',
        'Release the stop button; plug in the adaptive switch or its blank plug; check the wire.',
      );

function judgeFan({ facts: { identity, fanTurnsPerS } }: BoardSituation): Judged {
  if (fanTurnsPerS !== null) {
    const finding = `turns ${(fanTurnsPerS * 60).toFixed(0)} times a minute`;
    return isFanTurning(fanTurnsPerS)
      ? ok(finding)
      : fail(
          finding,
          'Switch the 12 V supply on; clear the fan and its vents; see to the wire of its tachometer.',
        );
  }
  if (identity.imaginary) return ok('runs (simulated)');
  return warn(
    'told to run; the device has no tachometer to see that it does',
    'Listen, and feel the air, before every treatment (hazard H13).',
  );
}

function judgeRelay({ facts: { guard, pinsDiffer } }: BoardSituation): Judged {
  if (pinsDiffer !== null) {
    return fail(
      english.reading(pinsDiffer),
      'Close every other program that uses the board; check for shorted pins.',
    );
  }
  if (guard === null)
    return ok('told to be open; the self-test of a treatment proves that it opens');
  if (guard.powerOff) return ok('open, and the bridge disabled, by the board’s own word');
  return fail('power is on at rest', 'Unplug the device. Flash the firmware again.');
}

function judgeLease({ facts: { lease } }: BoardSituation): Judged | null {
  if (lease === null) return null;
  const boundMs = firmwareBounds.leaseMs.max;
  const flash = 'Nobody may be treated through it. Flash the firmware again, then run the doctor.';
  switch (lease.kind) {
    case 'not-armed':
      return fail(`not proven: ${lease.because}`, 'See to the other lines first.');
    case 'kept':
      return fail(`power stayed on for ${Math.round(lease.forMs)} ms without a renewal`, flash);
    case 'tripped-otherwise':
      return fail(`not proven: the board tripped on ${lease.reason}: ${lease.finding}`, flash);
    case 'no-supply':
      return warn(
        `not proven: ${lease.finding}${lease.cleared ? '' : '; the trip of this test is still latched'}`,
        'Switch both supplies on, check fuses F1 and F2, and run the doctor again. Every treatment proves it anew.',
      );
    case 'dropped': {
      const finding = `power off ${Math.round(lease.afterMs)} ms after the last renewal (lease ${guardTiming.leaseMs} ms, at most ${boundMs})`;
      if (!(lease.afterMs <= boundMs)) return fail(finding, flash);
      if (lease.cleared) return ok(finding);
      return warn(`${finding}; the test’s own trip is still latched`, 'Run the doctor again.');
    }
  }
}

/** Board time and wall clock may differ by a leap of a second, not by more, in the seconds of the watch. */
const slipWarnMs = 250;

function judgeTime({ facts: { clockSlipMs } }: BoardSituation): Judged | null {
  if (clockSlipMs === null) return null;
  const finding = `wall clock and monotonic clock ${Math.round(Math.abs(clockSlipMs))} ms apart in two seconds`;
  if (Math.abs(clockSlipMs) < slipWarnMs) return ok(finding);
  return warn(finding, 'The clock is being set, or the computer sleeps. Wait, and try again.');
}

function judgeRules({ facts: { notFitted } }: BoardSituation): Judged {
  if (notFitted.length === 0) return ok('every rule has its sensor');
  const list = notFitted.map(({ id, needs }) => `${id} (needs ${needs})`).join('; ');
  return warn(`not fitted: ${list}`, 'Know what the device does not watch; see docs/hardware.md.');
}

export const boardChecks: readonly Examination<BoardSituation>[] = [
  { name: 'board', judge: judgeBoard },
  { name: 'guard', judge: judgeGuard },
  { name: 'firmware', judge: judgeFirmware },
  { name: 'memory', judge: judgeMemory },
  ...sensorChecks,
  { name: 'agreement', judge: judgeAgreement },
  { name: 'witness', judge: judgeWitness },
  { name: 'supplies', judge: judgeRails },
  { name: 'module current', judge: judgeModuleCurrent },
  { name: 'calibration', judge: judgeCalibration },
  { name: 'stop loop', judge: judgeStopLoop },
  { name: 'fan', judge: judgeFan },
  { name: 'relay', judge: judgeRelay },
  { name: 'lease', judge: judgeLease },
  { name: 'time', judge: judgeTime },
  { name: 'rules', judge: judgeRules },
];
