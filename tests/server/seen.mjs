/**
 * What the tests have seen of the API, against what its description promises: each status that no test has seen is named,
 * and a route whose success none has seen fails. Usage: seen.mjs FOLDER, in which the tests have left what they saw.
 */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

const folder = process.argv[2] ?? '';
const linesOf = (name) => readFileSync(join(folder, name), 'utf8').split('\n').filter(Boolean);
const documented = linesOf('documented.txt');
const seen = new Set(
  readdirSync(folder)
    .filter((name) => name !== 'documented.txt')
    .flatMap(linesOf),
);
const unseen = documented.filter((line) => !seen.has(line));
const missing = unseen.filter((line) => line.endsWith(' 200'));
process.stdout.write(
  `${documented.length} answers are described, ${unseen.length} seen by no test\n`,
);
for (const line of unseen) process.stdout.write(`  not seen: ${line}\n`);
for (const line of missing) process.stdout.write(`✗ no test has seen ${line}\n`);
process.exitCode = documented.length > 0 && missing.length === 0 ? 0 : 1;
