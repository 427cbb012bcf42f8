/** The hazard log: every hazard of the device, complete by its type. */
import type { HazardLog } from './hazard.ts';
import { hazardsOfPeople } from './hazards-of-people.ts';
import { hazardsOfPower } from './hazards-of-power.ts';
import { hazardsOfReadings } from './hazards-of-readings.ts';

export const hazardLog: HazardLog = {
  ...hazardsOfPower,
  ...hazardsOfReadings,
  ...hazardsOfPeople,
};
