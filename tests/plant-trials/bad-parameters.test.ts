import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rigs } from '../../hardware/plant/rigs.ts';
import { CompanionError } from '../../src/errors.ts';
import { valueAt } from '../../src/plant-trials/documents.ts';
import { fieldOf } from '../../src/plant-trials/parameter-fields.ts';
import { settableNames, withSettings } from '../../src/plant-trials/settings.ts';
import { plant, trial } from './command.ts';

const move = 'step --from 40 --to 10';

describe('refused with the field named, before anything runs', () => {
  it.each<[string, string, ...string[]]>([
    ['capacity in kJ', `${move} --set plate.capacityJPerK=0.048`, 'plate.capacityJPerK', '48 J/K'],
    ['negative capacity', `${move} --set plate.capacityJPerK=-48`, 'plate.capacityJPerK'],
    ['no number', `${move} --set plate.capacityJPerK=NaN`, 'plate.capacityJPerK', 'not a number'],
    ['endless', `${move} --set plate.capacityJPerK=Infinity`, 'plate.capacityJPerK'],
    ['a unit behind it', `${move} --set power.coolRailV=12V`, 'power.coolRailV', 'not a number'],
    ['a comma', `${move} --set plate.areaM2=0,0064`, 'plate.areaM2', 'with a point'],
    ['hexadecimal', `${move} --set power.coolRailV=0x0C`, 'power.coolRailV'],
    ['area in cm²', `${move} --set plate.areaM2=64`, 'plate.areaM2', '0.0064 m²'],
    ['thickness in mm', `${move} --set skin.layers.2.thicknessM=1`, 'thicknessM', '0.001 m'],
    ['mV', `${move} --set power.heatRailV=5000`, 'power.heatRailV', 'this looks like mV'],
    ['Seebeck in mV', `${move} --set module.seebeckVPerK=49.4`, 'seebeckVPerK', '0.0494 V/K'],
    ['°C where K belongs', `${move} --set module.referenceK=27`, 'referenceK', '300.1 K'],
    ['°F body', `${move} --set skin.coreC=98.6`, 'skin.coreC', '98.6 °F is 37 °C'],
    ['percent', `${move} --set ambient.relativeHumidity=50`, 'relativeHumidity', '0.5'],
    ['°F ambient', `${move} --ambient 77`, '--ambient', '77 °F is 25 °C'],
    ['K ambient', `${move} --ambient 298`, '--ambient', 'looks like K'],
    ['zero modules', `${move} --set array.moduleCount=0`, 'array.moduleCount', '1 … 8'],
    ['half a module', `${move} --set array.moduleCount=2.5`, 'array.moduleCount'],
    ['modules that do not add up', `${move} --set array.moduleCount=3`, 'array.moduleCount'],
    ['a fan that cools when stopped', `${move} --set heatsink.fanOffKPerW=0.1`, 'fanOffKPerW'],
    ['a slip of the fingers', `${move} --set plate.capacityJperK=48`, 'plate.capacityJPerK?'],
    ['an unknown name', `${move} --set colour=red`, 'colour', 'contrast plant rigs --parameters'],
    ['a trap', `${move} --set __proto__.polluted=1`, '__proto__.polluted', 'no such parameter'],
    ['a part as a value', `${move} --set cutOut=5`, 'cutOut', '"none"'],
    ['half an edge', `${move} --set plate.edge.areaShare=0.5`, 'plate.edge.', 'it is missing'],
    ['twice', `${move} --set ambient.temperatureC=20 --set ambient.temperatureC=21`, 'given twice'],
    ['no value', `${move} --set ambient.temperatureC`, 'key=value'],
    ['an unknown drive mode', `${move} --set power.driveMode=pwm`, 'pwmBrake, pwmCoast, direct'],
    [
      'a part too small to step',
      `${move} --set array.faceCapacityJPerK=0.5 --set array.sinkJointKPerW=0.005`,
      'array.sinkJointKPerW',
      'too fast',
    ],
    [
      'no heatsink',
      `${move} --set heatsink.fanOnKPerW=5 --set heatsink.fanOffKPerW=50 --set power.heatRailV=60`,
      'settles nowhere',
    ],
    ['contact in percent', `${move} --contact 50`, '--contact', '50 % is 0.5'],
    ['a heat cap above 1', `${move} --heat-cap 1.2`, '--heat-cap'],
    ['an unknown rig', `${move} --rig referense`, '--rig', 'reference'],
    ['a seed that is no whole number', `${move} --seed 1.5`, '--seed'],
    ['endless minutes', `${move} --minutes 1e9`, '--minutes', '120'],
    ['seconds for minutes', `${move} --minutes 600`, '--minutes', '600 s is 10 min'],
    ['°F target', 'step --from 40 --to 104', '--to', '104 °F is 40 °C'],
    ['a target out of reach', 'step --from 40 --to -15', '--to', '-8.0 °C … 50.0 °C'],
    ['a start out of reach', 'step --from 65 --to 10 --set cutOut=none', '--from', '63.7 °C'],
    ['a target that the cut-out forbids', 'step --from 40 --to 55', '--to', '--set cutOut=none'],
    ['no way to go', 'step --from 40 --to 40', '--to', 'contrast plant hold'],
    ['half a step', 'step --from 40', '--to'],
    ['a rate per minute', 'ramp --from 40 --to 10 --rate 15', '--rate', '0.25 °C/s'],
    ['a rate of zero', 'ramp --from 40 --to 10 --rate 0', '--rate'],
    ['a negative rate', 'ramp --from 40 --to 10 --rate -0.5', '--rate'],
    ['a fan that stops too late', 'hold --at 10 --fan-stops-at 900', '--fan-stops-at', '600 s'],
    ['a hold out of reach', 'hold --at 69 --set cutOut=none', '--at'],
    ['a stuck bridge that does nothing', 'stuck heat --duty 0', '--duty'],
    ['a third direction', 'stuck off', 'heat, cool'],
    ['an unknown option', 'summary --sped 1', '--sped'],
    ['an unknown subcommand', 'stp', 'stp'],
  ])('%s', (_words, line, ...parts) => {
    const { out, err, exitCode } = plant(...line.split(' '));
    expect(exitCode).toBe(2);
    for (const part of parts) expect(err).toContain(part);
    expect(err).not.toMatch(/\[object Object\]|undefined|\bat .*\.ts:\d/);
    expect(out).toBe('');
  });
});

