/**
 * Which pin of the board does what. Data, validated once, printed by the doctor and drawn in the wiring
 * guide. The default is for an Arduino Uno or Nano (ATmega328P).
 */
import { z } from 'zod';
import { CompanionError } from '../../src/errors.ts';
import { atmega328p as chip } from '../port/chip.ts';

export interface PinRole {
  readonly role: keyof PinMap;
  readonly signal: string;
  readonly kind: 'pwm' | 'output' | 'input' | 'analog';
  /** The level that is safe, and that the board has while it boots or floats (hardware pull-downs). */
  readonly safe: string;
  readonly wiring: string;
}

/** Both bridge sides belong on one timer, so 9 and 10. */
const timerOf: Readonly<Record<number, number>> = chip.timerOfPwmPin;

const digitalRoles = [
  'bridgeCool',
  'bridgeHeat',
  'bridgeEnable',
  'relay',
  'fan',
  'stopLoop',
  'buzzer',
  'statusLed',
  'fanTach',
] as const;
const analogRoles = [
  'plateA',
  'plateB',
  'heatsink',
  'witness',
  'heatRail',
  'coolRail',
  'moduleCurrent',
] as const;

const digitalPin = z.int().min(chip.digitalPins.first).max(chip.digitalPins.last);
const pwmPin = z.literal(Object.keys(timerOf).map(Number));
const analogChannel = z
  .int()
  .min(0)
  .max(chip.analogChannels.uno - 1);
/** A Nano has two more, of which the guard keeps the last for its known resistor. */
const nanoAnalogChannel = z
  .int()
  .min(0)
  .max(chip.analogChannels.nano - 2);

export const pinMapSchema = z
  .strictObject({
    bridgeCool: pwmPin,
    bridgeHeat: pwmPin,
    bridgeEnable: digitalPin,
    relay: digitalPin,
    fan: digitalPin,
    stopLoop: digitalPin,
    buzzer: digitalPin,
    statusLed: digitalPin,
    plateA: analogChannel,
    plateB: analogChannel,
    heatsink: analogChannel,
    /** Null where the device does not have the part: a board of the first revision has none of them. */
    witness: analogChannel.nullable(),
    heatRail: analogChannel.nullable(),
    coolRail: analogChannel.nullable(),
    moduleCurrent: nanoAnalogChannel.nullable(),
    fanTach: digitalPin.nullable(),
  })
  .superRefine((map, context) => {
    for (const roles of [digitalRoles, analogRoles]) {
      const seen = new Map<number, string>();
      for (const role of roles) {
        const pin = map[role];
        if (pin === null) continue;
        const other = seen.get(pin);
        if (other !== undefined) {
          context.addIssue({
            code: 'custom',
            path: [role],
            message: `is pin ${pin}, which ${other} already uses`,
          });
        }
        seen.set(pin, role);
      }
    }
    if (timerOf[map.bridgeCool] !== timerOf[map.bridgeHeat]) {
      context.addIssue({
        code: 'custom',
        path: ['bridgeHeat'],
        message: 'must share a timer with bridgeCool (9 with 10, 3 with 11, 5 with 6)',
      });
    }
  });

export type PinMap = z.infer<typeof pinMapSchema>;

export const defaultPinMap = {
  bridgeCool: 9,
  bridgeHeat: 10,
  bridgeEnable: 8,
  relay: 7,
  fan: 6,
  stopLoop: 2,
  buzzer: 4,
  statusLed: 13,
  plateA: 0,
  plateB: 1,
  heatsink: 2,
  witness: 3,
  heatRail: 4,
  coolRail: 5,
  moduleCurrent: 6,
  fanTach: 3,
} as const satisfies PinMap;

/** Of a device as the first revision of its board was: nothing but beads sees the plate, and nothing the supplies. */
export const firstRevisionPinMap: PinMap = {
  ...defaultPinMap,
  witness: null,
  heatRail: null,
  coolRail: null,
  moduleCurrent: null,
  fanTach: null,
};

