/** The files of the report: reads what it is made of, writes it, or says what is out of date. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { truePlateBounds } from '../../src/evidence/fault-trial.ts';
import { failuresOf } from './findings.ts';
import type { Evidence } from './findings.ts';
import { pageOf } from './html.ts';
import { layerFigures, layerNames } from './layers.ts';
import { longRunNames, longRuns } from './long-runs.ts';
import type { LongRunName } from './long-runs.ts';
import { markdownOf } from './markdown.ts';
import { longRunOf } from './merged-runs.ts';
import { reportBlocks, reportTitle, withHeadline } from './report.ts';
import { sourcesDigest } from './sources.ts';

const textAt = (path: string): string | undefined =>
  existsSync(path) ? readFileSync(path, 'utf8') : undefined;

const longRunPath = (project: string, name: LongRunName): string =>
  join(project, 'tests/evidence/long-runs', `${name}.json`);

const table = <Name extends string>(
  names: readonly Name[],
  text: (name: Name) => string | undefined,
): Record<string, string | undefined> =>
  Object.fromEntries(names.map((name) => [name, text(name)]));

/** What must be in each file, by path, and what speaks against the device. */
export function composed(
  project: string,
  figuresFolder: string,
  testsPassed: boolean,
): { readonly files: Readonly<Record<string, string>>; readonly failures: readonly string[] } {
  const evidence: Evidence = {
    layers: layerFigures(table(layerNames, (name) => textAt(join(figuresFolder, `${name}.json`)))),
    longRuns: longRuns(table(longRunNames, (name) => textAt(longRunPath(project, name)))),
    sourcesNow: sourcesDigest(project),
    plateBounds: truePlateBounds,
    testsPassed,
  };
  const blocks = reportBlocks(evidence);
  const readme = readFileSync(join(project, 'README.md'), 'utf8');
  return {
    files: {
      'docs/evidence.md': markdownOf(blocks),
      'docs/evidence.html': pageOf(`Contrast Companion: ${reportTitle.toLowerCase()}`, blocks),
      'README.md': withHeadline(readme, evidence),
    },
    failures: failuresOf(evidence),
  };
}

export function write(project: string, files: Readonly<Record<string, string>>): void {
  for (const [path, text] of Object.entries(files)) writeFileSync(join(project, path), text);
}

/** Files that are not what they must be, each with the first line that differs. */
export function stale(project: string, files: Readonly<Record<string, string>>): string[] {
  return Object.entries(files).flatMap(([path, text]) => {
    const kept = textAt(join(project, path)) ?? '';
    if (kept === text) return [];
    const [lines, must] = [kept.split('\n'), text.split('\n')];
    const at = must.findIndex((line, index) => line !== lines[index]);
    const where = at < 0 ? must.length : at;
    return [
      `${path}:${where + 1} is "${(lines[where] ?? '').slice(0, 120)}", must be "${(must[where] ?? '').slice(0, 120)}"`,
    ];
  });
}

/** @returns the path of the file that keeps the run */
export function record(
  project: string,
  name: string,
  outputs: readonly string[],
  { ranOn, ranIn }: { readonly ranOn: string; readonly ranIn: string },
): string {
  const known = longRunNames.find((one) => one === name);
  if (known === undefined)
    throw new Error(`"${name}" is no long run; there are ${longRunNames.join(', ')}`);
  if (outputs.length === 0) throw new Error('no output to record: name at least one file');
  const read = outputs.map((path): unknown => JSON.parse(readFileSync(path, 'utf8')));
  const run = longRunOf(known, read, { ranOn, sources: sourcesDigest(ranIn) });
  const path = longRunPath(project, known);
  writeFileSync(path, `${JSON.stringify(run, null, 2)}\n`);
  return path;
}

export { layerTests } from './layers.ts';
