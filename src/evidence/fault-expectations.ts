import type { FaultExpectation } from './fault-expectation.ts';
import { disturbanceExpectations } from './disturbance-expectations.ts';
import {
  commonCauseExpectations,
  currentSensorExpectations,
  powerPartExpectations,
  witnessExpectations,
} from './part-expectations.ts';
import { worldExpectations } from './world-expectations.ts';

const lead = (rules: readonly string[]): FaultExpectation => ({ rules });

const withinDisagreement =
  'one bead lies by less than two may differ, and no third one tells which';

const plateSensor: Readonly<Record<string, FaultExpectation>> = {
  open: lead(['sensor-open']),
  short: lead(['sensor-short']),
  frozen: lead(['sensor-frozen', 'sensors-disagree']),
  detached: lead(['sensors-disagree', 'too-fast']),
  drifting: lead(['sensors-disagree', 'sensor-frozen']),
  noisy: lead(['sensor-noisy', 'sensor-jump', 'too-fast', 'sensors-disagree']),
  'contact-resistance': {
    rules: ['sensors-disagree', 'too-fast', 'off-course'],
    harmless:
      'it reads 0.6 °C low in the cold, inside what two beads may differ; in heat the other bead counts',
    undelivered: 'the more dangerous bead counts, and by that one the setpoint is not reached',
    misses: withinDisagreement,
  },
  leakage: {
    rules: ['sensor-jump', 'sensors-disagree', 'too-fast'],
    harmless:
      'at 40 °C it reads 1 °C high, inside what two beads may differ: the plate stays cooler',
    misses: withinDisagreement,
  },
};

const heatsinkSensor: Readonly<Record<string, FaultExpectation>> = {
  open: lead(['sensor-open']),
  short: lead(['sensor-short']),
  frozen: lead(['sensor-frozen']),
  detached: lead(['heatsink-mute', 'sensor-jump']),
  // What may flow undriven is bounded by what the two sides can make: by a heatsink that is read too cold it is too much.
  drifting: lead(['heatsink-mute', 'sensor-open', 'current-undriven']),
  noisy: lead(['sensor-noisy', 'sensor-jump']),
  'contact-resistance': {
    rules: ['heatsink-mute', 'sensor-jump'],
    harmless: 'it reads 2 to 3 °C low; the heatsink trip has more than that in hand',
  },
  leakage: {
    rules: ['sensor-jump'],
    harmless: 'it reads high: the heatsink trip comes sooner, not later',
  },
};

const prefixed = (
  prefix: string,
  table: Readonly<Record<string, FaultExpectation>>,
): Record<string, FaultExpectation> =>
  Object.fromEntries(Object.entries(table).map(([id, expected]) => [`${prefix}-${id}`, expected]));

const stillDoesTheJob =
  'the plate still follows its setpoint; a device that cannot trips no-response';

const weakened: FaultExpectation = {
  rules: ['no-response', 'off-course', 'heatsink-mute'],
  harmless: stillDoesTheJob,
  undelivered: 'too weak for a whole phase, and not so weak that it never gets there',
};

export const faultExpectations: Readonly<Record<string, FaultExpectation>> = {
  ...prefixed('plate-a', plateSensor),
  ...prefixed('plate-b', plateSensor),
  ...prefixed('heatsink', heatsinkSensor),
  'sensors-swapped': lead(['sensor-jump', 'sensors-disagree', 'too-fast']),
  'polarity-reversed': lead(['wrong-way', 'too-fast', 'plate-cold', 'no-response']),
  'bridge-stuck-heat': lead(['current-undriven', 'too-fast', 'wrong-way', 'plate-hot']),
  'bridge-stuck-cool': lead([
    'current-undriven',
    'wrong-way',
    'plate-cold',
    'too-fast',
    'no-response',
  ]),
  'leg-a-stuck-high': lead([
    'bridge-shorted',
    'current-undriven',
    'wrong-way',
    'plate-cold',
    'too-fast',
    'no-response',
  ]),
  'leg-a-stuck-low': lead([
    'current-missing',
    'wrong-way',
    'no-response',
    'off-course',
    'heatsink-mute',
  ]),
  'leg-b-stuck-high': lead([
    'bridge-shorted',
    'current-undriven',
    'current-reversed',
    'too-fast',
    'wrong-way',
    'plate-hot',
  ]),
  'leg-b-stuck-low': lead(['current-missing', 'no-response', 'wrong-way', 'too-fast']),
  ...powerPartExpectations,
  ...commonCauseExpectations,
  ...witnessExpectations,
  ...currentSensorExpectations,
  'cut-out-bridged': {
    rules: [],
    harmless:
      'a last resort that is missing shows only when it is needed: it is tested at bring-up',
  },
  'fan-stopped': lead(['fan-stalled']),
  'vents-covered': {
    rules: ['heatsink-hot', 'heatsink-mute'],
    harmless: 'a cool room carries the heat away without the fan; the heatsink is watched',
  },
  'module-open': {
    rules: ['current-missing', 'no-response', 'off-course', 'sensors-disagree', 'heatsink-mute'],
    harmless: 'the other module does the job; a plate that differs from end to end trips',
  },
  'modules-aged': weakened,
  'contact-lost': {
    rules: [],
    harmless: 'a patient who lifts the limb is no fault; a lifted plate keeps its setpoint',
  },
  'supply-sag': lead(['supply-low']),
  'supply-connector-bad': { ...weakened, rules: ['supply-low', ...weakened.rules] },
  'link-lost': {
    rules: ['link-lost'],
    hardware:
      'the guard on the board, which drops all power 0.45 s after the last renewal; the simulated board has none',
  },
  'link-garbled': lead(['sensor-jump', 'sensor-open', 'sensor-short', 'sensors-disagree']),
  'link-delayed': lead(['sensor-stale']),
  'host-stalled': lead(['loop-late', 'sensor-stale', 'too-fast']),
  'clock-jump': lead(['sensor-stale', 'loop-late']),
  ...disturbanceExpectations,
  ...worldExpectations,
  'relay-welded+bridge-stuck-heat': {
    rules: ['current-undriven', 'relay-welded', 'too-fast', 'wrong-way', 'plate-hot'],
    hardware: 'the thermal cut-out on the plate, in series with the modules',
  },
  'relay-welded+bridge-stuck-cool': {
    rules: [
      'current-undriven',
      'relay-welded',
      'wrong-way',
      'plate-cold',
      'too-fast',
      'no-response',
    ],
    hardware: 'nothing opens: a person unplugs the device, as the alarm says',
  },
};

/** Faults that strike together are joined by a plus. */
export const faultsOf = (id: string): readonly string[] => id.split('+');
