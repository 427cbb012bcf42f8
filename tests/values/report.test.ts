/** Every number of a printed report, computed a second time from the lines of the record. */
import { english } from '../../src/words/facts.ts';
import type { AnyFact } from '../../src/words/facts.ts';
import { describe, expect, it } from 'vitest';
import { reportOf } from '../../src/report/report.ts';
import { drawnIn } from './drawn.ts';
import { allEndings, golden, least, most, phasesIn, timeOf } from './golden.ts';
import type { Golden, Sample } from './golden.ts';

const plain = (text: string): string =>
  text
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll('&quot;', '"')
    .replaceAll(/\s+/g, ' ')
    .trim();

const factsIn = (page: string): ReadonlyMap<string, string> =>
  new Map(
    [...page.matchAll(/<dt>([\s\S]*?)<\/dt>\s*<dd>([\s\S]*?)<\/dd>/g)].map(
      ([, name = '', value = '']) => [plain(name), plain(value)] as const,
    ),
  );

const rowsIn = (page: string): string[][] =>
  [...page.matchAll(/<tr>([\s\S]*?)<\/tr>/g)]
    .slice(1)
    .map(([, row = '']) =>
      [...row.matchAll(/<t[hd][^>]*>([\s\S]*?)<\/t[hd]>/g)].map(([, cell = '']) => plain(cell)),
    );

const svgsIn = (page: string): string[] => page.match(/<svg[\s\S]*?<\/svg>/g) ?? [];

const curves: Readonly<Record<string, (sample: Sample) => number | null>> = {
  'plate sensor A': ({ plateAC }) => plateAC,
  'plate sensor B': ({ plateBC }) => plateBC,
  setpoint: ({ setpointC }) => setpointC,
  heatsink: ({ heatsinkC }) => heatsinkC,
};

/** Each sample lies where the axes say, and nothing else is drawn. */
function expectDrawn(svg: string, samples: readonly Sample[], unitS: number): void {
  const drawn = drawnIn(svg);
  expect([...drawn.curves.keys()]).toEqual(Object.keys(curves));
  for (const [name, value] of Object.entries(curves)) {
    const points = drawn.curves.get(name)!.flat();
    const told = samples.filter((sample) => value(sample) !== null);
    expect(points, name).toHaveLength(told.length);
    for (const [index, sample] of told.entries()) {
      const [x, y] = points[index]!;
      expect(Math.abs(x - sample.t / unitS), `${name} at ${sample.t} s`).toBeLessThan(
        drawn.roundingX,
      );
      expect(Math.abs(y - value(sample)!), `${name} at ${sample.t} s`).toBeLessThan(
        drawn.roundingY,
      );
    }
  }
}

const cold = (times: number, what: string): string =>
  times === 1 ? `${what} once` : `${what} ${times === 0 ? 'never' : `${times} times`}`;

