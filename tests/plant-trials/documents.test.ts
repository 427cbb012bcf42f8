import { english } from '../../src/words/tongue.ts';
import fs from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { ValidationRow } from '../../hardware/plant/validate.ts';
import { validatePlant } from '../../hardware/plant/validate.ts';
import { programFor } from '../../src/cli/main.ts';
import { withPlantTables } from '../../src/plant-trials/documents.ts';
import { figures } from '../../src/plant-trials/figures.ts';
import { plantWith } from './command.ts';

const project = resolve(dirname(fileURLToPath(import.meta.url)), '../..');
const docs = join(project, 'docs');
const read = (path: string): string => fs.readFileSync(join(docs, path), 'utf8');

const row = (what: string, got: number): ValidationRow => ({
  what,
  expected: 1,
  got,
  tolerance: 0.1,
  ok: Math.abs(got - 1) <= 0.1,
});

describe('the committed page is current: `contrast plant validate --docs` renews it', () => {
  it('docs/plant.md', () => {
    const page = read('plant.md');
    expect(withPlantTables(page, validatePlant())).toBe(page);
  });

  it('docs/plant/*.svg, byte for byte', () => {
    const made = figures();
    expect(fs.readdirSync(join(docs, 'plant')).toSorted()).toEqual(Object.keys(made).toSorted());
    for (const [name, svg] of Object.entries(made))
      expect(svg === read(`plant/${name}`), name).toBe(true);
  });

  it('shows every curve, and names only commands and files that exist', () => {
    const page = read('plant.md');
    for (const name of fs.readdirSync(join(docs, 'plant'))) {
      expect(page).toContain(`(plant/${name})`);
    }
    const files = [...page.matchAll(/`((?:src|hardware|tests|docs)\/[\w./-]*)`/g)];
    const links = [...page.matchAll(/\]\((?!https?:|#)([^)#]+)[^)]*\)/g)];
    const paths = [
      ...files.map(([, path]) => join(project, path!)),
      ...links.map(([, path]) => join(docs, path!)),
    ];
    expect(paths.filter((path) => !fs.existsSync(path))).toEqual([]);
    const commands = [...page.matchAll(/contrast plant (\w+)/g)].map(([, name]) => name);
    const known = new Set(['rigs', 'summary', 'step', 'ramp', 'hold', 'stuck', 'validate']);
    expect(commands.filter((name) => !known.has(name!))).toEqual([]);
    expect(new Set(commands)).toEqual(known);
  });

  it('refuses a page whose marks were lost', () => {
    const page = read('plant.md').replace('<!-- table rigs -->', '');
    expect(() => withPlantTables(page, [])).toThrow(/no place is marked for: rigs/);
    expect(() => withPlantTables('<!-- table colours --><!-- end -->', [])).toThrow(/"colours"/);
  });
});

describe('plant validate', () => {
  it('prints every comparison and ends well when all hold', () => {
    const validate = (): ValidationRow[] => [row('one', 1.05), row('two', 0.95)];
    const { out, exitCode } = plantWith({ validate }, 'validate');
    expect(exitCode).toBe(0);
    expect(out).toMatch(/^ok +1 +1\.05 +0\.1 {2}one$/m);
    expect(out).toContain('All 2 comparisons hold.');
    const { out: json } = plantWith({ validate }, 'validate', '--json');
    expect(JSON.parse(json)).toEqual({ ok: true, rows: validate() });
  });

  it.each([[1.5], [Number.NaN], [Infinity]])(
    'ends as a defect when one gives %s, and then writes no page',
    (got) => {
      const folder = fs.mkdtempSync(join(tmpdir(), 'contrast-docs-'));
      onTestFinished(() => {
        fs.rmSync(folder, { recursive: true });
      });
      fs.copyFileSync(join(docs, 'plant.md'), join(folder, 'plant.md'));
      const validate = (): ValidationRow[] => [row('one', 1), row('two', got)];
      const { out, err, exitCode } = plantWith({ validate }, 'validate', '--docs', folder);
      expect(exitCode).toBe(1);
      expect(out).toMatch(/^FAIL .* two$/m);
      expect(err).toContain('the plant fails 1 of 2 comparisons, the first is "two"');
      expect(fs.readdirSync(folder)).toEqual(['plant.md']);
      expect(fs.readFileSync(join(folder, 'plant.md'), 'utf8')).toBe(read('plant.md'));
    },
  );

  it('--docs writes tables and curves into a folder, and says which', () => {
    const folder = fs.mkdtempSync(join(tmpdir(), 'contrast-docs-'));
    onTestFinished(() => {
      fs.rmSync(folder, { recursive: true });
    });
    const empty = plantWith({ validate: () => [] }, 'validate', '--docs', folder);
    expect(empty.exitCode).toBe(2);
    expect(empty.err).toContain(join(folder, 'plant.md'));
    const marks = ['rigs', 'rails', 'summary', 'parameters', 'validation'];
    const page = marks.map((name) => `<!-- table ${name} -->old<!-- end -->`).join('\n');
    fs.writeFileSync(join(folder, 'plant.md'), page);
    const validate = (): ValidationRow[] => [row('one', 1.05)];
    const { out, exitCode } = plantWith({ validate }, 'validate', '--docs', folder);
    expect(exitCode).toBe(0);
    expect(out).toContain(join(folder, 'plant', 'stuck-heat.svg'));
    const written = fs.readFileSync(join(folder, 'plant.md'), 'utf8');
    expect(written).toContain('| one | 1 | 1.05 | 0.1 | ok |');
    expect(written).not.toContain('-->old<!--');
    for (const name of fs.readdirSync(join(docs, 'plant'))) {
      expect(fs.readFileSync(join(folder, 'plant', name), 'utf8')).toBe(read(`plant/${name}`));
    }
  });
});

it('is a command of the program', async () => {
  const terminal = {
    out: () => undefined,
    err: () => undefined,
    interactive: false,
    colour: false,
    columns: 80,
    tongue: english,
  };
  const program = await programFor(terminal);
  const found = program.commands.find((command) => command.name() === 'plant');
  expect(found?.commands.map((command) => command.name())).toEqual([
    'rigs',
    'summary',
    'step',
    'ramp',
    'hold',
    'stuck',
    'validate',
  ]);
});
