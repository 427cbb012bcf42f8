/** Figures of the layers: none may be missing. */
import fs from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it, onTestFinished } from 'vitest';
import { figures } from './figures.ts';
import { layerFigures, layerNames, layerTests } from './layers.ts';
import { sampleLayers } from './sample.ts';
import { number, percent, seconds } from './words.ts';

const project = resolve(dirname(fileURLToPath(import.meta.url)), '../..');
const layerTexts = Object.fromEntries(
  layerNames.map((name) => [name, JSON.stringify(sampleLayers[name])]),
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
