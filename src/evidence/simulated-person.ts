/** The people of a scenario: who lays the plate on the skin, answers, wishes, forgets and walks away. */
import { Random } from '../../hardware/plant/random.ts';
import type { SessionEvent } from '../../machines/session-events.ts';
import type { Companion } from '../treatment/companion.ts';
import type { PersonAct, Scenario, TimedAct } from './scenario.ts';

const who = 'person';

const wishes: Readonly<Partial<Record<PersonAct, SessionEvent>>> = {
  pause: { type: 'PAUSE' },
  resume: { type: 'RESUME' },
  'end early': { type: 'END_EARLY' },
  stop: { type: 'STOP', by: who },
  cancel: { type: 'CANCEL', reason: 'changed their mind' },
};

export class SimulatedPerson {
  readonly #scenario: Scenario;
  readonly #acts: TimedAct[];
  readonly #random: Random;
  #waitsSinceS = Number.NaN;
  #state = '';
  #ignoring: boolean | null = null;
  #onSkin = false;

  constructor(scenario: Scenario) {
    this.#scenario = scenario;
    this.#acts = [...scenario.acts];
    this.#random = new Random(scenario.seed).split('answers');
  }

  /** Called before a tick. @returns true where STOP was said for it */
  act(companion: Companion): boolean {
    const { elapsedS, state } = companion;
    if (state !== this.#state) {
      this.#state = state;
      this.#waitsSinceS = elapsedS;
    }
    this.#answer(companion, elapsedS - this.#waitsSinceS);
    let stopSaid = false;
    while (this.#acts[0] !== undefined && this.#acts[0].atS <= elapsedS) {
      const act = this.#acts.shift()?.act;
      if (act !== undefined) this.#do(companion, act);
      stopSaid ||= act === 'stop';
    }
    return stopSaid;
  }

  #answer(companion: Companion, waitedS: number): void {
    const { person } = this.#scenario;
    const { state, treatment, board } = companion;
    if (state === 'screening')
      companion.send({ who, event: { type: 'SCREENED', result: 'clear' } });
    if (state === 'awaitingContact' && waitedS >= person.contactAfterS) {
      if (!this.#onSkin) board.simulation?.setContact(true);
      this.#onSkin = true;
      companion.send({ who, event: { type: 'CONTACT_CONFIRMED' } });
    }
    if (state === 'paused' && waitedS >= person.resumesAfterS) {
      companion.answerSkinCheck(who);
      companion.send({ who, event: { type: 'RESUME' } });
    }
    if (treatment.skinCheckSinceMs === null) {
      this.#ignoring = null;
      return;
    }
    this.#ignoring ??= this.#random.unit() < person.ignores;
    const askedS = (treatment.nowMs - treatment.skinCheckSinceMs) / 1000;
    if (!this.#ignoring && askedS >= person.answersAfterS) companion.answerSkinCheck(who);
  }

  #do(companion: Companion, act: PersonAct): void {
    const { simulation } = companion.board;
    if (act === 'stop button') simulation?.setStopPressed(true);
    if (act === 'lift' || act === 'lay') simulation?.setContact(act === 'lay' && this.#onSkin);
    const event = wishes[act];
    if (event !== undefined) companion.send({ who, event });
  }
}
