/** The bill of materials of the reference device, as data: the page is written from it and checks run over it. */
import type { PinMap } from '../../../hardware/parts/pin-map.ts';
import type { HazardId } from '../../../src/safety/hazards.ts';
import type { LawId } from '../hazards/laws.ts';
import { cutOutFigures as cutOut } from './cut-out.ts';
import { amperes, lineOf, moduleA, supplyA } from './currents.ts';

export interface Part {
  readonly name: string;
  readonly quantity: number;
  /** What to buy: ratings, not brands. */
  readonly buy: string;
  readonly why: string;
  readonly reasons: readonly (HazardId | LawId)[];
  readonly without: string;
  /** Signals of the pin map that end at this part. */
  readonly pins?: readonly (keyof PinMap)[];
  /** Current that the part must carry for ever, and what it is rated for, in amperes. */
  readonly carriesA?: number;
  readonly ratedA?: number;
}

export interface Group {
  readonly title: string;
  readonly parts: readonly Part[];
}

const [cool, heat, auxiliary] = [lineOf('F1'), lineOf('F2'), lineOf('F3')];
const cutOutRatedA = 16;
const relayRatedA = 20;
const bridgeRatedA = 20;

const control: Group = {
  title: 'Control',
  parts: [
    {
      name: 'Controller board',
      quantity: 1,
      buy: 'Arduino Nano with an ATmega328P at 5 V and 16 MHz (an Uno R3 lacks two of the inputs). Not an Uno R4, not a Nano Every',
      why: 'runs the guard firmware, which has the last word over every pin',
      reasons: ['L5', 'L10', 'H03', 'H04'],
      without: 'nothing ends the drive when the computer dies',
      pins: ['statusLed'],
    },
    {
      name: 'USB isolator',
      quantity: 1,
      buy: 'full speed, reinforced insulation, 5 kV, with its own isolated 5 V for the board (0.5 A)',
      why: 'keeps mains leakage of the computer and its charger away from a plate on the skin',
      reasons: ['H30', 'H28'],
      without: 'a fault in any USB charger reaches the patient',
    },
    {
      name: 'Pull-down resistors, 10 kΩ',
      quantity: 5,
      buy: '0.25 W, 5 %, from pin to ground, at the part that the pin drives and not at the board',
      why: 'a pin that floats while the board boots, resets or has lost its cable reads low, and all low is off',
      reasons: ['L8', 'H04'],
      without: 'the bridge may drive for the second or two that the boot loader waits',
      pins: ['bridgeCool', 'bridgeHeat', 'bridgeEnable', 'relay', 'fan'],
    },
    {
      name: 'Buzzer',
      quantity: 1,
      buy: 'active, 5 V, 85 dB or more at 10 cm, with an NPN transistor, 1 kΩ in the base',
      why: 'the only alarm that needs neither computer nor screen: the board sounds it by itself after a trip',
      reasons: ['H33', 'H03'],
      without: 'a computer that died is noticed when somebody looks at it',
      pins: ['buzzer'],
    },
  ],
};

