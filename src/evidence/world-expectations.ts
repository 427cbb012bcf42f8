/**
 * What the rest of a bench must come to: contacts, fans and supplies that come and go, beads that work loose, halves of
 * the plate that differ, wear, a busy host, and what people and their limbs do.
 */
import { ableOnlyInItsRoom } from './disturbance-expectations.ts';
import type { FaultExpectation } from './fault-expectation.ts';

const lead = (...rules: readonly string[]): FaultExpectation => ({ rules });
const carried = (harmless: string, ...rules: readonly string[]): FaultExpectation => ({
  rules,
  harmless,
});

const opens = lead('sensor-jump', 'sensor-open');
// What is left of a reading that comes and goes moves as no plate can.
const opensOnThePlate = lead(...opens.rules, 'too-fast');
const worksLoose = lead('sensors-disagree', 'too-fast');
const withinWitness =
  'less than the witness can tell from beads that are whole; the dose is charged by the witness';
const halvesAlike =
  'the halves of the plate differ by less than two beads may, and each has a bead of its own';
const inTheRoom = 'as hot or cold as a room may be, with a limb that may be so';
const weakerButAble = 'the plate still follows its setpoint; a device that cannot trips';

export const worldExpectations: Readonly<Record<string, FaultExpectation>> = {
  'plate-a-intermittent': opensOnThePlate,
  'plate-b-intermittent': opensOnThePlate,
  'heatsink-intermittent': opens,
  'witness-intermittent': carried(
    'in the mean of seconds it is whole, and nothing is driven by it',
    'sensor-open',
    'witness-hot',
    'witness-disagrees',
  ),
  'plate-a-loosening': worksLoose,
  'plate-b-loosening': worksLoose,
  'heatsink-loosening': carried(
    'it reads a fifth of its way to the room too low; the heatsink trip has more than that in hand',
    'heatsink-mute',
    'sensor-jump',
  ),
  'witness-loosening': carried(withinWitness, 'witness-disagrees'),
  'plate-beads-loosening-20': {
    ...carried(withinWitness, 'witness-disagrees', 'dose', 'off-course', 'no-response', 'too-fast'),
    misses: withinWitness,
  },
  'plate-beads-self-heating-300': {
    ...carried('the plate is 0.3 °C colder than it reads', 'witness-disagrees', 'too-fast'),
    misses: withinWitness,
  },
  'module-cracked-50': {
    ...carried(halvesAlike, 'sensors-disagree', 'no-response', 'off-course', 'heatsink-mute'),
    misses: halvesAlike,
  },
  'plate-half-lifted-100': { ...carried(halvesAlike, 'sensors-disagree'), misses: halvesAlike },
  'plate-film-5': carried('it has half of the heat capacity of the plate, and dries'),
  'aged-3000': carried(weakerButAble, 'no-response', 'off-course', 'heatsink-mute', 'supply-low'),
  'aged-10000': {
    ...carried(weakerButAble, 'no-response', 'off-course', 'heatsink-mute', 'supply-low'),
    misses: withinWitness,
  },
  'thermal-fuse-aged': carried('a heatsink that stays below 30 °C opens nothing', 'supply-low'),
  'thermal-fuse-bridged': carried(
    'a last resort that is missing shows only when it is needed: it is tested at bring-up',
  ),
  'fan-intermittent': lead('fan-stalled'),
  'fan-flickers': lead('fan-stalled'),
  'supply-lost': lead('supply-low', 'fan-stalled'),
  'supply-dip-200ms': carried('it is over before a supply that is gone is proven', 'supply-low'),
  'supply-dip-2s': carried('before the self-test nothing hangs on it', 'supply-low'),
  'supply-sags-a-tenth': carried('the supply may be so low', 'supply-low'),
  'supply-connector-intermittent': carried(
    weakerButAble,
    'supply-low',
    'no-response',
    'off-course',
    'heatsink-mute',
  ),
  'limb-fidgets': carried(inTheRoom),
  'limb-shifts': carried(inTheRoom),
  fever: ableOnlyInItsRoom(inTheRoom),
  'limb-cold': carried(inTheRoom),
  'limb-warm': ableOnlyInItsRoom(inTheRoom),
  towel: carried(inTheRoom),
  'skin-sweats': carried(inTheRoom),
  blanket: ableOnlyInItsRoom(inTheRoom),
  draught: carried(inTheRoom, 'room-unfit', 'heatsink-mute'),
  'modules-unlike': carried(halvesAlike),
  'room-33': ableOnlyInItsRoom('a hot room, inside what the device is made for'),
  'host-jitters': carried('no tick is so late that it says nothing about the plate'),
  'board-browns-out': lead('sensor-stale', 'drive-mismatch'),
};

/** Each is one cause, whatever it touches. */
export const worldCauses: readonly string[] = Object.keys(worldExpectations);
