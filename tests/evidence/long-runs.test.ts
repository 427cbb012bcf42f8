/** Figures that are read: none may be missing, and many outputs are one. */
import fs from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, it, onTestFinished } from 'vitest';
import { summariseSimulation } from '../../src/evidence/simulation-summary.ts';
import type { SimulatedResult } from '../../src/evidence/simulated-treatment.ts';
import { figures } from './figures.ts';
import { layerFigures, layerNames, layerTests } from './layers.ts';
import { longRunNames, longRuns } from './long-runs.ts';
import type { SimulationChunk } from './long-runs.ts';
import { longRunOf, mergeSimulations } from './merged-runs.ts';
import { digest, sample, sampleLayers, sampleResults } from './sample.ts';
import { decisive, sourcesDigest } from './sources.ts';
import { number, percent, seconds } from './words.ts';

const project = resolve(dirname(fileURLToPath(import.meta.url)), '../..');
const layerTexts = Object.fromEntries(
  layerNames.map((name) => [name, JSON.stringify(sampleLayers[name])]),
);
const runTexts = Object.fromEntries(
  longRunNames.map((name) => [name, JSON.stringify(sample.longRuns[name])]),
);

function temporaryFolder(): string {
  const folder = fs.mkdtempSync(join(tmpdir(), 'contrast-figures-'));
  onTestFinished(() => {
    fs.rmSync(folder, { recursive: true, force: true });
  });
  return folder;
}

describe('figures of the layers', () => {
  it('are read as they were left', () => {
    expect(layerFigures(layerTexts)).toEqual(sampleLayers);
  });

  const places = layerNames.flatMap((layer) =>
    Object.keys(sampleLayers[layer]).map((name) => [layer, name] as const),
  );
  it.each(places)('without the %s figure %s there is no report', (layer, name) => {
    const { [name]: left, ...rest } = sampleLayers[layer] as Record<string, unknown>;
    expect(left).toBeDefined();
    for (const spoilt of [rest, { ...rest, [name]: null }]) {
      const texts = { ...layerTexts, [layer]: JSON.stringify(spoilt) };
      expect(() => layerFigures(texts)).toThrow(`figures of ${layer} (${layerTests[layer]})`);
      expect(() => layerFigures(texts)).toThrow(name);
    }
  });

  it('of a whole layer that are missing are named with their test', () => {
    expect(() => layerFigures({})).toThrow(
      new RegExp(layerNames.map((name) => `figures of ${name} .*no figures`).join('[^]*')),
    );
  });

  it('come from tests that exist and leave them', () => {
    for (const [layer, path] of Object.entries(layerTests))
      expect(fs.readFileSync(join(project, path), 'utf8')).toContain(`figures('${layer}'`);
  });

  it('are left once, in the folder that is named, and nowhere without one', () => {
    const folder = temporaryFolder();
    const before = process.env['CONTRAST_EVIDENCE'];
    onTestFinished(() => {
      if (before === undefined) delete process.env['CONTRAST_EVIDENCE'];
      else process.env['CONTRAST_EVIDENCE'] = before;
    });
    process.env['CONTRAST_EVIDENCE'] = '';
    figures('tables', sampleLayers.tables);
    process.env['CONTRAST_EVIDENCE'] = folder;
    figures('tables', sampleLayers.tables);
    expect(fs.readdirSync(folder)).toEqual(['tables.json']);
    expect(() => {
      figures('tables', sampleLayers.tables);
    }).toThrow('EEXIST');
  });
});

describe('long runs', () => {
  it('are read as they were kept', () => {
    expect(longRuns(runTexts)).toEqual(sample.longRuns);
  });

  it.each(longRunNames)('%s that is not recorded is named, with the way to record it', (name) => {
    expect(() => longRuns({ ...runTexts, [name]: undefined })).toThrow(
      new RegExp(`long run ${name} is not recorded.*record\\.mjs ${name}`),
    );
    const undated = JSON.stringify({ ...sample.longRuns[name], ranOn: 'yesterday' });
    expect(() => longRuns({ ...runTexts, [name]: undated })).toThrow('ranOn');
    const empty = JSON.stringify({ ...sample.longRuns[name], result: {} });
    expect(() => longRuns({ ...runTexts, [name]: empty })).toThrow('result.');
  });

  it('the committed ones can be read', () => {
    const folder = join(project, 'tests/evidence/long-runs');
    const texts = longRunNames.map(
      (name) => [name, fs.readFileSync(join(folder, `${name}.json`), 'utf8')] as const,
    );
    expect(Object.keys(longRuns(Object.fromEntries(texts)))).toEqual(longRunNames);
  });

  it.each([
    ['faults', sampleResults.faults, /the same trials are in more than one output: plate-a-open/],
    ['mutation', sampleResults.mutation, /the same file is in more than one output/],
    ['planted-bugs', sampleResults['planted-bugs'], /the same bug is in more than one output: 1/],
  ] as const)('of %s are one after the other, none twice', (name, output, said) => {
    const when = { ranOn: '2026-01-31', sources: digest };
    expect(longRunOf(name, [output], when)).toEqual({ ...when, result: output });
    expect(() => longRunOf(name, [output, output], when)).toThrow(said);
    expect(() => longRunOf(name, [{}], when)).toThrow('invalid_type');
  });
});

