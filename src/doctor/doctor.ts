/** Every check of the doctor, in the order in which things depend on each other. */
import type { PinMap } from '../../hardware/parts/pin-map.ts';
import { boardChecks } from './board-checks.ts';
import { boardFacts } from './board-facts.ts';
import type { Check } from './check.ts';
import { examine } from './check.ts';
import { committedFirmware } from './committed-firmware.ts';
import type { CommittedFirmware } from './committed-firmware.ts';
import { computerChecks } from './computer-checks.ts';
import { computerFacts } from './computer-facts.ts';
import type { ComputerChoice } from './computer-facts.ts';
import { portChecks } from './port-checks.ts';
import { computerPorts } from './port-facts.ts';

export interface DoctorChoice extends ComputerChoice {
  readonly board: string;
  readonly pins: PinMap;
}

/** Opens the board, unless another program has it. Never throws. */
export async function doctorsReport(choice: DoctorChoice): Promise<Check[]> {
  const computer = examine(computerChecks, computerFacts(choice));
  const { board, pins } = choice;
  const ports = computerPorts(board);
  const holder = ports.ports.find(({ heldBy }) => heldBy !== null);
  const common = [...computer, ...portChecks(ports)];
  if (holder !== undefined && board !== 'auto' && ports.ports.length === 1) {
    // Opening it could reset a board that is treating somebody (hazard H27).
    return [
      ...common,
      failed('not opened: another program uses its port', 'End that program first.'),
    ];
  }
  const facts = await boardFacts(board, pins);
  if ('problem' in facts) return [...common, failed(facts.problem, facts.fix)];
  const situation = { facts, committed: committedOrNull() };
  return [...common, ...examine(boardChecks, situation)];
}

const failed = (finding: string, fix: string): Check => ({
  name: 'board',
  verdict: 'fail',
  finding,
  fix,
});

/** An image that cannot be read or trusted is none; `contrast firmware info` says why. */
function committedOrNull(): CommittedFirmware | null {
  try {
    return committedFirmware();
  } catch {
    return null;
  }
}
