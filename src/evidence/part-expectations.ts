/**
 * What the faults of supplies, relay poles, transistors and witness must come to, and those of one cause that befalls
 * several sensors alike.
 */
import type { FaultExpectation } from './fault-expectation.ts';

const lead = (rules: readonly string[]): FaultExpectation => ({ rules });

/** What the witness leaves of two beads that are wrong alike. */
const withinWitness =
  'less than the witness can tell from beads that are whole; the dose is charged by the witness';
const alike = (rules: readonly string[]): FaultExpectation => ({
  rules: ['witness-disagrees', 'dose', ...rules],
  harmless: withinWitness,
  misses: withinWitness,
});

export const commonCauseExpectations: Readonly<Record<string, FaultExpectation>> = {
  'beads-other-kind': alike(['sensor-jump']),
  'plate-plug-200': alike([]),
  'plate-plug-500': alike(['off-course']),
  'plate-plug-1000': alike(['off-course']),
  'plate-wet-200': alike(['too-fast']),
  'plate-wet-100': alike(['self-test', 'sensor-jump', 'too-fast']),
  'plate-wet-60': alike(['self-test', 'sensor-jump', 'too-fast']),
  'plate-beads-half-out': alike(['wrong-way']),
  'plate-beads-slow': alike(['off-course', 'no-response', 'too-fast']),
  'plate-beads-drifting': alike([]),
  'divider-supply-low': lead(['self-test', 'sensor-jump', 'witness-disagrees']),
  'divider-supply-high': lead(['self-test', 'witness-hot', 'sensor-jump', 'witness-disagrees']),
};

export const witnessExpectations: Readonly<Record<string, FaultExpectation>> = {
  'witness-open': lead(['sensor-open']),
  'witness-short': lead(['sensor-short']),
  'witness-frozen': {
    rules: ['witness-disagrees', 'self-test'],
    harmless: 'in a hold it stands where it should; with the next ramp it does not',
  },
  'witness-detached': {
    rules: ['witness-disagrees', 'self-test'],
    harmless: 'in a plate that is as warm as the air it cannot be told from one that sits',
  },
  'witness-drifting': lead(['witness-disagrees', 'self-test']),
  'witness-noisy': {
    rules: ['witness-disagrees', 'witness-hot', 'witness-cold', 'self-test', 'dose'],
    harmless: 'in the mean of seconds it is whole, and nothing is driven by it',
  },
  'witness-contact-resistance': lead(['witness-disagrees', 'witness-hot', 'self-test']),
  'witness-leakage': lead(['witness-disagrees', 'witness-cold', 'sensor-short', 'self-test']),
  'witness-open-50ms': {
    rules: ['sensor-open', 'witness-hot', 'witness-disagrees'],
    harmless: 'the wire is whole again before a broken one would be proven',
  },
};

export const currentSensorExpectations: Readonly<Record<string, FaultExpectation>> = {
  'current-sensor-shorted': lead(['sensor-short']),
  'current-sensor-dead': lead(['current-missing', 'self-test']),
};

const latentWhileClosed =
  'with the relay closed nothing shows it, and it does nothing; the next time that the relay opens it is found';

export const powerPartExpectations: Readonly<Record<string, FaultExpectation>> = {
  'leg-a-high-side-shorted': lead([
    'bridge-shorted',
    'current-undriven',
    'wrong-way',
    'plate-cold',
    'too-fast',
  ]),
  'leg-b-high-side-shorted': lead([
    'bridge-shorted',
    'current-undriven',
    'current-reversed',
    'too-fast',
    'wrong-way',
    'plate-hot',
  ]),
  'leg-a-low-side-shorted': lead([
    'current-missing',
    'no-response',
    'wrong-way',
    'off-course',
    'heatsink-mute',
    'self-test',
  ]),
  'leg-b-low-side-shorted': {
    rules: ['current-missing', 'no-response', 'wrong-way', 'too-fast', 'off-course'],
    harmless: 'leg B is low in the cold anyway; in heat it trips',
  },
  'relay-driver-stuck': { rules: ['relay-welded'], harmless: latentWhileClosed },
  'relay-welded': { rules: ['relay-welded'], harmless: latentWhileClosed },
  'relay-welded-a': { rules: ['relay-welded'], harmless: latentWhileClosed },
  'relay-welded-b': { rules: ['relay-welded'], harmless: latentWhileClosed },
  'second-relay-welded': {
    rules: [],
    harmless:
      'with the first relay whole it does nothing; the guard on the board finds it under its first drive, and the simulated board has none',
  },
  'second-relay-open': lead([
    'current-missing',
    'self-test',
    'no-response',
    'wrong-way',
    'off-course',
    'heatsink-mute',
  ]),
  'fuse-cool-blown': lead(['supply-low']),
  'fuse-heat-blown': lead(['supply-low']),
  'heat-supply-high': lead(['supply-high']),
  // What it drives is missing before the rail is proven low.
  'heat-supply-low': lead(['supply-low', 'current-missing']),
  'fan-tachometer-open': lead(['fan-stalled']),
};
