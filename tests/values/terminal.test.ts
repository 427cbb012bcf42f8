/** Every number of terminal, export and explanation, computed a second time from the lines of the record or the treatment. */
import { english } from '../../src/words/tongue.ts';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Command } from 'commander';
import { describe, expect, it, onTestFinished } from 'vitest';
import { lastMinutePlot } from '../../src/cli/explain-plot.ts';
import { registerRecords } from '../../src/cli/records.ts';
import { summaryLines } from '../../src/cli/run-words.ts';
import { plainLine, viewLines } from '../../src/cli/run-view.ts';
import { explain } from '../../src/report/explanation.ts';
import { csvOf } from '../../src/records/export.ts';
import { openRig, shortPrescription } from '../treatment/rig.ts';
import { allEndings, golden, least, most, phasesIn, timeOf } from './golden.ts';
import type { Golden } from './golden.ts';

/** What `contrast records …` prints on a folder with this record. */
async function records({ text, summary }: Golden, ...words: string[]): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'contrast-values-'));
  onTestFinished(() => {
    rmSync(folder, { recursive: true });
  });
  writeFileSync(join(folder, `${summary.id}.jsonl`), text);
  const out: string[] = [];
  const say = (line: string): void => void out.push(line);
  const program = new Command().exitOverride();
  registerRecords(
    program,
    { out: say, err: say, interactive: false, colour: false, columns: 80, tongue: english },
    { CONTRAST_RECORDS: folder },
  );
  await program.parseAsync(['node', 'contrast', 'records', ...words]);
  return out.join('\n');
}

/** The value beside a name, where a name and two spaces begin a line. */
const besides = (text: string, name: string): string | undefined =>
  text
    .split('\n')
    .map((line) => line.trim())
    .find((line) => line.startsWith(`${name}  `))
    ?.slice(name.length)
    .trim();

const minutesOf = (seconds: number): string =>
  [Math.floor(Math.round(seconds) / 60), Math.round(seconds) % 60]
    .map((part) => String(part).padStart(2, '0'))
    .join(':');

