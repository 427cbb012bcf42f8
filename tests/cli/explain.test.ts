import { english } from '../../src/words/tongue.ts';
import type { AnyFact, Fact } from '../../src/words/facts.ts';
import { recorded } from '../../src/treatment/recorded.ts';
import fs from 'node:fs';
import { Command } from 'commander';
import { describe, expect, it } from 'vitest';
import { registerExplain } from '../../src/cli/explain.ts';
import { limitLevelOf } from '../../src/cli/explain-plot.ts';
import { openJournal } from '../../src/records/journal.ts';
import type { Journal } from '../../src/records/journal.ts';
import type { Fields } from '../../src/records/record-line.ts';
import { hazardNames } from '../../src/safety/hazards.ts';
import type { Happening } from '../../src/treatment/host/run.ts';
import { headerFields, sampleAt, summaryOf } from '../records/fixtures/treatments.ts';
import { at, fault, openRig } from '../treatment/rig.ts';
import type { RigOptions } from '../treatment/rig.ts';
import { contrast, scratch } from './contrast.ts';

const startedAt = new Date('2026-11-20T09:35:12.000Z');

interface Kept {
  readonly folder: string;
  readonly path: string;
}

/** A treatment on the simulated device, with its record as the journal writes it, at fixed clock times. */
async function recordOf(happenings: readonly Happening[], options: RigOptions = {}): Promise<Kept> {
  const rig = await openRig(options);
  const summary = await rig.run(happenings);
  const folder = scratch();
  let atS = 0;
  const plan = rig.companion.config.plan.phases.map(({ kind, setpointC, dwellMs }) => ({
    kind,
    setpointC,
    dwellMs,
  }));
  const journal = openJournal({
    folder,
    header: { ...headerFields, plan, seed: options.seed ?? 1 },
    startedAt,
    utcNow: () => new Date(startedAt.getTime() + 1000 * atS),
    suffix: () => '7f3a',
  });
  for (const { t, entry } of rig.entries) {
    atS = t;
    const { type, fields } = recorded(entry);
    journal.append(type, t, fields);
  }
  journal.append('summary', summary.durationS, { ...summary, id: journal.id });
  await journal.close();
  return { folder, path: journal.path };
}

/** Keeps the lines before the first that matches, and half of that one: what a power cut leaves. */
function cutAt({ path }: Kept, pattern: RegExp): void {
  const text = fs.readFileSync(path, 'utf8');
  const start = text.lastIndexOf('\n', text.search(pattern)) + 1;
  expect(start).toBeGreaterThan(1);
  fs.writeFileSync(path, text.slice(0, start + 40));
}

async function explained(folder: string, ...words: string[]): Promise<string> {
  const out: string[] = [];
  const terminal = {
    out: (text: string) => void out.push(text),
    err: (text: string) => void out.push(text),
    interactive: false,
    colour: false,
    columns: 90,
    tongue: english,
  };
  const program = new Command().exitOverride();
  registerExplain(program, terminal, { CONTRAST_RECORDS: folder });
  await program.parseAsync(['node', 'contrast', 'explain', 'latest', ...words]);
  return `${out.join('\n')}\n`;
}

/**
 * What is told, without what was measured: figures and curves move with every change of controller or plant, words and
 * order do not. Times and readings that matter are asserted one by one.
 */
const wording = (text: string): string =>
  text
    .replaceAll(/^ +-?[\d.]* ┤.*$/gm, '  ┤')
    .replaceAll(/^ +(└─+)$/gm, '  └')
    .replaceAll(/^ +\d+:\d\d +\d+:\d\d$/gm, '  time')
    .replaceAll(/\b\d+(?::\d\d)+(?:\.\d+)?/g, 'time')
    .replaceAll(/\d+\.\d+/g, '0.0')
    .replaceAll(/(?<=line )\d+|\d+(?= lines| s\))/g, 'N')
    .replaceAll(/\d+ %/g, '0 %')
    .replaceAll(/(?<=time) {2,}| {2,}(?=time)/g, '  ');

