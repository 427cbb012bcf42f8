/** Of all pages of a browser, one listens to the server, whatever opens, closes and falls asleep. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { answerAllowedMs, asking, leaderAllowedMs, reduceLead } from '../../src/web/state/lead.ts';
import type { Lead } from '../../src/web/state/lead.ts';

const stepMs = 50;
const idOf = (seed: number): string =>
  (seed * 2_654_435_761).toString(16).padStart(12, '0').slice(-8);

/** Pages of one browser, their clock, and who hears whom: a page that sleeps neither speaks nor hears. */
class Pages {
  nowMs = 0;
  readonly pages = new Map<string, Lead>();
  readonly asleep = new Set<string>();
  #spoken = 0;

  open(id: string): void {
    this.pages.set(id, asking(id, this.nowMs));
    this.#tell(id, 'asks');
  }
  close(id: string): void {
    const leads = this.pages.get(id)?.role === 'leading';
    this.pages.delete(id);
    if (leads) this.#tell(id, 'leaves');
  }
  #tell(from: string, what: 'asks' | 'leads' | 'leaves'): void {
    for (const [id, lead] of this.pages) {
      if (id === from || this.asleep.has(id)) continue;
      if (what === 'asks') {
        if (lead.role === 'leading') this.#tell(id, 'leads');
        continue;
      }
      const event =
        what === 'leads' ? ({ type: what, id: from } as const) : ({ type: what } as const);
      const next = reduceLead(lead, { ...event, nowMs: this.nowMs });
      this.pages.set(id, next);
      // One that stays says so.
      if (what === 'leads' && next.role === 'leading' && ++this.#spoken < 10_000)
        this.#tell(id, 'leads');
    }
  }
  pass(ms: number): void {
    for (let left = ms; left > 0; left -= stepMs) {
      this.nowMs += stepMs;
      for (const [id, lead] of this.pages) {
        if (this.asleep.has(id)) continue;
        const next = reduceLead(lead, { type: 'time', nowMs: this.nowMs });
        this.pages.set(id, next);
        if (next.role === 'leading') this.#tell(id, 'leads');
      }
    }
  }
  get leading(): string[] {
    return [...this.pages]
      .filter(([id, { role }]) => role === 'leading' && !this.asleep.has(id))
      .map(([id]) => id);
  }
}

const settleMs = leaderAllowedMs + 1000;

describe('the pages of a browser', () => {
  it('have one stream, twelve of them opened at once or one after the other', () => {
    for (const betweenMs of [0, 50, 1000]) {
      const pages = new Pages();
      for (let seed = 1; seed <= 12; seed += 1) {
        pages.open(idOf(seed));
        pages.pass(betweenMs);
        expect(pages.leading.length).toBeLessThanOrEqual(1);
      }
      pages.pass(settleMs);
      expect(pages.leading).toHaveLength(1);
    }
  });

  it('have another one at once when the page that led is closed, and soon when it falls asleep', () => {
    const pages = new Pages();
    for (let seed = 1; seed <= 6; seed += 1) pages.open(idOf(seed));
    pages.pass(settleMs);
    const [first] = pages.leading;
    pages.close(first!);
    pages.pass(answerAllowedMs + 100);
    expect(pages.leading).toHaveLength(1);
    const [second] = pages.leading;
    expect(second).not.toBe(first);
    pages.asleep.add(second!);
    // Before the others would say DISCONNECTED.
    pages.pass(2500);
    expect(pages.leading).toHaveLength(1);
    pages.asleep.delete(second!);
    pages.pass(100);
    expect(pages.leading).toHaveLength(1);
  });

  it('have one stream whatever opens, closes, sleeps and wakes', () => {
    const step = fc.tuple(
      fc.constantFrom('open', 'close', 'sleep', 'wake'),
      fc.nat(9),
      fc.nat(3000),
    );
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
        const pages = new Pages();
        for (const [what, seed, ms] of steps) {
          const id = idOf(seed);
          if (what === 'open' && !pages.pages.has(id)) pages.open(id);
          if (what === 'close') pages.close(id);
          if (what === 'sleep') pages.asleep.add(id);
          if (what === 'wake') pages.asleep.delete(id);
          pages.pass(ms);
        }
        pages.pass(settleMs);
        const awake = [...pages.pages.keys()].filter((id) => !pages.asleep.has(id));
        expect(pages.leading).toHaveLength(Math.min(1, awake.length));
      }),
    );
  });

  it('lead where the clock is no number: nobody is known to lead', () => {
    const waiting = asking(idOf(1), 0);
    expect(reduceLead(waiting, { type: 'time', nowMs: Number.NaN }).role).toBe('leading');
  });
});
