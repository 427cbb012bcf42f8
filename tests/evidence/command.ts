/** The files of the report: reads what it is made of, writes it, or says what is out of date. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { truePlateBounds } from '../../src/evidence/fault-trial.ts';
import { failuresOf, staleRuns } from './findings.ts';
import type { Evidence } from './findings.ts';
import { pageOf } from './html.ts';
import { layerFigures, layerNames } from './layers.ts';
import { longRunNames, longRuns } from './long-runs.ts';
import { markdownOf } from './markdown.ts';
import { longRunText } from './recorder.ts';
import { reportBlocks, reportTitle, withHeadline } from './report.ts';
import { sourcesDigest } from './sources.ts';

const textAt = (path: string): string | undefined =>
  existsSync(path) ? readFileSync(path, 'utf8') : undefined;

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
): {
  readonly files: Readonly<Record<string, string>>;
  readonly failures: readonly string[];
  /** What keeps these sources from being released, beside the failures. */
  readonly unreleasable: readonly string[];
} {
  const evidence: Evidence = {
    layers: layerFigures(table(layerNames, (name) => textAt(join(figuresFolder, `${name}.json`)))),
    longRuns: longRuns(table(longRunNames, (name) => longRunText(project, name))),
    sourcesNow: Object.fromEntries(
      longRunNames.map((name) => [name, sourcesDigest(project, name)]),
    ) as Evidence['sourcesNow'],
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
    unreleasable: staleRuns(evidence),
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

export { layerTests } from './layers.ts';
