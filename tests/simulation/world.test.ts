/** What people reported, and what is odd and healthy: each scenario comes to its verdict, by the true plate. */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { faultById } from '../../hardware/plant/faults.ts';
import { linkFaults } from '../../hardware/boards/link-faults.ts';
import { oddConditions } from '../../src/evidence/world/odd-conditions.ts';
import { reportedFailures } from '../../src/evidence/world/reported-failures.ts';
import { runWorldScenario } from '../../src/evidence/world/run-world-scenario.ts';
import { worldObjection } from '../../src/evidence/world/world-scenario.ts';
import type { WorldResult, WorldScenario } from '../../src/evidence/world/world-scenario.ts';
import { rules } from '../../src/safety/rules.ts';

const all = [...reportedFailures, ...oddConditions];

describe('the world outside', () => {
  it('has each scenario once, with faults that exist and rules that do', () => {
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
    expect(reportedFailures.length).toBeGreaterThanOrEqual(34);
    expect(oddConditions.length).toBeGreaterThanOrEqual(20);
    const ofLink = new Set<string>(linkFaults.map(({ id }) => id));
    const known = new Set<string>([...rules.map(({ id }) => id), 'self-test', 'link-lost']);
    for (const { id, events, expected } of all) {
      for (const { fault } of events) {
        expect(ofLink.has(fault) || faultById(fault).id === fault, `${id}: ${fault}`).toBe(true);
      }
      const named = expected.verdict === 'trips' ? expected.rules : [];
      expect(
        named.filter((rule) => !known.has(rule)),
        id,
      ).toEqual([]);
    }
  });

  it.each(all.map((scenario) => [scenario.id, scenario] as const))('%s', async (_id, scenario) => {
    expect(worldObjection(scenario, await runWorldScenario(scenario))).toBeNull();
  });
});

describe('a verdict', () => {
  const fine: WorldResult = {
    outcome: 'completed',
    rule: null,
    plateMinC: 11.5,
    plateMaxC: 40.5,
    trueCem43Min: 0.5,
    undelivered: [],
    drivenAfterTrip: false,
    happened: true,
  };
  const faulted = { ...fine, outcome: 'faulted', rule: 'fan-stalled' };
  const of = (expected: WorldScenario['expected']): WorldScenario => ({
    id: 'one',
    what: '',
    source: '',
    events: [],
    expected,
  });
  const delivers = of({ verdict: 'delivers' });
  const trips = of({ verdict: 'trips', rules: ['fan-stalled'] });
  const ends = of({ verdict: 'ends' });

  it.each<[string, WorldScenario, WorldResult]>([
    ['delivered', delivers, fine],
    ['tripped by its name', trips, faulted],
    ['ended', ends, { ...fine, outcome: 'ended early' }],
    ['untouched', trips, { ...faulted, plateMinC: Infinity, plateMaxC: -Infinity }],
  ])('%s is as it must be', (_what, scenario, result) => {
    expect(worldObjection(scenario, result)).toBeNull();
  });

  it.each<[string, WorldScenario, WorldResult]>([
    ['a false trip', delivers, faulted],
    ['a phase that was missed', delivers, { ...fine, undelivered: [2] }],
    ['a plate that is too hot', trips, { ...faulted, plateMaxC: 45.1 }],
    ['a plate that is too cold', trips, { ...faulted, plateMinC: 3.9 }],
    ['a plate that is no number', trips, { ...faulted, plateMaxC: Number.NaN }],
    ['a dose that is too large', delivers, { ...fine, trueCem43Min: 9.1 }],
    ['another rule', trips, { ...faulted, rule: 'off-course' }],
    ['no trip', trips, fine],
    ['drive after a trip', trips, { ...faulted, drivenAfterTrip: true }],
    ['one that is called delivered', ends, fine],
    ['one that never happened', delivers, { ...fine, happened: false }],
  ])('%s is objected to', (_what, scenario, result) => {
    expect(worldObjection(scenario, result)).not.toBeNull();
  });
});

/** What was found once is tried for ever: each file is one scenario, by the name of what was found. */
describe('the corpus', () => {
  const folder = fileURLToPath(new URL('corpus/', import.meta.url));
  const files = readdirSync(folder).toSorted();

  it('is not empty', () => {
    expect(files.length).toBeGreaterThan(0);
  });

  it.each(files)('%s', async (file) => {
    const scenario = JSON.parse(readFileSync(folder + file, 'utf8')) as WorldScenario;
    expect(file).toBe(`${scenario.id}.json`);
    expect(worldObjection(scenario, await runWorldScenario(scenario))).toBeNull();
  });
});
