/**
 * Somebody at the device who doubts, answers what nobody asked, twice, in two voices and at odd moments, drawn from a seed;
 * and the laws of the skin, judged by the record and the pins alone: nothing here asks the program what it thinks.
 */
import { Random } from '../../hardware/plant/random.ts';
import { rigs } from '../../hardware/plant/rigs.ts';
import type { SessionEvent } from '../../machines/session-events.ts';
import { skinAnswers, skinFindings } from '../../machines/skin-answers.ts';
import { LawWatch } from '../../src/evidence/law-watch.ts';
import { openVirtualTreatment } from '../../src/evidence/virtual-treatment.ts';
import type { Prescription } from '../../src/limits/plan.ts';
import type { Companion } from '../../src/treatment/companion.ts';
import type { Entry } from '../../src/treatment/state.ts';
import type { Summary } from '../../src/treatment/summary.ts';

export interface ClumsyResult {
  readonly seed: number;
  readonly outcome: string;
  readonly answers: Readonly<Record<string, number>>;
  readonly broken: readonly string[];
}

/** As short as the limits allow, so that thousands fit: what is asked and answered does not depend on it. */
function shortPrescription(random: Random): Prescription {
  const minutes = (): number => 1 + random.below(2);
  return {
    name: 'short',
    rotations: random.unit() < 0.8 ? 1 : 2,
    cold: { setpointC: 15 + random.below(4), minutes: minutes() },
    hot: { setpointC: 36 + random.below(3), minutes: minutes() },
    finalCold: { minutes: minutes() },
    rampCPerS: 0.5,
  };
}

const wishes: readonly SessionEvent[] = [
  { type: 'PAUSE' },
  { type: 'PAUSE' },
  { type: 'RESUME' },
  { type: 'RESUME' },
  { type: 'RESUME' },
  { type: 'END_EARLY' },
  { type: 'CANCEL', reason: 'changed their mind' },
  { type: 'CONTACT_CONFIRMED' },
  { type: 'SCREENED', result: 'clear' },
  { type: 'ACKNOWLEDGE' },
  { type: 'PRESCRIBE', rotations: 1 },
  { type: 'RESET', person: 'A. Smith', causeGone: true },
  { type: 'CHECK_EXPIRED' },
  { type: 'PHASE_ELAPSED', phase: 2, delivered: true },
  { type: 'STOP', by: 'somebody' },
];

const over = new Set(['ended', 'declined', 'faulted']);

/** Answers rightly in the end, and much else on the way. */
class ClumsyPerson {
  readonly #random: Random;
  readonly #sayPerTick: number;
  readonly #wishPerTick: number;
  readonly #fine: number;
  readonly #wrong: number;

  constructor(random: Random) {
    this.#random = random;
    // From hardly ever to every few seconds.
    this.#sayPerTick = random.logUniform(1e-5, 1e-2);
    this.#wishPerTick = random.logUniform(1e-5, 1e-3);
    this.#fine = random.uniform(0.3, 1);
    this.#wrong = random.unit() < 0.5 ? 0 : random.uniform(0, 0.2);
  }

  act(companion: Companion): void {
    const random = this.#random;
    const { state } = companion;
    const isPatient = random.unit() < 0.998;
    if (state === 'screening')
      companion.send({ who: 'one', event: { type: 'SCREENED', result: 'clear' } });
    if (state === 'awaitingContact' && !isPatient) {
      companion.board.simulation?.setContact(true);
      companion.send({ who: 'one', event: { type: 'CONTACT_CONFIRMED' } });
    }
    if (state === 'paused' && !isPatient) companion.send({ who: 'one', event: { type: 'RESUME' } });
    const asked = companion.treatment.skinCheck;
    if (asked !== null && !isPatient) this.#say(companion, 'one', this.#drawn());
    if (random.unit() < this.#sayPerTick) {
      this.#say(companion, 'two', this.#drawn());
      // Two people at once, of two minds.
      if (random.unit() < 0.5) this.#say(companion, 'three', this.#drawn());
    }
    // A session that has gone back to rest is the next one's.
    if (random.unit() < this.#wishPerTick && !over.has(state)) {
      const event = wishes[random.below(wishes.length)];
      if (event !== undefined) companion.send({ who: 'two', event });
    }
  }

