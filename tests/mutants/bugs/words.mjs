/** Report, summary, export and terminal: what is filed, printed and typed. */
const report = 'tests/values/report.test.ts';
const terminal = 'tests/values/terminal.test.ts';

export const words = [
  {
    what: 'the report puts the bound of the cold beside the dose of the heat',
    path: 'src/report/report-words.ts',
    from: "decimal(value, 2) }), 'cem43PerSessionMin'",
    to: "decimal(value, 2) }), 'coldMinutesPerSession'",
    noticedBy: [report],
  },
  {
    what: 'the report says that a guard was there where nothing says so',
    path: 'src/report/report-sections.ts',
    from: "board?.guarded === true ? record('yes') : t('proof.guardNo')",
    to: "board?.guarded === false ? t('proof.guardNo') : record('yes')",
    noticedBy: ['tests/report/report.test.ts'],
  },
  {
    what: 'the range of a phase is that of one plate sensor alone',
    path: 'src/records/course.ts',
    from: '.flatMap(({ plateAC, plateBC }) => [plateAC, plateBC])',
    to: '.flatMap(({ plateAC }) => [plateAC])',
    noticedBy: ['tests/records/course.test.ts'],
  },
  {
    what: 'the summary gives degree minutes for minutes of cold',
    path: 'src/treatment/summary.ts',
    from: 'coldMinutes: treatment.dose.coldMinutes',
    to: 'coldMinutes: treatment.dose.coldDegreeMinutes',
    noticedBy: [report],
  },
  {
    what: 'the last lines of a run call an owed cold finish delivered, and a delivered one owed',
    path: 'src/cli/run-words.ts',
    from: "return t(delivered ? 'end.coldFinishYes' : 'end.coldFinishNo');\n};",
    to: "return t(delivered ? 'end.coldFinishNo' : 'end.coldFinishYes');\n};",
    noticedBy: [terminal],
  },
  {
    what: 'the time left counts phases that an early end has called off',
    path: 'src/cli/run-view.ts',
    from: '  if (context.ending) return { phaseS, allS: phaseS };\n',
    to: '',
    noticedBy: ['tests/cli/run-view.test.ts'],
  },
  {
    what: 'the key of STOP is dead in a skin check',
    path: 'src/cli/run-operator.ts',
    from: 'return [stop, ...(bench ? [] : allChecks), endEarly, ...alarmKeys];',
    to: 'return [...(bench ? [] : allChecks), endEarly, ...alarmKeys];',
    noticedBy: ['tests/cli/key-table.test.ts'],
  },
  {
    what: 'the key of STOP is dead with the capitals locked',
    path: 'src/cli/run-keys.ts',
    from: 'key === text.toLowerCase()',
    to: 'key === text',
    noticedBy: ['tests/cli/keys.test.ts'],
  },
  {
    what: 'a paused alarm shows how long it has been silent for how long it will be',
    path: 'src/safety/alarm-lines.ts',
    from: '(longestPauseMs - pausedMs) / 1000',
    to: '(pausedMs % longestPauseMs) / 1000',
    noticedBy: ['tests/alarms/alarms.test.ts'],
  },
  {
    what: 'the CSV has plate sensor A in the column of B',
    path: 'src/records/export.ts',
    from: "['plate_b_c', (sample) => decimal(sample.plateBC, 3)]",
    to: "['plate_b_c', (sample) => decimal(sample.plateAC, 3)]",
    noticedBy: [terminal],
  },
];
