/** The people of a scenario: who lays the plate on the skin, answers, wishes, forgets and walks away. */
import { Random } from '../../hardware/plant/random.ts';
import { skinFindings } from '../../machines/skin-answers.ts';
import type { SkinAnswer, SkinFinding } from '../../machines/skin-answers.ts';
import type { Companion } from '../treatment/companion.ts';
import { namedBy, tell } from '../treatment/host/wishes.ts';
import type { Wish } from '../treatment/host/wishes.ts';
import { askedForMs } from '../treatment/skin-check.ts';
import type { PersonAct, Scenario, TimedAct } from './scenario.ts';

const who = 'person';

const wishes: Readonly<Partial<Record<PersonAct, Wish>>> = {
  pause: { wish: 'pause' },
  resume: { wish: 'resume' },
  'end early': { wish: 'endEarly' },
  stop: { wish: 'stop' },
  cancel: { wish: 'cancel' },
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
    if (state === 'paused' && waitedS >= person.resumesAfterS)
      tell(companion, { wish: 'resume' }, namedBy(who));
    const askedMs = askedForMs(treatment);
    if (Number.isNaN(askedMs)) {
      this.#ignoring = null;
      return;
    }
    this.#ignoring ??= this.#random.unit() < person.ignores;
    if (this.#ignoring || askedMs / 1000 < person.answersAfterS) return;
    this.#ignoring = null;
    const answer = this.#saysOfSkin();
    companion.answerSkinCheck(who, answer, answer === 'wrong' ? [this.#finding()] : []);
  }

  #saysOfSkin(): SkinAnswer {
    const { notSure, numb, wrong } = this.#scenario.person.says;
    const drawn = this.#random.unit();
    if (drawn < wrong) return 'wrong';
    if (drawn < wrong + numb) return 'numb';
    return drawn < wrong + numb + notSure ? 'notSure' : 'fine';
  }

  #finding(): SkinFinding {
    return skinFindings[this.#random.below(skinFindings.length)] ?? 'other';
  }

  #do(companion: Companion, act: PersonAct): void {
    const { simulation } = companion.board;
    if (act === 'stop button') simulation?.setStopPressed(true);
    if (act === 'lift' || act === 'lay') simulation?.setContact(act === 'lay' && this.#onSkin);
    const wish = wishes[act];
    if (wish !== undefined) tell(companion, wish, namedBy(who));
  }
}
