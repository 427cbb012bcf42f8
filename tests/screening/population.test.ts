/** Ten thousand people before the checklist of today and before the earlier one: who is treated, who is not, and why. */
import { expect, describe, it } from 'vitest';
import { checklist } from '../../src/safety/screening-checklist.ts';
import { figures } from '../evidence/figures.ts';
import { earlierChecklist } from './earlier-checklist.ts';
import { draw, populationFigures } from './population.ts';

const people = 10_000;
const drawn = draw(people);
const found = populationFigures(drawn);
const sum = (count: Readonly<Record<string, number>>): number =>
  Object.values(count).reduce((so, one) => so + one, 0);

describe(`${people} people`, () => {
  it('are each admitted, reduced, sent to a clinician or declined, before and after', () => {
    figures('screening', {
      people: { done: sum(found.all.after), of: people },
      als: found.als,
      all: found.all,
      newlyHeld: found.newlyHeld,
      newlyTreated: found.newlyTreated,
      why: found.why.map((row) => [...row]),
    });
    for (const group of [found.all, found.als]) {
      expect(sum(group.before)).toBe(group.people);
      expect(sum(group.after)).toBe(group.people);
    }
    expect(found.all.people).toBe(people);
    expect(found.newlyHeld).toBeGreaterThan(0);
    expect(found.newlyTreated).toBeGreaterThan(0);
  });

  it('with ALS: hardly any could pass truthfully, and now many do, all of them with care', () => {
    const { before, after, people: many } = found.als;
    expect(many).toBeGreaterThan(1500);
    expect((before.admit + before.reduce) / many).toBeLessThan(0.05);
    expect(after.reduce / many).toBeGreaterThan(0.15);
    expect(after.admit).toBe(0);
  });

  it('are never treated with what is never to be treated, but what a good word lowers', () => {
    const never = checklist.filter(
      (item) =>
        (item.heat === 'absolute' || item.cold === 'absolute') &&
        item.loweredBy === undefined &&
        item.onlyAt === undefined,
    );
    let met = 0;
    for (const { person, is } of drawn) {
      const has = never.filter(({ id }) => person.facts.has(id));
      met += has.length;
      if (has.length > 0) expect(is.effect, has.map(({ id }) => id).join()).toBe('decline');
      if (is.effect === 'admit' || is.effect === 'reduce') {
        for (const { id, loweredBy } of checklist) {
          if (loweredBy === undefined || !person.facts.has(id)) continue;
          expect(person.told.words[id]?.newOrWorse, id).toBe('no');
        }
      }
    }
    expect(met).toBeGreaterThan(500);
  });

  it.each(['sickle-cell', 'pump', 'cold-muscle', 'dysreflexia-attack', 'cold-pale-limb', 'strap'])(
    'were treated with %s before, and are not now',
    (id) => {
      const them = drawn.filter(({ person }) => person.facts.has(id));
      expect(them.length).toBeGreaterThan(0);
      expect(them.some(({ was }) => was.effect === 'admit' || was.effect === 'reduce')).toBe(true);
      expect(them.every(({ is }) => is.effect === 'decline')).toBe(true);
    },
  );

  it('who do not know that they feel nothing are found by a test, and were not by a question', () => {
    const them = drawn.filter(({ person }) => person.facts.has('numb-site') && person.isUnaware);
    expect(them.length).toBeGreaterThan(20);
    expect(them.some(({ was }) => was.effect === 'admit' || was.effect === 'reduce')).toBe(true);
    expect(them.every(({ is }) => is.effect === 'decline')).toBe(true);
  });
});

it('the earlier checklist is whole: 55 questions, each told by facts that are known', () => {
  expect(new Set(earlierChecklist.map(([id]) => id)).size).toBe(55);
  const known = new Set([
    ...checklist.map(({ id }) => id),
    'pregnant at the trunk',
    'skin sensitive to light',
  ]);
  expect(earlierChecklist.flatMap(([, , facts]) => facts.filter((one) => !known.has(one)))).toEqual(
    [],
  );
  // Ids are kept: what was asked then is asked now, under the same name.
  const ids = new Set(checklist.map(({ id }) => id));
  expect(earlierChecklist.filter(([id]) => !ids.has(id))).toEqual([]);
});