const heatAndCold: Group = {
  title: 'Heat and cold',
  parts: [
    {
      name: 'Peltier modules',
      quantity: 2,
      buy: 'TEC1-12706, 40 × 40 mm, sealed with silicone or epoxy, one lot, both in parallel. For daily use ask for a type that its maker rates for temperature cycling',
      why: 'two cover 80 × 40 mm of the plate and together bring it from 40 to 10 °C in half a minute',
      reasons: ['H12', 'H15'],
      without:
        'unsealed ones take up condensed water and fail; standard ones age with each reversal',
      carriesA: moduleA,
      ratedA: 6.4,
    },
    {
      name: 'Plate',
      quantity: 1,
      buy: 'aluminium, 80 × 80 × 3 mm, edges and corners rounded, skin side anodised or covered with a film that can be disinfected. 6 mm is better where a slower plate is acceptable',
      why: 'spreads heat and cold; its 48 J/K are what turns a fault into seconds instead of a flash',
      reasons: ['H01', 'H34'],
      without: 'a thinner plate is hotter over the modules than its beads can follow',
    },
    {
      name: 'Heatsink and fan',
      quantity: 1,
      buy: 'tower cooler for a processor, 0.20 K/W or better with its fan, 12 V fan with a tachometer (open collector, two pulses a turn; 10 kΩ to 5 V, 1 kΩ and 10 nF at the board), about 1500 turns a minute, with free vents; thermal grease, four screws with plastic sleeves and spring washers, tightened crosswise to the pressure that the module maker names',
      why: 'takes what the modules pump and what they burn',
      reasons: ['H13', 'H14', 'H31'],
      without:
        'the cold side stops getting cold, and after power-off the hot heatsink warms the plate',
      pins: ['fanTach'],
    },
    {
      name: 'Fan driver',
      quantity: 1,
      buy: 'N-channel MOSFET in the fan’s ground line, gate pulled up to 12 V by 10 kΩ; an NPN transistor at the pin pulls the gate low',
      why: 'the fan runs unless the board says stop: low, floating and unplugged all mean run',
      reasons: ['L8', 'H13', 'H14'],
      without: 'the fan stops with the board, while the heatsink is at its hottest',
      pins: ['fan'],
    },
    {
      name: 'Bridge',
      quantity: 1,
      buy:
        'BTS7960 class: two half bridges with PWM input and enable, 20 A or more each with a heatsink, and a supply pin of its own for each leg. ' +
        'Leg A (RPWM, cools): a BTS7960 on 12 V. Leg B (LPWM, heats) runs on 5 V, where a BTS7960 does not: it locks out below 5.5 V. Take one that its data sheet specifies from 4.5 V, such as the TI DRV8145-Q1',
      why: 'drives the modules both ways from two pins, and opens when both enables are low',
      reasons: ['L8', 'H02', 'H12'],
      without:
        'the usual IBT-2 board joins both supply pins: with it the device heats on 12 V and is the rig `heat12V`, which has a quarter of the time to stop a fault',
      pins: ['bridgeCool', 'bridgeHeat', 'bridgeEnable'],
      carriesA: cool.steadyA,
      ratedA: bridgeRatedA,
    },
  ],
};

const sensing: Group = {
  title: 'Sensing',
  parts: [
    {
      name: 'Thermistors',
      quantity: 3,
      buy: 'NTC bead, 10 kΩ at 25 °C, B 3950 (“103 3950”), 1 % or better, bead below 2 mm, time constant in the plate 1.5 s or less. Each with its own two wires, sealed where they leave the bead',
      why: 'two in the plate, each potted in a blind hole over the middle of a module, where a fault is hottest first; one clamped to the heatsink base. Two, because one that came off reads any temperature',
      reasons: ['L4', 'H05', 'H06', 'H07', 'H08', 'H13'],
      without:
        'with one bead on the plate a loose one drives it past 45 °C; at the edge of the plate it reads three degrees less than the middle in a fast move',
      pins: ['plateA', 'plateB', 'heatsink'],
    },
    {
      name: 'Divider resistors, 10 kΩ 0.1 %',
      quantity: 3,
      buy: 'metal film, 0.1 %, 25 ppm/K, to the same 5 V that is the converter’s reference; 100 nF from each input to ground at the board',
      why: 'their error is the error of the temperature: 1 % is a quarter of a degree at 40 °C',
      reasons: ['H08', 'H09'],
      without: 'the two beads disagree for no reason, and a treatment stops for it',
      pins: ['plateA', 'plateB', 'heatsink'],
    },
    {
      name: 'Witness of the plate',
      quantity: 1,
      buy: 'silicon sensor of positive slope, 10 kΩ ± 1 % at 25 °C, +0.64 %/K (TI TMP6131, TO-92S), about 0.5 €; pull-up to the same 5 V of 9.5 to 10.5 kΩ, 0.1 %, chosen at bring-up so that it agrees with the beads; potted by itself, with another glue than the beads, in a hole of its own between the modules, two wires of its own',
      why: 'of another physics and of the opposite sign: a wrong kind of bead, water, a plug, a ground or a reference that is off moves it and the two beads apart. The dose is charged by it too',
      reasons: ['H36', 'H08'],
      without:
        'nothing sees what befalls both beads alike: the device is then worked between 12 and 39 °C only, and says so',
      pins: ['witness'],
    },
    {
      name: 'Rail dividers and bleeders',
      quantity: 2,
      buy: '33 kΩ and 10 kΩ, 1 %, from each rail **behind** the relay; 2.2 kΩ in series and 100 nF at the input, with a dual Schottky (BAT54S) to 5 V and ground; 470 Ω 1 W across each rail. No more than 22 µF ceramic at each rail: bulk capacitors (470 µF and more) belong before the relay, where its contacts do not close onto them',
      why: 'shows each pole of the relay open, each supply right and the bridge whole, in every state and without heat',
      reasons: ['H02', 'H29'],
      without: 'a welded pole of the heating rail is never found: the self-test drives cold only',
      pins: ['heatRail', 'coolRail'],
    },
  ],
};

