/** The hazard log: complete, true to the program, and written as a page. */
import { describe, expect, it } from 'vitest';
import { controls } from './hazards/controls.ts';
import { hazardLog } from './hazards/hazard-log.ts';
import { strayNames } from './hazards/other-controls.ts';
import { anchorOf, hazardPage, namedTests } from './hazards/page.ts';
import { problemsOf } from './hazards/problems.ts';
import type { Controls, Log } from './hazards/problems.ts';
import { exists, overlap, titlesIn } from './hazards/test-titles.ts';
import { world } from './hazards/world.ts';

const except = <Value>(
  table: Readonly<Record<string, Value>>,
  key: string,
): Record<string, Value> =>
  Object.fromEntries(Object.entries(table).filter(([own]) => own !== key));

describe('the hazard log', () => {
  it('has no hole, no dead name and no disagreement', () => {
    expect(problemsOf(hazardLog, controls)).toEqual([]);
    expect(strayNames).toEqual([]);
  });

  it('docs/hazards.md is current', async () => {
    await expect(hazardPage(hazardLog, controls)).toMatchFileSnapshot('../../docs/hazards.md');
  });

  it('the list of named tests is current', async () => {
    const text = `${JSON.stringify(namedTests(hazardLog, controls), null, 2)}\n`;
    await expect(text).toMatchFileSnapshot('hazards/named-tests.json');
  });
});

it('docs/hazards.md links only to what exists', () => {
  const page = hazardPage(hazardLog, controls);
  const anchors = [...page.matchAll(/^#+ (.+)$/gm)].map(([, heading]) => anchorOf(heading!));
  const links = [...page.matchAll(/\]\((?!https?:)([^)]+)\)/g)].map(([, link]) => link!);
  expect(links.length).toBeGreaterThan(100);
  const dead = links.filter((link) =>
    link.startsWith('#') ? !anchors.includes(link.slice(1)) : !exists(`docs/${link}`),
  );
  expect(dead).toEqual([]);
  expect(new Set(anchors).size).toBe(anchors.length);
  const files = [...page.matchAll(/`((?:src|machines|hardware|tests)\/[\w./-]*)`/g)];
  expect(files.filter(([, file]) => !exists(file!))).toEqual([]);
});

describe('what would be wrong is said', () => {
  const broken = (change: {
    log?: Log;
    controls?: Controls;
    world?: Partial<typeof world>;
  }): string[] =>
    problemsOf(change.log ?? hazardLog, change.controls ?? controls, { ...world, ...change.world });

  it('a hazard or a control that is left out', () => {
    for (const id of world.hazardIds)
      expect(broken({ log: except(hazardLog, id) })).toContain(`${id} is not in the log`);
    for (const key of Object.keys(controls))
      expect(broken({ controls: except(controls, key) })).toContain(`there is no control ${key}`);
  });

  it('a control without tests or code, or with such as do not exist', () => {
    for (const [key, control] of Object.entries(controls)) {
      const changed = (change: object): string[] =>
        broken({ controls: { ...controls, [key]: { ...control, ...change } } });
      expect(changed({ tests: {} })).toContain(`${key} has no test`);
      expect(changed({ code: [] })).toContain(`${key} has no code`);
      expect(changed({ code: ['src/gone.ts'] })).toContain(`${key}: there is no src/gone.ts`);
      const [file] = Object.keys(control.tests);
      expect(changed({ tests: { [file!]: ['nothing of the kind'] } })).toContain(
        `${key}: ${file} has no test "nothing of the kind"`,
      );
    }
  });

  it('a rule that is removed, or against other hazards than the log says', () => {
    for (const rule of world.rules) {
      const others = world.rules.filter((other) => other !== rule);
      const changed = (hazards: readonly string[]): string[] =>
        broken({ world: { rules: [...others, { id: rule.id, hazards }] } });
      expect(broken({ world: { rules: others } })).toContain(`rule ${rule.id} does not exist`);
      expect(changed([...rule.hazards, 'H34'])).toEqual([
        `rule ${rule.id} names H34, the log does not`,
      ]);
      expect(changed([])).toHaveLength(rule.hazards.length);
    }
  });

  it('a rule, a reason, a stage, an alarm, a part or a step that nobody named', () => {
    const added = { id: 'new', hazards: ['H01'] };
    expect(broken({ world: { rules: [...world.rules, added] } })).toContain(
      'rule new is not among the controls',
    );
    const named = ['guardReasons', 'stages', 'steps', 'lawIds'] as const;
    for (const list of named)
      expect(broken({ world: { [list]: [...world[list], 'new'] } })).toHaveLength(1);
    const guarding = ['alarms', 'rows', 'parts'] as const;
    for (const list of guarding)
      expect(broken({ world: { [list]: [...world[list], added] } })).toHaveLength(2);
  });

  it('a hazard without controls, with one twice, or in silence about itself', () => {
    const changed = (change: object): string[] =>
      broken({ log: { ...hazardLog, H11: { ...hazardLog.H11, ...change } } });
    expect(changed({ controls: [] })).toContain('H11 has no control');
    const { controls: own } = hazardLog.H11;
    expect(changed({ controls: [...own, own[0]] })).toContain('H11 names a control twice');
    expect(changed({ left: ' ' })).toContain('H11 says too little');
    const paper = own.filter((key) => key.startsWith('step:'));
    expect(changed({ controls: paper })).toContain('H11 is weak and does not say what comes next');
  });
});

describe('titles of tests', () => {
  it('are found behind it, each and runIf, with values as stars', () => {
    const source =
      "describe.runIf(ok)('a', () => {\n  it.each([[1, 'x']])(\n    'b %s of $c.d',\n    (n) => {});\n  it(`e ${f}`, g);\n  call('h');";
    expect(titlesIn(source)).toEqual(['a', 'b * of *', 'e *']);
  });

  it.each([
    ['abc', 'abc', true],
    ['abc', 'abd', false],
    ['a*', 'abc', true],
    ['a*c', '*b*', true],
    ['a*c', 'b*', false],
    ['*', '*', true],
    ['', '*', true],
    ['', 'a', false],
  ])('%s and %s overlap: %s', (one, other, expected) => {
    expect(overlap(one, other)).toBe(expected);
    expect(overlap(other, one)).toBe(expected);
  });

  it('a name that only a title of a bare value could bear must stand among the values', () => {
    const file = 'tests/safety/interlocks.test.ts';
    expect(world.hasTest(file, 'the interlock table > count 901')).toBe(true);
    expect(world.hasTest(file, 'the interlock table > count 902')).toBe(false);
    expect(world.hasTest(file, 'another table > count 901')).toBe(false);
    expect(world.hasTest('tests/gone.test.ts', '*')).toBe(false);
  });
});
