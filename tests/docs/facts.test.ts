/** Numbers and names that prose says by hand, each against the code that has it: one that drifts is a false fact. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { guardTiming } from '../../hardware/guard/protocol.ts';
import { exitCodes } from '../../src/errors.ts';
import { bandC } from '../../src/limits/owed.ts';
import { defaultPresetId } from '../../src/limits/presets.ts';
import { csvOf } from '../../src/records/export.ts';
import { longestNameLength } from '../../src/records/person-name.ts';
import { endReserveBytes, wholeRecordBytes } from '../../src/records/reserve.ts';
import { fieldSchemas, outcomes } from '../../src/records/record-line.ts';
import { paces } from '../../src/server/access/attempts.ts';
import { mostKeptOfOne } from '../../src/server/access/idempotency.ts';
import { roles } from '../../src/server/contract/requests.ts';
import { busyPublishMs } from '../../src/server/device/host.ts';
import { usualAllowance } from '../../src/server/http/allowance.ts';
import { mostConnections } from '../../src/server/stop/listener.ts';
import { usualStreams } from '../../src/server/streams.ts';
import { usualStopWithinMs } from '../../src/server/supervisor.ts';
import { MemoryDisk } from '../records/fixtures/memory-disk.ts';
import { journalOn, writeTreatment } from '../records/fixtures/treatments.ts';
import { verifyRecord } from '../../src/records/verify.ts';

const project = fileURLToPath(new URL('../../', import.meta.url));
const read = (path: string): string => readFileSync(join(project, path), 'utf8');
const oneLine = (text: string): string => text.replaceAll(/\s+/g, ' ');
const sectionOf = (page: string, heading: string): string =>
  oneLine((read(page).split(new RegExp(`^#+ ${heading}$`, 'm'))[1] ?? '').split(/^## /m)[0] ?? '');

/** What a source says and does not export: `10_000`. */
function numberIn(path: string, name: string): number {
  const found = new RegExp(`\\b${name} = ([\\d_]+);`).exec(read(path));
  if (!found) throw new Error(`${path} has no ${name} any more`);
  return Number(found[1]!.replaceAll('_', ''));
}

const words = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];
const inWords = (count: number): string => (count === 50 ? 'fifty' : (words[count] ?? `${count}`));
const seconds = (ms: number): number => ms / 1000;
const grouped = (count: number): string => count.toLocaleString('en-GB');
const front = 'src/server/http/front.ts';
const { mostStreams, dropAfterMs } = usualStreams;

const [, algorithm = ''] = /createHash\('sha(\d+)'\)/.exec(read('src/records/line-text.ts')) ?? [];
const hashName = `SHA-${algorithm}`;