  #drawn(): (typeof skinAnswers)[number] {
    const random = this.#random;
    if (random.unit() < this.#fine) return 'fine';
    if (random.unit() < this.#wrong) return 'wrong';
    return random.unit() < 0.5 ? 'notSure' : 'numb';
  }

  #say(companion: Companion, who: string, answer: (typeof skinAnswers)[number]): void {
    const finding = skinFindings[this.#random.below(skinFindings.length)];
    companion.answerSkinCheck(who, answer, answer === 'wrong' && finding ? [finding] : []);
  }
}

const lookAgainS = 120;

/** By the plate itself, half a degree and some seconds on either side of what counts as heat (L2). */
const sureHeat = { aboveC: 35.7, forS: 35 } as const;
const possibleHeat = { aboveC: 34.3, forS: 25 } as const;

/** What there was of heat, judged by the true plate. */
class HeatLedger {
  possible = false;
  sure = false;
  /** Since the last cold phase began. */
  sureSinceCold = false;
  #sureForS = 0;
  #possibleForS = 0;
  #atS = 0;

  look({ board, state, elapsedS, treatment }: Companion): void {
    const plateC = board.simulation?.truth().plateC ?? Number.NaN;
    const passedS = state === 'treating.hot' ? elapsedS - this.#atS : Number.NaN;
    this.#atS = elapsedS;
    this.#sureForS = plateC > sureHeat.aboveC ? this.#sureForS + passedS || 0 : 0;
    this.#possibleForS = plateC > possibleHeat.aboveC ? this.#possibleForS + passedS || 0 : 0;
    if (state === 'treating.cold') this.sureSinceCold = false;
    // Or a whole hot phase is over.
    const { phase, phaseOver } = treatment.session.context;
    const isOver = phaseOver && phase % 2 === 0;
    if (this.#sureForS > sureHeat.forS || isOver) this.sure = this.sureSinceCold = true;
    this.possible ||= this.sure || this.#possibleForS > possibleHeat.forS;
  }
}

/** What the record says of the skin, and what may be driven after it. */
class SkinLedger {
  readonly broken: string[] = [];
  readonly answers: Record<string, number> = {};
  readonly #heat = new HeatLedger();
  #doubtAtS = Number.NaN;
  #hurt = false;
  #overSince = false;
  #closing: string | null = null;
  #state = 'idle';
  #read = 0;
  #onSkin = false;

