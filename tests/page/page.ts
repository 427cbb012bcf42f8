/** Draws parts of the page around a state that a test makes up, in any language and unit. */
import './packs.ts';
import { h, render } from 'preact';
import type { ComponentType } from 'preact';
import { act } from 'preact/test-utils';
import type { LiveState } from '../../src/server/contract/live-state.ts';
import { AppContext } from '../../src/web/app-context.ts';
import type { App } from '../../src/web/app-context.ts';
import { translator } from '../../src/web/i18n/catalogue.ts';
import type { Language } from '../../src/words/language.ts';
import type { View } from '../../src/web/state/view.ts';
import { viewAtStart } from '../../src/web/state/view.ts';
import { layOutDocument } from './document.ts';
import type { Drawn } from './document.ts';

export interface Look {
  /** Those in which tests know by themselves what is to be read; of every language, `tests/web` and `tests/words` walk all words. */
  readonly language: 'en' | 'de' | 'es';
  readonly unit: 'C' | 'F';
}

/** Each unit and each way to write a decimal. */
export const looks: readonly Look[] = [
  { language: 'en', unit: 'C' },
  { language: 'en', unit: 'F' },
  { language: 'de', unit: 'C' },
  { language: 'es', unit: 'F' },
];

export interface Around extends Omit<Look, 'language'> {
  readonly language: Language;
  readonly live: LiveState;
  readonly view?: Partial<View>;
  readonly speech?: boolean;
  /** The page around it where it is not the usual one. */
  readonly app?: Partial<App>;
}

export class Page {
  readonly root: Drawn;

  constructor() {
    layOutDocument();
    const made = document.createElement('main');
    this.root = made as unknown as Drawn;
  }

  /** Draws, or draws anew, and lets every effect run. */
  show<Props extends object>(part: ComponentType<Props>, props: Props, around: Around): Drawn {
    const app = appAround(around);
    void act(() => {
      render(h(AppContext.Provider, { value: app, children: h(part, props) }), this.root);
    });
    return this.root;
  }

  /** Lets what was asked of the network be answered, draws it, and again for what that asks in its turn. */
  async settled(): Promise<Drawn> {
    for (let round = 0; round < 3; round++) {
      await act(async () => {
        for (let turn = 0; turn < 20; turn++) await Promise.resolve();
      });
    }
    return this.root;
  }

  /** What a person does to it, with all that follows at once. */
  async after(happening: () => void): Promise<Drawn> {
    void act(happening);
    return await this.settled();
  }

  close(): void {
    void act(() => {
      render(null, this.root);
    });
  }
}

function appAround({ live, view, language, unit, speech = false, app }: Around): App {
  const nothing = (): Promise<void> => Promise.resolve();
  const taken = (): Promise<boolean> => Promise.resolve(true);
  return {
    t: translator(language),
    preferences: { language, unit, theme: 'light', speech, bigTargets: false },
    prefer: () => {},
    view: { ...viewAtStart, link: 'live', live, ...view },
    live,
    session: null,
    reloadSession: nothing,
    signOut: nothing,
    soundProven: true,
    setSoundProven: () => {},
    problem: null,
    act: taken,
    command: taken,
    ...app,
  };
}

/** A decimal as the language writes it, computed here and nowhere else. */
export function decimalOf(value: number, digits: number, { language }: Look): string {
  const text = value.toFixed(digits);
  return language === 'en' ? text : text.replace('.', ',');
}

/** `9:05`, `1:10:00` */
export function timeOf(seconds: number): string {
  const whole = Math.round(seconds);
  const two = (value: number): string => `0${value}`.slice(-2);
  const hours = (whole - (whole % 3600)) / 3600;
  const minutes = ((whole - (whole % 60)) / 60) % 60;
  return hours === 0
    ? `${minutes}:${two(whole % 60)}`
    : `${hours}:${two(minutes)}:${two(whole % 60)}`;
}

export const inUnit = (celsius: number, { unit }: Look): number =>
  unit === 'C' ? celsius : 32 + (celsius * 9) / 5;

export const degreesOf = (celsius: number, look: Look): string =>
  `${decimalOf(inUnit(celsius, look), 1, look)} °${look.unit}`;

const months = {
  en: 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec',
  es: 'ene feb mar abr may jun jul ago sept oct nov dic',
};

/** Where the clocks are half an hour beside everybody else's, all the year: set by `vi.stubEnv('TZ', zone)`. */
export const zone = 'Asia/Kolkata';
const zoneAheadMs = 5.5 * 3_600_000;

/** Date and time of day on the wall of that zone, as each language writes them. */
export function momentOf(iso: string, { language }: Look): string {
  const wall = new Date(Date.parse(iso) + zoneAheadMs);
  const two = (value: number): string => `0${value}`.slice(-2);
  const [day, month, year] = [wall.getUTCDate(), wall.getUTCMonth(), wall.getUTCFullYear()];
  const [hour, minute] = [wall.getUTCHours(), two(wall.getUTCMinutes())];
  if (language === 'de') return `${two(day)}.${two(month + 1)}.${year}, ${two(hour)}:${minute}`;
  const name = months[language].split(' ')[month]!;
  if (language === 'es') return `${day} ${name} ${year}, ${hour}:${minute}`;
  const half = hour < 12 ? 'AM' : 'PM';
  return `${name} ${day}, ${year}, ${hour % 12 === 0 ? 12 : hour % 12}:${minute} ${half}`;
}
