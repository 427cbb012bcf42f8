/**
 * What the board found: channel, value and limit, as a trip has to name them (law L7). The words for each kind are in
 * `src/words/`.
 */
import { celsiusOf } from '../parts/thermistor.ts';
import type { ThermistorChannel } from '../parts/thermistor.ts';
import { railVolts } from '../parts/rail-divider.ts';
import { witnessCelsius } from '../parts/witness-part.ts';
import { defaultPinMap as pins } from '../parts/pin-map.ts';
import { currentSensor } from '../parts/current-sensor.ts';
import { currentCountLimits, guardPins, innerChannels } from './board-checks.ts';
import type { GuardStatus } from './guard-session.ts';
import type { GuardReason } from './protocol.ts';

/** By the converter's channels. */
const channels = {
  0: 'plateA',
  1: 'plateB',
  2: 'heatsink',
  [pins.witness]: 'witness',
  [pins.heatRail]: 'heatSupply',
  [pins.coolRail]: 'coolSupply',
  [pins.moduleCurrent]: 'moduleCurrent',
  [guardPins.knownResistor]: 'knownResistor',
  [innerChannels.bandGap]: 'bandGap',
  [innerChannels.ground]: 'ground',
} as const;
type Channel =
  | 'plateA'
  | 'plateB'
  | 'heatsink'
  | 'witness'
  | 'heatSupply'
  | 'coolSupply'
  | 'moduleCurrent'
  | 'knownResistor'
  | 'bandGap'
  | 'ground'
  | 'unknown';
const sides = ['cool', 'heat', 'switches'] as const;

/** Positive while it cools. */
function amps(count: number): number {
  const share = (count / currentCountLimits.currentZeroCounts - 1) / 2;
  return share / currentSensor.sharePerA;
}
const isCurrent = ({ channel }: GuardStatus): boolean => channel === pins.moduleCurrent;

type Degrees = (count: number) => number;

/** Of a channel: in °C, or as they are where one of the two means no temperature. */
function temperatures(channel: Channel, { value, limit }: GuardStatus, degrees: Degrees) {
  const [valueC, limitC] = [degrees(value), degrees(limit)];
  return Number.isFinite(valueC + limitC)
    ? ({ kind: 'reads', channel, value: valueC, unit: '°C', limit: limitC } as const)
    : ({ kind: 'reads', channel, value, unit: 'count', limit } as const);
}

/** Channels are the converter's inputs; counts become °C where they mean a temperature. */
const causes = {
  none: () => ({ kind: 'nothing' }) as const,
  'lease-lost': ({ limit }) =>
    ({ kind: 'no-renewal', unit: 'ms', value: Number.NaN, limit }) as const,
  'drive-mismatch': ({ channel, value, limit }) =>
    ({
      kind: 'named-otherwise',
      side: sides[channel] ?? 'drive',
      value,
      unit: 'count',
      wrote: limit,
    }) as const,
  'both-sides': () => ({ kind: 'both-sides' }) as const,
  'over-cap': ({ value, limit }) => ({ kind: 'over-cap', value, unit: 'count', limit }) as const,
  reversal: ({ value, limit }) => ({ kind: 'reversed-soon', value, unit: 'ms', limit }) as const,
  'one-way': ({ value, limit }) => ({ kind: 'one-way-long', value, unit: 's', limit }) as const,
  session: ({ value, limit }) => ({ kind: 'armed-long', value, unit: 's', limit }) as const,
  'stop-pressed': () => ({ kind: 'stop-opened' }) as const,
  'sensor-open': ({ value, limit }, channel) =>
    ({ kind: 'sensor-open', channel, value, unit: 'count', limit }) as const,
  'sensor-short': ({ value, limit }, channel) =>
    ({ kind: 'sensor-short', channel, value, unit: 'count', limit }) as const,
  'plate-hot': (status, channel, degrees) => temperatures(channel, status, degrees),
  'plate-cold': (status, channel, degrees) => temperatures(channel, status, degrees),
  'heatsink-hot': (status, _channel, degrees) => temperatures('heatsink', status, degrees),
  'sensors-disagree': ({ value, limit }) =>
    ({ kind: 'beads-differ', value: value / 100, unit: 'K', limit: limit / 100, forS: 1 }) as const,
  'too-fast': ({ value, limit }, channel) =>
    ({ kind: 'moves', channel, value: value / 100, unit: '°C/s', limit: limit / 100 }) as const,
  'witness-disagrees': ({ value, limit }) =>
    ({ kind: 'witness-gone', value: value / 100, unit: 'K', limit: limit / 100 }) as const,
  converter: ({ value, limit }, channel) =>
    ({ kind: 'converter', channel, value, unit: 'count', limit }) as const,
  ground: ({ value, limit }) =>
    ({ kind: 'ground-moves', value: value / 16, unit: 'count', limit: limit / 16 }) as const,
  'relay-welded': (status, channel) =>
    isCurrent(status)
      ? ({ kind: 'second-relay-closed', value: amps(status.value), unit: 'A' } as const)
      : ({ kind: 'relay-closed', channel, ...inVolts(status) } as const),
  'supply-low': (status, channel) => ({ kind: 'rail-low', channel, ...inVolts(status) }) as const,
  'supply-high': (status, channel) => ({ kind: 'rail-high', channel, ...inVolts(status) }) as const,
  'bridge-shorted': (status, channel) =>
    isCurrent(status)
      ? ({ kind: 'flows-undriven', ...inAmps(status) } as const)
      : ({ kind: 'supply-lifted', channel, ...inVolts(status) } as const),
  'module-open': (status) => ({ kind: 'modules-open', ...inAmps(status) }) as const,
  'fan-stalled': ({ value, limit }) =>
    ({ kind: 'fan-edges', value, unit: 'count', limit }) as const,
  'stop-loop-shorted': () => ({ kind: 'stop-loop-shorted' }) as const,
  watchdog: () => ({ kind: 'watchdog' }) as const,
} as const satisfies Readonly<
  Record<GuardReason, (status: GuardStatus, channel: Channel, degrees: Degrees) => object>
>;

const inVolts = ({ value, limit }: GuardStatus) =>
  ({ value: railVolts(value), unit: 'V', limit: railVolts(limit) }) as const;
const inAmps = ({ value, limit }: GuardStatus) =>
  ({ value: amps(value), unit: 'A', limit: amps(limit) }) as const;

type Cause = ReturnType<(typeof causes)[GuardReason]>;

/** Nothing, while it is not tripped. */
export type GuardFound =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'board-cut'; readonly rule: GuardReason; readonly cause: Cause };

/** Of a tripped board. @param thermistor as the board's own limits were made with */
export function guardFound(status: GuardStatus, thermistor: ThermistorChannel): GuardFound {
  const degrees = (count: number): number =>
    status.channel === pins.witness ? witnessCelsius(count) : celsiusOf(count, thermistor);
  const channel = (channels as Readonly<Record<number, Channel>>)[status.channel] ?? 'unknown';
  return {
    kind: 'board-cut',
    rule: status.reason,
    cause: causes[status.reason](status, channel, degrees),
  };
}
