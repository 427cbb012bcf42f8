/** What opens: by itself, by hand, on command. */
import { guardBackstops } from '../../../../hardware/guard/protocol.ts';
import { cutOutFigures as cutOut } from '../cut-out.ts';
import { lineOf, supplyA } from '../currents.ts';
import { cutOutLimit } from '../acceptance.ts';
import { clampFigures } from '../clamp.ts';
import type { Group, Part } from './part.ts';

const [cool, heat, auxiliary] = [lineOf('F1'), lineOf('F2'), lineOf('F3')];
const relayRatedA = 20;

const discs: readonly Part[] = [
  {
    name: `Thermal cut-out, ${cutOut.opensAtC} °C`,
    buy: `bimetal snap disc, normally closed, opens at ${cutOut.opensAtC} ± 3 °C, **manual reset**, flat cap, for 30 A or more at 250 V AC; clamped to the plate with grease between the modules, in the modules’ own line. Makers print no rating for 11 A at 12 V DC: it is accepted at ${cutOutLimit.milliOhm} mΩ or less, four-wire, and after ten breaks at 12 V and 11 A ([bring-up](bring-up.md))`,
    order: `KSD305 class, manual reset, ${cutOut.opensAtC} °C, 30 A to 40 A 250 V AC (the 10 A and 16 A discs of KSD301 class have up to 50 mΩ: 5.8 W in the disc)`,
    euros: [4, 12],
    why:
      'in the one line that every current through the modules must take, whichever rail, leg or transistor has failed. ' +
      `${cutOut.opensAtC} °C, because a disc that opens at 45 ± 3 °C would open in treatments at 42 °C; manual reset, because one that closes by itself resumes`,
    reasons: ['H01', 'H02', 'H31', 'H36', 'H38'],
    without: `a bridge stuck on full heat ends at ${cutOut.hottestWithout} °C if its rail is 12 V; with it at ${cutOut.hottestOn12V} °C, and at ${cutOut.hottestOn5V} °C on the 5 V rail`,
    carriesA: cool.steadyA,
    ratedA: 30,
  },
  {
    name: 'Discs in the coil supply',
    buy: 'two small snap discs on the plate, 0.5 A: one opens rising at 55 °C with manual reset, one opens falling at 0 ± 3 °C',
    order: 'KSD301 or KSD9700 class; the falling one is sold as “normally open, closes at 10 °C”',
    euros: [2, 6],
    why: 'take the coils of both relays away without any program; the falling one is the only part that acts on cold by itself',
    reasons: ['H02', 'H16', 'H01'],
    without: 'a bridge stuck on cold with a welded relay ends when somebody pulls the plug',
    isOption: true,
  },
  {
    name: 'Thermal fuse, 93 °C',
    buy: `one-shot, 16 A, clamped to the heatsink base, in the 12 V feed behind F1; crimped, never soldered. Its **holding** temperature must be ${guardBackstops.heatsinkC} °C or more, which the guard lets the heatsink have: a fuse of 72 °C may be held at 45 to 57 °C, and ages`,
    order: 'Microtemp G5 class, 93 °C, 16 A 250 V AC',
    euros: [1, 3],
    why: 'a heatsink without fan goes past everything else on 12 V',
    reasons: ['H31', 'H13'],
    without: 'a blocked fan and a stuck bridge together are a fire',
    carriesA: cool.steadyA,
    ratedA: 16,
  },
];

