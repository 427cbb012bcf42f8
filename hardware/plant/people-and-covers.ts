/** What people, limbs and what lies over them do to a device that is sound. */
import type { BenchDisturbance } from './bench-disturbances.ts';
import type { FaultSettings } from './fault-settings.ts';

const of = (id: string, description: string, settings: FaultSettings): BenchDisturbance => ({
  part: 'bench',
  id,
  description,
  settings,
});

/** Dry skin on metal is 500 W/m²K, a towel between them about 100, sweat 1500: over the nominal one. */
const towel = 0.2;
const sweat = 3;

export const peopleAndCovers: readonly BenchDisturbance[] = [
  of('limb-fidgets', 'the limb is off the plate for 7 s of each 15', {
    skin: { offForS: 7, offEveryS: 15 },
  }),
  of('limb-shifts', 'the limb is off the plate for 20 s of each 3 min', {
    skin: { offForS: 20, offEveryS: 180 },
  }),
  of('fever', 'the body is at 40 °C, and its skin well supplied with blood', {
    skin: { coreWarmerK: 3, perfusionFactor: 3 },
  }),
  of('limb-cold', 'a limb at 30 °C that hardly any blood flows through', {
    skin: { coreWarmerK: -7, perfusionFactor: 0.3 },
  }),
  of('limb-warm', 'a limb that has been in hot water: six times the blood flow', {
    skin: { coreWarmerK: 1, perfusionFactor: 6 },
  }),
  of('towel', 'a towel lies between plate and skin', { skin: { contactFactor: towel } }),
  of('skin-sweats', 'the skin sweats: three times the contact, and 1 g of water on the plate', {
    skin: { contactFactor: sweat },
    filmG: 1,
  }),
  of('blanket', 'a blanket over the device: 60 % of the air, and that 4 °C warmer', {
    airflowFactor: 0.6,
    room: { stepK: 4 },
  }),
  of(
    'draught',
    'a fan blows at the device: air 3 °C colder, half as much again through the heatsink',
    {
      airflowFactor: 1.5,
      room: { stepK: -3 },
    },
  ),
  // Modules of one lot differ by so much in what they pump (±6 % of the Seebeck coefficient each).
  of('modules-unlike', 'one module pumps a tenth less than the other', { openModules: 0.1 }),
  of('room-33', 'the room is at 33 °C', { room: { airC: 33 } }),
];
