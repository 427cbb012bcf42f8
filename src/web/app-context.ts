/** What every part of the page can ask for. */
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { CommandAnswer, SessionAnswer } from '../server/contract/answers.ts';
import type { ApiError } from '../server/contract/errors.ts';
import type { CommandName, LiveState } from '../server/contract/live-state.ts';
import type { PlainCommand } from '../server/contract/requests.ts';
import type { Translate } from './i18n/catalogue.ts';
import type { Preferences } from './preferences.ts';
import type { View } from './state/view.ts';

export interface App {
  readonly t: Translate;
  readonly preferences: Preferences;
  readonly prefer: (change: Partial<Preferences>) => void;
  readonly view: View;
  /** What is true now; null while the stream is gone. */
  readonly live: LiveState | null;
  readonly session: SessionAnswer | null;
  /** Asks the server again who is signed in. */
  readonly reloadSession: () => Promise<void>;
  readonly signOut: () => Promise<void>;
  /** The browser's sound was heard by the person. */
  readonly soundProven: boolean;
  readonly setSoundProven: (proven: boolean) => void;
  /** Why the last wish was refused; null where it was not. */
  readonly problem: ApiError | null;
  /** Runs a wish; a refusal is shown. True where it was done. */
  readonly act: (wish: () => Promise<CommandAnswer | undefined>) => Promise<boolean>;
  readonly command: (name: PlainCommand) => Promise<boolean>;
}

export const AppContext = createContext<App | null>(null);

export function useApp(): App {
  const app = useContext(AppContext);
  if (app === null) throw new Error('no page around this part');
  return app;
}

/** Whether a command would be taken now, and if not, why. */
export function offerOf(
  live: LiveState | null,
  command: CommandName,
): {
  readonly allowed: boolean;
  readonly reason: string | null;
} {
  return (
    live?.offers.find((offer) => offer.command === command) ?? { allowed: false, reason: null }
  );
}
