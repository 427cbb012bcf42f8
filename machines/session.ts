/**
 * The session: what may happen in a treatment, and in which state what drive is permitted.
 *
 * Flat, one concern, no I/O, no clock, no `after`, no `invoke`. Time is counted outside and arrives as an
 * event. No action writes an output: permission is read from `meta` of the settled snapshot (L1), and
 * all-off does not need this machine at all (L9).
 */
import { assign, setup } from 'xstate';
import type { Permission } from './permission.ts';
import type { ColdFinish, Outcome, SessionContext, SessionEvent } from './session-events.ts';
import { sessionGuards } from './session-guards.ts';
import { reasonOf, ruleOf } from './session-reasons.ts';

const atRest: SessionContext = {
  rotations: 0,
  person: false,
  phase: 0,
  phaseOver: false,
  resumeAwaited: false,
  endsAfterCheck: false,
  reachedSkin: false,
  coldFinish: 'none',
  ending: false,
  missed: false,
  unattended: false,
  awaitingClinician: false,
  outcome: null,
  reason: null,
  rule: null,
};

const stopToSettling = {
  target: '#session.settling',
  actions: { type: 'conclude', params: { outcome: 'stopped' } },
} as const;

const cancelToSettling = {
  target: '#session.settling',
  actions: { type: 'conclude', params: { outcome: 'ended early' } },
} as const;

const faultToFaulted = {
  target: '#session.faulted',
  actions: { type: 'conclude', params: { outcome: 'faulted' } },
} as const;

/** In every state that is not already latched (L3, L4, L7). */
const faultable = { TRIP: faultToFaulted, LINK_LOST: faultToFaulted } as const;
const interruptible = { STOP: stopToSettling, ...faultable } as const;

const finalCold = { target: '#session.treating.cold', actions: 'goToFinalCold' } as const;

/** Ending early after heat owes the final cold phase (L2); before any heat the plate may come off. */
const endEarly = [
  { guard: 'coldFinishOwed', ...finalCold },
  {
    target: '#session.settling',
    actions: { type: 'conclude', params: { outcome: 'ended early' } },
  },
] as const;

/** The same where the skin is in doubt: no power before somebody has said that it is fine, not even for the cold finish. */
const endEarlyInCheck = [
  { guard: 'coldFinishOwedAfterCheck', actions: 'endAfterCheck' },
  {
    guard: 'nothingOwed',
    target: '#session.settling',
    actions: { type: 'conclude', params: { outcome: 'ended early' } },
  },
] as const;

/** Nobody is cooled or heated on skin that is hurt: the power goes off, and stays off. */
const reactToSettling = {
  guard: 'skinWrong',
  target: '#session.settling',
  actions: { type: 'conclude', params: { outcome: 'ended early' } },
} as const;

/** Whenever somebody doubts, the power is off until they do not. */
const doubtToChecking = { guard: 'skinInDoubt', target: '#session.checking' } as const;

/** Nobody is cooled whom nobody watches (L2). */
const unattendedToSettling = {
  target: '#session.settling',
  actions: [{ type: 'conclude', params: { outcome: 'ended early' } }, 'leaveUnattended'],
} as const;

/** Both run to the end of the last phase; which of them it is, is measured (L13). */
const toTheEnd: ReadonlySet<Outcome> = new Set(['completed', 'undelivered']);

/** Between two phases somebody's skin is looked at, with the power off. */
const toChecking = {
  guard: 'thisPhaseOfPersonElapsed',
  target: '#session.checking',
  actions: ['countDelivery', 'endPhase'],
} as const;

/** @param delivered of the phase that is over */
function coldFinishAfter({ phase, coldFinish }: SessionContext, delivered: boolean): ColdFinish {
  if (phase % 2 === 0) return 'owed';
  return delivered && coldFinish === 'owed' ? 'delivered' : coldFinish;
}

const toItsEnd = <Ending extends 'completed' | 'undelivered'>(outcome: Ending) =>
  ({
    target: '#session.settling',
    actions: ['countDelivery', { type: 'conclude', params: { outcome } }],
  }) as const;