export const pinRoles: readonly PinRole[] = [
  {
    role: 'bridgeCool',
    signal: 'bridge PWM, cooling side (leg A)',
    kind: 'pwm',
    safe: 'low',
    wiring: '10 kΩ pull-down; PWM on this side cools the plate',
  },
  {
    role: 'bridgeHeat',
    signal: 'bridge PWM, heating side (leg B)',
    kind: 'pwm',
    safe: 'low',
    wiring: '10 kΩ pull-down; PWM on this side heats the plate',
  },
  {
    role: 'bridgeEnable',
    signal: 'bridge enables, both legs',
    kind: 'output',
    safe: 'low',
    wiring: '10 kΩ pull-down; low opens the bridge (L8)',
  },
  {
    role: 'relay',
    signal: 'safety relay driver',
    kind: 'output',
    safe: 'low',
    wiring: '10 kΩ pull-down; normally open contact in the module supply',
  },
  {
    role: 'fan',
    signal: 'fan off',
    kind: 'output',
    safe: 'low',
    wiring: 'low or unplugged: the fan runs (L8); high stops it',
  },
  {
    role: 'stopLoop',
    signal: 'stop loop',
    kind: 'input',
    safe: 'open = stop',
    wiring:
      '10 kΩ pull-up to 5 V at the board; stop button and adaptive-switch socket, normally closed, in series to ground',
  },
  {
    role: 'buzzer',
    signal: 'buzzer',
    kind: 'output',
    safe: 'low',
    wiring: 'active buzzer through a transistor',
  },
  {
    role: 'statusLed',
    signal: 'status light',
    kind: 'output',
    safe: 'low',
    wiring: 'on-board light; lit while power may flow',
  },
  {
    role: 'plateA',
    signal: 'plate thermistor A',
    kind: 'analog',
    safe: '–',
    wiring: '10 kΩ 0.1 % pull-up to 5 V, thermistor to its own ground return, over module 1',
  },
  {
    role: 'plateB',
    signal: 'plate thermistor B',
    kind: 'analog',
    safe: '–',
    wiring: '10 kΩ 0.1 % pull-up to 5 V, thermistor to its own ground return, over module 2',
  },
  {
    role: 'heatsink',
    signal: 'heatsink thermistor',
    kind: 'analog',
    safe: '–',
    wiring: '10 kΩ 0.1 % pull-up to 5 V, thermistor clamped to the heatsink base',
  },
  {
    role: 'witness',
    signal: 'witness of the plate',
    kind: 'analog',
    safe: '–',
    wiring:
      '10 kΩ pull-up to 5 V, chosen at bring-up; silicon sensor to its own ground return, in a hole of its own between the modules',
  },
  {
    role: 'heatRail',
    signal: 'heating rail behind relay and diode',
    kind: 'analog',
    safe: '–',
    wiring: '33 kΩ to the rail, 10 kΩ to ground; 470 Ω 1 W across the rail empties it',
  },
  {
    role: 'coolRail',
    signal: 'cooling rail behind the relay',
    kind: 'analog',
    safe: '–',
    wiring: '33 kΩ to the rail, 10 kΩ to ground; 470 Ω 1 W across the rail empties it',
  },
  {
    role: 'moduleCurrent',
    signal: 'current of the modules',
    kind: 'analog',
    safe: 'half of 5 V',
    wiring:
      'Hall sensor of 100 mV/A in the modules’ line, filtered; above half of 5 V while it cools',
  },
  {
    role: 'fanTach',
    signal: 'fan tachometer',
    kind: 'input',
    safe: 'still = stalled',
    wiring: '10 kΩ pull-up to 5 V, 1 kΩ and 10 nF; open collector, two pulses a turn',
  },
];

/** @throws CompanionError PIN_MAP_INVALID naming each field, its value and what is allowed. */
export function parsePinMap(data: unknown): PinMap {
  const parsed = pinMapSchema.safeParse(data);
  if (parsed.success) return parsed.data;
  const problems = parsed.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`);
  throw new CompanionError('PIN_MAP_INVALID', {
    what: `the pin map cannot be used: ${problems.join('; ')}`,
    fix: 'Run `contrast doctor` to see the default pin map.',
  });
}

/** The pin's name as printed on the board. */
export const pinLabel = (role: PinRole, map: PinMap): string =>
  `${role.kind === 'analog' ? 'A' : 'D'}${map[role.role] ?? ' –'}`;
