/** What the board found, in words: channel, value and limit, as a trip has to name them (law L7). */
import { celsiusOf } from '../parts/thermistor.ts';
import type { ThermistorChannel } from '../parts/thermistor.ts';
import { railVolts } from '../parts/rail-divider.ts';
import { witnessCelsius } from '../parts/witness-part.ts';
import { defaultPinMap as pins } from '../parts/pin-map.ts';
import { currentSensor } from '../parts/current-sensor.ts';
import { currentCountLimits, guardPins, innerChannels } from './board-checks.ts';
import type { GuardStatus } from './guard-session.ts';
import type { GuardReason } from './protocol.ts';

export interface GuardFinding {
  readonly reading: string;
  readonly limit: string;
}

/** By the converter's channels. */
const channelNames: Readonly<Record<number, string>> = {
  0: 'plate sensor A',
  1: 'plate sensor B',
  2: 'heatsink sensor',
  [pins.witness]: 'the witness in the plate',
  [pins.heatRail]: 'the heating supply (5 V) behind the relay',
  [pins.coolRail]: 'the cooling supply (12 V) behind the relay',
  [pins.moduleCurrent]: 'the current sensor of the modules',
  [guardPins.knownResistor]: 'the known resistor',
  [innerChannels.bandGap]: 'the chip’s own reference',
  [innerChannels.ground]: 'the chip’s own ground',
};
const sides = ['cool side', 'heat side', 'switches'] as const;

const volts = (count: number): string => `${railVolts(count).toFixed(1)} V`;
/** Positive while it cools. */
function amps(count: number): string {
  const share = (count / currentCountLimits.currentZeroCounts - 1) / 2;
  return `${(share / currentSensor.sharePerA).toFixed(1)} A`;
}
const isCurrent = ({ channel }: GuardStatus): boolean => channel === pins.moduleCurrent;
const sixteenths = (value: number): string => (value / 16).toFixed(1);
const hundredths = (value: number): string => (value / 100).toFixed(1);

type Words = (
  status: GuardStatus,
  bead: string,
  degrees: (count: number) => string,
) => GuardFinding;

const plain =
  (reading: string, limit: string): Words =>
  () => ({ reading, limit });

