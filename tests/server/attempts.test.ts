import { describe, expect, it } from 'vitest';
import { Attempts, TooMany } from '../../src/server/access/attempts.ts';

const somewhere = '192.0.2.7';
const usually = '198.51.100.20';

function attemptsAt(start = 0) {
  const clock = { ms: start };
  const attempts = new Attempts(() => clock.ms);
  /** A wrong try: whether it was heard. */
  const guess = (name: string, address = somewhere): 'heard' | 'late' | 'refused' => {
    try {
      return attempts.begin(name, address).late === null ? 'heard' : 'late';
    } catch (thrown) {
      if (thrown instanceof TooMany) return 'refused';
      throw thrown;
    }
  };
  const signIn = (name: string, address: string): void => {
    attempts.begin(name, address).succeeded();
  };
  return { clock, guess, signIn };
}

const countOf = (all: readonly string[], what: string): number =>
  all.filter((one) => one === what).length;

describe('guesses', () => {
  it('of one person from one address are five at once, however the name is typed', () => {
    const { guess } = attemptsAt();
    const typed = [' race0 ', 'RACE0', 'race0', 'ｒａｃｅ０', 'ra\u200Bce0'];
    const all = Array.from({ length: 240 }, (_, index) => guess(typed[index % 5]!));
    expect(countOf(all, 'heard')).toBe(5);
    expect(countOf(all, 'refused')).toBe(235);
  });

  it('of one person from many addresses are ten at once', () => {
    const { guess } = attemptsAt();
    const typed = [' race0 ', 'RACE0', 'race0', 'ｒａｃｅ０', 'ra\u200Bce0'];
    const all = Array.from({ length: 240 }, (_, index) =>
      guess(typed[index % 5]!, `192.0.2.${index}`),
    );
    expect(countOf(all, 'heard')).toBe(10);
  });

  it('of many people from many addresses are fifty at once', () => {
    const { guess } = attemptsAt();
    const all = Array.from({ length: 240 }, (_, index) => guess(`x${index}`, `192.0.2.${index}`));
    expect(countOf(all, 'heard')).toBe(50);
  });

  it('are not forgotten for a sign-in of one’s own in between', () => {
    const { guess, signIn } = attemptsAt();
    const all: string[] = [];
    for (let round = 0; round < 240; round += 1) {
      all.push(guess('race0'));
      signIn('mallory', somewhere);
      if (all.at(-1) === 'refused') break;
    }
    expect(all).toEqual(['heard', 'heard', 'heard', 'heard', 'heard', 'refused']);
  });

  it('come back one by one', () => {
    const { guess, clock } = attemptsAt();
    for (let count = 0; count < 5; count += 1) guess('Ann');
    expect(guess('Ann')).toBe('refused');
    clock.ms += 10_000;
    expect([guess('Ann'), guess('Ann')]).toEqual(['heard', 'refused']);
  });

  it.each([
    ['of one address', 5, 10_000, () => ['Ann', somewhere]],
    ['of one person', 10, 5000, (at: number) => ['Ann', `192.0.2.${at}`]],
    ['of everybody', 50, 1000, (at: number) => [`x${at}`, `192.0.2.${at}`]],
  ] as const)('%s come back one by one: %d at once, and one in %d ms', (...row) => {
    const [, atOnce, everyMs, whose] = row;
    const { guess, clock } = attemptsAt();
    let tried = 0;
    const next = (): string => {
      const [name, address] = whose((tried += 1));
      return guess(name!, address);
    };
    for (let count = 0; count < atOnce; count += 1) expect(next()).toBe('heard');
    expect(next()).toBe('refused');
    for (let round = 0; round < 3; round += 1) {
      clock.ms += everyMs - 1;
      expect(next(), `round ${round}, too soon`).toBe('refused');
      clock.ms += 1;
      expect(next(), `round ${round}`).toBe('heard');
    }
  });

  it('from one network of IPv6 addresses are those of one address', () => {
    const { guess } = attemptsAt();
    const all = Array.from({ length: 20 }, (_, index) =>
      guess(`x${index}`, `2001:db8:1:2::${index.toString(16)}`),
    );
    expect(countOf(all, 'heard')).toBe(5);
    expect(guess('y', '2001:db8:1:3::1')).toBe('heard');
    const mapped = Array.from({ length: 6 }, (_, index) => guess(`z${index}`, '::ffff:192.0.2.99'));
    expect(countOf([...mapped, guess('z', '192.0.2.99')], 'heard')).toBe(5);
  });
});

describe('the real person', () => {
  it('is heard from the usual address, whoever guesses elsewhere and however often', () => {
    const { guess, signIn } = attemptsAt();
    signIn('Race0', usually);
    for (let count = 0; count < 500; count += 1) {
      guess('race0', `192.0.2.${count % 250}`);
      guess(`x${count}`, `203.0.113.${count % 250}`);
    }
    expect(guess('race0', '192.0.2.251')).toBe('refused');
    expect(guess('race0', usually)).toBe('heard');
  });

  it('is heard there even after five guesses from that very address, at a slower pace', () => {
    const { guess, signIn, clock } = attemptsAt();
    signIn('race0', usually);
    const all = Array.from({ length: 60 }, () => guess('race0', usually));
    expect([countOf(all, 'heard'), countOf(all, 'late'), countOf(all, 'refused')]).toEqual([
      5, 5, 50,
    ]);
    clock.ms += 2000;
    expect(() => {
      signIn('race0', usually);
    }).not.toThrow();
  });

  it('is heard at the slower pace once in two seconds, and no sooner', () => {
    const { guess, signIn, clock } = attemptsAt();
    signIn('race0', usually);
    for (let count = 0; count < 10; count += 1) guess('race0', usually);
    for (let round = 0; round < 4; round += 1) {
      clock.ms += 1999;
      expect(guess('race0', usually), `round ${round}, too soon`).toBe('refused');
      clock.ms += 1;
      expect(guess('race0', usually), `round ${round}`).toBe('late');
    }
  });

  it('at a new address is not kept out by one guesser elsewhere', () => {
    const { guess, clock } = attemptsAt();
    for (let second = 0; second < 3600; second += 1) {
      clock.ms += 1000;
      guess('race0', somewhere);
    }
    expect(guess('race0', usually)).toBe('heard');
  });

  it('is remembered at a bounded number of places', () => {
    const { guess, signIn } = attemptsAt();
    signIn('first', usually);
    for (let count = 0; count < 2000; count += 1) signIn(`x${count}`, usually);
    for (let count = 0; count < 5; count += 1) expect(guess('first', usually)).toBe('heard');
    expect(guess('first', usually), 'forgotten: no slower pace of its own').toBe('refused');
  });
});
