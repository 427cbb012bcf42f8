/** What must be said on every page: that nobody is under the plate, that no guard is there, that nothing is known. */
import { all, happenTo, named, wordsOf } from './document.ts';
import type { Drawn } from './document.ts';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { LiveState } from '../../src/server/contract/live-state.ts';
import { translator } from '../../src/web/i18n/catalogue.ts';
import { Banners, Gone } from '../../src/web/parts/Banners.tsx';
import { atRest } from '../web/fixtures.ts';
import { Network } from './network.ts';
import { Page, looks } from './page.ts';

let page: Page;
beforeEach(() => {
  page = new Page();
});
afterEach(() => {
  page.close();
  vi.unstubAllGlobals();
});

const board = atRest.board!;
const on = (more: Partial<NonNullable<LiveState['board']>>, simulated: boolean): LiveState => ({
  ...atRest,
  board: { ...board, ...more },
  simulation: simulated ? { ...atRest.simulation!, speed: 10, standIn: true } : null,
});
const plain = { imaginary: false, bench: false, guarded: true, witnessed: true };

describe.each(looks)('in $language and °$unit, the banners', (look) => {
  const t = translator(look.language);
  const titles = (live: LiveState | null, before?: LiveState): string[] => {
    const root = page.show(
      Banners,
      {},
      { ...look, live: live ?? atRest, view: { live: live ?? before ?? null }, app: { live } },
    );
    return all(root, named('aside')).map((banner) => wordsOf(all(banner, named('strong'))[0]!));
  };

  it('say of each board what it lacks, and nothing of one that lacks nothing', () => {
    const [bench, unguarded, alone] = [t('bench.title'), t('unguarded.title'), t('witness.none')];
    expect(titles(on(plain, false))).toEqual([]);
    expect(titles(on({ ...plain, bench: true }, false))).toEqual([bench]);
    expect(titles(on({ ...plain, guarded: false }, false))).toEqual([unguarded]);
    expect(titles(on({ ...plain, witnessed: false }, false))).toEqual([alone]);
    const worst = { ...plain, bench: true, guarded: false, witnessed: false };
    expect(titles(on(worst, false))).toEqual([bench, unguarded, alone]);
    expect(titles(on({ ...worst, imaginary: true }, true))).toEqual([t('sim.title'), alone]);
  });

  it('stay while the stream is gone: the board is what it was', () => {
    const unguarded = on({ ...plain, guarded: false }, false);
    expect(titles(null, unguarded)).toEqual([t('unguarded.title')]);
    expect(titles(null)).toEqual([]);
  });

  it('say that nothing is known: by the stream, by the device, and while it starts', () => {
    const gone = (link: 'live' | 'lost', device: LiveState['device']): string => {
      const live: LiveState = { ...atRest, device };
      return wordsOf(page.show(Gone, {}, { ...look, live, view: { link } }));
    };
    const ready = { link: 'ready', words: null } as const;
    expect(gone('live', ready)).toBe('');
    expect(gone('lost', ready)).toBe(`${t('gone.title')} ${t('gone.text')}`);
    expect(gone('live', { link: 'lost', words: 'it died' })).toBe(
      `${t('device.lost')} ${t('device.lostText')} it died`,
    );
    expect(gone('live', { link: 'starting', words: 'opening' })).toBe(
      `${t('device.starting')} opening`,
    );
  });
});

describe('the banner of a simulation', () => {
  it('shows how fast it goes, and sends what is wished', async () => {
    const network = new Network({ 'POST /simulation': {} });
    const live = on({}, true);
    const act = (wish: () => Promise<unknown>): Promise<boolean> => wish().then(() => true);
    const root = page.show(Banners, {}, { ...looks[0]!, live, app: { act } });
    const buttons = all(root, named('button'));
    const state = buttons.map((one: Drawn) => [wordsOf(one), one.attributes.get('aria-pressed')]);
    expect(state).toEqual([
      ['×1', 'false'],
      ['×10', 'true'],
      ['×60', 'false'],
      [`☑ ${translator('en')('sim.standIn')}`, 'true'],
    ]);
    for (const one of buttons) {
      await page.after(() => {
        happenTo(one, 'click');
      });
    }
    const bodies = network.asked.map(({ path, body }) => [path, body]);
    expect(bodies).toEqual(
      [{ speed: 1 }, { speed: 10 }, { speed: 60 }, { standIn: false }].map((body) => [
        '/simulation',
        body,
      ]),
    );
  });
});