describe('contrast explain', () => {
  it.each<[string, Happening[]]>([
    ['tripped', [fault(900, 'plate-a-open')]],
    ['heatsink', [fault(300, 'vents-covered')]],
    ['link-lost', [fault(300, 'link-lost')]],
    ['stopped', [at(900, { type: 'STOP', by: 'the operator' })]],
    ['ended-early', [at(1500, { type: 'END_EARLY' })]],
  ])('of a treatment: %s', async (name, happenings) => {
    const { folder } = await recordOf(happenings);
    await expect(wording(await explained(folder))).toMatchFileSnapshot(`explain/${name}.txt`);
  });

  it('of a record that was cut off says what is proven, and that the rest is not known', async () => {
    const kept = await recordOf([at(720, { type: 'STOP', by: 'the operator' })]);
    cutAt(kept, /"t":700,/);
    await expect(wording(await explained(kept.folder))).toMatchFileSnapshot('explain/cut-off.txt');
  });

  it('of a record that was cut off after a trip explains the trip, and claims no outcome', async () => {
    const kept = await recordOf([fault(900, 'plate-a-open')]);
    cutAt(kept, /"t":950,/);
    const text = await explained(kept.folder);
    expect(text).toMatch(/^NOT KNOWN: .*no proven end.* It had tripped:\s+sensor-open/);
    expect(text).toMatch(/Rule +sensor-open /);
    expect(text).toMatch(/When +15:00 \(900\.2 s\)/);
    expect(text).toMatch(/Cold finish +not known/);
    expect(text).toMatch(/Heat dose +at least/);
  });

  it('of the stop button says which rule heard it and what to do with it', async () => {
    const press: Happening = {
      atS: 900,
      happen: ({ board }) => {
        board.simulation?.setStopPressed(true);
      },
    };
    const { folder } = await recordOf([press]);
    const text = await explained(folder);
    expect(text).toMatch(/^STOPPED: stopped by the stop button/);
    expect(text).toContain(
      'Take the plate off the skin. Look at the skin. Release the stop button',
    );
    expect(text).toMatch(/H21: /);
  });

  it('draws the last minute: every sample, the limit as a level, the drive below', async () => {
    const { folder } = await recordOf([fault(300, 'vents-covered')]);
    const [, plots = ''] = (await explained(folder)).split('once a second\n');
    const [temperatures = '', drive = ''] = plots.split(/^ +% /m);
    expect(temperatures).toMatch(/╌ limit 50 °C\n +50\.\d ┤╌╌╌╌.*⠉$/m);
    expect(temperatures.match(/┤/g)).toHaveLength(10);
    expect(drive).toMatch(/ 0\.0 ┤╌╌╌╌/);
    // Where the curve lies is the controller's; that it is there, below zero, is the plot's.
    expect(drive).toMatch(/^ +-\d+\.\d ┤/m);
    expect(drive).toMatch(/[⠁-⣿]{3}/);
  });

  it('of a completed treatment has nothing to explain but what was delivered', async () => {
    const { folder } = await recordOf([]);
    const text = await explained(folder);
    expect(text).toMatch(/^COMPLETED: the whole prescription was delivered\.\n/);
    expect(text).toMatch(
      /State +treating\.cold: phase 7 of 7, cold at 12 °C, 10:00 after it began/,
    );
    expect(text).toMatch(/Phases +7 of 7 planned ones in full/);
    expect(text).not.toMatch(/Rule|Limit|Guards/);
  });

  it('as JSON is one object with the same facts', async () => {
    const { folder } = await recordOf([fault(300, 'vents-covered')]);
    const facts: unknown = JSON.parse(await explained(folder, '--json'));
    expect(facts).toMatchObject({
      outcome: 'faulted',
      rule: 'heatsink-hot',
      limit: '50.0 °C',
      moment: { what: 'fault', by: 'heatsink-hot', phase: { kind: 'cold' } },
      hazards: [{ id: 'H13', name: hazardNames.H13 }, { id: 'H14' }],
      delivered: { phasesPlanned: 7, phasesInFull: 0, coldFinish: null },
      verification: { verdict: 'intact' },
    });
    expect((facts as { samples: unknown[] }).samples).toHaveLength(60);
  });

  it('works as a command on what the command wrote', () => {
    const folder = scratch();
    const words = ['--speed', 'max', '--yes', '--fault', 'plate-a-open@900', '--records', folder];
    expect(contrast(['run', ...words]).code).toBe(5);
    const ran = contrast(['explain', 'latest', '--records', folder], { LC_ALL: 'C' });
    expect(ran).toMatchObject({ code: 0, err: '' });
    expect(ran.out).toMatch(/^FAULTED: plate sensor A converts to 1023; the limit is/);
    expect(ran.out).not.toMatch(/[\u2800-\u28ff]/);
    expect(contrast(['explain', 'nobody', '--records', folder])).toMatchObject({
      code: 2,
      err: expect.stringContaining('RECORD_UNKNOWN'),
    });
  });
});

