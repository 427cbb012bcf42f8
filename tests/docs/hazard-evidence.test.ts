/** The tests that the hazard log names must really have run and passed. */
import { describe, expect, it } from 'vitest';
import { leftOutEvidence, missingEvidence, skippedTests } from '../hazard-evidence.mjs';
import type { TestReport } from '../hazard-evidence.mjs';
import { controls } from './hazards/controls.ts';
import { hazardLog } from './hazards/hazard-log.ts';
import { namedTests } from './hazards/page.ts';

const file = 'tests/a/b.test.ts';
const wanted = { [file]: { 'the rule > trips at *': 'H01 rule:plate-hot' } };

const reportOf = (
  tests: readonly (readonly [title: string, status: string])[],
  name = `/somewhere/${file}`,
): TestReport => ({
  testResults: [
    {
      name,
      assertionResults: tests.map(([title, status]) => ({
        ancestorTitles: ['the rule'],
        title,
        status,
      })),
    },
  ],
});

describe('evidence', () => {
  it('is there where the test passed, or all that a star stands for', () => {
    const report = reportOf([
      ['trips at 43', 'passed'],
      ['trips at 44', 'passed'],
      ['something else', 'failed'],
    ]);
    expect(missingEvidence(report, wanted)).toEqual([]);
    expect(leftOutEvidence(report, wanted)).toEqual([]);
    const windows = reportOf([['trips at 43', 'passed']], `C:\\x\\${file.replaceAll('/', '\\')}`);
    expect(missingEvidence(windows, wanted)).toEqual([]);
  });

  it.each<[string, TestReport | undefined, string]>([
    ['no report', undefined, 'did not run'],
    ['an empty report', {}, 'did not run'],
    ['a test of another name', reportOf([['does not trip at 43', 'passed']]), 'did not run'],
    ['a longer name', reportOf([['it trips at 43', 'passed']]), 'did not run'],
    [
      'a file of another name',
      reportOf([['trips at 43', 'passed']], '/x/a/b.test.ts'),
      'did not run',
    ],
    ['a failed test', reportOf([['trips at 43', 'failed']]), 'did not pass (failed)'],
    [
      'one of several that failed',
      reportOf([
        ['trips at 43', 'passed'],
        ['trips at 44', 'failed'],
      ]),
      'did not pass (failed)',
    ],
    ['a test that is only planned', reportOf([['trips at 43', 'todo']]), 'did not pass (todo)'],
    ['a state of tomorrow', reportOf([['trips at 43', 'maybe']]), 'did not pass (maybe)'],
  ])('is missing with %s', (_what, report, words) => {
    expect(missingEvidence(report, wanted)).toEqual([
      `${file}: "the rule > trips at *" ${words}; it is evidence for H01 rule:plate-hot`,
    ]);
    expect(leftOutEvidence(report, wanted)).toEqual([]);
  });

  it.each(['pending', 'skipped'])(
    'is left out, not missing, where this machine cannot run it: %s',
    (status) => {
      const report = reportOf([['trips at 43', status]]);
      expect(missingEvidence(report, wanted)).toEqual([]);
      expect(leftOutEvidence(report, wanted)).toHaveLength(1);
    },
  );

  it('by default, is wanted for every test that the log names', () => {
    const named = Object.values(namedTests(hazardLog, controls));
    const count = named.reduce((sum, names) => sum + Object.keys(names).length, 0);
    expect(missingEvidence({ testResults: [] })).toHaveLength(count);
  });
});

it('what did not run on this machine is named test by test', () => {
  const report = reportOf([
    ['trips at 43', 'passed'],
    ['trips at 44', 'skipped'],
    ['trips at 45', 'failed'],
    ['trips at 46', 'pending'],
  ]);
  expect(skippedTests(report)).toEqual([
    `${file}: "the rule > trips at 44"`,
    `${file}: "the rule > trips at 46"`,
  ]);
  expect(skippedTests(undefined)).toEqual([]);
});
