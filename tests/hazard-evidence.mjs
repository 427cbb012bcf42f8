/**
 * Whether the tests that the hazard log names really ran and passed, from the JSON report of vitest. A name that no
 * test bears any more is found here even where the text of a test file still seems to have it.
 */
import { readFileSync } from 'node:fs';

/** Written by `npm run docs` from the hazard log. */
const named = () =>
  JSON.parse(readFileSync(new URL('docs/hazards/named-tests.json', import.meta.url), 'utf8'));

const slashed = (path) => String(path).replaceAll('\\', '/');

const asExpression = (pattern) =>
  new RegExp(
    `^${pattern
      .split('*')
      .map((piece) => piece.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
      .join('[\\s\\S]*')}$`,
  );

const nameOf = ({ ancestorTitles, title }) => [...ancestorTitles, title].join(' > ');

/** What came of one named test: the worst of all that bear the name. */
function fateOf(tests, pattern) {
  const expression = asExpression(pattern);
  const found = new Set(
    tests.filter((test) => expression.test(nameOf(test))).map(({ status }) => status),
  );
  if (found.size === 0) return 'did not run';
  const bad = [...found].filter((fate) => !['passed', 'pending', 'skipped'].includes(fate));
  if (bad.length > 0) return `did not pass (${bad.join(', ')})`;
  return found.has('passed') ? 'passed' : 'left out';
}

function fates(report, wanted) {
  const results = report?.testResults ?? [];
  return Object.entries(wanted).flatMap(([file, names]) => {
    const tests = results
      .filter(({ name }) => slashed(name) === file || slashed(name).endsWith(`/${file}`))
      .flatMap(({ assertionResults }) => assertionResults ?? []);
    return Object.entries(names).map(([name, evidenceFor]) => ({
      fate: fateOf(tests, name),
      words: `${file}: "${name}"`,
      evidenceFor,
    }));
  });
}

/**
 * Named tests that did not run or did not pass, in words; empty: there is evidence for every control. What this
 * machine cannot run is not among them: see leftOutEvidence.
 */
export function missingEvidence(report, wanted = named()) {
  return fates(report, wanted)
    .filter(({ fate }) => fate !== 'passed' && fate !== 'left out')
    .map(({ fate, words, evidenceFor }) => `${words} ${fate}; it is evidence for ${evidenceFor}`);
}

/** Named tests that were all left out on this machine, in words. */
export function leftOutEvidence(report, wanted = named()) {
  return fates(report, wanted)
    .filter(({ fate }) => fate === 'left out')
    .map(({ words, evidenceFor }) => `${words}; it is evidence for ${evidenceFor}`);
}

/** Every test that did not run on this machine, by name. */
export function skippedTests(report) {
  return (report?.testResults ?? []).flatMap(({ name, assertionResults }) =>
    (assertionResults ?? [])
      .filter(({ status }) => status !== 'passed' && status !== 'failed')
      .map((test) => `${slashed(name).replace(/^.*\/(?=tests\/)/, '')}: "${nameOf(test)}"`),
  );
}
