/** What makes and moves heat. */
import { lineOf, moduleA } from '../currents.ts';
import type { Group } from './part.ts';

const bridgeRatedA = 20;

export const heatAndCold: Group = {
  title: 'Heat and cold',
  parts: [
    {
      name: 'Peltier modules',
      buy: '40 × 40 mm, sealed with silicone or epoxy, one lot, both in parallel. For daily use ask for a type that its maker rates for temperature cycling',
      order: 'TEC1-12706 sealed; for cycling Laird PolarTEC class of the same current',
      euros: [15, 90],
      why: 'two cover 80 × 40 mm of the plate and together bring it from 40 to 10 °C in half a minute. Their alumina faces are the solid insulation between circuit and plate',
      reasons: ['H12', 'H15', 'H30'],
      without:
        'unsealed ones take up condensed water and fail; standard ones age with each reversal',
      carriesA: moduleA,
      ratedA: 6.4,
    },
    {
      name: 'Plate',
      pieces: 1,
      buy: 'aluminium, 80 × 80 × 3 mm, edges and corners rounded, skin side anodised or covered with a film that can be disinfected; anodising is not insulation. 6 mm is better where a slower plate is acceptable. 4 mm or more along any surface from a module lead, a tab of a disc or a bead wire to the skin side',
      order: 'cut and anodised to drawing',
      euros: [15, 40],
      why: 'spreads heat and cold; its 48 J/K are what turns a fault into seconds instead of a flash',
      reasons: ['H01', 'H34', 'H30'],
      without: 'a thinner plate is hotter over the modules than its beads can follow',
    },
    {
      name: 'Heatsink and fan',
      buy: 'tower cooler for a processor, 0.20 K/W or better with its fan, 12 V fan with free vents and **tachometer** (open collector, two pulses a turn); thermal grease, four screws with plastic sleeves and spring washers, tightened crosswise to the pressure that the module maker names',
      order: 'Noctua NH-U12S class with a 12 V three-wire fan (NF-F12 5 V versions do not fit)',
      euros: [35, 80],
      why: 'takes what the modules pump and what they burn',
      reasons: ['H13', 'H14', 'H31'],
      without:
        'the cold side stops getting cold, and after power-off the hot heatsink warms the plate',
      judgedAt: ['fanTach'],
    },
    {
      name: 'Fan driver',
      buy: 'N-channel MOSFET in the fan’s ground line, gate pulled up to 12 V by 10 kΩ and held below 15 V by a zener; an NPN transistor at the pin pulls the gate low',
      order: 'IRLZ44N, BZX55C15, 10 kΩ',
      euros: [2, 4],
      why: 'the fan runs unless the board says stop: low, floating and unplugged all mean run',
      reasons: ['L8', 'H13', 'H14'],
      without: 'the fan stops with the board, while the heatsink is at its hottest',
      isSet: true,
    },
    {
      name: 'Bridge, leg A',
      buy: `half bridge for 12 V, PWM input and inhibit, ${bridgeRatedA} A or more on a heatsink, supply pin of its own`,
      order:
        'Infineon BTN8982TA; ready made: half of the Infineon shield “Motor Control Shield with BTN8982TA”, or a BTS7960 board of which only one half is wired',
      euros: [8, 40],
      why: 'cools. Opens when its inhibit is low',
      reasons: ['L8', 'H02', 'H12'],
      without: 'nothing cools',
      carriesA: lineOf('F1').steadyA,
      ratedA: bridgeRatedA,
    },
    {
      name: 'Bridge, leg B',
      buy: `half bridge that its data sheet specifies from 4.5 V, PWM input, an input that opens both transistors, ${bridgeRatedA} A or more, supply pin of its own. A BTS7960 class part does not do: it locks out below 5.5 V`,
      order:
        'TI DRV8145-Q1, HW variant; ready made: its evaluation module of the series DRV814x-Q1EVM (user guide SLVUC46) with the jumpers of its own controller pulled and ours at the header of device signals',
      euros: [10, 130],
      why: 'heats, on 5 V. Opens when nSLEEP is low, or DRVOFF high',
      reasons: ['L8', 'H02', 'H12'],
      without:
        'the usual IBT-2 board joins both supply pins: with it the device heats on 12 V and is the rig `heat12V`, which has a quarter of the time to stop a fault',
      carriesA: lineOf('F2').steadyA,
      ratedA: bridgeRatedA,
    },
  ],
};
