/** `contrast plant`: try a rig without a treatment, to choose hardware and see what faults do. */
import type { Command } from 'commander';
import type { ValidationRow } from '../../hardware/plant/validate.ts';
import { validatePlant } from '../../hardware/plant/validate.ts';
import { registerHold, registerRamp, registerStep, registerStuck } from './plant-commands.ts';
import { registerPlantRigs } from './plant-rigs.ts';
import { registerPlantSummary } from './plant-summary.ts';
import { Trials } from './plant-trial.ts';
import { registerPlantValidate } from './plant-validate.ts';
import type { Environment, Terminal } from './terminal.ts';

export interface PlantServices {
  readonly env: Environment;
  readonly validate: () => ValidationRow[];
}

/** Adds `contrast plant …` to the program. Handlers throw `CompanionError`. */
export function registerPlant(
  program: Command,
  terminal: Terminal,
  services: PlantServices = { env: process.env, validate: validatePlant },
): void {
  const group = program
    .command('plant')
    .description('try a simulated rig without a treatment: how fast, how cold, how soon it hurts');
  const trials = new Trials(terminal, services.env);
  registerPlantRigs(group, terminal);
  registerPlantSummary(group, terminal);
  registerStep(group, trials);
  registerRamp(group, trials);
  registerHold(group, trials);
  registerStuck(group, trials);
  registerPlantValidate(group, terminal, services.validate);
}
