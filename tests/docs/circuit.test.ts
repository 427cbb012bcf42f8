/** The circuit as data: complete, drawn as it is, and able to carry what the plant asks of it. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { guardPins, railLimitsV } from '../../hardware/guard/board-checks.ts';
import { defaultPinMap } from '../../hardware/parts/pin-map.ts';
import { rigs } from '../../hardware/plant/rigs.ts';
import { project } from '../cli/contrast.ts';
import { railBleeder } from '../../hardware/parts/rail-divider.ts';
import { boardPins } from './hardware/circuit/board-pins.ts';
import { crossingsOf } from './hardware/circuit/crossings.ts';
import { comparatorDividers } from './hardware/circuit/drive-parts.ts';
import { drawnNets } from './hardware/circuit/joined.ts';
import { kicadFiles, kicadNetlist } from './hardware/circuit/kicad.ts';
import { circuit, netsOf } from './hardware/circuit/netlist.ts';
import { schematicSvg } from './hardware/circuit/schematic-svg.ts';
import { schematicHeading, schematicSheets } from './hardware/circuit/schematic.ts';
import { clampFigures } from './hardware/clamp.ts';
import { boardA, isolatorA } from './hardware/currents.ts';
import { parts } from './hardware/parts.ts';
import { bulkFarad, closingA, legFarad } from './hardware/rail.ts';
import { schematicHash, sheetFiles } from './schematic-pdf.mjs';

const components = circuit(defaultPinMap);
const nets = netsOf(components);
const sheets = schematicSheets(defaultPinMap);

describe('the netlist', () => {
  it('names every part once', () => {
    const refs = components.map(({ ref }) => ref);
    expect(refs.filter((ref, index) => refs.indexOf(ref) !== index)).toEqual([]);
  });

  it('has two pins or more on every net', () => {
    expect([...nets].filter(([, pins]) => pins.length < 2)).toEqual([]);
  });

  it('has every pin of the pin map on a net that leaves the board', () => {
    for (const { pin, net } of boardPins(defaultPinMap)) {
      expect(nets.get(net), net).toContain(`A1.${pin}`);
    }
  });

  it('has every pin of the guard where the guard has it', () => {
    const { knownResistor, pump, loopDrive } = guardPins;
    expect(nets.get('KNOWN_RESISTOR')).toContain(`A1.A${knownResistor}`);
    expect(nets.get('PUMP')).toContain(`A1.D${pump}`);
    expect(nets.get('STOP_LOOP_DRIVE')).toContain(`A1.D${loopDrive}`);
  });
});

describe('netlist and list of parts', () => {
  it('name each other: every part of the one is a row of the other', () => {
    const rows = parts.filter(({ pieces }) => pieces === undefined).map(({ name }) => name);
    expect([...new Set(components.map(({ part }) => part))].toSorted()).toEqual(rows.toSorted());
  });

  it('make the same parts options', () => {
    const inCircuit = components.filter(({ option }) => option !== undefined);
    const inList = parts.filter(({ isOption }) => isOption === true).map(({ name }) => name);
    const named = new Set(inCircuit.map(({ part }) => part));
    expect([...named].filter((part) => !inList.includes(part))).toEqual([]);
  });

  it('moves with the pin map', () => {
    const moved = netsOf(circuit({ ...defaultPinMap, relay: 5 }));
    expect(moved.get('RELAY')).toContain('A1.D5');
    expect([...moved.values()].flat()).not.toContain('A1.D7');
    expect(() => boardPins({ ...defaultPinMap, relay: 12 })).toThrow('pin D12');
  });
});

/** Nets from one pin of a part to another by way of parts that pass current, in order. */
const netsAlong = (...refs: readonly string[]): string[][] =>
  refs.map((ref) => Object.values(components.find((part) => part.ref === ref)!.pins));
const share = (one: readonly string[], other: readonly string[]): boolean =>
  one.some((net) => other.includes(net));

