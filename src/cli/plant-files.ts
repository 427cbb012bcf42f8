/** A trial as JSON, CSV or SVG. Pure. */
import type { TrialResult } from '../plant-trials/answer.ts';
import type { Moment } from '../plant-trials/course.ts';
import type { Point, SvgCurve } from '../plots/svg-plot.ts';
import { svgPlot } from '../plots/svg-plot.ts';
import type { TrialRig } from '../plant-trials/trial-rig.ts';

/** The device of a trial, for programs. */
export function deviceData(rig: TrialRig): object {
  const { id, contact, heatDutyCap, parameters, seed, asBuilt, changes } = rig;
  const ambientC = parameters.ambient.temperatureC;
  return { rig: id, contact, ambientC, heatDutyCap, seed, asBuilt, set: changes };
}

const rounded = (value: number): number => Math.round(value * 1e4) / 1e4;

export function trialJson(rig: TrialRig, result: TrialResult): string {
  const { trial, title, drive, finding, answers, course } = result;
  return JSON.stringify({
    trial,
    title,
    ...deviceData(rig),
    drive,
    finding,
    answers: Object.fromEntries(answers.map(({ key, value }) => [key, value])),
    samples: course.samples.map((moment) =>
      Object.fromEntries(
        Object.entries(moment).map(([key, value]: [string, unknown]) => [
          key,
          typeof value === 'number' ? rounded(value) : value,
        ]),
      ),
    ),
  });
}

const csvColumns: readonly [name: string, value: (moment: Moment) => number | null][] = [
  ['t_s', (at) => at.atS],
  ['setpoint_c', (at) => at.setpointC],
  ['plate_c', (at) => at.plateC],
  ['edge_c', (at) => at.edgeC],
  ['plate_a_c', (at) => at.plateAC],
  ['plate_b_c', (at) => at.plateBC],
  ['heatsink_c', (at) => at.heatsinkC],
  ['skin_surface_c', (at) => at.skinSurfaceC],
  ['drive', (at) => at.duty],
  ['module_a', (at) => at.moduleA],
  ['electrical_w', (at) => at.electricalW],
];

/** One line a sample; an empty cell is no valid value. */
export function trialCsv({ course }: TrialResult): string {
  const line = (moment: Moment): string =>
    csvColumns
      .map(([, value]) => value(moment))
      .map((value) => (value === null || !Number.isFinite(value) ? '' : String(rounded(value))))
      .join(',');
  const head = csvColumns.map(([name]) => name).join(',');
  return [head, ...course.samples.map(line), ''].join('\n');
}

export function trialSvg(rig: TrialRig, { title, course }: TrialResult): string {
  const curve = (name: string, value: (moment: Moment) => number): SvgCurve => ({
    name,
    points: course.samples.map((moment): Point => [moment.atS, value(moment)]),
  });
  const hasSetpoint = course.first.setpointC !== null;
  return svgPlot({
    title: `${title}, rig ${rig.id}`,
    xLabel: 'time, s',
    yLabel: 'temperature, °C',
    xRange: [0, course.last.atS],
    curves: [
      curve('plate, true', (at) => at.plateC),
      curve('bead A as read', (at) => at.plateAC),
      curve('bead B as read', (at) => at.plateBC),
      curve('skin surface', (at) => at.skinSurfaceC),
      curve('heatsink', (at) => at.heatsinkC),
      ...(hasSetpoint ? [curve('setpoint', (at) => at.setpointC ?? Number.NaN)] : []),
    ],
  });
}
