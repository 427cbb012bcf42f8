/** The tables of docs/guard-protocol.md, from the data that host and board run on, so that the page cannot drift. */
import { firmwareVersion } from '../../hardware/firmware/firmware-version.ts';
import {
  checkTiming,
  converterLimits,
  currentLimits,
  groundLimits,
  railLimitsV,
  withoutWitnessC,
  witnessLimits,
} from '../../hardware/guard/board-checks.ts';
import { crc16, encodeHostFrame, openSeed } from '../../hardware/guard/frames.ts';
import {
  analogReport,
  boardFrames,
  guardBackstops,
  guardReasons,
  guardStates,
  guardTiming,
  hostFrames,
  protocolVersion,
  sequenceRule,
  switchBits,
} from '../../hardware/guard/protocol.ts';
import type { FrameLayout, GuardReason } from '../../hardware/guard/protocol.ts';
import { firmwareBounds } from '../limits/firmware-bounds.ts';
import { withoutWitnessCounts } from './checks-text.ts';
import { burntInLimits } from './generate.ts';

type Row = readonly (string | number)[];

function table(head: Row, rows: readonly Row[]): string {
  const line = (cells: Row): string => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

const hex = (value: number, digits = 2): string =>
  `0x${value.toString(16).toUpperCase().padStart(digits, '0')}`;

function frameTable(frames: Readonly<Record<string, { id: number; fields: FrameLayout }>>): string {
  const rows = Object.entries(frames).map(([name, { id, fields }]) => {
    const widths = Object.entries(fields).map(([field, septets]) => `${field} ${septets}`);
    const septets = Object.values(fields).reduce((sum: number, width) => sum + width, 0);
    // Sysex start, id, fields, three of CRC, sysex end.
    return [hex(id), `\`${name}\``, widths.join(', '), septets + 6];
  });
  return table(
    ['id', 'frame', 'fields, each with its septets, in order', 'bytes on the wire'],
    rows,
  );
}

/** Channel, value and limit of a trip, as the status carries them. */
const findings: Readonly<Record<GuardReason, readonly [string, string, string]>> = {
  none: ['0', '0', '0'],
  'lease-lost': ['0', 'ms since the last renewal; 0 after a reset while armed', 'lease, ms'],
  'drive-mismatch': ['0 cool, 1 heat, 2 switches', 'what was renewed', 'what was staged'],
  'both-sides': ['1', 'smaller of the two counts', '0'],
  'over-cap': ['0 cool, 1 heat', 'count', 'cap'],
  reversal: ['side to be driven: 0 cool, 1 heat', 'ms at zero', 'ms needed'],
  'one-way': ['0 cool, 1 heat', 's driven', 'limit, s'],
  session: ['0', 's armed', 'limit, s'],
  'stop-pressed': ['0', '1', '0'],
  'sensor-open': ['bead', 'newest conversion', 'end of the window'],
  'sensor-short': ['bead', 'newest conversion', 'end of the window'],
  'plate-hot': ['bead', 'count of the plate', 'ceiling count'],
  'plate-cold': ['bead', 'count of the plate', 'floor count'],
  'heatsink-hot': ['bead', 'mean count', 'limit, count'],
  'sensors-disagree': ['0', 'difference, 0.01 °C', 'limit, 0.01 °C'],
  'too-fast': ['bead', 'slope, 0.01 °C/s', 'limit, 0.01 °C/s'],
  watchdog: ['0', '0', 'watchdog, ms'],
  'witness-disagrees': ['3', 'difference, 0.01 °C', 'limit, 0.01 °C'],
  converter: [
    '14 inner reference, 15 ground, 7 known resistor',
    'count',
    'its end; of the inner reference what it was at arming',
  ],
  ground: ['7', 'movement of the known resistor, 1/16 count', 'limit, 1/16 count'],
  'relay-welded': [
    '4 heat rail, 5 cool rail, 6 modules’ current',
    'newest conversion',
    'limit, count; of no current',
  ],
  'supply-low': ['4 heat rail, 5 cool rail', 'newest conversion', 'limit, count'],
  'supply-high': ['4 heat rail, 5 cool rail', 'newest conversion', 'limit, count'],
  'bridge-shorted': ['4 heat rail, 6 modules’ current', 'newest conversion', 'limit, count'],
  'fan-stalled': ['0', 'edges in the last window', 'limit, edges'],
  'stop-loop-shorted': ['0', '0', '1'],
  'module-open': ['6', 'newest conversion', 'limit, count'],
};

function reasonTable(): string {
  const rows = guardReasons.map((reason, index) => [index, `\`${reason}\``, ...findings[reason]]);
  return table(['number', 'reason', 'channel', 'value', 'limit'], rows);
}

const timings = { ...guardTiming, ...checkTiming };

const timingMeanings: Readonly<Record<keyof typeof timings, string>> = {
  leaseMs: 'drive after the last accepted renewal, or after arming',
  renewMs: 'between two renewals of this project’s host',
  statusMs: 'between two statuses',
  watchdogMs: 'the chip’s watchdog',
  reversalZeroMs: 'both sides at zero before the other side, or any after a reset, may be driven',
  confirmMs: 'a conversion out of the window, or the stop loop open, for so long is believed',
  disagreeMs: 'beads that differ for so long trip; agreement takes back half as fast',
  stallMs: 'a supervision pass that is later than this: off by interrupt',
  oneWayReliefMs: 'drive of the other side, without a turn back, that ends a time of drive one way',
  oneWayRestMs: 'no drive at all for so long ends it too',
  slopeMs: 'the slope of a bead is its movement over so long',
  beadLagMs: 'a bead follows the plate under it so late',
  silentHostMs: 'tripped, and no frame accepted for so long: the buzzer sounds by itself',
  beepMs: 'on, and off again',
  witnessApartMs: 'a witness that differs from the beads for so long trips',
  witnessDriftMs: 'one that differs by less, or has moved apart since arming, for so long trips',
  witnessAloneMs: 'a witness that is too hot or too cold for so long trips',
  railEmptyMs: 'after the relay has opened, both rails are empty',
  railFullMs: 'after it has closed, both rails are full',
  railConfirmMs: 'a rail that is not empty for so long is believed',
  supplyLowMs: 'a rail that carries too little for so long trips',
  supplyHighMs: 'a rail that carries too much for so long trips',
  converterMs: 'inner reference, ground or known resistor off for so long trips',
  fanWindowMs: 'edges of the tachometer are counted over this; two slow ones trip',
  loopPulseMs: 'from one pulse through the stop loop to the next; two that are lost trip',
  currentConfirmMs: 'a current of the modules that is not what is driven for so long trips',
  lineProofMs: 'the first drive after arming, with the second relay still open: nothing may flow',
  lineWeakMs: 'a drive that is too weak to prove that, for so long, closes it all the same',
};

function timingTable(): string {
  const rows = Object.entries(timingMeanings).map(([name, meaning]) => [
    `\`${name}\``,
    timings[name as keyof typeof timings],
    meaning,
  ]);
  return table(['name', 'ms', 'meaning'], rows);
}

const narrower: Readonly<Record<string, string>> = { ceilingCounts: 'larger', parts: 'more' };

function limitTable(): string {
  const { plateC, sensorCounts, plateHeatingCPerS, plateCoolingCPerS } = firmwareBounds;
  const { bareCeilingCounts, bareFloorCounts } = withoutWitnessCounts;
  const meanings: Readonly<Record<keyof typeof burntInLimits, string>> = {
    ceilingCounts: `a plate below it trips; the smallest count below ${plateC.max} °C`,
    floorCounts: `a plate above it trips; the largest count above ${plateC.min} °C`,
    maxHeatCount: 'largest PWM count to heat',
    maxCoolCount: 'largest PWM count to cool',
    oneWayS: 'longest drive in one direction, in seconds',
    sessionS: 'longest time armed, in seconds',
    parts: 'bits of the parts that are judged (§5)',
  };
  const rows: Row[] = Object.entries(meanings).map(([name, meaning]) => {
    const tighter = narrower[name] ?? 'smaller';
    return [`\`${name}\``, burntInLimits[name as keyof typeof burntInLimits], tighter, meaning];
  });
  const fixed: Row[] = [
    ['sensor window', `${sensorCounts.min} … ${sensorCounts.max}`, 'fixed', 'counts, all three'],
    ['heatsink', `${guardBackstops.heatsinkC} °C`, 'fixed', 'a mean that is hotter trips'],
    ['beads apart', `${guardBackstops.disagreeC} °C`, 'fixed', 'from this on, for a second'],
    ['warming', `${plateHeatingCPerS.max} °C/s`, 'fixed', 'either plate bead'],
    ['cooling', `${plateCoolingCPerS.max} °C/s`, 'fixed', 'either plate bead'],
    [
      'without a witness',
      `${withoutWitnessC.min} to ${withoutWitnessC.max} °C`,
      'fixed',
      `floor and ceiling must be as narrow to arm: \`floorCounts\` ${bareFloorCounts}, \`ceilingCounts\` ${bareCeilingCounts}`,
    ],
    ['witness', `${witnessLimits.minC} to ${witnessLimits.maxC} °C`, 'fixed', 'by itself'],
    ['witness apart', `${witnessLimits.apartC} °C`, 'fixed', 'from the mean of the beads (§5)'],
    ['the same for long', `${witnessLimits.lastingC} °C`, 'fixed', 'and to arm'],
    ['moved apart since arming', `${witnessLimits.driftC} °C`, 'fixed', 'for long'],
    ['rails, relay open', `${railLimitsV.empty} V`, 'fixed', 'both, whatever the state'],
    ['cool rail', `${railLimitsV.coolLeast} to ${railLimitsV.coolMost} V`, 'fixed', 'relay closed'],
    ['heat rail', `${railLimitsV.heatLeast} to ${railLimitsV.heatMost} V`, 'fixed', 'relay closed'],
    [
      'known resistor',
      `${converterLimits.knownMinCounts} … ${converterLimits.knownMaxCounts}`,
      'fixed',
      'counts, without current',
    ],
    [
      'current sensor',
      `${currentLimits.mostA} A`,
      'fixed',
      'either way: one that shows more is taken for open or shorted',
    ],
    ['current, nothing driven', `${currentLimits.idleA} A`, 'fixed', 'either way'],
    [
      'current, driven',
      `${currentLimits.leastPart} … ${currentLimits.mostPart}`,
      'fixed',
      `of what the duty asks for at ${groundLimits.coolA} A to cool and ${groundLimits.heatA} A to heat, ${currentLimits.warmSinkA} A more to the side of heat, and ${currentLimits.warmPlateA} A to that of cold`,
    ],
    ['room to arm', `${guardBackstops.marginC} °C`, 'fixed', 'to ceiling, floor and heatsink'],
  ];
  return table(['limit', 'burnt in', 'narrower is', 'meaning'], [...rows, ...fixed]);
}

/** Worked examples that a second implementer can test against. */
function exampleTable(): string {
  const challenge = 0x1234;
  const bytes = (payload: readonly number[]): string =>
    [0xf0, ...payload, 0xf7].map((byte) => hex(byte).slice(2)).join(' ');
  const rows: Row[] = [
    ['CRC of `01 02 03`, open seed', hex(crc16([1, 2, 3], openSeed), 4)],
    [`CRC of \`01 02 03\`, challenge ${hex(challenge, 4)}`, hex(crc16([1, 2, 3], challenge), 4)],
    [
      `\`hello\`, sequence 300, version ${protocolVersion}, nonce 4660`,
      `\`${bytes(encodeHostFrame('hello', { sequence: 300, version: protocolVersion, nonce: 0x1234 }, 0))}\``,
    ],
    [
      `\`renew\`, sequence 301, heat 200, enable and relay, challenge ${hex(challenge, 4)}`,
      `\`${bytes(
        encodeHostFrame(
          'renew',
          { sequence: 301, coolCount: 0, heatCount: 200, switches: 3 },
          challenge,
        ),
      )}\``,
    ],
  ];
  return table(['what', 'result'], rows);
}

const numbered = (names: readonly string[]): string =>
  table(
    ['number', 'state'],
    names.map((name, index) => [index, `\`${name}\``]),
  );

const tables: Readonly<Record<string, () => string>> = {
  versions: () => {
    const { major, minor, patch } = firmwareVersion;
    return table(
      ['protocol', 'firmware', 'open seed', 'sequence', 'switches', 'analog reports'],
      [
        [
          protocolVersion,
          `${major}.${minor}.${patch}`,
          hex(openSeed, 4),
          `1 … ${sequenceRule.ahead} ahead, modulo ${sequenceRule.modulus}`,
          Object.entries(switchBits)
            .map(([name, bit]) => `${name} ${bit}`)
            .join(', '),
          `${analogReport.bits} bits: the sum of ${analogReport.conversions} conversions`,
        ],
      ],
    );
  },
  'host-frames': () => frameTable(hostFrames),
  'board-frames': () => frameTable(boardFrames),
  states: () => numbered(guardStates),
  reasons: reasonTable,
  timing: timingTable,
  limits: limitTable,
  examples: exampleTable,
};

/** The page with what stands between its markers written anew. Throws where a marker names no table. */
export function withProtocolTables(page: string): string {
  return page.replace(
    /(<!-- table ([a-z-]+) -->\n)[\s\S]*?(<!-- end -->)/g,
    (_whole, begin: string, name: string, end: string) => {
      const make = tables[name];
      if (make === undefined) throw new Error(`no such table: ${name}`);
      return `${begin}\n${make()}\n\n${end}`;
    },
  );
}

/** Names of all tables: the page has to hold each. */
export const protocolTableNames = Object.keys(tables);
