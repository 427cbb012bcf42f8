import { expect, it, vi } from 'vitest';
import { validatePlant } from '../../hardware/plant/validate.ts';

vi.setConfig({ testTimeout: 120_000 });

it('agrees with data sheets, polynomials of a maker, energy conservation and known figures', () => {
  const rows = validatePlant();
  expect(rows.filter(({ ok }) => !ok)).toEqual([]);
  expect(rows.length).toBeGreaterThan(100);
  expect(new Set(rows.map(({ what }) => what)).size).toBe(rows.length);
});