describe.each(allEndings)('of a treatment that was %s', (ending) => {
  const made = golden(ending);

  it('the CSV has each sample with all its values', async () => {
    const { samples, stored } = await made;
    const rows = csvOf(stored.verification.lines).trimEnd().split('\n').slice(1);
    const wanted = samples.map(
      ({ t, state, phase, setpointC, plateAC, plateBC, heatsinkC, drive, cem43Min }) => [
        t,
        state,
        phase === 0 ? '' : phase,
        setpointC ?? '',
        plateAC,
        plateBC,
        heatsinkC,
        drive,
        cem43Min,
      ],
    );
    expect(rows).toHaveLength(wanted.length);
    for (const [index, row] of rows.entries())
      for (const [column, cell] of row.split(',').entries()) {
        const value = wanted[index]![column]!;
        if (typeof value === 'string') expect(cell, `row ${index}, column ${column}`).toBe(value);
        else
          expect(Math.abs(Number(cell) - value), `row ${index}, column ${column}`).toBeLessThan(
            0.00051,
          );
      }
  });

  it('`records show` has length, doses, the true plate and every phase', async () => {
    const of = await made;
    const { summary } = of;
    const shown = await records(of, 'show', 'latest');
    const { plateMinC, plateMaxC, atMinS, atMaxS } = summary.plant!;
    const at = (seconds: number): string => timeOf(Math.floor(seconds));
    expect(besides(shown, 'Length')).toBe(at(summary.durationS));
    expect(besides(shown, 'Heat dose')).toBe(`${summary.cem43Min.toFixed(3)} min CEM43`);
    expect(besides(shown, 'Cold')).toBe(
      `${summary.coldMinutes.toFixed(1)} min, ${summary.coldDegreeMinutes.toFixed(1)} °C·min below 20 °C`,
    );
    expect(besides(shown, 'True plate')).toBe(
      `hottest ${plateMaxC.toFixed(2)} °C at ${at(atMaxS)}, coldest ${plateMinC.toFixed(2)} °C at ${at(atMinS)} (simulated)`,
    );
    for (const { phase, kind, setpointC, fromS, toS, samples } of phasesIn(of)) {
      const plate = samples.flatMap(({ plateAC, plateBC }) => [plateAC, plateBC]);
      const { inBandMin, owedMin } = summary.phases.find((one) => one.phase === phase)!;
      const missed = inBandMin < owedMin ? ', NOT DELIVERED' : '';
      const words = [
        `${phase} ${kind} ${setpointC.toFixed(1)} °C ${at(fromS)} – ${at(toS)}`,
        `plate ${least(plate).toFixed(1)} … ${most(plate).toFixed(1)} °C, there ${inBandMin.toFixed(1)} of ${owedMin.toFixed(1)} min${missed}`,
      ].join(' ');
      expect(shown.split('\n').map((line) => line.trim().replaceAll(/\s+/g, ' '))).toContain(words);
    }
  });

  it('`records list --json` has the figures of the summary', async () => {
    const of = await made;
    const [row] = JSON.parse(await records(of, 'list', '--json')) as Record<string, unknown>[];
    const { outcome, durationS, cem43Min, coldMinutes } = of.summary;
    expect(row).toMatchObject({
      outcome,
      durationS,
      cem43Min,
      coldMinutes,
      simulated: true,
      bench: false,
    });
  });

  it('the last lines of the run have outcome, length, doses and every phase', async () => {
    const { summary } = await made;
    const terminal = {
      out: () => {},
      err: () => {},
      interactive: false,
      colour: false,
      columns: 80,
      tongue: english,
    };
    const text = summaryLines(
      summary,
      { history: [], recordPath: '/records/x.jsonl', restMinutes: 120, found: [] },
      terminal,
    ).join('\n');
    const ended = { completed: 'COMPLETED', stopped: 'STOPPED', faulted: 'FAULTED' } as Record<
      string,
      string
    >;
    expect(text).toContain(`${ended[summary.outcome]}: ${summary.reason}`);
    expect(besides(text, 'duration')).toBe(`${minutesOf(summary.durationS)} (min:s)`);
    expect(besides(text, 'heat dose')).toBe(`${summary.cem43Min.toFixed(3)} CEM43 min`);
    expect(besides(text, 'cold')).toBe(
      `${summary.coldMinutes.toFixed(1)} min, ${summary.coldDegreeMinutes.toFixed(1)} °C·min below 20 °C`,
    );
    // Heat was given, so that a cold finish is owed; a treatment that was cut off has not had it.
    const heated = summary.phases.some(({ kind }) => kind === 'hot');
    const finished = summary.outcome === 'completed' ? 'delivered' : 'NOT DELIVERED';
    expect(besides(text, 'cold finish')).toBe(heated ? finished : 'not owed: no heat was given');
    for (const { phase, kind, setpointC, inBandMin, owedMin } of summary.phases) {
      const verdict = inBandMin >= owedMin ? 'delivered' : 'NOT DELIVERED';
      expect(besides(text, `phase ${phase}`)).toBe(
        `${kind}, ${inBandMin.toFixed(1)} min at ${setpointC} °C of ${owedMin.toFixed(1)} owed: ${verdict}`,
      );
    }
    const { plateMinC, plateMaxC, atMinS, atMaxS } = summary.plant!;
    expect(besides(text, 'true plate')).toBe(
      `${plateMinC.toFixed(2)} °C at ${minutesOf(atMinS)} … ${plateMaxC.toFixed(2)} °C at ${minutesOf(atMaxS)} (simulated)`,
    );
  });
});

const degrees = (celsius: number): string =>
  Number.isFinite(celsius) ? `${celsius.toFixed(1)} °C` : '– °C';

