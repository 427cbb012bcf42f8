import { useApp } from '../app-context.ts';
import { arm } from '../sound/speaker.ts';
import type { Route } from '../route.ts';

const pages = ['treat', 'history', 'device', 'limits', 'settings'] as const;

export function Header({ route }: { readonly route: Route }) {
  const { t, session } = useApp();
  const inside = session?.person !== null && session !== null;
  return (
    <header class="top">
      <a
        class="skip"
        href="#content"
        onClick={(event) => {
          event.preventDefault();
          document.querySelector('main')?.focus();
        }}
      >
        {t('app.skip')}
      </a>
      <div class="brand">
        <img src="/icon.svg" alt="" />
        <span>{t('app.name')}</span>
      </div>
      {inside && (
        <nav aria-label={t('nav.label')}>
          <ul>
            {pages.map((page) => (
              <li key={page}>
                <a href={`#/${page}`} aria-current={isCurrent(route, page) ? 'page' : undefined}>
                  {t(`nav.${page}`)}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      )}
      {inside && <LinkState />}
    </header>
  );
}

const isCurrent = (route: Route, page: (typeof pages)[number]): boolean =>
  route.page === page ||
  (page === 'history' && (route.page === 'record' || route.page === 'compare'));

function LinkState() {
  const { t, view, soundProven, setSoundProven } = useApp();
  return (
    <span class="link-state">
      <span class={view.link === 'live' ? 'tag is-good' : 'tag is-bad'}>
        <span aria-hidden="true">{view.link === 'live' ? '●' : '✕'}</span>
        {t(`link.${view.link}`)}
      </span>
      {soundProven ? (
        <span class="tag is-good">
          <span aria-hidden="true">♪</span>
          {t('sound.on')}
        </span>
      ) : (
        <button
          type="button"
          class="button plain"
          onClick={() => void arm().then((armed) => (armed ? setSoundProven(true) : undefined))}
        >
          <span aria-hidden="true">✕♪</span> {t('sound.turnOn')}
        </button>
      )}
    </span>
  );
}
