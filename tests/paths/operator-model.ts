/**
 * What the people around the device do, what befalls it, and what it must then be: written from the laws, without a
 * look at the session machine, so that the two can disagree. Flat, with guards and `assign` only: `@xstate/test`
 * 1.0.0-beta.5 runs no other action ("originalExecutor is not a function"), and each pausable state doubles the paths.
 */
import { assign, setup } from 'xstate';

export const operatorEventTypes = [
  'PRESCRIBE',
  'ADMITTED',
  'TURNED_AWAY',
  'TEST_PASSES',
  'TEST_FAILS',
  'PLATE_GETS_COLD',
  'LAID_ON_SKIN',
  'CALLED_OFF',
  'TIME_IS_UP',
  'PLATE_GETS_WARM',
  'PAUSED',
  'RESUMED',
  'SKIN_IS_FINE',
  'SKIN_IS_WRONG',
  'ENDED_EARLY',
  'LEFT_ALONE',
  'STOPPED',
  'FAULT',
  'PLATE_IS_SAFE',
  'ACKNOWLEDGED',
  'RESET',
] as const;
export type OperatorEventType = (typeof operatorEventTypes)[number];
export interface OperatorEvent {
  readonly type: OperatorEventType;
}

export type Ending = 'to the end' | 'ended early' | 'left alone' | 'hurt' | 'stopped';

export interface OperatorContext {
  /** 0 before the plate is on the skin; odd phases are cold, even ones hot. */
  readonly phase: number;
  readonly ending: Ending | null;
  /** What heat owes, and the cold phase that was given for it: one between two others, or the last. */
  readonly finish: 'not owed' | 'owed' | 'between' | 'last';
}

const atRest: OperatorContext = { phase: 0, ending: null, finish: 'not owed' };
const home = { target: 'rest', actions: 'forget' } as const;
const fault = { target: 'faulted', actions: 'forget' } as const;
const stopped = { target: 'settling', actions: 'markStopped' } as const;
const calledOff = { target: 'settling', actions: 'markEndedEarly' } as const;
/** L2: nobody ends the pause, so nobody watches, and nobody is cooled. */
const leftAlone = { LEFT_ALONE: { target: 'settling', actions: 'markLeftAlone' } } as const;
/** Nobody is cooled on skin that is hurt. */
const hurt = { SKIN_IS_WRONG: { target: 'settling', actions: 'markHurt' } } as const;
/** L3, L4: in every state in which anything may still be driven. */
const always = { STOPPED: stopped, FAULT: fault } as const;

