/** The page: banners, navigation, alarms, one screen. STOP lies below it, and is no part of it. */
import { useEffect, useRef } from 'preact/hooks';
import { useApp } from './app-context.ts';
import { Alarms } from './parts/Alarms.tsx';
import { Announcer } from './parts/Announcer.tsx';
import { Banners, Gone } from './parts/Banners.tsx';
import { Header } from './parts/Header.tsx';
import { Strip } from './parts/Strip.tsx';
import { Problem } from './parts/use-loaded.tsx';
import { useRoute } from './route.ts';
import type { Route } from './route.ts';
import { Compare } from './screens/Compare.tsx';
import { DevicePage } from './screens/DevicePage.tsx';
import { History } from './screens/History.tsx';
import { Limits } from './screens/Limits.tsx';
import { RecordPage } from './screens/RecordPage.tsx';
import { Settings } from './screens/Settings.tsx';
import { Setup, SignIn } from './screens/SignIn.tsx';
import { Treat } from './screens/Treat.tsx';

export function Page() {
  const { t, view, session, problem } = useApp();
  const route = useRoute();
  const main = useRef<HTMLElement>(null);
  const place = JSON.stringify(route);
  useEffect(() => {
    main.current?.focus({ preventScroll: true });
  }, [place]);
  const gone = session?.person != null && view.link === 'lost';
  return (
    <>
      <Banners />
      <Header route={route} />
      <main id="content" tabIndex={-1} ref={main} class={gone ? 'gone' : ''}>
        {session?.person != null && <Gone />}
        <Alarms />
        {session?.person != null && route.page !== 'treat' && <Strip />}
        {problem !== null && <Problem error={problem} />}
        <Inside route={route} />
      </main>
      <footer class="foot soft">{t('app.notDevice')}</footer>
      <Announcer />
    </>
  );
}

function Inside({ route }: { readonly route: Route }) {
  const { t, session } = useApp();
  if (session === null) {
    return (
      <section class="card narrow">
        <h1>{t('link.connecting')}</h1>
      </section>
    );
  }
  if (session.setupNeeded) return <Setup />;
  if (session.person === null) return <SignIn />;
  switch (route.page) {
    case 'treat':
      return <Treat />;
    case 'history':
      return <History />;
    case 'record':
      return <RecordPage id={route.id} />;
    case 'compare':
      return <Compare ids={route.ids} />;
    case 'device':
      return <DevicePage />;
    case 'limits':
      return <Limits />;
    case 'settings':
      return <Settings />;
  }
}
