/** Bugs that a judge with the program's own table, formula or clock would share and not see. */
const judges = ['tests/simulation/judges.test.ts'];

export const judgePlants = [
  {
    id: 'dose-too-small',
    what: 'the heat dose is 6.5 times too small',
    path: 'src/safety/dose.ts',
    from: 'cem43Min: state.cem43Min + cem43OfRamp(hot.fromC, hot.toC, dtMinutes),',
    to: 'cem43Min: state.cem43Min + cem43OfRamp(hot.fromC, hot.toC, dtMinutes) / 6.5,',
    noticedBy: judges,
  },
  {
    id: 'dose-by-one-ratio',
    what: 'below 43 °C a degree is worth a factor of two',
    path: 'src/limits/cem43.ts',
    from: 'const ratioBelow = 0.25;',
    to: 'const ratioBelow = 0.5;',
    noticedBy: judges,
  },
  {
    id: 'cold-minutes-halved',
    what: 'half of the cold minutes are counted',
    path: 'src/safety/dose.ts',
    from: 'state.coldMinutes + dtMinutes * shareBelow(cold, coldThresholdC),',
    to: 'state.coldMinutes + (dtMinutes / 2) * shareBelow(cold, coldThresholdC),',
    noticedBy: judges,
  },
  {
    id: 'dose-not-in-pauses',
    what: 'nothing is counted in a pause',
    path: 'src/treatment/dose-course.ts',
    from: 'if (!session.context.reachedSkin) return',
    to: "if (!session.context.reachedSkin || session.value === 'paused') return",
    noticedBy: judges,
  },
  {
    id: 'power-in-a-pause',
    what: 'a pause permits cooling',
    path: 'machines/session.ts',
    from: `    paused: {
      meta: { permission: 'none' },`,
    to: `    paused: {
      meta: { permission: 'cool' },`,
    noticedBy: judges,
  },
  {
    id: 'heat-in-the-cold',
    what: 'a cold phase permits heat',
    path: 'machines/session.ts',
    from: `        cold: {
          meta: { permission: 'cool' },`,
    to: `        cold: {
          meta: { permission: 'heatAndCool' },`,
    noticedBy: [...judges, 'tests/machines/session.test.ts'],
  },
];