const none = (): undefined => undefined;
const { parameters } = rigs.reference;
const numbers = settableNames(parameters).filter((name) => fieldOf(name) !== undefined);

describe('every parameter', () => {
  it('has a range that holds its own value, and can be set to it', () => {
    expect(numbers.length).toBeGreaterThan(80);
    for (const name of settableNames(parameters)) {
      const value = valueAt(parameters, name);
      if (typeof value !== 'number' && typeof value !== 'string') continue;
      expect(withSettings(parameters, [`${name}=${value}`], none)).toEqual(parameters);
    }
  });

  it('is set alone, and refused outside its range, by name', () => {
    const free = numbers.filter(
      (name) => !/^(array\..*Count|plate\.edge|heatsink\.fan)/.test(name),
    );
    fc.assert(
      fc.property(
        fc.constantFrom(...free),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (name, share) => {
          const { low, high } = fieldOf(name)!;
          const value = low + share * (high - low);
          // The schema of the plant wants some of them above 0.
          if (value === 0) return;
          const changed = withSettings(parameters, [`${name}=${value}`], none);
          expect(valueAt(changed, name)).toBe(value);
          const others = numbers.filter((other) => other !== name);
          for (const other of others)
            expect(valueAt(changed, other)).toBe(valueAt(parameters, other));
          for (const outside of [low - (high - low) * 0.01, high + (high - low) * 0.01]) {
            const attempt = (): unknown => withSettings(parameters, [`${name}=${outside}`], none);
            expect(attempt).toThrow(CompanionError);
            expect(attempt).toThrow(name);
          }
        },
      ),
    );
  });

  it('optional parts come and go', () => {
    expect(withSettings(parameters, ['cutOut=none'], none).cutOut).toBeNull();
    const edge = ['capacityJPerK=24', 'couplingWPerK=12', 'areaShare=0.5'];
    const split = withSettings(
      parameters,
      edge.map((one) => `plate.edge.${one}`),
      none,
    );
    expect(split.plate.edge).toEqual({ capacityJPerK: 24, couplingWPerK: 12, areaShare: 0.5 });
  });
});

it('changes and draws are in the result, and a seed repeats it', () => {
  const line = `${move} --as-built --seed 5 --contact 0.7 --set heatsink.capacityJPerK=300`;
  const first = trial(line);
  expect(first).toEqual(trial(line));
  expect(first).toMatchObject({ seed: 5, asBuilt: true, contact: 0.7 });
  expect(first).toMatchObject({ set: ['heatsink.capacityJPerK=300'] });
  expect(trial(line.replace('5', '6')).answers).not.toEqual(first.answers);
  const bare = trial(move);
  const reseeded = trial(`${move} --seed 2`);
  expect(reseeded.answers['reachedS']).toBe(bare.answers['reachedS']);
  expect(reseeded.samples.map(({ plateAC }) => plateAC)).not.toEqual(
    bare.samples.map(({ plateAC }) => plateAC),
  );
});