type Line = Parameters<Journal['append']>;

/** A short record by hand, for what no simulated treatment of this version can bring about. */
async function written(...lines: Line[]): Promise<Kept> {
  const folder = scratch();
  const journal = openJournal({ folder, header: headerFields, startedAt, utcNow: () => startedAt });
  for (const line of lines) journal.append(...line);
  await journal.close();
  return { folder, path: journal.path };
}

const summary = (fields: Partial<Fields<'summary'>>): Line => [
  'summary',
  20,
  { ...summaryOf('by hand'), ...fields },
];
const fell = (by: string, t: number): Line => [
  'state',
  t,
  { from: 'treating.hot', to: 'faulted', event: 'TRIP', by },
];

describe('what the record does not say', () => {
  it('a rule of a later version is explained by what the record itself says', async () => {
    const { folder } = await written(
      ['sample', 9, sampleAt(9)],
      [
        'trip',
        10,
        {
          rule: 'rule-of-tomorrow',
          reading: 'the plate hums at 440 Hz',
          limit: '20 Hz',
          message: 'the plate hums at 440 Hz; the limit is 20 Hz. Sing along.',
        },
      ],
      fell('rule-of-tomorrow', 10),
      summary({ outcome: 'faulted', rule: 'rule-of-tomorrow' }),
    );
    const text = await explained(folder);
    expect(text).toMatch(
      /^FAULTED: the plate hums at 440 Hz; the limit is 20 Hz\.\n\nWhat to do: Sing along\.\n/,
    );
    expect(text).toMatch(/Rule +rule-of-tomorrow \(a rule that this version .* does not know\)/);
    expect(text).toMatch(/Guards against +not known/);
  });

  it.each([
    [['sessionGapMinutes'], 'Do not treat there now: wait as long as the reason says'],
    [['sessionGapMinutes', 'pregnant'], 'Do not treat this person with this device.'],
    [[], 'Do not treat this person with this device.'],
  ])('a start that was declined for %j is for the clock or for a clinician', async (ids, words) => {
    const reasons = ids.map((id) => ({
      id,
      rating: 'absolute' as const,
      text: id,
      advice: null,
      open: false,
    }));
    const { folder } = await written(
      [
        'screening',
        1,
        {
          site: 'calf-left',
          answers: [],
          answeredBy: 'Ann',
          admitted: false,
          refusal: 'no',
          result: 'contraindicated',
          profile: 'standard',
          checksTwiceAsOften: false,
          reasons,
          clinician: null,
          overrideReason: null,
          exposure: null,
        },
      ],
      summary({ outcome: 'declined', reason: 'no', phases: [] }),
    );
    expect(await explained(folder)).toContain(`What to do: ${words}`);
  });

  it('an old sample is not "just before", and a trip without a reading has none', async () => {
    const { folder } = await written(
      ['sample', 1, sampleAt(1)],
      ['trip', 10, { rule: 'x', reading: null, limit: null, message: 'something is wrong' }],
      fell('x', 10),
      summary({ outcome: 'faulted', rule: 'x', reason: 'something is wrong' }),
    );
    const text = await explained(folder);
    expect(text).toMatch(/Just before +not known/);
    expect(text).toMatch(/Reading +not known/);
    expect(text).toContain('What to do: Take the plate off the skin.');
  });

  it('a trip is explained though the summary says "completed"', async () => {
    const { folder } = await written(
      ['trip', 10, { rule: 'plate-hot', reading: 44, limit: 43, message: 'too hot' }],
      summary({ outcome: 'completed' }),
    );
    const text = await explained(folder);
    expect(text).toMatch(/^FAULTED: .*although its summary says "completed"/s);
    expect(text).toMatch(/Rule +plate-hot .*When +0:10 /s);
  });

  it('a fault after the treatment is not put into its last phase', async () => {
    const { folder } = await written(
      ['phase', 1, { phase: 2, kind: 'hot', setpointC: 40, dwellMs: 5000 }],
      ['state', 10, { from: 'settling', to: 'faulted', event: 'TRIP', by: 'companion' }],
      summary({ outcome: 'faulted', rule: 'not-settling', reason: 'it stayed hot' }),
    );
    expect(await explained(folder)).toMatch(/State +settling\n/);
  });

  it('a lost link is named though the record ends with it', async () => {
    const { folder } = await written([
      'state',
      10,
      { from: 'treating.cold', to: 'faulted', event: 'LINK_LOST', by: 'link' },
    ]);
    expect(await explained(folder)).toMatch(/^NOT KNOWN: .*Rule +link-lost /s);
  });

  it('a trip that did not take the session down is not taken for the cause', async () => {
    const other = { rule: 'sensor-stale', reading: '300 ms', limit: '300 ms', message: '' };
    const { folder } = await written(
      ['trip', 9, other],
      ['state', 10, { from: 'treating.cold', to: 'faulted', event: 'LINK_LOST', by: 'link' }],
      ['trip', 10.3, other],
      summary({ outcome: 'faulted', rule: 'link-lost', reason: 'the link was lost' }),
    );
    const text = await explained(folder);
    expect(text).toMatch(/^FAULTED: the link was lost\.\n/);
    expect(text).toMatch(/Rule +link-lost .*Reading +not known/s);
  });

  it.each(['', '{"seq":0', 'no record at all\n'])('nothing is made up from %j', async (content) => {
    const folder = scratch();
    fs.writeFileSync(`${folder}/x.jsonl`, content);
    const text = await explained(folder);
    expect(text).toMatch(/^NOT KNOWN: /);
    expect(text).toMatch(/Last entry +not known|When +not known/);
    expect(text).not.toMatch(/undefined|NaN|null/);
  });

  it('whatever line a record ends with, there is an explanation without a hole', async () => {
    const kept = await recordOf([fault(300, 'vents-covered')]);
    const lines = fs.readFileSync(kept.path, 'utf8').split('\n');
    const events = lines.flatMap((line, index) => (line.includes('"sample"') ? [] : [index]));
    for (const index of events) {
      fs.writeFileSync(kept.path, lines.slice(0, index).join('\n') + (index > 0 ? '\n' : ''));
      const text = await explained(kept.folder);
      expect(text).toMatch(/^(NOT KNOWN|FAULTED): /);
      expect(text).not.toMatch(/undefined|NaN|null|\.\./);
      for (const line of text.split('\n')) expect(line.length).toBeLessThanOrEqual(90);
    }
  });
});

