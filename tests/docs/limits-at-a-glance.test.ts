/** The page of limits is what the code enforces. `npm run docs` writes it anew. */
import { expect, it } from 'vitest';
import { limitsPage } from './limits-page.ts';

const page = limitsPage();
const [sideBySide = ''] = page.split('\n## ');
const rows = sideBySide
  .split('\n')
  .filter((line) => line.startsWith('| '))
  .map((line) => line.split('|').map((cell) => cell.trim()));

it('docs/limits-at-a-glance.md is current', async () => {
  await expect(page).toMatchFileSnapshot('../../docs/limits-at-a-glance.md');
});

const numbersIn = (text = ''): number[] =>
  [...text.matchAll(/(?<![\w`-])-?\d+(?:\.\d+)?/g)].map(([number]) => Number(number));

it.each(
  rows
    .filter(([, , unit]) => unit === '°C')
    .map(([, label = '', , ...cells]) => ({ label, cells })),
)('$label: each layer lies inside the one before it', ({ cells }) => {
  const ranges = cells
    .slice(0, 5)
    .map(numbersIn)
    .filter((numbers) => numbers.length === 2);
  for (const [at, [min = NaN, max = NaN]] of ranges.slice(1).entries()) {
    const [outerMin = NaN, outerMax = NaN] = ranges[at]!;
    expect(min).toBeGreaterThanOrEqual(outerMin);
    expect(max).toBeLessThanOrEqual(outerMax);
  }
});