const rail: readonly Part[] = [
  {
    name: '5 V heat rail',
    buy: `supply of its own, 5 V, ${supplyA('F2')} A or more, not derived from the 12 V, adjustable to ${clampFigures.supplyV.toFixed(2)} V; **approved to IEC 60601-1 with two means of patient protection, suited for applied parts of type BF**, as the 12 V one: its secondary meets the 12 V ground at the star point, so its insulation is the patient’s`,
    order: 'MEAN WELL RPS-60-5 class (open frame, in a closed housing); Delta MDS class',
    euros: [30, 80],
    why: `from 40 °C a stuck bridge needs ${cutOut.to45SOn5V} s to 45 °C on it, and ${cutOut.to45SOn12V} s on 12 V; at the ${clampFigures.legMostV.toFixed(1)} V that the clamp lets through at the most, ${clampFigures.to45SAtMost} s. A duty limit cannot replace it: a shorted transistor knows no duty`,
    reasons: ['H01', 'H02', 'H12', 'H29', 'H30', 'H38'],
    without: 'every other protection has a quarter of the time',
  },
  {
    name: 'Heat rail diode',
    buy: '10 A or more, 30 V, 0.45 V or less at 5 A, in series behind the clamp, on a small heatsink',
    order: 'STPS30L30CT, both halves in parallel',
    euros: [1.5, 3],
    why: 'keeps 12 V out of the heat supply and of its clamp when leg A sticks',
    reasons: ['H02', 'H12'],
    without:
      'a shorted leg A drives the heat supply backwards, or fires the clamp into full cooling',
    carriesA: heat.steadyA,
    ratedA: 15,
  },
  {
    name: 'Overvoltage clamp on the heat rail',
    buy: `thyristor, reference and transistor, fires at ${clampFigures.firesV.toFixed(2)} V ± 2 % after a tenth of a millisecond, **between F2 and the diode**: 12 V that come back from leg A cannot fire it. On a heatsink, because a supply that limits at 150 % may never blow F2`,
    order: 'TYN625, TL431B, BC327-40',
    euros: [4, 8],
    why: 'a 5 V supply that fails high is a 12 V rail',
    reasons: ['H29', 'H02'],
    without: 'the failure of one regulator takes the heat rail’s protection away unseen',
    carriesA: 12,
    ratedA: 16,
    isSet: true,
  },
  {
    name: 'Rail capacitors, supply side',
    buy: '1000 µF, 25 V, low impedance, 105 °C, one behind F1 and one behind F2: **before the contacts of K1**',
    order: 'Panasonic FR class, EEU-FR1E102',
    euros: [1.5, 3],
    why: 'give the bridge its ripple; behind K1 each closing would take more than 100 A through its contacts',
    reasons: ['H31', 'H02'],
    without: 'the wires of the supplies carry the ripple; at the wrong side of K1 they weld it',
  },
  {
    name: 'Rail capacitors, leg side',
    buy: '10 µF ceramic and never more than 22 µF in all, 50 V, X7R, at the supply pin of each leg',
    order: 'TDK C3225X7R1H106K class',
    euros: [1, 3],
    why: 'take the edge of each switching; small enough that K1 closes onto less current than it may make',
    reasons: ['H02', 'H28'],
    without: 'the supply pin of the leg rings above what it stands',
  },
  {
    name: 'Surge diode on 12 V',
    buy: '15 V, 1500 W, behind F1; a supply with its poles swapped blows F1 through it',
    order: 'SMCJ15A, or 1.5KE15A',
    euros: [0.5, 1.5],
    why: 'above some 28 V a leg of the BTS7960 class turns its high side on, whatever its inhibit says',
    reasons: ['H29'],
    without: 'the wrong adapter is limited by nothing but F1',
  },
];

const relays: readonly Part[] = [
  {
    name: 'Safety relay K1',
    buy: `two poles, normally open, ${relayRatedA} A each at 14 V DC or more, coil 12 V. One pole in each rail, behind the fuses`,
    order: 'TE T92S7D12-12 (coil 86 Ω, 0.14 A)',
    euros: [15, 25],
    why: 'the second way to off, on another pin than the bridge; falls open when board, pin or coil supply fails',
    reasons: ['L8', 'H02', 'H04'],
    without: 'a shorted bridge can only be unplugged',
    carriesA: cool.steadyA,
    ratedA: relayRatedA,
  },
  {
    name: 'Second relay K2',
    buy: 'one pole, normally open, 20 A or more at 14 V DC, coil 12 V below 0.15 A, in the modules’ line at out B',
    order: 'TE T9AS1D12-12',
    euros: [3, 6],
    why: 'opens on heat and on cold, whichever leg sticks and whichever pole of K1 has welded',
    reasons: ['H02', 'H38'],
    without: 'nothing opens when the bridge sticks on cold and K1 has welded',
    carriesA: cool.steadyA,
    ratedA: 30,
    judgedAt: ['pump'],
  },
  {
    name: 'Charge pump of K2',
    buy: 'values in the schematic; the MOSFET must be on at 3.5 V and off at 0.5 V',
    order: 'BSS138, BAT54S, 330 Ω, 220 nF, 1 µF, 100 kΩ',
    euros: [1, 3],
    why: 'K2 holds only while its pin toggles: stuck high, stuck low, hung and without 5 V all open it within a tenth of a second',
    reasons: ['H38', 'H02'],
    without: 'a pin that is stuck high holds the relay',
    isSet: true,
    judgedAt: ['pump'],
  },
  {
    name: 'Coil diodes',
    buy: 'over each coil a diode in series with a zener of 24 V',
    order: '1N4007 and BZX85C24',
    euros: [0.5, 1],
    why: 'a plain diode keeps the coil’s current going and the contact closed longer',
    reasons: ['H02'],
    without: 'the transistor at the coil dies, shorted',
  },
  {
    name: 'Fuses F1, F2, F3',
    buy: `blade fuses ${cool.fuseA} A, ${heat.fuseA} A and ${auxiliary.fuseA} A (ISO 8820-3) with holders, first thing behind each supply. Calculation below`,
    order: 'Littelfuse ATOF 257 series',
    euros: [6, 12],
    why: 'the wires are the weakest part of a short circuit',
    reasons: ['H31', 'H29'],
    without: 'a pinched wire glows',
  },
];

