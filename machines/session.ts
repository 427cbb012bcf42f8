/**
 * The session: what may happen in a treatment, and in which state what drive is permitted.
 *
 * Flat, one concern, no I/O, no clock, no `after`, no `invoke`. Time is counted outside and arrives as an
 * event. No action writes an output: permission is read from `meta` of the settled snapshot (L1), and
 * all-off does not need this machine at all (L9).
 */
import { assign, setup } from 'xstate';
import type { Permission } from './permission.ts';
import { isNamed, lastPhaseOf, maxRotations } from './session-events.ts';
import type { Outcome, SessionContext, SessionEvent } from './session-events.ts';

const atRest: SessionContext = {
  rotations: 0,
  phase: 0,
  reachedSkin: false,
  heated: false,
  ending: false,
  missed: false,
  coldFinishDelivered: false,
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

/** Both run to the end of the last phase; which of them it is, is measured (L13). */
const toTheEnd: ReadonlySet<Outcome> = new Set(['completed', 'undelivered']);

const toItsEnd = <Ending extends 'completed' | 'undelivered'>(outcome: Ending) =>
  ({
    target: '#session.settling',
    actions: ['finishCold', { type: 'conclude', params: { outcome } }],
  }) as const;

/** Why a session ends on an event, where the event itself carries no reason. */
const plainReason: Partial<Record<SessionEvent['type'], string>> = {
  PAUSE_EXPIRED: 'the pause lasted too long',
  END_EARLY: 'ended early by the operator',
  PHASE_ELAPSED: 'the whole prescription was delivered',
  SCREENED: 'the screening found a contraindication',
};

function reasonOf(event: SessionEvent, outcome: Outcome): string {
  if (outcome === 'undelivered') return 'it ran to its end, and not every phase was delivered';
  if (event.type === 'STOP') return `stopped by ${event.by}`;
  if (event.type === 'LINK_LOST') return `the link to the board was lost: ${event.reason}`;
  if (event.type === 'SELF_TEST_FAILED') return `the self-test failed: ${event.reason}`;
  return 'reason' in event ? event.reason : (plainReason[event.type] ?? event.type);
}

const ruleOf = (event: SessionEvent): string | null => {
  if (event.type === 'TRIP') return event.rule;
  if (event.type === 'LINK_LOST') return 'link-lost';
  return event.type === 'SELF_TEST_FAILED' ? 'self-test' : null;
};

export const sessionMachine = setup({
  types: {
    context: {} as SessionContext,
    events: {} as SessionEvent,
    meta: {} as { permission: Permission },
  },
  guards: {
    rotationsValid: ({ event }) =>
      event.type === 'PRESCRIBE' &&
      Number.isInteger(event.rotations) &&
      event.rotations >= 0 &&
      event.rotations <= maxRotations,
    screenedClear: ({ context, event }) =>
      event.type === 'SCREENED' &&
      (event.result === 'noPatient' ||
        (event.result === 'clear' &&
          (!context.awaitingClinician || (event.clinician ?? '').trim() !== ''))),
    contraindicated: ({ event }) => event.type === 'SCREENED' && event.result === 'contraindicated',
    needsClinician: ({ event }) => event.type === 'SCREENED' && event.result === 'needsClinician',
    lastPhaseElapsed: ({ context, event }) =>
      event.type === 'PHASE_ELAPSED' &&
      event.phase === context.phase &&
      (context.ending || context.phase === lastPhaseOf(context.rotations)),
    lastPhaseOfAllDelivered: ({ context, event }) =>
      event.type === 'PHASE_ELAPSED' &&
      event.phase === context.phase &&
      (context.ending || context.phase === lastPhaseOf(context.rotations)) &&
      event.delivered &&
      !context.missed,
    thisPhaseElapsed: ({ context, event }) =>
      event.type === 'PHASE_ELAPSED' && event.phase === context.phase,
    coldFinishOwed: ({ context }) => context.heated,
    inFinalCold: ({ context }) =>
      context.ending || context.phase === lastPhaseOf(context.rotations),
    inHotPhase: ({ context }) => context.phase > 0 && context.phase % 2 === 0,
    resetAllowed: ({ event }) => event.type === 'RESET' && event.causeGone && isNamed(event.person),
  },
  actions: {
    prescribe: assign(({ event }) => ({
      ...atRest,
      rotations: event.type === 'PRESCRIBE' ? event.rotations : 0,
    })),
    rest: assign(() => atRest),
    askClinician: assign({ awaitingClinician: true }),
    reachSkin: assign({ reachedSkin: true, phase: 1 }),
    nextPhase: assign({ phase: ({ context }) => context.phase + 1 }),
    heat: assign({ heated: true }),
    goToFinalCold: assign(({ context, event }) => ({
      ending: true,
      outcome: 'ended early' as const,
      reason: reasonOf(event, 'ended early'),
      phase: context.phase % 2 === 1 ? context.phase : context.phase + 1,
    })),
    countDelivery: assign(({ context, event }) => ({
      missed: context.missed || !(event.type === 'PHASE_ELAPSED' && event.delivered),
    })),
    finishCold: assign(({ context, event }) => {
      const delivered = event.type === 'PHASE_ELAPSED' && event.delivered;
      return { coldFinishDelivered: delivered, missed: context.missed || !delivered };
    }),
    leaveUnattended: assign({ unattended: true }),
    conclude: assign(({ context, event }, params: { readonly outcome: Outcome }) => ({
      // An outcome already decided stands, unless power was taken away: a fault is never "completed".
      ...(context.outcome !== null && toTheEnd.has(params.outcome)
        ? {}
        : { outcome: params.outcome, reason: reasonOf(event, params.outcome) }),
      rule: ruleOf(event),
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
          { guard: 'screenedClear', target: 'selfTest' },
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
      on: { PAUSE: { target: 'paused' }, ATTENTION_LOST: { target: 'paused' }, ...interruptible },
      states: {
        cold: {
          meta: { permission: 'cool' },
          on: {
            PHASE_ELAPSED: [
              { guard: 'lastPhaseOfAllDelivered', ...toItsEnd('completed') },
              { guard: 'lastPhaseElapsed', ...toItsEnd('undelivered') },
              {
                guard: 'thisPhaseElapsed',
                target: 'hot',
                actions: ['countDelivery', 'nextPhase', 'heat'],
              },
            ],
            END_EARLY: [{ guard: 'inFinalCold' }, ...endEarly],
          },
        },
        hot: {
          meta: { permission: 'heatAndCool' },
          on: {
            PHASE_ELAPSED: {
              guard: 'thisPhaseElapsed',
              target: 'cold',
              actions: ['countDelivery', 'nextPhase'],
            },
            END_EARLY: finalCold,
          },
        },
      },
    },
    paused: {
      meta: { permission: 'none' },
      on: {
        RESUME: [{ guard: 'inHotPhase', target: 'treating.hot' }, { target: 'treating.cold' }],
        END_EARLY: endEarly,
        // Nobody is cooled whom nobody watches (L2).
        PAUSE_EXPIRED: {
          target: 'settling',
          actions: [{ type: 'conclude', params: { outcome: 'ended early' } }, 'leaveUnattended'],
        },
        ...interruptible,
      },
    },
    settling: {
      meta: { permission: 'none' },
      on: { SETTLED: { target: 'ended' }, ...faultable },
    },
    ended: {
      meta: { permission: 'none' },
      on: { ACKNOWLEDGE: { target: 'idle', actions: 'rest' }, ...faultable },
    },
    faulted: {
      meta: { permission: 'none' },
      on: { RESET: { guard: 'resetAllowed', target: 'idle', actions: 'rest' } },
    },
  },
});