const protection: Group = {
  title: 'Protection that no software can override',
  parts: [
    {
      name: `Thermal cut-out, ${cutOut.opensAtC} °C`,
      quantity: 1,
      buy: `bimetal snap disc, normally closed, opens at ${cutOut.opensAtC} ± 3 °C, **manual reset**, ${cutOutRatedA} A at 16 V DC (an AC rating says nothing about DC), flat cap, clamped to the plate with grease between the modules, in the modules’ own line`,
      why:
        'in the one line that every current through the modules must take, whichever rail, leg or transistor has failed. ' +
        `${cutOut.opensAtC} °C, because a disc that opens at 45 ± 3 °C would open in treatments at 42 °C; manual reset, because one that closes by itself resumes`,
      reasons: ['H01', 'H02', 'H31'],
      without: `a bridge stuck on full heat ends at ${cutOut.hottestWithout} °C if its rail is 12 V; with it at ${cutOut.hottestOn12V} °C, and at ${cutOut.hottestOn5V} °C on the 5 V rail`,
      carriesA: cool.steadyA,
      ratedA: cutOutRatedA,
    },
    {
      name: '5 V heat rail',
      quantity: 1,
      buy: `supply of its own, 5 V adjustable to 5.6 V, ${supplyA('F2')} A or more, **approved to IEC 60601-1 with two means of patient protection as the 12 V supply is**, not derived from the 12 V; Schottky diode, 15 A, in series behind F2; supply set so that leg B has 5.0 V at full heat, 5.2 V without`,
      why: `from 40 °C a stuck bridge needs ${cutOut.to45SOn5V} s to 45 °C on it, and ${cutOut.to45SOn12V} s on 12 V. A duty limit cannot replace it: a shorted transistor knows no duty. The diode keeps 12 V out of it when leg A sticks. Its minus meets that of the 12 V at the bridge, so its insulation is the patient’s`,
      reasons: ['H01', 'H02', 'H12', 'H29', 'H30'],
      without: 'every other protection has a quarter of the time',
    },
    {
      name: 'Overvoltage clamp on the heat rail',
      quantity: 1,
      buy: 'crowbar (thyristor and 6.2 V ± 2 % reference) between F2 and the diode, never on the bridge’s side of it, where 12 V through the modules would fire it; or a supply with its own overvoltage latch at 6.5 V or less',
      why: 'a 5 V supply that fails high is a 12 V rail',
      reasons: ['H29', 'H02'],
      without: 'the failure of one regulator takes the heat rail’s protection away unseen',
    },
    {
      name: 'Safety relay K1',
      quantity: 1,
      buy: `two poles, normally open, ${relayRatedA} A each at 14 V DC, coil 12 V; NPN or MOSFET driver, flyback diode. One pole in each rail, behind the fuses (TE T92S7D12-12 class)`,
      why: 'the second way to off, on another pin than the bridge; falls open when board, pin or coil supply fails. The rails behind it show that each pole really opens, whenever it is told to',
      reasons: ['L8', 'H02', 'H04'],
      without: 'a shorted bridge can only be unplugged',
      pins: ['relay'],
      carriesA: cool.steadyA,
      ratedA: relayRatedA,
    },
    {
      name: 'Thermal fuse, 72 °C',
      quantity: 1,
      buy: 'one-shot, 16 A, clamped to the heatsink base, in the 12 V feed behind F1; crimped, never soldered',
      why: 'a heatsink without fan goes past everything else on 12 V',
      reasons: ['H31', 'H13'],
      without: 'a blocked fan and a stuck bridge together are a fire',
      carriesA: cool.steadyA,
      ratedA: 16,
    },
    {
      name: 'Fuses F1, F2, F3',
      quantity: 3,
      buy: `blade fuses ${cool.fuseA} A, ${heat.fuseA} A and ${auxiliary.fuseA} A with holders, first thing behind each supply. Calculation below`,
      why: 'the wires are the weakest part of a short circuit',
      reasons: ['H31', 'H29'],
      without: 'a pinched wire glows',
    },
    {
      name: 'Stop button',
      quantity: 1,
      buy: 'mushroom head, **two** normally closed contacts, gold plated, latching, turn to release, within reach of patient and operator. One contact in the loop, the other in the 12 V to the coil of K1, behind F3',
      why: 'opens the loop that both firmware and computer watch, and the relay itself, whatever the board does; a broken wire opens either too',
      reasons: ['L3', 'H21'],
      without: 'stopping needs a working screen',
      pins: ['stopLoop'],
    },
    {
      name: 'Socket for an adaptive switch',
      quantity: 1,
      buy: '3.5 mm mono, **without** a switched contact; tip to the button, sleeve to ground; a blank plug with tip and sleeve joined for treatments without a switch. The switch must be **normally closed**',
      why: 'who cannot press a button has a chin, foot or breath switch that they can. A plug that falls out opens the loop; a socket with a switched contact would close it and leave the patient without a stop, unseen',
      reasons: ['L3', 'H21'],
      without: 'a patient who cannot speak cannot end it',
      pins: ['stopLoop'],
    },
    {
      name: 'Converter for a normally open switch',
      quantity: 1,
      buy: 'only where the patient’s switch is normally open, as most adaptive switches are: a 5 V relay that the switch energises, its normally closed contact on a 3.5 mm plug',
      why: 'a normally open switch in the socket would hold the loop open for ever',
      reasons: ['L3', 'H21'],
      without:
        'that switch cannot be used. With it a broken cable of the switch is not noticed: press it once before every treatment',
    },
    {
      name: 'Pull-up resistor for the stop loop, 10 kΩ',
      quantity: 1,
      buy: '0.25 W, to 5 V, at the board; 100 nF to ground',
      why: 'an open loop reads high even with firmware that has no pull-up of its own',
      reasons: ['L3', 'L4'],
      without: 'a broken stop wire floats, and may read as “not pressed”',
      pins: ['stopLoop'],
    },
  ],
};