const stop: readonly Part[] = [
  {
    name: 'Stop button',
    buy: 'mushroom head, **two** normally closed contacts, latching, turn to release, within reach of patient and operator. One contact for the loop, gold plated or made for 5 V 0.5 mA; the other, 1 A, in the supply of the relays’ coils',
    order: 'Schneider XB4BS8442 with a second ZBE102 block (low-level block ZBE1026 for the loop)',
    euros: [25, 60],
    why: 'opens the loop that both firmware and computer watch, and takes the relays’ coils away by a wire of its own: it stops with a dead chip, too',
    reasons: ['L3', 'H21', 'H38'],
    without: 'stopping needs a working screen',
  },
  {
    name: 'Socket for an adaptive switch',
    buy: '3.5 mm mono, **without** a switched contact; tip to the button, sleeve to the far end of the loop; a blank plug with tip and sleeve joined for treatments without a switch. The switch must be **normally closed**',
    order: 'Cliff FC681371 class (two contacts, insulated body), and a plug',
    euros: [2, 5],
    why: 'who cannot press a button has a chin, foot or breath switch that they can. A plug that falls out opens the loop; a socket with a switched contact would close it and leave the patient without a stop, unseen',
    reasons: ['L3', 'H21'],
    without: 'a patient who cannot speak cannot end it',
  },
  {
    name: 'Converter for a normally open switch',
    buy: 'only where the patient’s switch is normally open, as most adaptive switches are: a 5 V relay that the switch energises, its normally closed contact on a 3.5 mm plug',
    order: 'Omron G5V-1 DC5, 1N4148, socket and plug',
    euros: [4, 8],
    why: 'a normally open switch in the socket would hold the loop open for ever',
    reasons: ['L3', 'H21'],
    without:
      'that switch cannot be used. With it a broken cable of the switch is not noticed: press it once before every treatment',
    isSet: true,
    isOption: true,
  },
  {
    name: 'Pull-up resistor for the stop loop, 10 kΩ',
    buy: '0.25 W, to 5 V, at the board',
    order: 'any; Yageo MFR-25 class',
    euros: [0.1, 0.2],
    why: 'an open loop reads high even with firmware that has no pull-up of its own',
    reasons: ['L3', 'L4', 'H21'],
    without: 'a broken stop wire floats, and may read as “not pressed”',
  },
  {
    name: 'Surge diodes of the stop cable',
    buy: '5 V, unidirectional, from tip and sleeve to the ground of the board',
    order: 'SMAJ5.0A, or P6KE6.8A',
    euros: [0.5, 1],
    why: 'a patient holds this cable, and is charged by the blanket they lie on',
    reasons: ['H28', 'H38'],
    without: 'static goes into the chip that is every protection',
  },
  {
    name: 'Link for the stop loop',
    buy: 'three pins and a jumper: 1-2 joins the far end of the loop to ground, 2-3 to the pin that pulses it',
    order: 'any 2.54 mm header',
    euros: [0.2, 0.5],
    why: 'a loop that is pulsed from its far end shows a short to ground, which a grounded one hides',
    reasons: ['H21', 'L3'],
    without: 'a short across the loop reads as “not pressed” for ever',
    judgedAt: ['stopLoopDrive'],
  },
  {
    name: 'Comparator',
    buy: 'a bead of its own, two comparators fed from 12 V, references from their own 5 V; opens K2 at 46 °C and at 2 °C, latched until the 12 V are off. Values in the schematic',
    order: 'LM393P, 78L05, BAT54, bead 103/3950, 0.1 % resistors',
    euros: [6, 10],
    why: 'needs no program and shares nothing with the chip: the only part that makes the device safe against its own chip, on heat and on cold',
    reasons: ['H38', 'H36', 'H02'],
    without: 'a chip that dies with its pins high heats to 52 °C, or cools without end',
    isSet: true,
    isOption: true,
  },
];

export const protection: Group = {
  title: 'Protection that no software can override',
  parts: [...discs, ...rail, ...relays, ...stop],
};