const result: fc.Arbitrary<Omit<SimulatedResult, 'seed'>> = fc.record({
  outcome: fc.constantFrom('completed', 'faulted', 'stopped'),
  rule: fc.constantFrom(null, 'plate-hot', 'dose', 'sensor-open'),
  durationS: fc.integer({ min: 0, max: 5000 }),
  plateMaxC: fc.double({ min: 20, max: 60, noNaN: true }),
  plateMinC: fc.double({ min: -9, max: 20, noNaN: true }),
  stoppable: fc.boolean(),
  faults: fc.constantFrom([], [{ atS: 1, id: 'fan-stopped', untilS: null }]),
  violations: fc.constantFrom([], [{ law: 'L1', atS: 1, what: 'heat' }]),
});

const chunkOf = (results: readonly SimulatedResult[]): SimulationChunk =>
  JSON.parse(JSON.stringify(summariseSimulation(results))) as SimulationChunk;

describe('outputs of many seeded treatments', () => {
  it('come to the same as one run over all seeds, in any order', () => {
    const runs = fc.tuple(
      fc.array(result, { minLength: 1, maxLength: 30 }),
      fc.integer({ min: 1, max: 7 }),
    );
    fc.assert(
      fc.property(runs, fc.boolean(), ([drawn, size], backwards) => {
        const results = drawn.map((one, index) => ({ ...one, seed: 5 + index }));
        const chunks = Array.from({ length: Math.ceil(results.length / size) }, (_, index) =>
          chunkOf(results.slice(index * size, (index + 1) * size)),
        );
        const merged = mergeSimulations(backwards ? chunks.toReversed() : chunks);
        const { seeds, simulatedHours: hours, ...sums } = merged;
        const one = mergeSimulations([chunkOf(results)]);
        const { seeds: oneSeeds, simulatedHours: oneHours, ...oneSums } = one;
        expect(sums).toEqual(oneSums);
        // Sums of the same hours in another order may be rounded to neighbouring hundredths.
        expect(Math.abs(hours - oneHours)).toBeLessThan(0.011);
        expect(oneSeeds).toEqual([[5, results.length]]);
        expect(seeds.reduce((sum, [, treatments]) => sum + treatments, 0)).toBe(results.length);
        expect(seeds[0]?.[0]).toBe(5);
        const { rules, outcomes, plateMaxC, simulatedHours } = chunkOf(results);
        expect(new Map(sums.rules)).toEqual(new Map(rules));
        expect(sums).toMatchObject({ outcomes, plateMaxC });
        expect(hours).toBeCloseTo(simulatedHours, 1);
      }),
    );
  });

  it('with a seed in two of them are refused: it would count twice', () => {
    const chunk = { ...chunkOf([]), treatments: 10 };
    const at = (firstSeed: number): SimulationChunk => ({ ...chunk, firstSeed });
    expect(mergeSimulations([at(1), at(11)]).treatments).toBe(20);
    expect(() => mergeSimulations([at(10), at(1)])).toThrow('seed 10 is in more than one output');
  });
});

describe('the digest of the sources', () => {
  it('changes with every file that decides a treatment, and with its name', () => {
    const folder = temporaryFolder();
    for (const part of decisive) fs.mkdirSync(join(folder, part, 'deep'), { recursive: true });
    const file = join(folder, 'src/safety/deep/rules.ts');
    const seen = [sourcesDigest(folder)];
    fs.writeFileSync(file, '43');
    seen.push(sourcesDigest(folder));
    expect(sourcesDigest(folder)).toBe(seen[1]);
    fs.writeFileSync(file, '44');
    seen.push(sourcesDigest(folder));
    fs.renameSync(file, join(folder, 'src/safety/deep/other.ts'));
    seen.push(sourcesDigest(folder));
    expect(new Set(seen).size).toBe(4);
  });
});

it('figures are words that do not flatter', () => {
  expect([0, 999, 1000, 1234567].map(number)).toEqual(['0', '999', '1,000', '1,234,567']);
  expect([percent(9999, 10_000), percent(1, 1), percent(0, 0), percent(1, 3)]).toEqual([
    '99.9 %',
    '100 %',
    '–',
    '33.3 %',
  ]);
  expect([null, 0.25, 9.94, 138.2, 3105.6].map(seconds)).toEqual([
    '–',
    '0.3',
    '9.9',
    '138',
    '3,106',
  ]);
});
