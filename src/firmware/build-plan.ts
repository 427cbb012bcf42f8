/**
 * How the guard firmware is compiled: the commands, as data. They name files relative to the folder that they run in and
 * leave out debugging data, so that the image is the same byte for byte wherever it is built.
 */
export interface Command {
  readonly program: string;
  readonly args: readonly string[];
}

/** Where Debian's arduino-core-avr puts the Arduino core. */
export const arduinoFolder = '/usr/share/arduino/hardware/arduino/avr';

/** Of the Arduino core only start-up and time are used; the sketch has its own serial line and pins. */
const coreSources = ['main.cpp', 'wiring.c', 'hooks.c'] as const;
const coreFolder = `${arduinoFolder}/cores/arduino`;

/** What the core's headers ask for; the last repairs core 1.8.7 for gcc 5.4. */
const definitions = [
  '-DF_CPU=16000000UL',
  '-DARDUINO=10819',
  '-DARDUINO_AVR_UNO',
  '-DARDUINO_ARCH_AVR',
  '-DDECIMAL_DIG=__DECIMAL_DIG__',
];
const common = [
  '-mmcu=atmega328p',
  ...definitions,
  `-I${coreFolder}`,
  `-I${arduinoFolder}/variants/standard`,
  '-Os',
  '-ffunction-sections',
  '-fdata-sections',
];
const c = '-std=gnu11';
const cpp = ['-std=gnu++11', '-fno-exceptions', '-fno-threadsafe-statics'];
/** The warnings are for the sketch: the core is not ours to change. */
const strict = ['-Wall', '-Wextra', '-Werror'];

export const elfName = 'contrast_guard.elf';
export const hexName = 'contrast_guard.hex';

export interface BuildPlanInput {
  /** File names of the sketch: `.ino`, `.cpp` and `.h`. */
  readonly sources: readonly string[];
  /** First 32 bits of the SHA-256 of the sources. */
  readonly buildHash: number;
  /** Further definitions, for builds that only a test runs. */
  readonly defines?: Readonly<Record<string, string>>;
}

const compile = (program: string, flags: readonly string[], source: string, object: string) => ({
  object,
  command: { program, args: [...flags, '-c', source, '-o', object] },
});

/** The commands, to be run in order in a folder that holds the sources. Pure. */
export function buildPlan({ sources, buildHash, defines = {} }: BuildPlanInput): Command[] {
  const own = [
    ...strict,
    `-DBUILD_HASH=0x${buildHash.toString(16).padStart(8, '0')}UL`,
    ...Object.entries(defines).map(([name, value]) => `-D${name}=${value}`),
  ];
  const sketch = sources
    .filter((name) => /\.(cpp|ino)$/.test(name))
    .map((name) => {
      const start = name.endsWith('.ino') ? ['-include', 'Arduino.h'] : [];
      const flags = [...common, ...cpp, ...own, '-x', 'c++', ...start];
      return compile('avr-g++', flags, name, `${name}.o`);
    });
  const core = coreSources.map((name) =>
    name.endsWith('.cpp')
      ? compile('avr-g++', [...common, ...cpp, '-w'], `${coreFolder}/${name}`, `core-${name}.o`)
      : compile('avr-gcc', [...common, c, '-w'], `${coreFolder}/${name}`, `core-${name}.o`),
  );
  const objects = [...sketch, ...core].map(({ object }) => object);
  return [
    ...[...sketch, ...core].map(({ command }) => command),
    {
      program: 'avr-gcc',
      args: ['-mmcu=atmega328p', '-Os', '-Wl,--gc-sections', ...objects, '-o', elfName],
    },
    { program: 'avr-objcopy', args: ['-O', 'ihex', '-R', '.eeprom', elfName, hexName] },
  ];
}
