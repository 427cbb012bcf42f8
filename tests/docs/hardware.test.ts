/** The pages for who builds the device: current, complete, and with ratings that hold. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { defaultPinMap, pinLabel, pinRoles } from '../../hardware/parts/pin-map.ts';
import { rigs } from '../../hardware/plant/rigs.ts';
import { project } from '../cli/contrast.ts';
import { lines, wireSizes } from './hardware/currents.ts';
import { bringUp } from './hardware/bring-up.ts';
import { bringUpPage, hardwarePage } from './hardware/pages.ts';
import { parts } from './hardware/parts.ts';
import { wiringDrawing } from './hardware/wiring-drawing.ts';

describe('the pages are current', () => {
  it('docs/hardware.md', async () => {
    await expect(hardwarePage()).toMatchFileSnapshot('../../docs/hardware.md');
  });
  it('docs/bring-up.md', async () => {
    await expect(bringUpPage()).toMatchFileSnapshot('../../docs/bring-up.md');
  });
  it('docs/wiring.svg', async () => {
    await expect(wiringDrawing(defaultPinMap)).toMatchFileSnapshot('../../docs/wiring.svg');
  });
});

describe('the bill of materials', () => {
  it('has a part for every pin', () => {
    const wired = new Set(parts.flatMap(({ pins = [] }) => pins));
    expect(pinRoles.map(({ role }) => role).filter((role) => !wired.has(role))).toEqual([]);
  });

  it('has a pull-down for every output that could give power', () => {
    const pullDowns = parts.find(({ name }) => name.startsWith('Pull-down'));
    expect(pullDowns?.pins).toEqual(['bridgeCool', 'bridgeHeat', 'bridgeEnable', 'relay', 'fan']);
    expect(pullDowns?.quantity).toBe(pullDowns?.pins?.length);
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

  it('has as many modules and thermistors as the simulated device', () => {
    const { array, sensors } = rigs.reference.parameters;
    const count = (name: string): number | undefined =>
      parts.find((part) => part.name === name)?.quantity;
    expect(count('Peltier modules')).toBe(array.moduleCount);
    const { witness, ...beads } = sensors;
    expect(count('Thermistors')).toBe(Object.keys(beads).length);
    expect(count('Witness of the plate')).toBe([witness].length);
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

describe('drawing and bring-up follow the pin map', () => {
  const moved = { ...defaultPinMap, relay: 12, stopLoop: 3, plateB: 5 };

  it('every pin is in the drawing, wherever it is', () => {
    const drawn = wiringDrawing(moved);
    for (const role of pinRoles) {
      expect(drawn).toContain(`>${pinLabel(role, moved)}<`);
      expect(drawn).toContain(`>${role.signal}<`);
    }
    expect(drawn).not.toContain('>D7<');
  });

  it('every step names the pins as they are, and something to see', () => {
    const steps = bringUp(moved);
    const text = JSON.stringify(steps);
    expect(text).toContain('D12');
    expect(text).not.toMatch(/\bD7\b|\bD2\b/);
    expect(steps.filter(({ see }) => see.length === 0)).toEqual([]);
  });
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
