/** The figures and names of the decision records, each against what the program runs on. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { guardTiming } from '../../hardware/guard/protocol.ts';
import { interlockEventTypes, interlockMachine } from '../../machines/interlock.ts';
import { fixedBounds } from '../../src/limits/envelope.ts';
import { firmwareBounds } from '../../src/limits/firmware-bounds.ts';
import { bandC } from '../../src/limits/owed.ts';
import { prescribableWithoutWitnessC } from '../../src/safety/rest.ts';
import { rules } from '../../src/safety/rules.ts';
import { witnessToleranceC } from '../../src/safety/witness-watch.ts';
import { mostConnections } from '../../src/server/stop/listener.ts';

const project = fileURLToPath(new URL('../../', import.meta.url));
const read = (path: string): string => readFileSync(join(project, path), 'utf8');
const page = read('docs/decisions.md').replaceAll(/\s+/g, ' ');
const records = page.split(/ ## \d+\. /).slice(1);

/** What a source says and does not export. */
function figure(path: string, pattern: RegExp): string {
  const found = pattern.exec(read(path))?.[1];
  if (found === undefined) throw new Error(`${path} has no ${pattern.source} any more`);
  return found;
}

const holdMsOf = (id: string): number => rules.find((rule) => rule.id === id)?.holdMs ?? Number.NaN;
const names = (words: readonly string[]): string => words.map((word) => `\`${word}\``).join(', ');
const inSeconds = (ms: string): string => `${Number(ms) / 1000} s`;

const current = 'src/safety/rules-of-current.ts';
const pageKb = figure('tests/web/page.test.ts', /toBeLessThanOrEqual\((\d+)_000\)/);
const cuts = read('src/web/vite.config.ts')
  .split('unusedInChart: ')[1]!
  .split('\n];')[0]!
  .match(/^ {2}\[/gm)!.length;

const told: readonly [record: number, words: string][] = [
  [1, `The lease is ${guardTiming.leaseMs} ms`],
  [1, `all power ${guardTiming.leaseMs} ms after the last renewal`],
  [1, `with every tick, each ${guardTiming.renewMs} ms`],
  [1, `a tick is ${figure('src/safety/rules.ts', /loopLateLimitMs = (\d+)/)} ms late`],
  [1, `driven for ${guardTiming.leaseMs} ms by`],
  [2, `of three states: ${names(Object.keys(interlockMachine.config.states ?? {}))}.`],
  [2, `edges reach it: ${names(interlockEventTypes)}.`],
  [3, `trips at ${firmwareBounds.plateC.max} °C and ${firmwareBounds.plateC.min} °C by itself`],
  [3, `the host's ${fixedBounds.plateC.max} °C and ${fixedBounds.plateC.min} °C`],
  [4, `not within ${bandC} °C of the setpoint`],
  [4, `for ${figure('src/treatment/clocks.ts', /comeBackWithinMs = (\d+) \* 60_000/)} min at most`],
  [5, `cuts out ${cuts} pieces`],
  [5, `the whole page may have ${pageKb} kB`],
  [
    6,
    `up to ${figure('hardware/boards/emulator/compiled-program.ts', /up to (\d+) comparisons/)} comparisons`,
  ],
  [
    6,
    `some ${figure('hardware/boards/emulator/compiled-program.ts', /blocksPerRegion = (\d+)/)} blocks`,
  ],
  [7, `From ${witnessToleranceC} °C apart`],
  [
    7,
    `one count is ${figure('src/safety/witness-watch.ts', /One count of the witness is ([\d.]+) °C/)} °C`,
  ],
  [
    7,
    `prescribed ${prescribableWithoutWitnessC.coldest} to ${prescribableWithoutWitnessC.hottest} °C only`,
  ],
  [8, `Its budget, ${pageKb} kB compressed`],
  [9, `${inSeconds(figure(current, /missingForMs = (\d+)/))} of it trip`],
  [9, `in the same way, ${inSeconds(figure(current, /reversedForMs = (\d+)/))} of it`],
  [9, `trips after ${holdMsOf('current-undriven')} ms in a row`],
  [10, `At most ${mostConnections} connections`],
];

it.each(told)('record %i says: %s', (record, words) => {
  expect(records[record - 1]).toContain(words);
});

it('each has its parts, and where it is in the code', () => {
  expect(records.length).toBeGreaterThanOrEqual(8);
  for (const record of records) {
    for (const part of ['Pressed by', 'Decision', 'Why nothing else', 'Costs'])
      expect(record).toContain(`**${part}.** `);
    const files = [
      ...record.split(' In `')[1]!.matchAll(/((?:src|machines|hardware|tests)\/[\w./-]+)`/g),
    ];
    expect(files.length).toBeGreaterThan(0);
    expect(
      files.map(([, file]) => file!).filter((file) => !existsSync(join(project, file))),
    ).toEqual([]);
  }
});

it('holds no figure that nothing compares', () => {
  // What is a law, a heading, or a thing of the past that no source holds any more.
  const known = ['0.5 s', '500 ms', '40 °C', '8 °C', '3 counts'];
  const rest = told.reduce((text, [, words]) => text.replaceAll(words, ''), page);
  const figures = [...rest.matchAll(/\d[\d.]* (?:ms|s|°C|kB|min|counts|pieces|blocks)\b/g)];
  expect(figures.map(([text]) => text).filter((text) => !known.includes(text))).toEqual([]);
});
