import fs from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { svgPlot } from '../../src/plots/svg-plot.ts';
import { plant, trial } from './command.ts';

let folder = '';
beforeEach(() => {
  folder = fs.mkdtempSync(join(tmpdir(), 'contrast-plant-'));
});
afterEach(() => {
  fs.rmSync(folder, { recursive: true });
});

const step = ['step', '--from', '40', '--to', '10'] as const;

describe('what a person sees', () => {
  it.each<[string, RegExp]>([
    ['rigs', /^reference +2 in parallel +12 V +5 V +1 +50 °C$/m],
    ['rigs --parameters', /^plate\.capacityJPerK +48 J\/K +5 … 2000$/m],
    ['rigs --parameters --rig heat12V', /^cutOut +none thermal cut-out; or none$/m],
    ['summary --rig reference', /^ {2}full heat, to 45 °C, s +8\.00$/m],
    ['step --from 40 --to 10', /^ +91\.95 s +10\.0 +10\.\d +10\.\d +39\.5 +13\.3 +−0\.63 +68\.7$/m],
    ['ramp --from 40 --to 10 --rate 0.5', /^Drive {2}as needed to follow the ramp, by a control/m],
    ['hold --at 40 --minutes 1', /^electrical power in the steady hold +6\.1 W$/m],
    ['stuck heat --rig heat12V', /^plate at 45 °C after +1\.8\d s$/m],
    ['stuck cool', /^The plate passes 5 °C after 9\.2 s; coldest −?-?6\.\d °C$/m],
  ])('%s fits a screen and holds the figure', (line, figure) => {
    const { out, err, exitCode } = plant(...line.split(' '));
    expect({ err, exitCode }).toEqual({ err: '', exitCode: 0 });
    expect(out).toMatch(figure);
    expect(out.split('\n').filter((one) => one.length > 84)).toEqual([]);
    expect(out).not.toMatch(/NaN|undefined|Infinity/);
  });

  it('four rigs side by side fit 80 characters', () => {
    const { out } = plant('summary');
    expect(out).toMatch(/^ +reference +heat12V threeModules fourModules$/m);
    expect(out.split('\n').filter((one) => one.length > 82)).toEqual([]);
  });

  it('each trial shows true plate, beads, heatsink, skin surface and drive', () => {
    const { out } = plant(...step);
    expect(out).toMatch(/^ +time +plate +bead A +bead B +heatsink +skin +duty +power$/m);
    expect(out).toMatch(/[\u2801-\u28FF]{5}/);
    const [first, second] = trial('stuck heat --rig heat12V --minutes 0.1').samples;
    expect(first).toMatchObject({ atS: 0, plateC: 40 });
    expect(first?.duty).toBeCloseTo(0.107, 3);
    expect(second?.duty).toBe(1);
    expect(second?.plateAC).toBeLessThan(second!.plateC + 0.2);
  });
});

describe('files', () => {
  it('holds the samples as CSV and the curves as SVG, and replaces neither unasked', () => {
    const [csv, svg] = [join(folder, 'step.csv'), join(folder, 'step.svg')];
    const { out } = plant(...step, '--csv', csv, '--svg', svg);
    expect(out).toContain(`Wrote ${svg}\nWrote ${csv}`);
    const [head = '', ...lines] = fs.readFileSync(csv, 'utf8').trimEnd().split('\n');
    expect(head).toBe(
      't_s,setpoint_c,plate_c,edge_c,plate_a_c,plate_b_c,heatsink_c,skin_surface_c,drive,module_a,electrical_w',
    );
    const { samples } = trial(step.join(' '));
    expect(lines).toHaveLength(samples.length);
    expect(lines.map((line) => Number(line.split(',')[2]))).toEqual(
      samples.map(({ plateC }) => plateC),
    );
    expect(fs.readFileSync(svg, 'utf8')).toMatch(/^<svg [^>]*>\n<title>Step from 40 to 10 °C/);

    fs.writeFileSync(csv, 'mine');
    const again = plant(...step, '--csv', csv);
    expect(again.exitCode).toBe(2);
    expect(again.err).toMatch(/step\.csv: this file is already there.*--force/);
    expect(fs.readFileSync(csv, 'utf8')).toBe('mine');
    plant(...step, '--csv', csv, '--force');
    expect(fs.readFileSync(csv, 'utf8')).toContain('plate_c');
    expect(fs.readdirSync(folder).toSorted()).toEqual(['step.csv', 'step.svg']);
  });

  it('says where it could not write', () => {
    const nowhere = join(folder, 'nowhere', 'step.svg');
    const { exitCode, err } = plant(...step, '--svg', nowhere);
    expect(exitCode).toBe(2);
    expect(err).toContain(nowhere);
  });

  it('nothing wanted is an empty cell', () => {
    const csv = join(folder, 'stuck.csv');
    plant('stuck', 'heat', '--minutes', '0.1', '--csv', csv);
    const [, ...lines] = fs.readFileSync(csv, 'utf8').trimEnd().split('\n');
    for (const line of lines) expect(line).toMatch(/^[\d.]+,,[\d.]+,/);
  });
});

describe('an SVG plot', () => {
  const number = fc.double({ min: -1e6, max: 1e6 });
  const curves = fc.array(
    fc.record({ name: fc.string(), points: fc.array(fc.tuple(number, number), { maxLength: 20 }) }),
    { maxLength: 9 },
  );

  it('is well formed and finite for any data and any words', () => {
    fc.assert(
      fc.property(curves, fc.string(), (data, words) => {
        const plot = { title: words, xLabel: words, yLabel: words, curves: data };
        const svg = svgPlot(plot);
        expect(svg).toBe(svgPlot(plot));
        expect(svg).not.toMatch(/="[^"]*(NaN|Infinity|undefined)[^"]*"/);
        const open = [...svg.matchAll(/<(?!\/)(\w+)[^<>]*?(\/?)>/g)];
        const closed = [...svg.matchAll(/<\/\w+>/g)];
        expect(open.filter(([, , self]) => self === '')).toHaveLength(closed.length);
        expect(svg.match(/<path clip-path/g)?.length ?? 0).toBe(data.length);
      }),
    );
  });

  it('takes words as words', () => {
    const words = '<b> & "c" </svg>';
    const empty = [{ name: words, points: [] }];
    const svg = svgPlot({ title: words, xLabel: words, yLabel: words, curves: empty });
    expect(svg).toContain('<title>&lt;b&gt; &amp; &quot;c&quot; &lt;/svg&gt;</title>');
    expect(svg).not.toContain('<b>');
    expect(svg.match(/<\/svg>/g)).toHaveLength(1);
  });

  it('puts a point where its axes say, and tells curves apart without colour', () => {
    const points = [
      [0, 0],
      [10, 100],
    ] as const;
    const svg = svgPlot({
      title: 't',
      xLabel: 'x',
      yLabel: 'y',
      xRange: [0, 20],
      yRange: [0, 200],
      curves: Array.from({ length: 7 }, (_, at) => ({ name: String(at), points })),
    });
    const strokes = [...svg.matchAll(/<path clip-path="[^"]*" d="([^"]*)"(.*)\/>/g)];
    expect(new Set(strokes.map(([, d]) => d))).toEqual(new Set(['M70 360L310 204']));
    const dashes = strokes.map(([, , style]) => /dasharray="([^"]*)"/.exec(style!)?.[1]);
    const colours = strokes.map(([, , style]) => /stroke="([^"]*)"/.exec(style!)?.[1]);
    expect(new Set(dashes).size).toBe(7);
    expect(new Set(colours).size).toBe(7);
  });
});
