/** Puts the page together: the stream, who is signed in, and what this browser prefers. STOP is not part of it. */
import { languages } from '../words/language.ts';
import { render } from 'preact';
import { useCallback, useEffect, useMemo, useState } from 'preact/hooks';
import type { CommandAnswer, SessionAnswer } from '../server/contract/answers.ts';
import type { ApiError } from '../server/contract/errors.ts';
import type { LiveState } from '../server/contract/live-state.ts';
import { AppContext } from './app-context.ts';
import type { App } from './app-context.ts';
import { Page } from './App.tsx';
import { translator } from './i18n/catalogue.ts';
import { loadPack, packOf } from './i18n/packs.ts';
import { get, post } from './net/api.ts';
import { LiveStream } from './net/live.ts';
import { Boundary } from './parts/Boundary.tsx';
import { errorOf } from './parts/use-loaded.tsx';
import { applyPreferences, loadPreferences, savePreferences } from './preferences.ts';
import { present, viewAtStart } from './state/view.ts';
import type { View } from './state/view.ts';
import { countAsWholeLater } from './stop/reload.ts';

function Root() {
  const [view, setView] = useState<View>(viewAtStart);
  const stream = useMemo(() => new LiveStream(setView), []);
  const { session, reloadSession, signOut } = useSession();
  const [problem, setProblem] = useState<ApiError | null>(null);
  const [soundProven, setSoundProven] = useState(false);
  const preferred = usePreferences();
  const signedIn = session?.person != null;
  useEffect(() => {
    if (signedIn) stream.open();
  }, [signedIn, stream]);
  useEffect(() => {
    tellStop(view.live);
  }, [view.live]);

  const act: App['act'] = async (wish) => {
    try {
      const answer = await wish();
      if (answer !== undefined) stream.hear({ type: 'answered', state: answer.state });
      setProblem(null);
      return true;
    } catch (thrown) {
      setProblem(errorOf(thrown));
      return false;
    }
  };
  const app: App = {
    ...preferred,
    view,
    live: present(view),
    session,
    reloadSession,
    signOut,
    soundProven,
    setSoundProven,
    problem,
    act,
    command: (name) => act(() => post<CommandAnswer>(`/commands/${name}`)),
  };
  return (
    <AppContext.Provider value={app}>
      <Page />
    </AppContext.Provider>
  );
}

function usePreferences(): Pick<App, 't' | 'preferences' | 'prefer'> {
  const [preferences, setPreferences] = useState(loadPreferences);
  const [loaded, setLoaded] = useState(packOf(preferences.language) !== undefined);
  applyPreferences(preferences);
  // Until the words have come the page speaks English.
  useEffect(() => {
    setLoaded(packOf(preferences.language) !== undefined);
    void loadPack(preferences.language).then(setLoaded);
  }, [preferences.language]);
  return {
    preferences,
    t: useMemo(() => translator(preferences.language), [preferences.language, loaded]),
    prefer: (change) => {
      const changed = { ...preferences, ...change };
      setPreferences(changed);
      savePreferences(changed);
    },
  };
}

const askAgainMs = 2000;

function useSession(): Pick<App, 'session' | 'reloadSession' | 'signOut'> {
  const [session, setSession] = useState<SessionAnswer | null>(null);
  const reloadSession = useCallback(async () => {
    setSession(await get<SessionAnswer>('/session'));
  }, []);
  useEffect(() => {
    let timer = 0;
    // Until the server answers once, the page shows STOP and keeps asking.
    const ask = (): void => {
      reloadSession().catch(() => {
        timer = window.setTimeout(ask, askAgainMs);
      });
    };
    ask();
    return () => {
      clearTimeout(timer);
    };
  }, [reloadSession]);
  return {
    session,
    reloadSession,
    signOut: async () => {
      await post('/session/end');
      location.reload();
    },
  };
}

/** STOP looks at the root of the document, not at this page: what the device does, and where it hears STOP itself. */
function tellStop(live: LiveState | null): void {
  if (live === null) return;
  const { dataset } = document.documentElement;
  dataset['session'] = live.session;
  if (live.stopPort !== null) dataset['stopPort'] = String(live.stopPort);
}

/** For the words of the language; then the page is drawn in English, and anew when they have come. */
const longestWaitMs = 3000;
const after = (ms: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, ms);
  });

const host = document.getElementById('page');
if (host !== null) {
  await Promise.race([loadPack(loadPreferences().language), after(longestWaitMs)]);
  host.replaceChildren();
  render(
    <Boundary>
      <Root />
    </Boundary>,
    host,
  );
  countAsWholeLater();
  // Whoever changes the language while the server is away still reads in it what to do.
  for (const language of languages) void loadPack(language);
}
