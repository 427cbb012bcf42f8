import { standard, standardWith } from './files.ts';

/** Prescription files that must be refused. */

/** A line of the standard prescription. */
export const hotLine = 'hot:  { setpointC: 40, minutes: 10 }';
const hotWith = (value: string): string => standardWith(hotLine, hotLine.replace('40', value));
const bomb = Array.from({ length: 9 }, (_, at) => `b${at}: &b${at} [*b${at - 1}, *b${at - 1}]`);

const shape = [2, 'PRESCRIPTION_INVALID'] as const;
const malformed = [2, 'YAML_MALFORMED'] as const;
const wide = [6, 'LIMITS_EXCEEDED'] as const;
type Refused = readonly [exitCode: number, code: string];
/** A name, the content, the exit code and the error code, and what the message must hold; `f` is the file. */
export const badPrescriptions: readonly (readonly [
  string,
  string | Uint8Array,
  Refused,
  ...string[],
])[] = [
  // Not a number.
  ['NaN', hotWith('.nan'), shape, 'f:5:20: hot.setpointC: must be a number in °C, not NaN'],
  ['infinity', hotWith('.inf'), shape, 'f:5:20: hot.setpointC:', 'Infinity'],
  ['minus infinity', hotWith('-.inf'), shape, 'f:5:20: hot.setpointC:', '-Infinity'],
  ['a quoted number', hotWith('"40"'), shape, 'f:5:20: hot.setpointC:', '"40"', 'without quotes'],
  ['a number with its unit', hotWith('40 °C'), shape, 'f:5:20:', 'without quotes or unit'],
  ['a decimal comma', hotWith('"40,5"'), shape, 'f:5:20:', 'decimal point'],
  ['a word', hotWith('warm'), shape, 'f:5:20: hot.setpointC: must be a number in °C, not "warm"'],
  ['null', hotWith('null'), shape, 'f:5:20: hot.setpointC: no value'],
  ['true', hotWith('true'), shape, 'f:5:20: hot.setpointC:', 'not true'],
  ['a list', hotWith('[40]'), shape, 'f:5:20: hot.setpointC:', 'not a list'],
  ['a group', hotWith('{ c: 40 }'), shape, 'f:5:20: hot.setpointC:', 'not a group of fields'],
  [
    'half a rotation',
    standardWith('rotations: 3', 'rotations: 2.5'),
    shape,
    'f:3:12: rotations:',
    'whole',
  ],
  ['hexadecimal', hotWith('0x28'), malformed, 'f:5:20:', 'decimal'],
  ['octal', hotWith('0o50'), malformed, 'f:5:20:', 'decimal'],
  // The wrong fields.
  [
    'a missing field',
    standardWith(', minutes: 10 }\nhot', ' }\nhot'),
    shape,
    'f:4:1: cold.minutes: missing',
  ],
  [
    'no final cold',
    standardWith('finalCold: { minutes: 10 }\n', ''),
    shape,
    'f:2:1: finalCold: missing',
  ],
  [
    'an empty group',
    standardWith(' { minutes: 10 }\nramp', '\nramp'),
    shape,
    'f:6:11: finalCold: empty',
  ],
  [
    'a misspelt field',
    hotWith('40, minuts: 9'),
    shape,
    'f:5:24: hot.minuts: unknown field; did you mean "minutes"?',
  ],
  [
    'an unknown field',
    `${standard}colour: red\n`,
    shape,
    'f:8:1: colour: unknown field; known: name, rotations',
  ],
  ['a prototype', `${standard}__proto__: 1\n`, shape, 'f:8:1: __proto__: unknown field'],
  ['a hot start', `start: hot\n${standard}`, shape, 'f:1:1: start: unknown field'],
  ['a merge key', `${standard}<<: { rotations: 9 }\n`, shape, 'f:8:1: <<: unknown field'],
  [
    'a number for a group',
    standardWith(hotLine, 'hot: 40'),
    shape,
    'f:5:6: hot: must be a group of fields, not 40',
  ],
  [
    'a number for a name',
    standardWith('Muscle spasm, standard', '7'),
    shape,
    'f:2:7: name: must be text',
  ],
  ['a blank name', standardWith('Muscle spasm, standard', '" "'), shape, 'f:2:7: name: empty'],
  [
    'a name with an escape',
    standardWith('Muscle spasm, standard', String.raw`"\e[2J"`),
    shape,
    'f:2:7: name:',
    'control',
  ],
  [
    'a name that turns the line',
    standardWith('Muscle spasm, standard', '"a\u202Eb"'),
    shape,
    'f:2:7: name:',
    'control',
  ],
  [
    'a long name',
    standardWith('Muscle spasm, standard', 'x'.repeat(81)),
    shape,
    'f:2:7: name: longer than 80',
  ],
  // Not a prescription at all.
  ['an empty file', '', shape, 'f:1:1: the file: empty'],
  ['only a comment', '# later\n', shape, 'the file: empty'],
  [
    'a list of things',
    '- 1\n- 2\n',
    shape,
    'f:1:1: the file: must be a group of fields, not a list',
  ],
  ['a word alone', 'hello', shape, 'f:1:1: the file: must be a group of fields, not "hello"'],
  // Not plain YAML.
  ['a field twice', `${standard}rotations: 4\n`, malformed, 'f:8:1: rotations is written twice'],
  [
    'an alias',
    standardWith(hotLine, 'hot: &h { setpointC: 40, minutes: 10 }\nx: *h'),
    malformed,
    'f:5:',
    'aliases',
    'f:6:4',
  ],
  ['a bomb of aliases', `b: &b-1 [x]\n${bomb.join('\n')}\n`, malformed, 'f:1:', 'aliases'],
  ['a tag', hotWith('!!int "40"'), malformed, 'f:5:', 'tags'],
  ['a tag of one’s own', hotWith('!warm 40'), malformed, 'f:5:', 'tags'],
  ['another YAML', `%YAML 1.1\n---\n${standard}`, malformed, 'f:1:1: directives'],
  ['two documents', `${standard}---\n${standard}`, malformed, 'f:8:1: a second document'],
  [
    'a tab',
    standardWith(hotLine, 'hot:\n\tsetpointC: 40'),
    malformed,
    'f:6:1: a tab where spaces are needed',
  ],
  ['an open brace', standardWith('10 }\nfinal', '10\nfinal'), malformed, 'f:6:'],
  [
    'a list for a key',
    `${standard}? [a]\n: 1\n`,
    malformed,
    'f:8:3: a field name must be plain text',
  ],
  ['brackets without end', '['.repeat(30_000), malformed, 'f:1:16: nested deeper than 16 levels'],
  ['braces without end', '{a: '.repeat(8000), malformed, 'nested deeper than 16 levels'],
  ['dashes without end', '- '.repeat(16_000), malformed, 'nested deeper than 16 levels'],
  ['question marks without end', '? '.repeat(16_000), malformed, 'f:1:'],
  [
    'a picture',
    Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0]),
    malformed,
    'f: this is not a text file in UTF-8',
  ],
  ['a zero byte', `${standard}\0`, malformed, 'f: this is not a text file'],
  ['another encoding', Buffer.from(standard, 'utf16le'), malformed, 'f: this is not a text file'],
  [
    '10 MB',
    `#${'x'.repeat(10 * 1024 * 1024)}`,
    [2, 'FILE_UNREADABLE'],
    'f: the file is larger than 32 KiB',
  ],
  // Wider than the limits.
  [
    'too hot',
    hotWith('41.5'),
    wide,
    'f:5:20: hot.setpointC: 41.5 °C is above the clinic limit of 41 °C (device envelope 42 °C)',
    'f:5:20: hot.setpointC: a projected dose of 3.75 CEM43 min is above the cem43PerSessionMin limit of 2 CEM43 min',
  ],
  [
    'too cold',
    standardWith('setpointC: 12', 'setpointC: 7'),
    wide,
    'f:4:20: cold.setpointC: 7 °C is below the clinic limit of 10 °C',
  ],
  [
    'no minute',
    standardWith('finalCold: { minutes: 10', 'finalCold: { minutes: 0'),
    wide,
    'f:6:23: finalCold.minutes: 0 min is below the clinic limit of 1 min',
  ],
  [
    'a negative time',
    standardWith('finalCold: { minutes: 10', 'finalCold: { minutes: -10'),
    wide,
    'f:6:23: finalCold.minutes: -10 min is below',
  ],
  [
    'many rotations',
    standardWith('rotations: 3', 'rotations: 1000000000'),
    wide,
    'f:3:12: rotations: 1000000000 is above the clinic limit of 14',
  ],
  [
    'more than can be counted',
    standardWith('rotations: 3', 'rotations: 1e300'),
    wide,
    'f:3:12: rotations: 1e+300 is above',
  ],
  [
    'too long',
    standardWith('rotations: 3', 'rotations: 4'),
    wide,
    'f:3:12: rotations: a session of 90 min is above the sessionMinutes limit of 75 min',
    'f:4:33: cold.minutes: a cold total of 50 min is above the coldMinutesPerSession limit of 40 min (device envelope 45 min)',
  ],
  [
    'an end that is not cold',
    standardWith('finalCold: { minutes: 10', 'finalCold: { minutes: 1.5'),
    wide,
    'f:6:23: finalCold.minutes: 1.5 min is below the 1.9 min that the ramp takes',
  ],
  // Slips of the unit.
  ['hot in °F', hotWith('104'), wide, 'f:5:20:', 'this looks like °F: 104 °F is 40 °C'],
  [
    'cold in °F',
    standardWith('setpointC: 12', 'setpointC: 54'),
    wide,
    'f:4:20:',
    'this looks like °F: 54 °F is 12.2 °C',
  ],
  ['hot in kelvin', hotWith('313.15'), wide, 'f:5:20:', 'this looks like K: 313.15 K is 40 °C'],
  [
    'seconds',
    standardWith('minutes: 10 }\nhot', 'minutes: 600 }\nhot'),
    wide,
    'f:4:33:',
    'this looks like s: 600 s is 10 min',
  ],
  [
    'milliseconds',
    standardWith('minutes: 10 }\nhot', 'minutes: 600000 }\nhot'),
    wide,
    'f:4:33:',
    'this looks like ms: 600000 ms is 10 min',
  ],
  [
    'a ramp by the minute',
    standardWith('0.25', '15'),
    wide,
    'f:7:12:',
    'this looks like °C/min: 15 °C/min is 0.25 °C/s',
  ],
  [
    'a key that drives the terminal',
    `${standard}"\\e[2J\\u202E": 1\n`,
    shape,
    'f:8:1: ·[2J·: unknown field',
  ],
  ['a value that turns the line', hotWith('"\u202E04"'), shape, 'not "·04"'],
  [
    'Latin-1',
    Buffer.from(standardWith('Muscle', 'M\u00FCller'), 'latin1'),
    malformed,
    'f: this is not',
  ],
  [
    'colder than the clinic allows',
    standardWith('setpointC: 12', 'setpointC: 9'),
    wide,
    'f:4:20: cold.setpointC: 9 °C is below the clinic limit of 10 °C',
  ],
  [
    'one millisecond too much cold',
    standardWith('finalCold: { minutes: 10', 'finalCold: { minutes: 10.00002'),
    wide,
    'f:4:33: cold.minutes: a cold total of 40.00001666666667 min is above',
  ],
];
