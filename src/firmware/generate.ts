/**
 * The firmware's `generated.h`: the host's tables of ids, layouts, timing and limits, written as C++, so that both
 * sides of the guard protocol have one source. Temperatures become conversion counts here, by the host's own curve:
 * the board then compares whole numbers (law L6: one source for the outermost limits).
 */
import { firmwareName, firmwareVersion } from '../../hardware/firmware/firmware-version.ts';
import { guardPins } from '../../hardware/guard/board-checks.ts';
import { openSeed } from '../../hardware/guard/frames.ts';
import {
  analogReport,
  boardFrames,
  guardBackstops,
  guardReasons,
  guardStates,
  guardTiming,
  hostFrames,
  memoryConditions,
  protocolVersion,
  sequenceRule,
  switchBits,
} from '../../hardware/guard/protocol.ts';
import type { FrameLayout } from '../../hardware/guard/protocol.ts';
import { defaultPinMap } from '../../hardware/parts/pin-map.ts';
import {
  largestCountAbove,
  nominalCelsius,
  smallestCountBelow,
} from '../../hardware/parts/nominal-thermistor.ts';
import { firmwareBounds } from '../limits/firmware-bounds.ts';
import { atmega328p } from '../../hardware/port/chip.ts';
import { checksText } from './checks-text.ts';
import { constant, rows, words } from './header-text.ts';

/** The table's grid: every so many counts a temperature, and between them a straight line. */
const gridCounts = 16;
const window = { min: firmwareBounds.sensorCounts.min, max: firmwareBounds.sensorCounts.max };

/** The limits that are burnt into the board, as its identity reports them. */
export const burntInLimits: Readonly<Record<keyof typeof boardFrames.limits.fields, number>> = {
  ceilingCounts: smallestCountBelow(firmwareBounds.plateC.max),
  floorCounts: largestCountAbove(firmwareBounds.plateC.min),
  maxHeatCount: atmega328p.pwmFullScale,
  maxCoolCount: atmega328p.pwmFullScale,
  oneWayS: firmwareBounds.directionMinutes.max * 60,
  sessionS: firmwareBounds.sessionMinutes.max * 60,
  parts: 0,
};

const camel = (name: string): string =>
  name.replaceAll(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
const hex = (value: number): string => `0x${value.toString(16).padStart(2, '0')}`;
function frameText(name: string, id: number, fields: FrameLayout): string[] {
  const names = [...Object.keys(fields), 'fieldCount'];
  return [
    `namespace ${name} {`,
    constant('uint8_t', 'id', hex(id)),
    'enum Field : uint8_t {',
    ...names.map((field) => `  ${field},`),
    '};',
    `const uint8_t widths[] PROGMEM = {${Object.values(fields).join(', ')}};`,
    '}',
  ];
}

function enumText(name: string, values: readonly string[]): string[] {
  return [`enum class ${name} : uint8_t {`, ...values.map((value) => `  ${camel(value)},`), '};'];
}

/** Hundredths of a degree, from `gridStart` in steps of `gridCounts`; wide enough for the whole window. */
function celsiusTable(): { start: number; values: number[] } {
  const start = Math.floor(window.min / gridCounts) * gridCounts;
  const length = Math.ceil((window.max - start) / gridCounts) + 1;
  const values = Array.from({ length }, (_, index) =>
    Math.round(nominalCelsius(start + index * gridCounts) * 100),
  );
  return { start, values };
}

function limitsText(): string[] {
  const { start, values } = celsiusTable();
  return [
    '/* Limits that narrow can tighten, in the order of their fields, and as they are burnt in. */',
    'enum LimitField : uint8_t {',
    ...[...Object.keys(burntInLimits), 'limitCount'].map((name) => `  ${name},`),
    '};',
    `const uint16_t burntInLimits[] PROGMEM = {${Object.values(burntInLimits).join(', ')}};`,
    '',
    '/* Limits that nothing can change. Counts fall as the temperature rises. */',
    ...words({
      windowMinCounts: window.min,
      windowMaxCounts: window.max,
      heatsinkMinCounts: smallestCountBelow(guardBackstops.heatsinkC),
      disagreeCentiC: guardBackstops.disagreeC * 100,
      marginCentiC: guardBackstops.marginC * 100,
      warmingCentiCPerS: firmwareBounds.plateHeatingCPerS.max * 100,
      coolingCentiCPerS: firmwareBounds.plateCoolingCPerS.max * 100,
    }),
    '',
    `/* Hundredths of a degree Celsius at every ${gridCounts}th count from ${start}. */`,
    ...words({ celsiusGridStart: start, celsiusGridCounts: gridCounts }),
    constant('uint8_t', 'celsiusGridLength', values.length),
    'const int16_t celsiusGrid[] PROGMEM = {',
    ...rows(values, 10),
    '};',
  ];
}

/** The text of `generated.h`. Pure. */
export function generatedHeader(): string {
  const pins = Object.entries({ ...defaultPinMap, ...guardPins }).map(([role, pin]) =>
    constant('uint8_t', `${role}Pin`, pin),
  );
  const version = Object.entries(firmwareVersion).map(([part, value]) =>
    constant('uint8_t', `${part}Version`, value),
  );
  const frames = Object.entries({ ...hostFrames, ...boardFrames }).flatMap(
    ([name, { id, fields }]) => frameText(name, id, fields),
  );
  const lines = [
    '/*',
    ' * Written from the tables that host and board share; a test fails when they differ. Do not edit.',
    ' */',
    '#pragma once',
    '#include "platform.h"',
    '',
    `#define FIRMWARE_NAME "${firmwareName}"`,
    ...version,
    constant('uint8_t', 'protocolVersion', protocolVersion),
    '',
    ...enumText('State', guardStates),
    '',
    ...enumText('Reason', guardReasons),
    '',
    ...enumText('Condition', memoryConditions),
    '',
    ...Object.entries(switchBits).map(([name, bit]) => constant('uint8_t', `${name}Bit`, bit)),
    '',
    '/* Milliseconds. */',
    ...words(guardTiming),
    '',
    '/* Of an analog report: the sum of so many conversions, and its bits. */',
    constant('uint8_t', 'conversionsInMean', analogReport.conversions),
    constant('uint8_t', 'analogBits', analogReport.bits),
    '',
    '/* Pins as they are numbered on the board; of sensors and rails the channel of the converter. */',
    ...pins,
    '',
    constant('uint16_t', 'openSeed', hex(openSeed)),
    ...words({ sequenceModulus: sequenceRule.modulus, sequenceAhead: sequenceRule.ahead }),
    '',
    'namespace frame {',
    ...frames,
    '}',
    '',
    ...limitsText(),
    '',
    ...checksText(),
  ];
  return `${lines.join('\n')}\n`;
}