const power: Group = {
  title: 'Power and wire',
  parts: [
    {
      name: '12 V supply',
      quantity: 1,
      buy: `12 V, ${supplyA('F1', 'F3')} A or more, approved to IEC 60601-1 with two means of patient protection, overload and overvoltage protected; plug that fits nothing else in the room`,
      why: 'cooling needs 12 V at full current; the patient touches what it feeds',
      reasons: ['H29', 'H30'],
      without: 'a cheap supply passes mains leakage, or 19 V from the wrong plug',
    },
    {
      name: 'Wire, modules and 12 V',
      quantity: 1,
      buy: `${cool.wireMm2} mm² copper, silicone insulated, 1 m in all; crimped ferrules`,
      why: `fused at ${cool.fuseA} A, and part of the 0.05 Ω from supply to module that the model counts`,
      reasons: ['H31'],
      without: 'thin wire costs cold and gets hot; a bad terminal of 0.3 Ω is a heater',
    },
    {
      name: 'Wire, heat rail',
      quantity: 1,
      buy: `${heat.wireMm2} mm² copper, 1 m in all`,
      why: `fused at ${heat.fuseA} A`,
      reasons: ['H31'],
      without: 'the plate does not reach its setpoint along the ramp',
    },
    {
      name: 'Wire, fan, relay, signals',
      quantity: 1,
      buy: `${auxiliary.wireMm2} mm²; signals and thermistors 0.14 to 0.25 mm², each thermistor a twisted pair, away from the module wires. One ground point, at the bridge`,
      why: `fused at ${auxiliary.fuseA} A; the modules’ current in a shared ground wire would move the thermistors’ zero`,
      reasons: ['H09', 'H28', 'H31'],
      without: 'readings move with the drive, and the interlocks stop a healthy device',
    },
  ],
};

export const groups: readonly Group[] = [control, heatAndCold, sensing, protection, power];
export const parts: readonly Part[] = groups.flatMap((group) => group.parts);
export { amperes };
