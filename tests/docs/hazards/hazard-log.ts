/** Every hazard of the device, complete by its type. Which rules stand against it they say themselves. */
import { rules } from '../../../src/safety/rules.ts';
import type { ControlKey } from './control.ts';
import type { Hazard, HazardLog } from './hazard.ts';
import { hazardsOfPeople } from './hazards-of-people.ts';
import { hazardsOfPower } from './hazards-of-power.ts';
import { hazardsOfReadings } from './hazards-of-readings.ts';

const written: HazardLog = {
  ...hazardsOfPower,
  ...hazardsOfReadings,
  ...hazardsOfPeople,
};

const rulesAgainst = (hazard: string): ControlKey[] =>
  rules.filter(({ hazards }) => hazards.includes(hazard)).map(({ id }) => `rule:${id}` as const);

export const hazardLog = Object.fromEntries(
  Object.entries(written).map(([id, hazard]): [string, Hazard] => [
    id,
    { ...hazard, controls: [...hazard.controls, ...rulesAgainst(id)] },
  ]),
) as HazardLog;