describe('under way', () => {
  it('view and log have the numbers of the treatment at every look', async () => {
    let looks = 0;
    let nextS = 5;
    const seen: (() => void)[] = [];
    const rig = await openRig({ seed: 3, prescription: shortPrescription });
    let phaseFromS = Number.NaN;
    let phase = 0;
    rig.onTick.push(({ treatment, config, elapsedS }) => {
      const { context } = treatment.session;
      if (context.phase !== phase) [phase, phaseFromS] = [context.phase, elapsedS];
      if (elapsedS < nextS) return;
      nextS += 20;
      looks += 1;
      const view = viewLines({
        treatment,
        config,
        banners: [],
        history: [],
        keys: [],
        questions: [],
        columns: 200,
        tongue: english,
        colour: false,
      }).join('\n');
      const log = plainLine(english, treatment, config);
      const { cem43Min, coldMinutes } = treatment.dose;
      const setpoint = degrees(treatment.setpointC);
      seen.push(() => {
        expect(besides(view, 'dose')).toBe(
          `${cem43Min.toFixed(3)} of ${config.caps.cem43Min} CEM43 min, ${coldMinutes.toFixed(1)} cold min`,
        );
        expect(config.caps.cem43Min).not.toBe(config.caps.coldMinutes);
        expect(log).toContain(`dose ${cem43Min.toFixed(3)}`);
        for (const text of [view, log]) {
          expect(text).toContain(`setpoint ${setpoint}`);
          expect(text).toMatch(new RegExp(`plate:? +${degrees(treatment.trend.plateC)}`));
        }
        const percent = Math.round(Math.abs(treatment.gate.drive) * 100);
        const drive =
          treatment.gate.drive === 0
            ? 'off'
            : `${treatment.gate.drive > 0 ? 'heat' : 'cool'} ${percent} %`;
        for (const text of [view, log]) expect(text).toContain(`drive ${drive}`);
      });
      const number = phase;
      const treating = view.includes('in this phase');
      if (!treating) return;
      const leftS = 180 - (elapsedS - phaseFromS);
      const allS = leftS + (3 - phase) * 180;
      seen.push(() => {
        const told = /left +(\d+):(\d+) in this phase, (\d+):(\d+) in all/
          .exec(view)!
          .slice(1)
          .map(Number);
        expect(Math.abs(told[0]! * 60 + told[1]! - leftS)).toBeLessThanOrEqual(1);
        expect(Math.abs(told[2]! * 60 + told[3]! - allS)).toBeLessThanOrEqual(1);
        const logged = /, (\d+):(\d+) left in phase, (\d+):(\d+) in all$/
          .exec(log)!
          .slice(1)
          .map(Number);
        expect(logged).toEqual(told);
        expect(view).toContain(`phase ${number} of 3: ${number === 2 ? 'HOT' : 'COLD'}`);
        expect(
          Math.abs(
            Number(/(\d+) %$/m.exec(besides(view, 'treatment')!)![1]) - (1 - allS / 540) * 100,
          ),
        ).toBeLessThanOrEqual(1);
      });
    });
    await rig.run();
    for (const check of seen) check();
    expect(looks).toBeGreaterThan(25);
  });
});

describe('an explanation', () => {
  it('draws the limit where the axis says, above what was read', async () => {
    const { stored, samples } = await golden('tripped');
    const explanation = {
      ...explain(stored),
      found: {
        kind: 'reads-for',
        channel: 'plateA',
        value: 43.2,
        unit: '°C',
        limit: 47,
        forS: 0.3,
      },
    };
    const [name, top] = lastMinutePlot(explanation, {
      width: 80,
      colour: false,
      ascii: false,
      tongue: english,
    });
    expect(name).toContain('limit 47 °C');
    // The limit is the highest of all that is drawn, and the number at the top is its own.
    expect(most(samples.map(({ plateAC }) => plateAC))).toBeLessThan(47);
    expect(top).toMatch(/^47\.0 ┤.*╌/);
  });
});
