/** The pages for who builds the device: current, complete, and with ratings that hold. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { defaultPinMap, pinRoles } from '../../hardware/parts/pin-map.ts';
import { rigs } from '../../hardware/plant/rigs.ts';
import { project } from '../cli/contrast.ts';
import { bringUp } from './hardware/bring-up.ts';
import { lines, wireSizes } from './hardware/currents.ts';
import { bringUpPage, hardwarePage } from './hardware/pages.ts';
import { parts, quantityOf, signalsOf } from './hardware/parts.ts';
import { placementDrawing } from './hardware/section-drawing.ts';

describe('the pages are current', () => {
  it('docs/hardware.md', async () => {
    await expect(hardwarePage()).toMatchFileSnapshot('../../docs/hardware.md');
  });
  it('docs/bring-up.md', async () => {
    await expect(bringUpPage()).toMatchFileSnapshot('../../docs/bring-up.md');
  });
  it('docs/placement.svg', async () => {
    await expect(placementDrawing()).toMatchFileSnapshot('../../docs/placement.svg');
  });
});

describe('the bill of materials', () => {
  it('has a part for every pin', () => {
    const wired = new Set(parts.flatMap(signalsOf));
    expect(pinRoles.map(({ role }) => role).filter((role) => !wired.has(role))).toEqual([]);
  });

  it('has a pull-down for every output that could give power', () => {
    const pullDowns = parts.find(({ name }) => name.startsWith('Pull-down'))!;
    const outputs = pinRoles.filter(
      ({ kind, role }) => kind !== 'input' && kind !== 'analog' && role !== 'statusLed',
    );
    expect(signalsOf(pullDowns).toSorted()).toEqual(outputs.map(({ role }) => role).toSorted());
    expect(quantityOf(pullDowns)).toBe(outputs.length);
  });

  it('says of every part for which law or hazard it is there', () => {
    expect(parts.filter(({ reasons }) => reasons.length === 0)).toEqual([]);
  });

  it('rates every part above the current that it carries', () => {
    const rated = parts.filter(({ carriesA }) => carriesA !== undefined);
    expect(rated.length).toBeGreaterThanOrEqual(4);
    for (const { name, carriesA, ratedA } of rated) {
      expect(ratedA, name).toBeGreaterThan((carriesA ?? Number.NaN) * 1.15);
    }
  });

  it('has as many modules and sensors as the simulated device', () => {
    const { array, sensors } = rigs.reference.parameters;
    const count = (name: string): number => quantityOf(parts.find((part) => part.name === name)!);
    expect(count('Peltier modules')).toBe(array.moduleCount);
    const sensing = count('Thermistors') + count('Witness of the plate');
    expect(sensing).toBe(Object.keys(sensors).length);
  });

  it('names for every part one that can be ordered, and what all of it costs at the least and most', () => {
    for (const { name, order, euros } of parts) {
      expect(order, name).not.toBe('');
      expect(euros[0], name).toBeGreaterThan(0);
      expect(euros[1], name).toBeGreaterThanOrEqual(euros[0]);
    }
  });

  it('names the cut-out that the simulated device has', () => {
    const opensAtC = rigs.reference.parameters.cutOut?.tripC;
    expect(parts.map(({ name }) => name)).toContain(`Thermal cut-out, ${opensAtC} °C`);
  });
});

it.each(lines)('$id lets the device work, and blows before its wire is overloaded', (line) => {
  expect(line.steadyA).toBeLessThanOrEqual(line.fuseA * 0.75);
  expect(line.peakA).toBeLessThan(line.fuseA);
  const wire = wireSizes.find(({ mm2 }) => mm2 === line.wireMm2);
  expect(wire?.mostA).toBeGreaterThanOrEqual(line.fuseA);
});

it('every step of the bring-up names the pins as they are, and something to see', () => {
  const steps = bringUp({ ...defaultPinMap, relay: 5 });
  const text = JSON.stringify(steps);
  expect(text).toContain('D5');
  expect(text).not.toMatch(/\bD7\b/);
  expect(steps.filter(({ see }) => see.length === 0)).toEqual([]);
});

it.each(['hardware', 'bring-up', 'wiring', 'firmware'])(
  'docs/%s.md links only to what exists',
  (name) => {
    const page = readFileSync(join(project, 'docs', `${name}.md`), 'utf8');
    const links = [...page.matchAll(/\]\((?!https?:|#)([^)#]+)[^)]*\)/g)].map(([, link]) => link!);
    const files = [...page.matchAll(/`((?:src|hardware|tests)\/[\w./-]*)`/g)].map(
      ([, file]) => file!,
    );
    expect(links.filter((link) => !existsSync(join(project, 'docs', link)))).toEqual([]);
    expect(files.filter((file) => !existsSync(join(project, file)))).toEqual([]);
  },
);