/** Channels are the converter's inputs; counts become °C where they mean a temperature. */
const words: Readonly<Record<GuardReason, Words>> = {
  none: plain('nothing', 'nothing'),
  'lease-lost': ({ limit }) => ({
    reading: 'no renewal came from the computer',
    limit: `${limit} ms`,
  }),
  'drive-mismatch': ({ channel, value, limit }) => ({
    reading: `a renewal named ${value} for the ${sides[channel] ?? 'drive'}, and ${limit} was written`,
    limit: 'what was written',
  }),
  'both-sides': plain('both sides of the bridge were to be driven', 'one side'),
  'over-cap': ({ value, limit }) => ({
    reading: `a drive of ${value} of 255 was asked for`,
    limit: `${limit} of 255`,
  }),
  reversal: ({ value, limit }) => ({
    reading: `the direction was reversed after ${value} ms at zero`,
    limit: `at least ${limit} ms`,
  }),
  'one-way': ({ value, limit }) => ({
    reading: `one direction was driven for ${value} s`,
    limit: `${limit} s`,
  }),
  session: ({ value, limit }) => ({
    reading: `the board was armed for ${value} s`,
    limit: `${limit} s`,
  }),
  'stop-pressed': plain('the stop loop was opened', 'closed'),
  'sensor-open': ({ value, limit }, bead) => ({
    reading: `${bead} converts to ${value}`,
    limit: `a count of ${limit}: the sensor or its wire is open`,
  }),
  'sensor-short': ({ value, limit }, bead) => ({
    reading: `${bead} converts to ${value}`,
    limit: `a count of ${limit}: the sensor or its wire is shorted`,
  }),
  'plate-hot': ({ value, limit }, bead, degrees) => ({
    reading: `${bead} reads ${degrees(value)}`,
    limit: degrees(limit),
  }),
  'plate-cold': ({ value, limit }, bead, degrees) => ({
    reading: `${bead} reads ${degrees(value)}`,
    limit: degrees(limit),
  }),
  'heatsink-hot': ({ value, limit }, _bead, degrees) => ({
    reading: `the heatsink sensor reads ${degrees(value)}`,
    limit: degrees(limit),
  }),
  'sensors-disagree': ({ value, limit }) => ({
    reading: `the plate sensors differ by ${hundredths(value)} °C`,
    limit: `${hundredths(limit)} °C for 1 s`,
  }),
  'too-fast': ({ value, limit }, bead) => ({
    reading: `${bead} moves by ${hundredths(value)} °C/s`,
    limit: `${hundredths(limit)} °C/s`,
  }),
  'witness-disagrees': ({ value, limit }) => ({
    reading: `the witness has gone ${hundredths(value)} °C apart from the plate sensors`,
    limit: `${hundredths(limit)} °C`,
  }),
  converter: ({ value, limit }, channel) => ({
    reading: `${channel} converts to ${value}: the converter cannot be believed`,
    limit: `a count of ${limit}`,
  }),
  ground: ({ value, limit }) => ({
    reading: `the known resistor moves by ${sixteenths(value)} counts with the modules’ current: the sensors share their ground with it`,
    limit: `${sixteenths(limit)} counts`,
  }),
  'relay-welded': (status, channel) =>
    isCurrent(status)
      ? {
          reading: `${amps(status.value)} flow through the modules though the second relay is open: its contact did not open`,
          limit: 'no current',
        }
      : {
          reading: `${channel} has ${volts(status.value)} though the relay is open: its contact did not open`,
          limit: volts(status.limit),
        },
  'supply-low': ({ value, limit }, channel) => ({
    reading: `${channel} has ${volts(value)}`,
    limit: `at least ${volts(limit)}`,
  }),
  'supply-high': ({ value, limit }, channel) => ({
    reading: `${channel} has ${volts(value)}`,
    limit: volts(limit),
  }),
  'bridge-shorted': (status, channel) =>
    isCurrent(status)
      ? {
          reading: `${amps(status.value)} flow through the modules, which is not what is driven: a transistor of the bridge is shorted, or a leg is stuck`,
          limit: amps(status.limit),
        }
      : {
          reading: `${channel} is lifted to ${volts(status.value)} through the modules: a transistor of the bridge is shorted, a leg is stuck, or that supply has failed`,
          limit: volts(status.limit),
        },
  'module-open': ({ value, limit }) => ({
    reading: `only ${amps(value)} flow through the modules: a module, their line, the second relay or a leg is open, or the current sensor shows none`,
    limit: `at least ${amps(limit)}`,
  }),
  'fan-stalled': ({ value, limit }) => ({
    reading: `the fan’s tachometer gave ${value} edges in two seconds`,
    limit: `at least ${limit}`,
  }),
  'stop-loop-shorted': plain(
    'the stop loop did not follow its test pulse: it is shorted, and pressing it would do nothing',
    'two pulses',
  ),
  watchdog: plain("the board's own program hung and was restarted", 'none'),
};

/** Of a tripped board. @param thermistor as the board's own limits were made with */
export function guardFinding(status: GuardStatus, thermistor: ThermistorChannel): GuardFinding {
  const degrees = (count: number): string => {
    const witness = status.channel === pins.witness;
    const celsius = witness ? witnessCelsius(count) : celsiusOf(count, thermistor);
    return Number.isFinite(celsius) ? `${celsius.toFixed(1)} °C` : `a count of ${count}`;
  };
  const { reading, limit } = words[status.reason](
    status,
    channelNames[status.channel] ?? 'a sensor',
    degrees,
  );
  return { reading: `the board cut the power (${status.reason}): ${reading}`, limit };
}
