/** What a person hears of the page: the sound of alarms, by a loudspeaker that listens, and what is said aloud. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { LiveAlarm, LiveState } from '../../src/server/contract/live-state.ts';
import { Alarms } from '../../src/web/parts/Alarms.tsx';
import { Announcer } from '../../src/web/parts/Announcer.tsx';
import { SafeToApply } from '../../src/web/screens/Preparing.tsx';
import { SoundCheck } from '../../src/web/screens/SoundCheck.tsx';
import { draftAtRest } from '../../src/web/state/draft.ts';
import { arm, sound } from '../../src/web/sound/speaker.ts';
import { translator } from '../../src/web/i18n/catalogue.ts';
import { signalPatterns } from '../../src/safety/alarm-signals.ts';
import { inHotPhase, liveAlarm } from '../web/fixtures.ts';
import { all, button, happenTo, named, wordsOf } from './document.ts';
import { Page } from './page.ts';

// Nothing is plotted here.
vi.mock('uplot', async () => ({ default: (await import('./pen.ts')).Pen }));

interface Tone {
  readonly hertz: number;
  readonly loudest: number;
  fromS: number;
  toS: number;
}

let tones: Tone[] = [];
let said: (readonly [words: string, language: string])[] = [];

/** Hears which tones are to be played when, and how loud each becomes before it ends. */
class Loudspeaker {
  static allowed = true;
  get state(): string {
    return Loudspeaker.allowed ? 'running' : 'suspended';
  }
  destination = 'loudspeaker';
  get currentTime(): number {
    return Date.now() / 1000;
  }
  resume(): Promise<void> {
    return Promise.resolve();
  }
  createPeriodicWave(): object {
    return {};
  }
  createGain(): object {
    const levels: number[] = [];
    const level = (value: number): void => void levels.push(value);
    return {
      levels,
      gain: { setValueAtTime: level, linearRampToValueAtTime: level },
      connect: (to: unknown) => to,
    };
  }
  createOscillator(): object {
    const frequency = { value: 0 };
    let loudest = 0;
    let reaches = false;
    let fromS = Number.NaN;
    return {
      frequency,
      setPeriodicWave: () => {},
      connect: (gain: { levels: readonly number[]; connect: (to: unknown) => unknown }) => {
        loudest = Math.max(...gain.levels);
        return { connect: (to: unknown) => (reaches = to === 'loudspeaker') };
      },
      start: (atS: number) => (fromS = atS),
      stop: (toS: number) => {
        if (reaches) tones.push({ hertz: frequency.value, loudest, fromS, toS });
      },
    };
  }
}