const reads = (channel: 'plateA' | 'heatsink', value: number) =>
  ({ kind: 'reads', channel, value, unit: '°C', limit: 43 }) as const;

it.each<[string, string, number | null]>([
  ['plate sensor A reads 43.2 °C', '43.0 °C for 0.3 s, or 44.0 °C at once', 43],
  ['the heatsink sensor reads 54.1 °C', '54.0 °C', 54],
  ['plate sensor A reads no temperature', '7.0 °C for 0.3 s', null],
  ['plate sensors A and B read 40.0 °C and 42.0 °C', 'a difference of 1.5 °C for 1 s', null],
  ['plate sensor A jumped by 4.0 °C', '3 °C in 0.25 s', null],
  ['plate sensor A reads 40.0 °C', '1.0 °C/s over 2 s', null],
  ['the plate warms by 1.20 °C/s', '0.60 °C/s over 0.3 s', null],
])('a limit is drawn only where it is a temperature: %s, %s', (reading, limit, levelC) => {
  // As a record of format 1 has it.
  expect(limitLevelOf({ found: null, reading, limit })).toBe(levelC);
});

it.each<[Fact, number | null]>([
  [reads('plateA', 43.2), 43],
  [reads('heatsink', 54.1), 43],
  [reads('plateA', Number.NaN), null],
  [{ ...reads('plateA', 900), unit: 'count' }, null],
  [{ kind: 'jumped', channel: 'plateA', value: 4, unit: 'K', limit: 3, forS: 0.25 }, null],
  [{ kind: 'cools-fast', value: 2, unit: '°C/s', limit: 1.5, forS: 2 }, null],
])('a limit is drawn only where its fact is a temperature: %j', (found, levelC) => {
  // What comes back from a record has null where there was no number.
  const stored = JSON.parse(JSON.stringify(found)) as AnyFact;
  expect(limitLevelOf({ found: stored, reading: 'words', limit: 'words' })).toBe(levelC);
});
