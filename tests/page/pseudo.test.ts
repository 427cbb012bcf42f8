/**
 * The page in a language that does not exist: every word of its catalogue stands in ⟦brackets⟧. What has letters outside of
 * them is said in English to everybody.
 */
import type { ComponentType } from 'preact';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import type { RecordRow } from '../../src/server/contract/record-answers.ts';
import type { LiveState } from '../../src/server/contract/live-state.ts';
import { alarmDefinitions, alarmFor } from '../../src/safety/alarm-table.ts';
import { Alarms } from '../../src/web/parts/Alarms.tsx';
import { Banners } from '../../src/web/parts/Banners.tsx';
import { putPack } from '../../src/web/i18n/packs.ts';
import { RowReason } from '../../src/web/parts/RowReason.tsx';
import { Ended } from '../../src/web/screens/Ended.tsx';
import { Preparing } from '../../src/web/screens/Preparing.tsx';
import { english, factsEn } from '../../src/words/facts.ts';
import type { AnyFact, Fact } from '../../src/words/facts.ts';
import { atRest } from '../web/fixtures.ts';
import { wordsOf } from './document.ts';
import { packs } from './packs.ts';
import { Page } from './page.ts';

vi.mock('uplot', async () => ({ default: (await import('./pen.ts')).Pen }));
/** Every text of it, however deep. */
const bracketed = (value: unknown): unknown => {
  if (typeof value === 'string') return `⟦${value}⟧`;
  return typeof value === 'object' && value !== null
    ? Object.fromEntries(Object.entries(value).map(([key, one]) => [key, bracketed(one)]))
    : value;
};

const page = new Page();
beforeAll(() => {
  putPack('de', bracketed(packs.de) as typeof packs.de);
});
afterAll(() => {
  putPack('de', packs.de);
});
afterEach(() => {
  page.close();
});

/** Who somebody is, the id of a rule or a treatment, a unit, and the name of the language-free marks. */
const named = /A\. Smith|\bT-1\b|CEM43|°C|°F|\b(?:min|s|ms|V|A|LSB)\b/g;

const idsLongestFirst = alarmDefinitions
  .map(({ id }) => id)
  .toSorted((a, b) => b.length - a.length);

function outside(text: string): string {
  let rest = text;
  while (rest.includes('⟦')) {
    const without = rest.replaceAll(/⟦[^⟦⟧]*⟧/g, '');
    if (without === rest) break;
    rest = without;
  }
  for (const id of idsLongestFirst) rest = rest.replaceAll(id, '');
  return rest.replaceAll(named, '');
}

const look = { language: 'de', unit: 'C' } as const;
const hot: Fact = {
  kind: 'reads-or-at-once',
  channel: 'plateA',
  value: 43.25,
  unit: '°C',
  limit: 43,
  forS: 0.3,
  atOnceC: 44,
};
const shown = (part: ComponentType<{ live: LiveState }>, live: LiveState): string =>
  wordsOf(page.show(part, { live }, { ...look, live }));

describe('in a made-up language', () => {
  it.each(alarmDefinitions.map(({ id }) => id))('the alarm %s has no word of English', (id) => {
    const { message, remedy, priority, latching } = alarmFor(id);
    const live: LiveState = {
      ...atRest,
      alarms: [
        {
          id,
          priority,
          latching,
          text: message,
          remedy,
          detail: english.whole(hot),
          found: { ...hot },
          present: false,
          acknowledgedBy: 'A. Smith',
          sounding: false,
        },
      ],
    };
    const text = shown(Alarms, live);
    expect(text).toContain('⟦');
    expect(outside(text)).not.toMatch(/\p{L}{2}/u);
  });

  const causes: readonly AnyFact[] = Object.keys(factsEn)
    .filter((key) => key.endsWith('.reading') || !key.includes('.'))
    .map((key) => ({
      kind: key.replace(/\.reading$/, ''),
      value: 1,
      limit: 2,
      unit: 'K',
      cause: { kind: 'pause-expired' },
    }));
  it.each(causes.map((why) => [why.kind, why] as const))('an end by %s has none', (_, why) => {
    const live: LiveState = {
      ...atRest,
      session: 'faulted',
      treatmentId: 'T-1',
      trip: {
        rule: 'plate-hot',
        reading: 'english reading',
        limit: 'english limit',
        found: { ...hot },
        message: 'english message',
        remedy: 'english remedy',
      },
      settlingWhy: 'english words',
      settlingFound: {
        kind: 'plate-not-safe-yet',
        coldestC: 9,
        hottestC: 40,
        leastC: 10,
        mostC: 39,
      },
      outcome: {
        treatmentId: 'T-1',
        outcome: 'faulted',
        reason: 'english reason',
        why: { ...why },
        rule: 'plate-hot',
        durationS: 10,
        cem43Min: 0.1,
        coldMinutes: 1,
        coldDegreeMinutes: 1,
        coldFinish: false,
        phases: [],
        skin: null,
      },
    };
    expect(outside(shown(Ended, live))).not.toMatch(/\p{L}{2}/u);
  });

  it('a treatment in the list has none: why it ended, and what it lacks', () => {
    const phase = {
      kind: 'hot',
      setpointC: 40,
      owedMin: 9,
      inBandMin: 2,
      delivered: false,
    } as const;
    const row: RecordRow = {
      id: 'T-1',
      startedAt: null,
      name: null,
      site: null,
      outcome: 'undelivered',
      reason: 'english reason',
      ending: {
        why: { kind: 'not-all-delivered' },
        rule: null,
        coldFinish: false,
        phases: [{ phase: 2, ...phase }],
      },
      durationS: 9,
      simulated: true,
      bench: false,
      verdict: 'intact',
    };
    const root = page.show(RowReason, { row }, { ...look, live: atRest });
    const text = wordsOf(root);
    expect(text).toContain('⟦');
    expect(outside(text)).not.toMatch(/\p{L}{2}/u);
    // A record that proves no end is told in the words that it has.
    const { ending: _, ...unproven } = row;
    page.show(RowReason, { row: unproven }, { ...look, live: atRest });
    expect(wordsOf(root)).toBe('english reason');
  });

  it('the self-test has none, in any of its stages', () => {
    const stages = ['rest', 'relayAlone', 'relayOpen', 'pulse', 'lease', 'leaseClear', 'rearm'];
    const live: LiveState = {
      ...atRest,
      session: 'selfTest',
      selfTest: stages.map((id) => ({
        id,
        label: 'english label',
        verdict: 'failed',
        detail: 'english detail',
        found: { kind: 'test-stop-open' },
      })),
    };
    expect(outside(shown(Preparing, live))).not.toMatch(/\p{L}{2}/u);
  });

  it('the banners have none', () => {
    expect(outside(shown(Banners, atRest))).not.toMatch(/\p{L}{2}/u);
  });
});