/** @param rotations pairs of cold and hot before the last cold */
export const operatorModel = (rotations: number) =>
  setup({
    types: { context: {} as OperatorContext, events: {} as OperatorEvent },
    guards: {
      isLastHot: ({ context }) => context.phase === 2 * rotations,
      // Heat was given, and no cold phase since: a cold finish is owed (L2).
      owes: ({ context }) => context.finish === 'owed',
    },
    actions: {
      forget: assign(() => atRest),
      begin: assign({ phase: 1 }),
      goOn: assign({ phase: ({ context }) => context.phase + 1 }),
      markTheEnd: assign({ ending: 'to the end' as const }),
      markEndedEarly: assign({ ending: 'ended early' as const }),
      markLeftAlone: assign({ ending: 'left alone' as const }),
      markHurt: assign({ ending: 'hurt' as const }),
      heat: assign({ finish: 'owed' as const }),
      giveCold: assign({
        finish: ({ context }) =>
          context.finish === 'owed' ? ('between' as const) : context.finish,
      }),
      giveLastCold: assign({ finish: 'last' as const }),
      markStopped: assign({ ending: 'stopped' as const }),
    },
  }).createMachine({
    id: 'operator',
    context: atRest,
    initial: 'rest',
    states: {
      rest: { on: { PRESCRIBE: 'screening' } },
      screening: {
        on: {
          ADMITTED: 'testing',
          TURNED_AWAY: 'declined',
          CALLED_OFF: calledOff,
          STOPPED: stopped,
        },
      },
      declined: { on: { ACKNOWLEDGED: home } },
      testing: {
        on: { TEST_PASSES: 'cooling', TEST_FAILS: fault, CALLED_OFF: calledOff, ...always },
      },
      cooling: { on: { PLATE_GETS_COLD: 'waiting', CALLED_OFF: calledOff, ...always } },
      waiting: {
        on: {
          LAID_ON_SKIN: { target: 'cold', actions: 'begin' },
          CALLED_OFF: calledOff,
          ...always,
        },
      },
      cold: {
        on: {
          TIME_IS_UP: { target: 'coldOver', actions: 'giveCold' },
          PAUSED: 'coldPaused',
          ENDED_EARLY: [
            { guard: 'owes', target: 'lastCold' },
            { target: 'settling', actions: 'markEndedEarly' },
          ],
          ...hurt,
          ...always,
        },
      },
      // Cold was given, and no heat since: whoever ends here is owed nothing (L2).
      coldOver: {
        on: {
          SKIN_IS_FINE: { target: 'hot', actions: 'goOn' },
          ENDED_EARLY: { target: 'settling', actions: 'markEndedEarly' },
          ...hurt,
          ...leftAlone,
          ...always,
        },
      },
      // The plate is not warm yet: whoever ends here has had cold alone, and is given no more of it. A pause here would
      // treble the paths: the pairs of transitions have it.
      hot: {
        on: {
          PLATE_GETS_WARM: { target: 'warm', actions: 'heat' },
          ENDED_EARLY: { target: 'settling', actions: 'markEndedEarly' },
          ...hurt,
          ...always,
        },
      },
      warm: {
        on: {
          TIME_IS_UP: 'hotOver',
          PAUSED: 'hotPaused',
          ENDED_EARLY: { target: 'lastCold', actions: 'goOn' },
          ...hurt,
          ...always,
        },
      },
      hotOver: {
        on: {
          SKIN_IS_FINE: [
            { guard: 'isLastHot', target: 'closing', actions: 'goOn' },
            { target: 'cold', actions: 'goOn' },
          ],
          ENDED_EARLY: 'hotOverEnding',
          ...hurt,
          ...leftAlone,
          ...always,
        },
      },
      // No power before somebody has said that the skin is fine, not even for the cold that is owed.
      hotOverEnding: {
        on: {
          SKIN_IS_FINE: { target: 'lastCold', actions: 'goOn' },
          ...hurt,
          ...leftAlone,
          ...always,
        },
      },
      // The last phase of the prescription: there is nothing to end early but the cold finish itself.
      closing: {
        on: {
          TIME_IS_UP: { target: 'settling', actions: ['markTheEnd', 'giveLastCold'] },
          PAUSED: 'closingPaused',
          ...hurt,
          ...always,
        },
      },
      closingPaused: {
        on: { RESUMED: 'closing', ENDED_EARLY: 'lastCold', ...hurt, ...leftAlone, ...always },
      },
      coldPaused: {
        on: {
          RESUMED: 'cold',
          ENDED_EARLY: [
            { guard: 'owes', target: 'lastCold' },
            { target: 'settling', actions: 'markEndedEarly' },
          ],
          ...hurt,
          ...leftAlone,
          ...always,
        },
      },
      hotPaused: {
        on: {
          RESUMED: 'warm',
          ENDED_EARLY: { target: 'lastCold', actions: 'goOn' },
          ...hurt,
          ...leftAlone,
          ...always,
        },
      },
      lastCold: {
        on: {
          TIME_IS_UP: { target: 'settling', actions: ['markEndedEarly', 'giveLastCold'] },
          PAUSED: 'lastColdPaused',
          ...hurt,
          ...always,
        },
      },
      lastColdPaused: { on: { RESUMED: 'lastCold', ...hurt, ...leftAlone, ...always } },
      settling: { on: { PLATE_IS_SAFE: 'over' } },
      over: { on: { ACKNOWLEDGED: home } },
      faulted: { on: { RESET: home } },
    },
  });