/** A page, and what it says of the code, word by word. */
const said: readonly (readonly [page: string, sentence: string])[] = [
  [
    'docs/security.md',
    `${usualAllowance.atOnce} requests at once and ${usualAllowance.perS} a second`,
  ],
  ['docs/security.md', `at most ${mostConnections} connections`],
  ['docs/security.md', `(504, after ${seconds(usualStopWithinMs)} s)`],
  ['docs/security.md', `${seconds(numberIn('src/server/stop/listener.ts', 'silentForMs'))} s each`],
  [
    'docs/security.md',
    `${grouped(mostStreams + numberIn('src/server/serve.ts', 'besidesStreams'))} at most`,
  ],
  [
    'docs/security.md',
    `${seconds(numberIn(front, 'headersWithinMs'))} s for the head, ${seconds(numberIn(front, 'requestWithinMs'))} s for the request, ${seconds(numberIn(front, 'stillForMs'))} s without movement`,
  ],
  [
    'docs/security.md',
    `${numberIn('src/server/access/sessions.ts', 'mostOfOne')} sessions, a quarter of the ${grouped(mostStreams)} event streams, ${mostKeptOfOne} idempotency keys`,
  ],
  [
    'docs/security.md',
    `${numberIn('src/server/archive/record-desk.ts', 'mostWaiting')} waiting at most`,
  ],
  ...['docs/security.md', 'docs/dashboard.md'].map((page) => {
    const { atOnce, everyMs } = paces.address;
    return [page, `${inWords(atOnce)} attempts, then one every ${seconds(everyMs)} s`] as const;
  }),
  ['docs/dashboard.md', `at most ${inWords(1000 / busyPublishMs)} times a second`],
  ['docs/dashboard.md', `takes nothing for ${seconds(dropAfterMs)} s`],
  ['docs/dashboard.md', `At most ${mostStreams} streams are open at once, a quarter of them`],
  [
    'docs/dashboard.md',
    `the server ends it after ${seconds(numberIn('src/server/supervisor.ts', 'silentAfterMs'))} s`,
  ],
  [
    'docs/records.md',
    `tried ${inWords(paces.address.atOnce)} times at once from one address, ${inWords(paces.person.atOnce)} times for one person and ${inWords(paces.all.atOnce)} times in all, then one every ${[
      paces.address,
      paces.person,
      paces.all,
    ]
      .map(({ everyMs }) => inWords(seconds(everyMs)))
      .join(', ')
      .replace(/, (\w+)$/, ' and $1')} seconds`,
  ],
  ['docs/records.md', `less than ${wholeRecordBytes / 1024 / 1024} MiB left`],
  ['docs/records.md', `${endReserveBytes / 1024} KiB more are set aside`],
  ['docs/records.md', `at most ${longestNameLength} characters`],
  ['docs/records.md', `within ${bandC} °C of the setpoint`],
  [
    'docs/records.md',
    `without ${seconds(numberIn('src/limits/owed.ts', 'settlingAllowedMs'))} s for the device to settle`,
  ],
  ['docs/architecture.md', `drops all power ${guardTiming.leaseMs} ms after the last renewal`],
  [
    'README.md',
    `cuts all power ${seconds(guardTiming.leaseMs)} s after the computer's last renewal`,
  ],
  ['docs/architecture.md', `runs ${numberIn('src/safety/rules.ts', 'loopLateLimitMs')} ms late`],
  ['docs/records.md', `\`hash\` is ${hashName}, in lower-case hex`],
  ['README.md', `default \`${defaultPresetId}\``],
  [
    'README.md',
    `Exit codes: ${exitCodes.completed} completed, which means delivered · ${exitCodes.usage} bad usage or bad file · ${exitCodes.endedEarly} ended early · ${exitCodes.stopped} stopped · ${exitCodes.faulted} faulted · ${exitCodes.refused} refused · ${exitCodes.undelivered} ran to its end, not all delivered · ${exitCodes.defect} a defect of ours`,
  ],
  ...(['fileLines', 'functionLines'] as const).map((limit) => {
    const [, most] = new RegExp(`${limit}: (\\d+)`).exec(
      read('tests/structure/structure.test.ts'),
    )!;
    return [
      'docs/contributing.md',
      limit === 'fileLines' ? `A file has at most ${most} lines` : `a function at most ${most}`,
    ] as const;
  }),
];

describe('a page says what the code says', () => {
  it.each(said)('%s: %s', (page, sentence) => {
    expect(oneLine(read(page))).toContain(sentence);
  });
});

/** The cells of the tables of a page. */
const rowsOf = (page: string): string[][] =>
  read(page)
    .split('\n')
    .filter((line) => line.startsWith('|'))
    .map((line) =>
      line
        .split(/(?<!\\)\|/)
        .slice(1, -1)
        .map((cell) => cell.trim()),
    );

describe('docs/records.md', () => {
  const rows = rowsOf('docs/records.md').filter(([type = '']) => /^`\w+`/.test(type));
  const namesIn = (text = ''): string[] =>
    [...text.matchAll(/`(\w+)`/g)].map(([, name = '']) => name);

  it.each(Object.entries(fieldSchemas))(
    'lists the fields of %s, by their names',
    (type, fields) => {
      const row = rows.find(([name = '']) => name.startsWith(`\`${type}\``));
      expect(row).toBeDefined();
      const told = namesIn(row![1]);
      expect(Object.keys(fields.shape).filter((field) => !told.includes(field))).toEqual([]);
    },
  );

  it('names every outcome, and the columns of the CSV', () => {
    const text = oneLine(read('docs/records.md'));
    for (const outcome of outcomes) expect(text).toContain(`\`${outcome}\``);
    const disk = new MemoryDisk();
    const journal = journalOn(disk);
    writeTreatment(journal, 2);
    const { lines } = verifyRecord(disk.text(journal.path));
    const samples = lines.filter((line) => line.type === 'sample');
    const [columns = ''] = csvOf(samples).split('\n');
    expect(text).toContain(`\`${columns}\``);
  });
});

it('docs/dashboard.md has a row of each role, and no other', () => {
  const start = oneLine(sectionOf('docs/dashboard.md', 'Getting in'));
  const named = [...start.matchAll(/\| (\w[\w ]*) \| (?!may )/g)].map(([, name = '']) => name);
  expect(named.filter((name) => name !== 'may').slice(0, -1)).toEqual([...roles]);
});

it('README.md shows each option of run that it explains as run has it', () => {
  const options = [...read('README.md').matchAll(/^\| `(--.*?) \|/gm)].flatMap(([, cell = '']) => [
    ...cell.matchAll(/--[a-z-]+/g),
  ]);
  const source = read('src/cli/run.ts') + read('src/cli/run-options.ts');
  expect(options.length).toBeGreaterThan(12);
  for (const [option] of options) expect(source).toContain(option);
});
