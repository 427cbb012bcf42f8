/**
 * What is odd about a bench, a limb or a person, and no fault: the treatment is delivered, by the plate's own temperature,
 * and no rule trips.
 */
import type { WorldEvent, WorldScenario } from './world-scenario.ts';

const delivers = (
  id: string,
  what: string,
  events: readonly WorldEvent[],
  more: Partial<WorldScenario> = {},
): WorldScenario => ({
  id,
  what,
  source: 'what the device is made for',
  events,
  expected: { verdict: 'delivers' },
  ...more,
});

const built = (fault: string): readonly WorldEvent[] => [{ fault, from: 'self-test' }];
const inCold = (fault: string): readonly WorldEvent[] => [{ fault, from: 'cold', afterS: 60 }];

export const oddConditions: readonly WorldScenario[] = [
  delivers('room-of-12', 'the room is at 12 °C', built('room-12')),
  delivers('room-of-30', 'the room is at 30 °C', built('room-30')),
  delivers('room-of-33', 'the room is at 33 °C', built('room-33')),
  delivers('draught', 'a fan blows at the device', inCold('draught')),
  delivers('heating-comes-on', 'the room gets 10 °C warmer in an hour', inCold('room-warming')),
  delivers('heating-goes-off', 'the room gets 10 °C colder in an hour', inCold('room-cooling')),
  delivers('sun', 'sun through a window', built('sun')),
  delivers('warm-from-the-last', 'warm from the last treatment', built('warm-restart')),
  delivers('fever', 'a person with a fever', built('fever')),
  delivers('towel', 'a towel between plate and skin', built('towel')),
  delivers('limb-warm', 'a limb that comes out of hot water', built('limb-warm')),
  delivers('limb-cold', 'a cold limb that hardly any blood flows through', built('limb-cold')),
  delivers('skin-sweats', 'the skin sweats', inCold('skin-sweats')),
  delivers(
    'limb-off-7-of-15',
    'the limb is off the plate for 7 s of each 15',
    inCold('limb-fidgets'),
  ),
  delivers(
    'limb-shifts',
    'the limb is off the plate for 20 s of each 3 min',
    inCold('limb-shifts'),
  ),
  delivers('blanket', 'a blanket over the device', inCold('blanket')),
  delivers('plate-wet', '5 g of water stand on the plate', built('plate-film-5')),
  delivers('supply-sags-for-2s', 'the supply sags by a tenth for 2 s', [
    { fault: 'supply-sags-a-tenth', from: 'cold', afterS: 60, lastsS: 2 },
    { fault: 'supply-sags-a-tenth', from: 'hot', afterS: 60, lastsS: 2 },
  ]),
  delivers('supply-blinks', 'both supplies are gone for a fifth of a second', [
    { fault: 'supply-dip-200ms', from: 'cold', afterS: 60 },
    { fault: 'supply-dip-200ms', from: 'hot', afterS: 60 },
  ]),
  delivers(
    'modules-unlike',
    'one module pumps a tenth less than the other',
    built('modules-unlike'),
  ),
  delivers('worn-by-3000', 'a device that has given 3000 treatments', built('aged-3000')),
  delivers('host-busy', 'a computer whose ticks come up to 0.12 s late', inCold('host-jitters')),
  delivers('answers-late', 'each question is answered after 50 s', [], {
    person: { answersAfterS: 50 },
  }),
  delivers('noise-white', 'half again the noise of a good build', inCold('noise-white-1.5')),
  delivers('noise-of-the-mains', 'hum of the mains in all leads', inCold('noise-hum-50')),
  delivers('shared-return', '1 mΩ of shared return', built('ground-shift-1')),
];