describe.each(allEndings)('a report of a treatment that was %s', (ending) => {
  const made = golden(ending);
  const read = async (): Promise<{
    page: string;
    facts: ReadonlyMap<string, string>;
    of: Golden;
  }> => {
    const of = await made;
    const page = reportOf(of.stored);
    return { page, facts: factsIn(page), of };
  };

  it('has the figures of the record', async () => {
    const { page, facts, of } = await read();
    const { summary, lines } = of;
    const phases = phasesIn(of);
    const header = lines[0] as unknown as {
      limits: { cem43PerSessionMin: number; coldMinutesPerSession: number };
      plan: unknown[];
    };
    const { cem43PerSessionMin, coldMinutesPerSession } = header.limits;
    expect(page).toContain(`>${summary.outcome.toUpperCase()}</h1>`);
    expect(facts.get('Begun')).toBe('2026-11-20 09:35:12 UTC');
    expect(facts.get('Length, all in all')).toBe(timeOf(Math.floor(summary.durationS)));
    expect(facts.get('Heat dose')).toBe(
      `${summary.cem43Min.toFixed(2)} CEM43 min, of at most ${cem43PerSessionMin}`,
    );
    expect(facts.get('Cold')).toBe(
      `${summary.coldMinutes.toFixed(1)} min, of at most ${coldMinutesPerSession}`,
    );
    expect(facts.get('Cold by degrees')).toBe(
      `${summary.coldDegreeMinutes.toFixed(1)} °C·min below 20 °C`,
    );
    const inFull = summary.phases.filter(({ inBandMin, owedMin }) => inBandMin >= owedMin).length;
    expect(facts.get('Phases given in full')).toBe(`${inFull} of ${header.plan.length}`);
    const ended = phases.at(-1)!.kind === 'cold';
    expect(facts.get('Cold finish')).toBe(ended ? 'delivered' : 'NOT delivered');
    const count = (kind: string): number => phases.filter((phase) => phase.kind === kind).length;
    expect(plain(page)).toContain(
      `The plate was ${cold(count('cold'), 'cold')} and ${cold(count('hot'), 'hot')}.`,
    );
    const { plateMinC, plateMaxC } = summary.plant!;
    expect(facts.get('True plate (simulated)')).toBe(
      `${plateMinC.toFixed(1)} … ${plateMaxC.toFixed(1)} °C`,
    );
  });

  it('has each phase with its times, its setpoint, its range and what it gave', async () => {
    const { page, of } = await read();
    const phases = phasesIn(of);
    const wanted = phases.map(({ phase, kind, setpointC, fromS, toS, samples }) => {
      const plate = samples.flatMap(({ plateAC, plateBC }) => [plateAC, plateBC]);
      const { owedMin, inBandMin } = of.summary.phases.find((one) => one.phase === phase)!;
      const missed = inBandMin < owedMin ? ', NOT DELIVERED' : '';
      return [
        `${phase}. ${kind}`,
        setpointC.toFixed(1),
        timeOf(Math.floor(fromS)),
        timeOf(Math.floor(toS)),
        `${least(plate).toFixed(1)} … ${most(plate).toFixed(1)}`,
        `${inBandMin.toFixed(1)} of ${owedMin.toFixed(1)} min${missed}`,
      ];
    });
    expect(rowsIn(page)).toEqual(wanted);
  });

  it('draws every sample, and each phase, where the axes say', async () => {
    const { page, of } = await read();
    const [course, lastMinute] = svgsIn(page);
    expectDrawn(course!, of.samples, 60);
    const { bands, roundingX } = drawnIn(course!);
    const phases = phasesIn(of);
    expect(bands.map(({ kind }) => kind)).toEqual(phases.map(({ kind }) => kind));
    for (const [index, { from, to }] of bands.entries()) {
      expect(Math.abs(from - phases[index]!.fromS / 60)).toBeLessThan(roundingX);
      expect(Math.abs(to - phases[index]!.toS / 60)).toBeLessThan(roundingX);
    }
    const trouble = of.lines.findIndex(({ to, event }) => to === 'faulted' || event === 'STOP');
    expect(lastMinute === undefined).toBe(trouble < 0);
    if (lastMinute === undefined) return;
    const endS = of.lines[trouble]!.t;
    const before = of.lines.slice(0, trouble);
    const last = of.samples.filter(
      (sample) => before.includes(sample as never) && sample.t > endS - 60,
    );
    expect(last.length).toBeGreaterThan(50);
    expectDrawn(lastMinute, last, 1);
  });

  it('names what ended it: when, by what, reading and limit', async () => {
    const { facts, of } = await read();
    const end = of.lines.find(({ to, event }) => to === 'faulted' || event === 'STOP');
    expect(facts.has('When')).toBe(end !== undefined);
    if (end === undefined) return;
    expect(facts.get('When')).toBe(timeOf(Math.floor(end.t)));
    expect(facts.get('By')).toBe(end['by']);
    const trip = of.lines.find(({ type, rule }) => type === 'trip' && rule === end['by']);
    const found = trip?.['found'] as AnyFact | undefined;
    expect([facts.get('Reading'), facts.get('Limit')]).toEqual(
      found === undefined ? [undefined, undefined] : [english.reading(found), english.limit(found)],
    );
  });

  it('rests on a dose and on minutes of cold that the samples bear out', async () => {
    const { samples, summary, lines } = await made;
    const contactS = lines.find(({ event }) => event === 'CONTACT_CONFIRMED')!.t;
    let [cem43Min, coldMinutes, degreeMinutes] = [0, 0, 0];
    for (const [index, { t, plateAC, plateBC }] of samples.entries()) {
      if (t <= contactS) continue;
      const dtMin = (t - samples[index - 1]!.t) / 60;
      const [hottestC, coldestC] = [Math.max(plateAC, plateBC), Math.min(plateAC, plateBC)];
      // Sapareto and Dewey 1984.
      cem43Min += dtMin * (hottestC >= 43 ? 0.5 : 0.25) ** (43 - hottestC);
      if (coldestC <= 21) coldMinutes += dtMin;
      degreeMinutes += dtMin * Math.max(0, 20 - coldestC);
    }
    // Once a second, of readings with noise, against twenty times.
    expect(Math.abs(summary.cem43Min / cem43Min - 1)).toBeLessThan(0.03);
    expect(Math.abs(summary.coldMinutes - coldMinutes)).toBeLessThan(2 / 60);
    expect(Math.abs(summary.coldDegreeMinutes / degreeMinutes - 1)).toBeLessThan(0.01);
    const last = samples.at(-1)!;
    expect(summary.cem43Min).toBeCloseTo(last.cem43Min, 3);
    expect(Math.abs(summary.coldMinutes - last.coldMin)).toBeLessThan(0.05);
  });
});
