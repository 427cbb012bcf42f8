/** Which runs are made, and which results belong together. */
import { amigo, relayExperiment, stepExperiment, zieglerNichols } from './tuning.mjs';

/** What the gate is told of the rig and of the two setpoints that are driven to. */
export const limitsOf = ({ heatDutyCap }) => ({
  maxHeatDuty: heatDutyCap,
  maxCoolDuty: 1,
  coldestSetpointC: 10,
  hottestSetpointC: 40,
});

/** Our controller and the baselines with their gains, found on the nominal plant. */
export function contestants(product, rig, seed) {
  const relay = zieglerNichols(relayExperiment(product, rig, seed));
  const lag = amigo(stepExperiment(product, rig));
  return [
    { name: 'ours', controller: 'ours', given: product.parametersFor(rig.parameters) },
    { name: 'Klipper PID, ZN', controller: 'klipperPid', given: relay },
    { name: 'Klipper PID, AMIGO', controller: 'klipperPid', given: lag },
    { name: 'PID_v1, ZN', controller: 'arduinoPid', given: relay },
    { name: 'PID_v1, AMIGO', controller: 'arduinoPid', given: lag },
  ];
}

/** Collects jobs; each entry keeps where the results of its jobs will stand. */
export class Plan {
  jobs = [];

  /** @returns a function from all results to those of the given jobs */
  add(jobs) {
    const from = this.jobs.length;
    this.jobs.push(...jobs);
    const to = this.jobs.length;
    return (results) => results.slice(from, to);
  }
}

/** The courses of one contestant on one rig at one noise. */
export function addCourses(plan, { rig, plants, contestant, noiseLsbRms, seed, noiseSeeds }) {
  const { name, ...controller } = contestant;
  const job = (parameters, noiseSeed) => ({
    experiment: 'course',
    ...controller,
    parameters: { ...parameters, adcNoiseLsbRms: noiseLsbRms },
    limits: limitsOf(rig),
    seed: noiseSeed,
  });
  const nominal = plan.add(
    Array.from({ length: noiseSeeds }, (_, index) => job(rig.parameters, seed + index)),
  );
  const drawn = plan.add(plants.map((parameters, index) => job(parameters, seed + index)));
  return { name, nominal, drawn };
}

const supplies = [0.9, 1, 1.1];

/** Our controller where contact and supply change: nominal at each supply, drawn plants at each in turn. */
export function addDisturbed(plan, { rig, plants, contestant, seed }) {
  const { name: _, ...controller } = contestant;
  const job = (parameters, supplyFactor, noise) => ({
    experiment: 'disturbed',
    ...controller,
    parameters,
    limits: limitsOf(rig),
    supplyFactor,
    seed: noise,
  });
  return plan.add([
    ...supplies.map((supply) => job(rig.parameters, supply, seed)),
    ...plants.map((parameters, index) =>
      job(parameters, supplies[index % supplies.length], seed + index),
    ),
  ]);
}

const wrongBy = 0.2;

/** Our controller on the nominal plant with one parameter wrong: a pair of courses for each. */
export function addWrong(plan, { rig, contestant, noiseLsbRms, seed, noiseSeeds }) {
  const { given } = contestant;
  return Object.entries(given).map(([name, value]) => {
    const wrong =
      typeof value === 'boolean' ? [!value] : [value * (1 - wrongBy), value * (1 + wrongBy)];
    const runs = wrong.map((other) => {
      const changed = { ...contestant, given: { ...given, [name]: other } };
      const setup = { rig, plants: [], contestant: changed, noiseLsbRms, seed, noiseSeeds };
      return addCourses(plan, setup).nominal;
    });
    return { name, runs };
  });
}