let page: Page;
beforeEach(async () => {
  vi.useFakeTimers({ now: 1_000_000 });
  tones = [];
  said = [];
  Loudspeaker.allowed = true;
  vi.stubGlobal('AudioContext', Loudspeaker);
  vi.stubGlobal(
    'SpeechSynthesisUtterance',
    class {
      readonly text: string;
      lang = '';
      constructor(text: string) {
        this.text = text;
      }
    },
  );
  vi.stubGlobal('speechSynthesis', {
    cancel: () => {},
    speak: ({ text, lang }: { text: string; lang: string }) => void said.push([text, lang]),
  });
  page = new Page();
  await arm();
});
afterEach(() => {
  sound(null);
  page.close();
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

const withAlarms = (...alarms: LiveAlarm[]): LiveState => ({ ...inHotPhase, alarms });
const show = (live: LiveState, speech = false, language: 'en' | 'de' = 'en') =>
  page.show(Announcer, {}, { live, speech, language, unit: 'C' });

const rhythmOf = (heard: readonly Tone[]): number[] =>
  heard.flatMap(({ fromS, toS }, at) => {
    const onMs = Math.round((toS - fromS) * 1000);
    const next = heard[at + 1];
    return next === undefined ? [onMs] : [onMs, Math.round((next.fromS - toS) * 1000)];
  });

describe('an alarm', () => {
  it.each(['high', 'medium', 'low'] as const)(
    'of %s priority sounds as the buzzer does, again and again',
    (priority) => {
      show(withAlarms(liveAlarm('one', priority)));
      const { burstMs, everyMs } = signalPatterns[priority];
      expect(rhythmOf(tones)).toEqual([...burstMs]);
      for (const { hertz, loudest } of tones) {
        expect(loudest).toBeGreaterThan(0.1);
        expect(hertz).toBeGreaterThanOrEqual(150);
        expect(hertz).toBeLessThanOrEqual(1000);
      }
      const each = tones.length;
      vi.advanceTimersByTime(everyMs - 1);
      expect(tones).toHaveLength(each);
      vi.advanceTimersByTime(1 + 2 * everyMs);
      expect(tones).toHaveLength(4 * each);
      expect(tones[each]!.fromS - tones[0]!.fromS).toBeCloseTo(everyMs / 1000, 6);
    },
  );

  it('of the highest priority that still sounds is the one that is heard', () => {
    const [quiet, medium, low] = [
      liveAlarm('a', 'high', { sounding: false }),
      liveAlarm('b', 'medium'),
      liveAlarm('c', 'low'),
    ];
    show(withAlarms(low, quiet, medium));
    expect(rhythmOf(tones)).toEqual([...signalPatterns.medium.burstMs]);
    const before = tones.length;
    show(withAlarms(low, { ...quiet, sounding: true }, medium));
    expect(rhythmOf(tones.slice(before))).toEqual([...signalPatterns.high.burstMs]);
  });

  it('falls silent once nothing sounds any more', () => {
    show(withAlarms(liveAlarm('one', 'high')));
    const before = tones.length;
    show(withAlarms(liveAlarm('one', 'high', { sounding: false })));
    vi.advanceTimersByTime(60_000);
    expect(tones).toHaveLength(before);
  });
});

describe('the proof of the sound', () => {
  const t = translator('en');
  let done: unknown[];
  const ask = (): void => {
    done = [];
    const step = (name: string) => () => void done.push(name);
    page.show(
      SoundCheck,
      { draft: draftAtRest, change: () => {}, next: step('next'), back: step('back') },
      {
        live: inHotPhase,
        language: 'en',
        unit: 'C',
        app: { setSoundProven: (proven) => void done.push(proven) },
      },
    );
  };
  const press = (words: string) =>
    page.after(() => {
      happenTo(button(page.root, words), 'click');
    });
  const offered = (): string[] => all(page.root, named('button')).map(wordsOf);

  it('is the alarm of the highest priority, and can be told only after it', async () => {
    ask();
    expect(offered()).toEqual([t('treat.soundPlay'), t('common.back')]);
    expect(tones).toEqual([]);
    await press(t('treat.soundPlay'));
    expect(rhythmOf(tones)).toEqual([...signalPatterns.high.burstMs]);
    expect(offered()).toEqual(
      (['soundPlay', 'soundHeard', 'soundNot'] as const)
        .map((key) => t(`treat.${key}`))
        .concat(t('common.back')),
    );
    await press(t('treat.soundHeard'));
    expect(done).toEqual([true, 'next']);
    await press(t('treat.soundNot'));
    expect(done.slice(2)).toEqual([false, 'next']);
  });

  it('is not given where the browser refuses to sound: there was nothing to hear', async () => {
    Loudspeaker.allowed = false;
    ask();
    await press(t('treat.soundPlay'));
    expect(tones).toEqual([]);
    expect(wordsOf(page.root)).toContain(t('treat.soundRefused'));
    expect(offered()).toEqual([t('treat.soundPlay'), t('treat.soundNot'), t('common.back')]);
    await press(t('treat.soundNot'));
    expect(done).toEqual([false, 'next']);
  });
});

describe('"safe to apply"', () => {
  it('is two soft rising notes, once, and no alarm', () => {
    const wait = (contactLeftS: number) => {
      const live: LiveState = { ...inHotPhase, session: 'awaitingContact', contactLeftS };
      page.show(SafeToApply, { live }, { live, language: 'en', unit: 'C' });
    };
    wait(90);
    wait(89);
    const [low, high] = tones;
    expect(tones).toHaveLength(2);
    expect(high!.hertz).toBeGreaterThan(low!.hertz);
    expect(high!.fromS).toBeGreaterThanOrEqual(low!.toS);
    for (const { burstMs } of Object.values(signalPatterns))
      expect(rhythmOf(tones)).not.toEqual([...burstMs]);
  });
});

describe('what is said', () => {
  it('of an alarm is what it is and what to do, of the most urgent that nobody has seen, and once', () => {
    const alarms = [
      liveAlarm('low', 'low'),
      liveAlarm('seen', 'high', { acknowledgedBy: 'Ann' }),
      liveAlarm('new', 'high'),
    ];
    const root = show(withAlarms(...alarms), true);
    const words = 'text of new. remedy of new';
    expect(wordsOf(all(root, named('div', 'role', 'alert'))[0]!)).toBe(words);
    expect(said.filter(([text]) => text === words)).toEqual([[words, 'en']]);
    show({ ...withAlarms(...alarms), revision: 99 }, true);
    expect(said.filter(([text]) => text === words)).toHaveLength(1);
  });

  it.each([
    ['de', 'Die Platte ist zu heiß. Platte von der Haut nehmen und die Haut ansehen.'],
    ['es', 'La placa está demasiado caliente. Retire la placa de la piel y mire la piel.'],
    ['en', 'text of plate-hot. remedy of plate-hot'],
  ] as const)(
    'of an alarm is said and shown in the language of the page: %s',
    (language, words) => {
      const live = withAlarms(liveAlarm('plate-hot', 'high'));
      page.show(Announcer, {}, { live, speech: true, language, unit: 'C' });
      const [spoken] = all(page.root, named('div', 'role', 'alert'));
      expect(wordsOf(spoken!)).toBe(words);
      expect(spoken!.attributes.get('lang')).toBe(language);
      expect(said.filter(([text]) => text === words)).toEqual([[words, language]]);
      const root = page.show(Alarms, {}, { live, language, unit: 'C' });
      for (const part of words.split('. ')) expect(wordsOf(root)).toContain(part);
      if (language !== 'en') expect(wordsOf(root)).not.toContain('of plate-hot');
    },
  );

  it.each(['en', 'de'] as const)(
    'in %s of a phase is its kind and its minutes, and of a check the question',
    (language) => {
      const t = translator(language);
      const root = show(
        { ...inHotPhase, phase: { ...inHotPhase.phase!, dwellS: 570 } },
        true,
        language,
      );
      const minutes = language === 'en' ? '9.5' : '9,5';
      const phase = t('say.phase', { kind: t('kind.hot'), minutes });
      expect(wordsOf(all(root, named('div', 'role', 'status'))[0]!)).toBe(phase);
      const skinCheck = { question: 'skin', after: 'hot', askedInS: 0, leftS: 50 } as const;
      show({ ...inHotPhase, session: 'checking', skinCheck }, true, language);
      expect(said).toEqual([
        [phase, language],
        [`${t('check.title')}. ${t('check.skin')}`, language],
      ]);
    },
  );

  it('is said to nobody who has not asked for it', () => {
    show(withAlarms(liveAlarm('one', 'high')));
    expect(said).toEqual([]);
  });
});
