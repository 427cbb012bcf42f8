/** docs/redundancy.md, from what the knock-outs came to. Pure. */
import { faultExpectations } from '../../src/evidence/fault-expectations.ts';
import type { Came, InTable, Redundancy, Row } from './knock-out.ts';

const code = (text: string): string => `\`${text}\``;
const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
const table = (head: readonly string[], rows: readonly (readonly string[])[]): string[] => [
  line(head),
  line(head.map(() => '---')),
  ...rows.map(line),
];

const seconds = (value: number | null): string =>
  value === null ? '' : ` after ${value.toFixed(1)} s`;
const plate = ({ plateMinC, plateMaxC }: Came): string =>
  plateMinC === null || plateMaxC === null
    ? '–'
    : `${plateMinC.toFixed(1)} … ${plateMaxC.toFixed(1)}`;
const ended = ({ rule, outcome, tripAfterS }: Came): string =>
  rule === null ? outcome : `${code(rule)}${seconds(tripAfterS)}`;

/** What holds in place of a rule, in words; null where the judge of the trials objects. */
export function heldBy({ fault, without }: Row): string | null {
  if (without === null || without.objection !== null) return null;
  if (without.rule !== null) return `${code(without.rule)}${seconds(without.tripAfterS)}`;
  return `nothing trips: ${faultExpectations[fault]?.harmless ?? without.outcome}`;
}

const judgedBy = (row: Row): string => {
  const { without } = row;
  if (without === null) return '';
  return without.objection === null
    ? `held by ${heldBy(row)}`
    : `**objected to**: ${without.objection}`;
};

/** With the table whole another rule is first in each trial that the hazard log names: that one is the redundancy. */
const firstOf = (rows: readonly Row[]): string =>
  [
    ...new Set(
      rows.map(({ intact }) => (intact.rule === null ? intact.outcome : code(intact.rule))),
    ),
  ].join(', ');

function verdictOf(rule: string, rows: readonly Row[], { situations }: InTable): string[] {
  const own = rows.filter((row) => row.rule === rule);
  const struck = own.filter(({ without }) => without !== null);
  const objected = struck.filter(({ without }) => without?.objection !== null);
  const held = [...new Set(struck.flatMap((row) => heldBy(row)?.replace(/ after .*$/, '') ?? []))];
  const verdict =
    own.length === 0
      ? 'the log names no fault for it'
      : struck.length === 0
        ? `another rule is first: ${firstOf(own)}`
        : held.join('; ') || 'nothing in time, or nothing that names the fault';
  return [
    code(rule),
    `${struck.length} of ${own.length}`,
    String(objected.length),
    verdict,
    String(situations),
  ];
}

export function redundancyPage({ rows, table: ofTable }: Redundancy): string {
  const struck = rows.filter(({ without }) => without !== null);
  return [
    '# What holds where a rule is gone',
    '',
    'Written by `npm run docs` from `node tests/knock-out/knock-out.mjs`: each rule is taken out of the interlock table, and the',
    'faults that the [hazard log](hazards.md) names for it strike again on the simulated reference device, in the first cold and',
    'in the first hot phase; before that, the self-test stands in front of every rule. Where the judge of the trials objects,',
    'nothing else stands in for that rule, or not in time, or under a name that hides the cause. Where it does not, the control that holds is named: that is the real redundancy. The suite runs some of these again, drawn',
    'by the commit, and compares; it fails where rules or faults have changed since.',
    '',
    'The firmware is left out of this: on a guarded board its own rules stand behind all of these ([protocol](guard-protocol.md)).',
    '',
    '## Rule by rule',
    '',
    'A rule for which the log names no fault is objected to by the situations of the interlock table in which it must act (`tests/safety`): the',
    'last column counts them. *First* are the trials in which the rule is the one that trips.',
    '',
    ...table(
      ['rule', 'first', 'objected to', 'what holds without it', 'situations'],
      ofTable.map((one) => verdictOf(one.rule, rows, one)),
    ),
    '',
    '## In the same situation of the interlock table',
    '',
    'Of the situations in which a rule must act within its time, those in which another one acts within that time as well.',
    '',
    ...table(
      ['rule', 'situations', 'another acts', 'which'],
      ofTable
        .filter(({ heldByOthers }) => heldByOthers > 0)
        .map(({ rule, situations, heldByOthers, others }) => [
          code(rule),
          String(situations),
          String(heldByOthers),
          others.map(code).join(', '),
        ]),
    ),
    '',
    '## Trial by trial',
    '',
    ...table(
      [
        'rule taken out',
        'fault',
        'strikes in',
        'with it',
        'true plate °C',
        'without it',
        'true plate °C',
        '',
      ],
      struck.map((row) => [
        code(row.rule),
        code(row.fault),
        row.moment,
        ended(row.intact),
        plate(row.intact),
        ended(row.without!),
        plate(row.without!),
        judgedBy(row),
      ]),
    ),
    '',
  ].join('\n');
}
