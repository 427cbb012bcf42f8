/** What the page shows, sounds and hears: wrong numbers under right headings. */
const curves = 'tests/page/curves.test.ts';
const shown = 'tests/page/shown.test.ts';
const heard = 'tests/page/heard.test.ts';
const controls = 'tests/page/controls.test.ts';

export const page = [
  {
    what: 'the curves of heatsink and plate sensor A are exchanged',
    path: 'src/web/parts/plot-chart.ts',
    from: 'shown(columns.heatsinkC),\n    shown(columns.plateAC),',
    to: 'shown(columns.plateAC),\n    shown(columns.heatsinkC),',
    noticedBy: [curves],
  },
  {
    what: 'the names of both plate sensors are exchanged in the legend',
    path: 'src/web/parts/Legend.tsx',
    from: "plateA: 'run.plateA',\n  plateB: 'run.plateB',",
    to: "plateA: 'run.plateB',\n  plateB: 'run.plateA',",
    noticedBy: [curves],
  },
  {
    what: 'the axis of temperatures is in °C where the curves are in °F',
    path: 'src/web/parts/plot-chart.ts',
    from: 'range: [inUnit(rangeC[0], words.unit), inUnit(rangeC[1], words.unit)]',
    to: 'range: [rangeC[0], rangeC[1]]',
    noticedBy: [curves],
  },
  {
    what: 'the meter of the cold is filled against the bound of the heat',
    path: 'src/web/parts/DoseMeters.tsx',
    from: 'share(dose.coldMinutes, dose.coldCapMinutes)',
    to: 'share(dose.coldMinutes, dose.cem43CapMin)',
    noticedBy: [shown],
  },
  {
    what: 'of alarms of one priority the cause comes last',
    path: 'src/web/parts/Alarms.tsx',
    from: 'Number(b.id === cause) - Number(a.id === cause)',
    to: 'Number(a.id === cause) - Number(b.id === cause)',
    noticedBy: [shown],
  },
  {
    what: 'the least urgent alarm is the one that sounds',
    path: 'src/web/state/derive.ts',
    from: 'urgency[a] - urgency[b]',
    to: 'urgency[b] - urgency[a]',
    noticedBy: [heard],
  },
  {
    what: 'a pause shows the time that the treatment has left for its own',
    path: 'src/web/screens/RunControls.tsx',
    from: 'clock(live.pause.leftS)',
    to: 'clock(live.leftS)',
    noticedBy: [controls],
  },
  {
    what: 'who ends early is told the minutes of the first cold for those of the last',
    path: 'src/web/state/derive.ts',
    from: 'prescribed?.phases.at(-1)',
    to: 'prescribed?.phases.at(0)',
    noticedBy: [controls],
  },
  {
    what: 'a plate that settles is called safe to touch',
    path: 'src/web/screens/Ended.tsx',
    from: 'if (live.safeToTouch) return',
    to: "if (live.safeToTouch || live.session === 'settling') return",
    noticedBy: [controls],
  },
  {
    what: 'STOP is dead once it has stopped something',
    path: 'src/web/state/stop.ts',
    from: "return isAsking(view) ? view : { kind: 'stopping'",
    to: "return view.kind !== 'ready' ? view : { kind: 'stopping'",
    noticedBy: ['tests/web/stop.test.ts'],
  },
];