  /** After each tick: what is new in the record, then what is on the pins from here on. */
  look(
    companion: Companion,
    entries: readonly { readonly t: number; readonly entry: Entry }[],
  ): void {
    this.#heat.look(companion);
    const pins = companion.board.simulation?.pins();
    const driven = pins !== undefined && (pins.heatDuty > 0 || pins.coolDuty > 0);
    const at = `${this.#state} at ${companion.elapsedS.toFixed(2)} s`;
    // What was on the pins until now, by what had been said until the tick before.
    if (driven && this.#hurt) this.#say(`driven on skin that is hurt, ${at}`);
    if (driven && Number.isFinite(this.#doubtAtS)) this.#say(`driven in doubt, ${at}`);
    if (driven && this.#state === 'checking') this.#say(`driven in a check, ${at}`);
    for (; this.#read < entries.length; this.#read += 1) {
      const one = entries[this.#read];
      if (one !== undefined) this.#note(one.entry, one.t);
    }
  }

  #note(entry: Entry, t: number): void {
    if (entry.type === 'state') {
      const { to, from, event } = entry.fields;
      this.#state = to;
      if (to.startsWith('treating')) this.#onSkin = true;
      if (
        from === 'checking' &&
        to.startsWith('treating') &&
        event !== 'SKIN_ANSWERED' &&
        event !== 'END_EARLY'
      )
        this.#say(`${event} ends a check`);
      if (to === 'treating.hot' && Number.isFinite(this.#doubtAtS))
        this.#say('heat follows a doubt');
      if (event === 'END_EARLY') this.#doubtAtS = Number.NaN;
      if (['settling', 'faulted', 'ended'].includes(to)) {
        if (this.#onSkin && !this.#overSince) this.#closing = 'unanswered';
        this.#overSince = true;
        this.#doubtAtS = Number.NaN;
      }
      return;
    }
    if (entry.type !== 'skin') return;
    const { answer } = entry.fields;
    this.answers[answer] = (this.answers[answer] ?? 0) + 1;
    if (answer === 'wrong') this.#hurt = true;
    if (this.#overSince) this.#closing = answer;
    else if (answer === 'fine') {
      if (t - this.#doubtAtS < lookAgainS - 1e-9)
        this.#say(`fine ${t - this.#doubtAtS} s after a doubt`);
      this.#doubtAtS = Number.NaN;
    } else this.#doubtAtS = t;
  }

  #say(what: string): void {
    if (!this.broken.includes(what)) this.broken.push(what);
  }

  atEnd({ skin, outcome, coldFinish, reason, phases }: Summary, plannedPhases: number): void {
    const reacted = this.#hurt;
    if ((skin?.reacted ?? false) !== reacted)
      this.#say(`summary: reacted ${skin?.reacted}, said ${reacted}`);
    if (skin !== null && this.#overSince) {
      const expected =
        reacted && this.#closing !== 'wrong' ? ['wrong', this.#closing] : [this.#closing];
      if (!expected.includes(skin.atEnd))
        this.#say(`summary: at end ${skin.atEnd}, said ${this.#closing}`);
    }
    if (
      outcome === 'completed' &&
      (coldFinish !== true ||
        phases.length !== plannedPhases ||
        phases.some(({ delivered }) => !delivered))
    )
      this.#say('completed, and not delivered');
    if (coldFinish === false && !reason.includes('cold finish not delivered'))
      this.#say('the missing cold finish is hidden');
    const { sure, possible, sureSinceCold } = this.#heat;
    if (sure && coldFinish === null) this.#say('heat without a word on the cold finish');
    if (!possible && coldFinish !== null) this.#say('a cold finish that no heat owes');
    const lastCold = phases.findLast(({ kind }) => kind === 'cold');
    if (coldFinish === true && (sureSinceCold || lastCold?.delivered !== true))
      this.#say('a cold finish that is none');
  }
}

export async function clumsyTreatment(seed: number): Promise<ClumsyResult> {
  const random = new Random(seed).split('clumsy');
  const prescription = shortPrescription(random.split('prescription'));
  const rig = rigs.reference;
  const checksTwiceAsOften = random.split('often').unit() < 0.3;
  const { companion, entries, run } = await openVirtualTreatment({
    seed,
    rig,
    prescription,
    checksTwiceAsOften,
  });
  const person = new ClumsyPerson(random.split('person'));
  const watch = new LawWatch({ maxHeatDuty: rig.heatDutyCap, plate: { minC: 7, maxC: 43 } });
  const ledger = new SkinLedger();
  const summary = await run({ onState: () => {} }, [], () => {
    watch.look(companion, false);
    ledger.look(companion, entries);
    person.act(companion);
  });
  ledger.atEnd(summary, companion.config.plan.phases.length);
  const broken = [
    ...ledger.broken,
    ...watch.violations.map(({ law, what, atS }) => `${law}: ${what} at ${atS} s`),
    ...(summary.outcome === 'faulted' ? [`tripped: ${summary.rule}`] : []),
  ];
  return { seed, outcome: summary.outcome, answers: ledger.answers, broken };
}
