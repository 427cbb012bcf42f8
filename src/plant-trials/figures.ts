/** The curves of docs/plant.md, each computed anew from the model. */
import { driveModes } from '../../hardware/plant/parameters.ts';
import { plantRigIds, rigs } from '../../hardware/plant/rigs.ts';
import type { RigId } from '../../hardware/plant/rigs.ts';
import type { TrialResult } from './answer.ts';
import type { Moment } from './course.ts';
import { holdTrial } from './holding.ts';
import { moduleCop, moduleHeat, range } from './module-figures.ts';
import { stepTrial } from './moves.ts';
import { stuckTrial } from './stuck.ts';
import type { Point, SvgCurve } from '../plots/svg-plot.ts';
import { svgPlot } from '../plots/svg-plot.ts';
import { trialRig, tryHold } from './trial-rig.ts';
import type { TrialRig } from './trial-rig.ts';

const none = { contact: 1, set: [], asBuilt: false, seed: 1 } as const;

/** A rig as it stands in the table of rigs, laid on skin. */
export function nominalRig(id: RigId, set: readonly string[] = []): TrialRig {
  return trialRig(rigs[id], { ...none, set }, () => undefined);
}

const plateOf = ({ atS, plateC }: Moment): Point => [atS, plateC];
const heatsinkOf = ({ atS, heatsinkC }: Moment): Point => [atS, heatsinkC];
const beadOf = ({ atS, plateAC }: Moment): Point => [atS, plateAC];

function curveOf(name: string, result: TrialResult, point: (moment: Moment) => Point): SvgCurve {
  return { name, points: result.course.samples.map(point) };
}

function fastestStep(fromC: number, toC: number): string {
  const ids = fromC > toC ? plantRigIds.filter((id) => id !== 'heat12V') : plantRigIds;
  const name = (id: RigId): string => {
    const { heatDutyCap, parameters } = rigs[id];
    const { coolRailV, heatRailV } = parameters.power;
    if (fromC > toC) return `${id}: ${coolRailV} V`;
    return `${id}: ${heatRailV} V, duty ${heatDutyCap}`;
  };
  return svgPlot({
    title: `Fastest step from ${fromC} to ${toC} °C, on skin`,
    xLabel: 'time, s',
    yLabel: 'true plate temperature, °C',
    xRange: [0, 60],
    yRange: [5, 45],
    curves: ids.map((id) =>
      curveOf(name(id), stepTrial(nominalRig(id), { fromC, toC, longestS: 60 }), plateOf),
    ),
  });
}

function stuckHeat(): string {
  const trial = { direction: 'heat', fromC: 40, longestS: 20 } as const;
  const reference = stuckTrial(nominalRig('reference'), { ...trial, duty: 1 });
  const twelve = nominalRig('heat12V');
  const full = stuckTrial(twelve, { ...trial, duty: 1 });
  return svgPlot({
    title: 'Bridge stuck on heat in a hold at 40 °C, on skin',
    xLabel: 'time since the fault, s',
    yLabel: 'temperature, °C',
    xRange: [0, 20],
    yRange: [38, 60],
    levels: [
      { y: 43, name: '43 °C' },
      { y: 45, name: '45 °C' },
      { y: 48, name: '48 °C' },
    ],
    curves: [
      curveOf('reference (5 V), full', reference, plateOf),
      { ...curveOf('reference: bead A reads', reference, beadOf), colour: 0 },
      curveOf('heat12V at its cap of 0.4', stuckTrial(twelve, { ...trial, duty: 0.4 }), plateOf),
      curveOf('heat12V, full', full, plateOf),
      { ...curveOf('heat12V: bead A reads', full, beadOf), colour: 3 },
      curveOf(
        'fourModules, full',
        stuckTrial(nominalRig('fourModules'), { ...trial, duty: 1 }),
        plateOf,
      ),
    ],
  });
}

function stuckCool(): string {
  const trial = { direction: 'cool', fromC: 10, duty: 1, longestS: 30 } as const;
  const bare = trialRig(rigs.reference, { ...none, contact: 0 }, () => undefined);
  const onSkin = stuckTrial(nominalRig('reference'), trial);
  return svgPlot({
    title: 'Bridge stuck on full cooling in a hold at 10 °C',
    xLabel: 'time since the fault, s',
    yLabel: 'temperature, °C',
    xRange: [0, 30],
    yRange: [-10, 15],
    levels: [
      { y: 7, name: '7 °C' },
      { y: 4, name: '4 °C' },
    ],
    curves: [
      curveOf('reference, on skin', onSkin, plateOf),
      {
        ...curveOf('reference: skin surface', onSkin, (at) => [at.atS, at.skinSurfaceC]),
        colour: 0,
      },
      curveOf('reference, bare', stuckTrial(bare, trial), plateOf),
      curveOf('threeModules, on skin', stuckTrial(nominalRig('threeModules'), trial), plateOf),
      curveOf('fourModules, on skin', stuckTrial(nominalRig('fourModules'), trial), plateOf),
    ],
  });
}

const driveModeWords = {
  pwmBrake: 'pwmBrake: PWM, shorted in between',
  pwmCoast: 'pwmCoast: PWM, open in between',
  direct: 'direct: filtered current',
} as const;

function holdPower(): string {
  return svgPlot({
    title: 'Electrical power of a steady hold, heat12V on skin',
    xLabel: 'plate, °C',
    yLabel: 'power of both modules, W',
    xRange: [5, 45],
    yRange: [0, 90],
    curves: driveModes.map((mode) => {
      const rig = nominalRig('heat12V', [`power.driveMode=${mode}`]);
      return {
        name: driveModeWords[mode],
        points: range(5, 45, 0.5).map((plateC): Point => {
          const held = tryHold(rig, plateC);
          return [plateC, held?.plant.truth().electricalW ?? Number.NaN];
        }),
      };
    }),
  });
}

function fanStop(): string {
  const result = holdTrial(nominalRig('reference'), { atC: 10, longestS: 600, fanStopsS: 30 });
  const direct = holdTrial(nominalRig('reference', ['power.driveMode=direct']), {
    atC: 10,
    longestS: 600,
    fanStopsS: 30,
  });
  return svgPlot({
    title: 'The fan stops at 30 s in a hold at 10 °C, on skin',
    xLabel: 'time, s',
    yLabel: 'temperature, °C',
    xRange: [0, 600],
    yRange: [0, 100],
    levels: [{ y: 50, name: '50 °C' }],
    curves: [
      curveOf('reference: heatsink', result, heatsinkOf),
      { ...curveOf('reference: plate, commanded 10 °C', result, plateOf), colour: 0 },
      curveOf('filtered current: heatsink', direct, heatsinkOf),
      { ...curveOf('filtered current: plate', direct, plateOf), colour: 2 },
    ],
  });
}

/** Every figure by the name of its file, in the order in which the page shows them. */
export function figures(): Readonly<Record<string, string>> {
  return {
    'module-heat.svg': moduleHeat(),
    'module-cop.svg': moduleCop(),
    'step-cool.svg': fastestStep(40, 10),
    'step-heat.svg': fastestStep(10, 40),
    'stuck-heat.svg': stuckHeat(),
    'stuck-cool.svg': stuckCool(),
    'hold-power.svg': holdPower(),
    'fan-stop.svg': fanStop(),
  };
}
