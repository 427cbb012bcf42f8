/** Supplies and wire. */
import { lineOf, supplyA } from '../currents.ts';
import type { Group } from './part.ts';

const [cool, heat, auxiliary] = [lineOf('F1'), lineOf('F2'), lineOf('F3')];

export const power: Group = {
  title: 'Power and wire',
  parts: [
    {
      name: 'Mains inlet',
      buy: 'IEC 60320 C14 for class I, two-pole switch, two fuses T 3.15 A H (one in each line); or none, where both supplies are desktop adapters',
      order: 'Schurter DD12 class, medical version with low leakage and without filter',
      euros: [10, 30],
      why: 'one switch takes both supplies away',
      reasons: ['H30', 'H31'],
      without: 'a supply stays on when the other is pulled',
    },
    {
      name: '12 V supply',
      buy: `12 V, ${supplyA('F1', 'F3')} A or more, **approved to IEC 60601-1 with two means of patient protection, suited for applied parts of type BF**, overload and overvoltage protected (latch at 14.5 V or less); as an adapter, a plug that fits nothing else in the room`,
      order:
        'Delta MDS-400APB12 AA (open frame, 200 W without, 400 W with moved air, in a closed housing)',
      euros: [80, 160],
      why: 'cooling needs 12 V at full current; the patient touches what it feeds',
      reasons: ['H29', 'H30'],
      without: 'a cheap supply passes mains leakage, or 19 V from the wrong plug',
    },
    {
      name: 'Star point',
      buy: 'brass bolt M5 with a lug for each return at the bridge; a terminal at the ground pin of the board for the returns of the beads',
      order: 'any',
      euros: [1, 3],
      why: '3.2 mΩ that the beads share with the modules’ current, 45 cm of 2.5 mm² or three mediocre crimps, stop a healthy device',
      reasons: ['H09', 'H36'],
      without: 'readings move with the drive',
    },
    {
      name: 'Wire, modules and 12 V',
      pieces: 1,
      buy: `${cool.wireMm2} mm² copper, silicone insulated, 2 m in all with its returns; crimped ferrules`,
      order: 'Lapp Ölflex Heat 180 SiF or the like',
      euros: [4, 8],
      why: `fused at ${cool.fuseA} A, and part of the 0.05 Ω from supply to module that the model counts`,
      reasons: ['H31'],
      without: 'thin wire costs cold and gets hot; a bad terminal of 0.3 Ω is a heater',
    },
    {
      name: 'Wire, heat rail',
      pieces: 1,
      buy: `${heat.wireMm2} mm² copper, 2 m in all with its return`,
      order: 'Lapp Ölflex Heat 180 SiF or the like',
      euros: [3, 6],
      why: `fused at ${heat.fuseA} A`,
      reasons: ['H31'],
      without: 'the plate does not reach its setpoint along the ramp',
    },
    {
      name: 'Wire, fan, relay, signals',
      pieces: 1,
      buy: `${auxiliary.wireMm2} mm²; signals and thermistors 0.14 to 0.25 mm², each thermistor a twisted pair with a plug of its own, away from the module wires and not against them where they may chafe. One wire from the board’s ground to the star point`,
      order: 'any; thermistors PTFE insulated',
      euros: [5, 10],
      why: `fused at ${auxiliary.fuseA} A; the modules’ current in a shared ground wire would move the thermistors’ zero`,
      reasons: ['H09', 'H28', 'H31'],
      without: 'readings move with the drive, and the interlocks stop a healthy device',
    },
  ],
};
