/** What must be said on every screen: that this is a simulation, that no guard is there, that nothing is known. */
import { post } from '../net/api.ts';
import { useApp } from '../app-context.ts';

const speeds = [1, 10, 60] as const;

export function Banners() {
  const { live, view, t, act } = useApp();
  const known = live ?? view.live;
  const board = known?.board ?? null;
  if (board === null) return null;
  const { simulation } = known ?? {};
  return (
    <>
      {board.imaginary && (
        <aside class="banner" aria-label={t('sim.title')}>
          <strong>{t('sim.title')}</strong>
          {simulation && (
            <div class="speeds" role="group" aria-label={t('sim.speed')}>
              <span>{t('sim.speed')}</span>
              {speeds.map((speed) => (
                <button
                  key={speed}
                  type="button"
                  aria-pressed={simulation.speed === speed}
                  onClick={() => void act(() => post('/simulation', { speed }))}
                >
                  ×{speed}
                </button>
              ))}
            </div>
          )}
          {simulation && (
            <button
              type="button"
              aria-pressed={simulation.standIn}
              onClick={() => void act(() => post('/simulation', { standIn: !simulation.standIn }))}
            >
              {simulation.standIn ? '☑ ' : '☐ '}
              {t('sim.standIn')}
            </button>
          )}
        </aside>
      )}
      {board.bench && !board.imaginary && <Warning words={t('bench.title')} />}
      {!board.guarded && !board.imaginary && <Warning words={t('unguarded.title')} />}
      {!board.witnessed && <Warning words={t('witness.none')} />}
    </>
  );
}

function Warning({ words }: { readonly words: string }) {
  return (
    <aside class="banner" aria-label={words}>
      <strong>{words}</strong>
    </aside>
  );
}

export function Gone() {
  const { view, live, t } = useApp();
  if (view.link === 'lost') {
    return (
      <div class="disconnected" role="alert">
        <h2>{t('gone.title')}</h2>
        <p>{t('gone.text')}</p>
      </div>
    );
  }
  if (live === null || live.device.link === 'ready') return null;
  const lost = live.device.link === 'lost';
  return (
    <div class={lost ? 'disconnected' : 'notice'} role="alert">
      <h2>{t(lost ? 'device.lost' : 'device.starting')}</h2>
      {lost && <p>{t('device.lostText')}</p>}
      {live.device.words !== null && <p lang="en">{live.device.words}</p>}
    </div>
  );
}