describe('what the circuit is there for', () => {
  const pinsOf = (ref: string): Readonly<Record<string, string>> =>
    components.find((part) => part.ref === ref)!.pins;

  it.each([
    ['12 V', ['PS1', 'F1', 'TF1', 'K1', 'U2', 'TC1', 'M1', 'U4', 'K2', 'U3', 'X1', 'PS1']],
    ['5 V', ['PS2', 'F2', 'D1', 'K1', 'U3', 'K2', 'U4', 'M2', 'TC1', 'U2', 'X1', 'PS2']],
    ['coils', ['F3', 'S1', 'TC2', 'TC3', 'K2', 'Q4', 'X1', 'PS1']],
    ['stop loop', ['A1', 'R54', 'S1', 'J2', 'R55', 'JP1', 'A1']],
  ])('the current of %s passes every part that is to open it', (_, refs) => {
    const way = netsAlong(...refs);
    for (const [index, nets_] of way.slice(1).entries()) {
      expect(share(way[index]!, nets_), `${refs[index]} to ${refs[index + 1]}`).toBe(true);
    }
  });

  it('has nothing but K1 between the supply side and the leg side of a rail', () => {
    expect(pinsOf('K1')).toMatchObject({ 11: 'P12_TF', 14: 'VS_A', 21: 'P5_D1', 24: 'VS_B' });
    const supplySide = ['P12', 'P12_F1', 'P12_TF', 'P5', 'P5_F2', 'P5_D1', 'P12_F3'];
    const joining = components.filter(({ pins }) => {
      const own = Object.values(pins);
      return share(own, supplySide) && (own.includes('VS_A') || own.includes('VS_B'));
    });
    expect(joining.map(({ ref }) => ref)).toEqual(['K1']);
  });

  it('keeps large capacitors before the relay, and small ones behind it', () => {
    const farad = (value: string): number =>
      Number.parseFloat(value) * (value.includes('µF') ? 1e-6 : 1e-9);
    for (const leg of ['VS_A', 'VS_B']) {
      const behind = components.filter(
        ({ ref, pins }) => ref.startsWith('C') && Object.values(pins).includes(leg),
      );
      const sum = behind.reduce((total, { value }) => total + farad(value), 0);
      expect(sum).toBeGreaterThanOrEqual(legFarad);
      expect(sum).toBeLessThanOrEqual(railBleeder.farad);
      expect(
        components.filter(({ part, pins }) => part === 'Bleeder resistors' && pins['1'] === leg),
      ).toHaveLength(1);
    }
    const bulk = components.filter(({ part }) => part === 'Rail capacitors, supply side');
    expect(bulk.map(({ pins }) => pins['1'])).toEqual(['P12_F1', 'P5_F2']);
  });

  it('lets K1 close onto less than the 40 A that it may make', () => {
    expect(closingA(12, legFarad)).toBeLessThan(40);
    expect(closingA(12, bulkFarad)).toBeGreaterThan(100);
  });

  it('fires the clamp from the supply side of the diode', () => {
    expect(pinsOf('Q1')['A']).toBe(pinsOf('D1')['A']);
    expect(pinsOf('Q1')['A']).toBe('P5_F2');
    expect(clampFigures.leastFiresV).toBeGreaterThan(clampFigures.supplyV + 0.4);
    expect(clampFigures.legMostV).toBeLessThan(6.05);
  });

  it('lets the board see a heat rail that is too high before the clamp fires, and not a healthy one', () => {
    expect(railLimitsV.heatMost).toBeLessThan(clampFigures.legMostV);
    expect(railLimitsV.heatMost).toBeGreaterThan(clampFigures.legIdleV);
    expect(railLimitsV.heatLeast).toBeLessThan(rigs.reference.parameters.power.heatRailV * 0.95);
  });

  it('has a series resistor, a capacitor and a clamp at every pin that a wire from the plate or a rail comes to', () => {
    for (const net of ['PLATE_A', 'PLATE_B', 'HEATSINK', 'WITNESS', 'HEAT_RAIL', 'COOL_RAIL']) {
      const at = components.filter(({ pins }) => Object.values(pins).includes(net));
      const named = at.map(({ part }) => part);
      expect(named, net).toContain('Series resistors, 2.2 kΩ');
      expect(named, net).toContain('Clamp diodes');
      expect(
        at.some(({ ref }) => ref.startsWith('C')),
        net,
      ).toBe(true);
    }
  });

  it('gives every return a lug of its own at the star point', () => {
    const lugs = Object.values(pinsOf('X1'));
    expect(new Set(lugs).size).toBe(lugs.length);
    for (const ref of ['RT1', 'RT2', 'RT3', 'RT4', 'R45']) {
      expect(Object.values(pinsOf(ref)), ref).toContain('BEAD_RET');
    }
    expect(lugs).not.toContain('BEAD_RET');
    expect(lugs).not.toContain('GND');
  });

  it('opens leg B by nSLEEP, and never by DRVOFF', () => {
    expect(pinsOf('U3')['nSLEEP']).toBe(pinsOf('U2')['INH']);
    const drvoff = nets.get(pinsOf('U3')['DRVOFF']!)!;
    expect(drvoff.toSorted()).toEqual(['R11.1', 'U3.DRVOFF']);
  });

  it('trips the comparator at 46 and at 2 °C', () => {
    const { pullUpOhm, hot, cold } = comparatorDividers;
    const ohmAt = ({ upperOhm, lowerOhm }: { upperOhm: number; lowerOhm: number }): number =>
      (pullUpOhm * lowerOhm) / upperOhm;
    const kelvinAt = (ohm: number): number => 1 / (1 / 298.15 + Math.log(ohm / 10_000) / 3950);
    expect(kelvinAt(ohmAt(hot)) - 273.15).toBeCloseTo(46, 0);
    expect(kelvinAt(ohmAt(cold)) - 273.15).toBeCloseTo(2, 0);
  });

  it('asks more of the isolator than the board takes', () => {
    expect(boardA).toBeLessThan(isolatorA);
  });
});

