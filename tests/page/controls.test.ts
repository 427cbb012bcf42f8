/** What the page says before somebody decides: how long a pause lasts, what an early end brings, whether the plate may be touched. */
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { LiveState } from '../../src/server/contract/live-state.ts';
import { translator } from '../../src/web/i18n/catalogue.ts';
import { Ended } from '../../src/web/screens/Ended.tsx';
import { RunControls } from '../../src/web/screens/RunControls.tsx';
import { inHotPhase } from '../web/fixtures.ts';
import { all, named, wordsOf } from './document.ts';
import type { Drawn } from './document.ts';
import { Page, degreesOf, looks, timeOf } from './page.ts';

vi.mock('uplot', async () => ({ default: (await import('./pen.ts')).Pen }));

let page: Page;
beforeEach(() => {
  page = new Page();
});
afterEach(() => {
  page.close();
});

function press(root: Drawn, label: string): void {
  const button = all(root, named('button')).find((one) => wordsOf(one) === label);
  const listener = button?.listeners.get('click') as ((event: object) => void) | undefined;
  if (button === undefined || listener === undefined) throw new Error(`no button "${label}"`);
  void act(() => {
    listener.call(button, { type: 'click' });
  });
}

const lengthsS = [600, 540, 480];
/** Every number differs from every other, so that none can stand in another one's place. */
const live: LiveState = {
  ...inHotPhase,
  leftS: 4205,
  offers: [{ command: 'endEarly', allowed: true, reason: null }],
  prescribed: {
    phases: lengthsS.map((lengthS, index) => ({
      number: index + 1,
      kind: index % 2 === 0 ? 'cold' : 'hot',
      setpointC: 12,
      lengthS,
    })),
  } as unknown as LiveState['prescribed'],
};

describe.each(looks)('in $language and °$unit', (look) => {
  const t = translator(look.language);

  it('a pause says how long it may last, and not what the treatment has left', () => {
    const paused: LiveState = {
      ...live,
      session: 'paused',
      pause: { leftS: 83 },
    };
    const shown = wordsOf(page.show(RunControls, { live: paused }, { ...look, live: paused }));
    expect(shown).toContain(t('run.pauseLeft', { time: timeOf(83) }));
    expect(shown).not.toContain(timeOf(4205));
  });

  it.each([
    [1, false, 'run.endEarlyCold'],
    // A hot phase that is not warm yet owes nothing, whichever it is.
    [2, false, 'run.endEarlyCold'],
    [2, true, 'run.endEarlyHeated'],
    [3, true, 'run.endEarlyHeated'],
    [4, false, 'run.endEarlyCold'],
  ] as const)('an early end in phase %d, owing: %s, says what it brings', (number, owed, key) => {
    const phase = { ...live.phase!, number, coldFinishOwed: owed };
    const state: LiveState = { ...live, phase };
    const root = page.show(RunControls, { live: state }, { ...look, live: state });
    press(root, t('run.endEarly'));
    // The last of the phases, and no other, is owed.
    expect(wordsOf(root)).toContain(t(key, { minutes: 8 }));
  });

  it.each(['settling', 'ended', 'faulted'] as const)(
    'a plate in %s is safe to touch where the device says so, and nowhere else',
    (session) => {
      const readings = { plateAC: 41.2, plateBC: 40.6, heatsinkC: 30 };
      const temperature = `${degreesOf(41.2, look)} / ${degreesOf(40.6, look)}`;
      for (const safeToTouch of [false, true]) {
        const state: LiveState = { ...live, session, readings, safeToTouch };
        const shown = wordsOf(page.show(Ended, { live: state }, { ...look, live: state }));
        const said = [
          shown.includes(t('end.safe')),
          shown.includes(t('end.remove')),
          shown.includes(t('end.removeText', { temperature })),
        ];
        expect(said).toEqual([safeToTouch, !safeToTouch, !safeToTouch]);
      }
    },
  );
});
