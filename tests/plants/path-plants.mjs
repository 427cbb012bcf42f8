/** Bugs that a model sees only where it says what must be there. */
const operator = ['tests/paths/operator.test.ts'];

export const pathPlants = [
  {
    id: 'fault-completed',
    what: 'a fault is recorded as completed',
    path: 'machines/session.ts',
    from: "params: { outcome: 'faulted' } },",
    to: "params: { outcome: 'completed' } },",
    noticedBy: operator,
  },
  {
    id: 'no-alarm',
    what: 'no alarm is ever raised',
    path: 'src/safety/alarms.ts',
    from: '  if (known?.present === true) return state;',
    to: '  if (known?.present !== false) return state;',
    noticedBy: operator,
  },
  {
    id: 'silent-buzzer',
    what: 'the buzzer never sounds',
    path: 'src/safety/alarm-signals.ts',
    from: 'buzzer: buzzerAt(alarms, nowMs),',
    to: 'buzzer: buzzerAt(alarms, nowMs) && nowMs < 0,',
    noticedBy: operator,
  },
  {
    id: 'later-heat-at-30',
    what: 'the second hot phase and those after it lead to 30 °C',
    path: 'src/treatment/drive.ts',
    from: '    targetC: phase.setpointC,',
    to: "    targetC: phase.kind === 'hot' && (phase as { number?: number }).number !== 2 ? 30 : phase.setpointC,",
    noticedBy: ['tests/paths/prescribed.test.ts'],
  },
];
