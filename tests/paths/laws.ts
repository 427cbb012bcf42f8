/** What the pins may do in each state of the session, by the table that judges simulated treatments too. */
import type { SessionState } from '../../machines/dispositions.ts';
import type { PinReader } from '../../hardware/boards/device-world.ts';
import { defaultPinMap } from '../../hardware/parts/pin-map.ts';
import { powerIn } from '../../src/evidence/lawful-power.ts';

export { powerIn };

export interface Pins {
  readonly cool: number;
  readonly heat: number;
  readonly enabled: boolean;
  readonly relayClosed: boolean;
  readonly fanOff: boolean;
  readonly buzzer: boolean;
  readonly light: boolean;
}

export const pinsOf = (pins: PinReader): Pins => ({
  cool: pins.duty(defaultPinMap.bridgeCool),
  heat: pins.duty(defaultPinMap.bridgeHeat),
  enabled: pins.level(defaultPinMap.bridgeEnable),
  relayClosed: pins.level(defaultPinMap.relay),
  fanOff: pins.level(defaultPinMap.fan),
  buzzer: pins.level(defaultPinMap.buzzer),
  light: pins.level(defaultPinMap.statusLed),
});

/** What the pins do that the state does not allow, in words; null where they are lawful (L1, L8). */
export function objectionToPins(state: SessionState, pins: Pins): string | null {
  const most = powerIn[state];
  if (!(pins.heat <= most.heat)) return `heat is at ${pins.heat}`;
  if (!(pins.cool <= most.cool)) return `cooling is at ${pins.cool}`;
  if (pins.cool > 0 && pins.heat > 0) return 'both sides of the bridge are on';
  if (pins.fanOff) return 'the fan is off';
  if (most.cool > 0) return null;
  if (pins.enabled) return 'the bridge is enabled';
  return pins.relayClosed ? 'the relay is closed' : null;
}
