import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { decide, freshSession } from '../../machines/decide.ts';
import { alarmDefinitions, alarmFor, alarmOf } from '../../src/safety/alarm-table.ts';
import type { AlarmPriority } from '../../src/safety/alarm-table.ts';
import { reminder, signalPatterns } from '../../src/safety/alarm-signals.ts';
import { priorityMarks } from '../../src/safety/alarm-lines.ts';
import { maxAlarms, maxLogEntries, longestPauseMs, shownAfterMs } from '../../src/safety/alarms.ts';
import { hazardNames, isHazardId } from '../../src/safety/hazards.ts';
import { rulesNotFitted } from '../../src/safety/rules-not-fitted.ts';
import { rules } from '../../src/safety/rules.ts';
import { firstRevision } from '../../src/safety/readings.ts';

const project = fileURLToPath(new URL('../../', import.meta.url));

describe('the alarm table', () => {
  it.each(rules.map((rule) => [rule.id, rule] as const))(
    'has an entry for the rule %s, which says what the rule says',
    (id, rule) => {
      const { remedy, hazards } = rule;
      const latching = rule.response !== 'warn';
      expect(alarmOf(id)).toMatchObject({ id, remedy, hazards, latching });
      if (rule.response === 'trip') expect(alarmOf(id)?.priority).toBe('high');
    },
  );

  it('has an entry for what this device has no sensor for, and for what the companion finds', () => {
    const folder = `${project}src/treatment/`;
    const files = readdirSync(folder, { encoding: 'utf8', recursive: true });
    const named = files
      .filter((file) => file.endsWith('.ts'))
      .flatMap((file) => {
        const text = readFileSync(folder + file, 'utf8');
        return [
          ...text.matchAll(/(?:\btripOfCompanion\(|describeWarning\(|rule:)\s*'([a-z-]+)'/g),
        ].map(([, id]) => id!);
      });
    expect(named.length).toBeGreaterThanOrEqual(3);
    const started = decide(decide(freshSession(), { type: 'PRESCRIBE', rotations: 3 }).snapshot, {
      type: 'SCREENED',
      result: 'clear',
    }).snapshot;
    const machine = [
      decide(started, { type: 'LINK_LOST', reason: '' }),
      decide(started, { type: 'SELF_TEST_FAILED', reason: '' }),
    ].map(({ snapshot }) => snapshot.context.rule);
    const ids = [...named, ...machine, ...rulesNotFitted(firstRevision).map(({ id }) => id)];
    expect(ids.filter((id) => id === null || alarmOf(id) === undefined)).toEqual([]);
  });

  it('names each condition once, with a remedy and known hazards', () => {
    expect(new Set(alarmDefinitions.map(({ id }) => id)).size).toBe(alarmDefinitions.length);
    for (const { id, message, remedy, hazards } of alarmDefinitions) {
      expect(message, id).toMatch(/^[A-Z].*[^.]$/);
      expect(remedy, id).toMatch(/^[A-Z].*\.$/);
      expect(hazards.length, id).toBeGreaterThan(0);
      expect(
        hazards.filter((hazard) => !isHazardId(hazard)),
        id,
      ).toEqual([]);
    }
  });

  it('takes a condition that nobody described for the worst', () => {
    expect(alarmFor('rule-of-tomorrow')).toMatchObject({ priority: 'high', latching: true });
    expect(alarmOf('constructor')).toBeUndefined();
  });
});

it('the hazards are H01 to H38, each with a name', () => {
  const ids = Object.keys(hazardNames);
  expect(ids).toEqual(ids.map((_, index) => `H${String(index + 1).padStart(2, '0')}`));
  expect(ids).toHaveLength(38);
  expect(isHazardId('H39') || isHazardId('toString')).toBe(false);
});

type Row = readonly string[];
const table = (head: Row, rows: readonly Row[]): string =>
  [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');

const meanings: Readonly<Record<AlarmPriority, string>> = {
  high: 'injury may follow within seconds or minutes',
  medium: 'injury may follow after many minutes, or somebody is wanted',
  low: 'worth knowing',
};

function priorityRows(): Row[] {
  return Object.entries(signalPatterns).map(([name, pattern]) => {
    const priority = name as AlarmPriority;
    const { burstMs, everyMs, lightOnMs, lightPeriodMs } = pattern;
    const light =
      lightOnMs === lightPeriodMs
        ? 'steady'
        : `${1000 / lightPeriodMs} Hz, on ${(100 * lightOnMs) / lightPeriodMs} %`;
    const mark = `\`${priorityMarks[priority]}\``;
    return [priority, mark, meanings[priority], burstMs.join(' '), `${everyMs / 1000} s`, light];
  });
}

const conditionRows = (): Row[] =>
  alarmDefinitions.map(({ id, priority, latching, message, remedy, hazards }) => {
    const { response } = rules.find((rule) => rule.id === id) ?? {};
    const from = response === undefined ? 'companion' : `rule, ${response}`;
    return [
      priority,
      latching ? 'yes' : 'no',
      `\`${id}\``,
      message,
      from,
      remedy,
      hazards.join(' '),
    ];
  });

const tables: Readonly<Record<string, string>> = {
  priorities: table(['priority', 'mark', 'when', 'burst, ms', 'every', 'light'], priorityRows()),
  conditions: table(
    ['priority', 'latches', 'id', 'message', 'found by', 'what to do', 'hazards'],
    conditionRows(),
  ),
};

/** Written anew with `npx vitest run tests/alarms -u`, then read before it is committed. */
it('docs/alarms.md shows the alarms as they are', async () => {
  const page = readFileSync(`${project}docs/alarms.md`, 'utf8');
  const shown = [...page.matchAll(/<!-- table ([a-z]+) -->/g)].map(([, name]) => name);
  expect(shown).toEqual(Object.keys(tables));
  const current = page.replace(
    /(<!-- table ([a-z]+) -->\n)[\s\S]*?(<!-- end -->)/g,
    (_, begin: string, name: string, end: string) => `${begin}\n${tables[name]}\n\n${end}`,
  );
  await expect(current).toMatchFileSnapshot(`${project}docs/alarms.md`);
  for (const figure of [longestPauseMs / 1000, reminder.everyMs / 1000, shownAfterMs / 1000])
    expect(page).toContain(`${figure} s`);
  for (const bound of [maxAlarms, maxLogEntries]) expect(page).toContain(String(bound));
});
