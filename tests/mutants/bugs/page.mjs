/** What the page shows, sounds and hears: wrong numbers under right headings. */
const curves = 'tests/page/curves.test.ts';
const shown = 'tests/page/shown.test.ts';
const heard = 'tests/page/heard.test.ts';
const controls = 'tests/page/controls.test.ts';
const offered = 'tests/page/offered.test.ts';

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
  {
    what: 'the page of the end draws ten minutes for the last one',
    path: 'src/web/screens/Ended.tsx',
    from: 'lastS={60}',
    to: 'lastS={600}',
    noticedBy: [curves],
  },
  {
    what: 'a treatment that was not all delivered looks like a success',
    path: 'src/web/screens/Ended.tsx',
    from: "    outcome?.outcome === 'undelivered' ||\n",
    to: '',
    noticedBy: [shown],
  },
  {
    what: 'a page that hears nothing shows its last state for half a minute',
    path: 'src/web/state/view.ts',
    from: 'silenceAllowedMs = 3000',
    to: 'silenceAllowedMs = 30000',
    noticedBy: ['tests/web/view.test.ts'],
  },
  {
    what: 'a plate that is not felt may be waited for after heat, and not after cold',
    path: 'src/web/screens/SkinCheck.tsx',
    from: "question === 'skin' && after === 'cold'",
    to: "question === 'skin' && after === 'hot'",
    noticedBy: [offered],
  },
  {
    what: 'somebody can vouch for the skin before it is asked again',
    path: 'src/web/screens/SkinCheck.tsx',
    from: "blocked ?? (askedInS > 0 ? t('check.tooSoon') : null)",
    to: "blocked ?? (askedInS > 1e9 ? t('check.tooSoon') : null)",
    noticedBy: [offered],
  },
  {
    what: 'an alarm that nobody has seen is called seen',
    path: 'src/web/parts/Alarms.tsx',
    from: 'acknowledgedBy !== null && ` ·',
    to: 'acknowledgedBy === null && ` ·',
    noticedBy: [shown],
  },
  {
    what: 'a viewer is offered what only others may do',
    path: 'src/web/screens/RunControls.tsx',
    from: "    if (session?.person?.role === 'viewer') return t('common.notAllowed');\n",
    to: '',
    noticedBy: [offered],
  },
];
