import { describe, expect, it } from 'vitest';
import {
  defaultPinMap,
  parsePinMap,
  pinMapSchema,
  pinRoles,
} from '../../hardware/parts/pin-map.ts';
import { CompanionError } from '../../src/errors.ts';

describe('the pin map', () => {
  it('names a role for every pin', () => {
    expect(new Set(pinRoles.map(({ role }) => role))).toEqual(
      new Set(Object.keys(pinMapSchema.shape)),
    );
    expect(parsePinMap(defaultPinMap)).toEqual(defaultPinMap);
  });

  it.each<[string, object, string]>([
    ['one pin twice', { relay: 8 }, 'relay is pin 8, which bridgeEnable already uses'],
    ['one analog input twice', { plateB: 0 }, 'plateB is pin 0, which plateA already uses'],
    ['a bridge side without a timer', { bridgeCool: 4, buzzer: 12 }, 'bridgeCool'],
    [
      'bridge sides on two timers',
      { bridgeHeat: 11 },
      'bridgeHeat must share a timer with bridgeCool',
    ],
    ['a pin of the serial link', { relay: 1 }, 'relay'],
    ['an analog input that an Uno lacks', { heatsink: 6 }, 'heatsink'],
    ['a pin that is no number', { fan: Number.NaN }, 'fan'],
    ['an unknown role', { pump: 3 }, 'pump'],
  ])('refuses %s', (_what, change, words) => {
    expect(() => parsePinMap({ ...defaultPinMap, ...change })).toThrow(CompanionError);
    expect(() => parsePinMap({ ...defaultPinMap, ...change })).toThrow(words);
  });
});
