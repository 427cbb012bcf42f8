import { english } from '../../src/words/tongue.ts';
import { describe, expect, it } from 'vitest';
import { stripVTControlCharacters } from 'node:util';
import { screeningStatements, keysOf } from '../../src/cli/run-operator.ts';
import { progressBar, sparkline, timeLeft, viewLines, wrapped } from '../../src/cli/run-view.ts';
import { at, openRig } from '../treatment/rig.ts';

async function viewAt(atS: number, columns: number, colour = false): Promise<string[]> {
  const rig = await openRig();
  let lines: string[] = [];
  rig.onTick.push(({ treatment, config, elapsedS, state }) => {
    if (lines.length > 0 || elapsedS < atS) return;
    const keys = keysOf(state, false);
    lines = viewLines({
      treatment,
      config,
      banners: ['SIMULATION'],
      history: [12, 12.1, 30],
      keys,
      questions: screeningStatements(english),
      tongue: english,
      columns,
      colour,
    });
  });
  await rig.run([at(atS + 1, { type: 'STOP', by: 'test' })]);
  return lines;
}

describe('the live view', () => {
  it('shows phase, time left, plate against setpoint, drive, dose, progress and STOP', async () => {
    const text = (await viewAt(900, 100)).join('\n');
    for (const words of [
      'SIMULATION',
      'phase 2 of 7: HOT',
      'in this phase',
      'in all',
      'plate      40.',
      'setpoint 40.0 °C',
      'drive heat',
      'of 2 CEM43',
      '█',
      '[s] STOP',
    ]) {
      expect(text).toContain(words);
    }
  });

  it.each([36, 60, 80, 140])('loses no word at %d columns', async (columns) => {
    const lines = (await viewAt(900, columns)).map((line) => stripVTControlCharacters(line));
    for (const line of lines) expect(line.length).toBeLessThanOrEqual(columns);
    const words = lines.join(' ').replaceAll(/\s+/g, ' ');
    for (const statement of screeningStatements(english)) expect(words).toContain(statement);
  });

  it('counts down to the end of the phase and of the treatment', async () => {
    const rig = await openRig();
    let left = { phaseS: 0, allS: 0 };
    rig.onTick.push(({ treatment, config, elapsedS }) => {
      if (elapsedS <= 900) left = timeLeft(treatment, config);
    });
    await rig.run([at(901, { type: 'STOP', by: 'test' })]);
    expect(left.phaseS).toBeGreaterThan(300);
    expect(left.phaseS).toBeLessThan(400);
    expect(left.allS - left.phaseS).toBe(5 * 600);
  });

  it('counts no phase that an early end has called off', async () => {
    const rig = await openRig();
    const left: { phaseS: number; allS: number }[] = [];
    rig.onTick.push(({ treatment, config, state }) => {
      const { context } = treatment.session;
      if (context.ending && state.startsWith('treating')) left.push(timeLeft(treatment, config));
    });
    await rig.run([at(900, { type: 'END_EARLY' })]);
    // The whole final cold and nothing after it, down to its end.
    expect(left[0]!.phaseS).toBeGreaterThan(590);
    expect(left.map(({ allS }) => allS)).toEqual(left.map(({ phaseS }) => phaseS));
    expect(left.at(-1)!.allS).toBeLessThan(1);
  });

  it('draws what it is given', () => {
    expect(sparkline([10, 20, 15, Number.NaN], 10)).toBe('▁█▅');
    expect(sparkline([12, 12.1, 11.9], 10)).toBe('▁▂▁');
    expect(sparkline([], 10)).toBe('');
    // More than there is room for: the newest stay, and set the scale.
    expect(sparkline([90, 90, 20, 10, 15, 10], 3)).toBe('▁█▁');
    expect(sparkline([10, 10, 10, 20], 2)).toBe('▁█');
    expect([0, 0.5, 1, 7, -1].map((part) => progressBar(part, 4))).toEqual([
      '░░░░',
      '██░░',
      '████',
      '████',
      '░░░░',
    ]);
    expect(wrapped('one two three', 8)).toEqual(['one two', '  three']);
    expect(wrapped('unbreakable', 5)).toEqual(['unbre', '  aka', '  ble']);
  });
});