export const sessionMachine = setup({
  types: {
    context: {} as SessionContext,
    events: {} as SessionEvent,
    meta: {} as { permission: Permission },
  },
  guards: sessionGuards,
  actions: {
    prescribe: assign(({ event }) => ({
      ...atRest,
      rotations: event.type === 'PRESCRIBE' ? event.rotations : 0,
    })),
    rest: assign(() => atRest),
    askClinician: assign({ awaitingClinician: true }),
    reachSkin: assign({ reachedSkin: true, phase: 1 }),
    populate: assign(({ event }) => ({
      person: event.type === 'SCREENED' && event.result === 'clear',
      awaitingClinician: false,
    })),
    endPhase: assign({ phaseOver: true }),
    nextPhase: assign({ phase: ({ context }) => context.phase + 1, phaseOver: false }),
    oweColdFinish: assign({ coldFinish: 'owed' }),
    awaitResume: assign({ resumeAwaited: true }),
    goOn: assign({ resumeAwaited: false }),
    endAfterCheck: assign(({ event }) => ({
      endsAfterCheck: true,
      resumeAwaited: false,
      outcome: 'ended early' as const,
      reason: reasonOf(event, 'ended early'),
    })),
    goToFinalCold: assign(({ context, event }) => ({
      ending: true,
      endsAfterCheck: false,
      outcome: 'ended early' as const,
      reason: context.reason ?? reasonOf(event, 'ended early'),
      phase: context.phase % 2 === 1 ? context.phase : context.phase + 1,
      phaseOver: false,
    })),
    countDelivery: assign(({ context, event }) => {
      const delivered = event.type === 'PHASE_ELAPSED' && event.delivered;
      return {
        coldFinish: coldFinishAfter(context, delivered),
        missed: context.missed || !delivered,
      };
    }),
    leaveUnattended: assign({ unattended: true }),
    conclude: assign(({ context, event }, params: { readonly outcome: Outcome }) => ({
      // An outcome already decided stands, unless power was taken away: a fault is never "completed".
      ...(context.outcome !== null && toTheEnd.has(params.outcome)
        ? {}
        : { outcome: params.outcome, reason: reasonOf(event, params.outcome) }),
      rule: ruleOf(event),
      phaseOver: false,
      resumeAwaited: false,
      endsAfterCheck: false,
      person: false,
      awaitingClinician: false,
    })),
  },
}).createMachine({
  id: 'session',
  context: atRest,
  initial: 'idle',
  // No `always` exists; the bound makes a future one unable to hang a tick.
  options: { maxIterations: 100 },
  states: {
    idle: {
      meta: { permission: 'none' },
      on: {
        PRESCRIBE: { guard: 'rotationsValid', target: 'screening', actions: 'prescribe' },
        ...interruptible,
      },
    },
    screening: {
      meta: { permission: 'none' },
      on: {
        SCREENED: [
          {
            guard: 'contraindicated',
            target: 'declined',
            actions: { type: 'conclude', params: { outcome: 'declined' } },
          },
          { guard: 'screenedClear', target: 'selfTest', actions: 'populate' },
          { guard: 'needsClinician', actions: 'askClinician' },
        ],
        CANCEL: cancelToSettling,
        ...interruptible,
      },
    },
    declined: {
      meta: { permission: 'none' },
      on: { ACKNOWLEDGE: { target: 'idle', actions: 'rest' }, ...faultable },
    },
    selfTest: {
      meta: { permission: 'coolPulse' },
      on: {
        SELF_TEST_PASSED: { target: 'preparing' },
        SELF_TEST_FAILED: faultToFaulted,
        CANCEL: cancelToSettling,
        ...interruptible,
      },
    },
    preparing: {
      meta: { permission: 'cool' },
      on: {
        PLATE_READY: { target: 'awaitingContact' },
        CANCEL: cancelToSettling,
        ...interruptible,
      },
    },
    awaitingContact: {
      meta: { permission: 'cool' },
      on: {
        CONTACT_CONFIRMED: { target: 'treating.cold', actions: 'reachSkin' },
        CANCEL: cancelToSettling,
        ...interruptible,
      },
    },
    treating: {
      initial: 'cold',
      entry: 'goOn',
      on: {
        PAUSE: { target: 'paused' },
        CHECK_DUE: { target: 'checking' },
        SKIN_ANSWERED: [reactToSettling, doubtToChecking],
        ...interruptible,
      },
      states: {
        cold: {
          meta: { permission: 'cool' },
          on: {
            PHASE_ELAPSED: [
              { guard: 'lastPhaseOfAllDelivered', ...toItsEnd('completed') },
              { guard: 'lastPhaseElapsed', ...toItsEnd('undelivered') },
              toChecking,
              {
                guard: 'thisPhaseElapsed',
                target: 'hot',
                actions: ['countDelivery', 'nextPhase'],
              },
            ],
            END_EARLY: [{ guard: 'inFinalCold' }, ...endEarly],
          },
        },
        hot: {
          meta: { permission: 'heatAndCool' },
          on: {
            PHASE_ELAPSED: [
              toChecking,
              {
                guard: 'thisPhaseElapsed',
                target: 'cold',
                actions: ['countDelivery', 'nextPhase'],
              },
            ],
            HEAT_GIVEN: { guard: 'owesNothingYet', actions: 'oweColdFinish' },
            END_EARLY: endEarly,
          },
        },
      },
    },
    paused: {
      meta: { permission: 'none' },
      entry: 'awaitResume',
      on: {
        RESUME: [
          { guard: 'endsAfterCheck', ...finalCold },
          { guard: 'overAfterCold', target: 'treating.hot', actions: 'nextPhase' },
          { guard: 'overAfterHeat', target: 'treating.cold', actions: 'nextPhase' },
          { guard: 'inHotPhase', target: 'treating.hot' },
          { target: 'treating.cold' },
        ],
        END_EARLY: endEarly,
        PAUSE_EXPIRED: unattendedToSettling,
        SKIN_ANSWERED: [reactToSettling, doubtToChecking],
        ...interruptible,
      },
    },
    checking: {
      meta: { permission: 'none' },
      on: {
        SKIN_ANSWERED: [
          reactToSettling,
          // Who paused wants a pause: a look at the skin in it gives no power back.
          { guard: 'skinFineInPause', target: 'paused' },
          { guard: 'skinFineToEnd', ...finalCold },
          {
            guard: 'skinFineAfterCold',
            target: 'treating.hot',
            actions: 'nextPhase',
          },
          { guard: 'skinFineAfterHeat', target: 'treating.cold', actions: 'nextPhase' },
          { guard: 'skinFineInHeat', target: 'treating.hot' },
          { guard: 'skinFine', target: 'treating.cold' },
        ],
        PAUSE: { guard: 'notPaused', actions: 'awaitResume' },
        END_EARLY: endEarlyInCheck,
        CHECK_EXPIRED: unattendedToSettling,
        ...interruptible,
      },
    },
    settling: {
      meta: { permission: 'none' },
      on: { SETTLED: { target: 'ended' }, ...faultable },
    },
    ended: {
      meta: { permission: 'none' },
      on: {
        ACKNOWLEDGE: { target: 'idle', actions: 'rest' },
        ...faultable,
      },
    },
    faulted: {
      meta: { permission: 'none' },
      on: { RESET: { guard: 'resetAllowed', target: 'idle', actions: 'rest' } },
    },
  },
});