describe('the schematic', () => {
  it('joins what the netlist joins, and nothing else', () => {
    const drawn = drawnNets(sheets.map(({ sheet }) => sheet));
    const joined = drawn.map(({ pins }) => pins.join(' ')).toSorted();
    const listed = [...nets.values()].map((pins) => pins.toSorted().join(' ')).toSorted();
    expect(joined).toEqual(listed);
  });

  it('calls every net by its own name', () => {
    for (const { pins, flags } of drawnNets(sheets.map(({ sheet }) => sheet))) {
      const net = [...nets].find(([, own]) => own.includes(pins[0]!))?.[0];
      for (const flag of flags) expect(flag).toBe(net);
    }
  });

  it.each(sheets)('$sheet.title: no text lies on a line or on another text', ({ sheet }) => {
    expect(crossingsOf(sheet)).toEqual([]);
  });

  it.each(sheets)('$sheet.title: the drawing in docs is current', async ({ file, sheet }) => {
    await expect(schematicSvg(sheet, schematicHeading)).toMatchFileSnapshot(
      `../../docs/${file}.svg`,
    );
  });
});

it('docs/schematic.pdf is printed from these sheets: `npm run schematic` prints it anew', () => {
  const pdf = readFileSync(join(project, 'docs/schematic.pdf'), 'latin1');
  expect(pdf.startsWith('%PDF-')).toBe(true);
  expect(pdf).toContain(`Schematic of the second board ${schematicHash()}`);
  expect(pdf.match(/\/Type \/Page\b/g)).toHaveLength(sheetFiles.length);
});

describe('for KiCad', () => {
  const files = [
    ...kicadFiles(sheets, components, schematicHeading),
    { name: 'contrast-board.net', text: kicadNetlist(components, nets) },
  ];

  it.each(files)('docs/kicad/$name is current', async ({ name, text }) => {
    await expect(text).toMatchFileSnapshot(`../../docs/kicad/${name}`);
  });

  it.each(files)('$name closes every bracket that it opens, outside of words', ({ text }) => {
    let depth = 0;
    let least = 0;
    for (const character of text.replaceAll(/"(?:[^"\\]|\\.)*"/g, '')) {
      if (character === '(') depth += 1;
      if (character === ')') depth -= 1;
      least = Math.min(least, depth);
    }
    expect(least).toBe(0);
    expect(depth).toBe(0);
  });
});
