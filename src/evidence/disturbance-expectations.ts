/**
 * What a bench may do to a sound device, and what must come of it: carried, which means delivered by the plate's own
 * temperature without a trip; or beyond what can be carried, and then named for what it is.
 */
import type { FaultExpectation } from './fault-expectation.ts';

/** No third reading tells, and nothing on the device can. */
const bothBeadsLieAlike = 'both beads read wrong alike by more than half a degree';

/** Nothing may trip, and the treatment must be delivered. */
const carried = (harmless: string): FaultExpectation => ({ rules: [], harmless });

/** Too much: a trip by one of these, or an honest end; delivered is right as well. */
const beyond = (rules: readonly string[], undelivered: string): FaultExpectation => ({
  rules,
  harmless: 'on some devices it can be carried all the same',
  undelivered,
});

const noiseIsCarried = carried('the noise of a bench: the controller carries it');
const momentaryOpening: FaultExpectation = {
  rules: ['sensor-open', 'sensor-jump'],
  harmless: 'the wire is whole again before a broken one would be proven',
};
const unfitRoom = (...others: readonly string[]): FaultExpectation =>
  beyond(['room-unfit', ...others], 'no treatment is begun in such a room');

/** A heatsink that takes no more heat lets the plate stand, or come back. */
const tooWarm = ['no-response', 'wrong-way'] as const;

/** A device that is drawn as just able in a room of its own is not in a worse one, and says so. */
export const ableOnlyInItsRoom = (harmless: string): FaultExpectation => ({
  rules: ['heatsink-hot', 'off-course', ...tooWarm],
  harmless,
  undelivered: 'just able in a room of its own, and so not in a worse one',
});

/** A heatsink that gets colder at work is what a sensor out of its hole shows as well. */
const colderAtOnce = 'heatsink-mute';

export const disturbanceExpectations: Readonly<Record<string, FaultExpectation>> = {
  'plate-a-open-50ms': momentaryOpening,
  'plate-b-open-50ms': momentaryOpening,
  'heatsink-open-50ms': momentaryOpening,
  'noise-white-1': noiseIsCarried,
  'noise-white-1.5': noiseIsCarried,
  'noise-white-3': beyond(
    ['sensor-noisy', 'off-course'],
    'twice the noise that the device is made for',
  ),
  'noise-common-1': noiseIsCarried,
  'noise-driven-2': noiseIsCarried,
  'noise-bursts-6': noiseIsCarried,
  'noise-hum-50': noiseIsCarried,
  'noise-hum-60': noiseIsCarried,
  'noise-wander-1': beyond(
    ['witness-disagrees'],
    'twice the wander that the device is made for, and the silicon sensor shows it three times as large as the beads',
  ),
  'ground-shift-1': carried('at 10.8 A it shifts the plate by a quarter of a degree'),
  'ground-shift-minus-1': carried('at 10.8 A it shifts the plate by a quarter of a degree'),
  'ground-shift-2': carried('at 10.8 A it shifts the plate by half a degree'),
  'ground-shift-minus-2': carried('at 10.8 A it shifts the plate by half a degree'),
  'ground-shift-3': {
    ...beyond(
      ['off-course', 'sensor-noisy', 'too-fast', 'heatsink-mute', 'witness-disagrees'],
      bothBeadsLieAlike,
    ),
    misses: bothBeadsLieAlike,
  },
  'ground-shift-minus-3': {
    ...beyond(
      ['off-course', 'sensor-noisy', 'plate-cold', 'heatsink-mute', 'witness-disagrees'],
      bothBeadsLieAlike,
    ),
    misses: bothBeadsLieAlike,
  },
  'room-5': unfitRoom('off-course', 'no-response', 'plate-cold', colderAtOnce),
  'room-9': unfitRoom('off-course', 'no-response', 'plate-cold', colderAtOnce),
  'room-12': {
    rules: [colderAtOnce],
    harmless: 'a cold room, inside what the device is made for, where it was so from the beginning',
  },
  'room-30': ableOnlyInItsRoom('a hot room, inside what the device is made for'),
  'room-35': unfitRoom('heatsink-hot', 'off-course', ...tooWarm),
  // A plate that is as warm as such a room, and warms with it, is on its way to its own limit.
  'room-40': unfitRoom('heatsink-hot', 'off-course', 'too-fast', ...tooWarm),
  'room-warming': beyond(
    ['heatsink-hot', 'off-course', ...tooWarm],
    'a room that was warm already is then hotter than the device is made for',
  ),
  'room-cooling': carried('the heating goes off'),
  'room-window': beyond(
    ['room-unfit', colderAtOnce],
    'a room that was cool already is then colder than the device is made for',
  ),
  sun: carried('it warms the heatsink by less than a degree'),
  'warm-restart': carried('the heat of the last treatment leaves by itself'),
};
