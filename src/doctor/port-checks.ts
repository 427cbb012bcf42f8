/** Are there ports, and may they be used? Pure. */
import type { Check } from './check.ts';
import type { ComputerPorts, PortFacts } from './port-facts.ts';
import { isVirtual } from './port-facts.ts';

/** One line for each port; one that says so where there is none. */
export function portChecks({ board, user, ports }: ComputerPorts): Check[] {
  const needed = !isVirtual(board);
  if (ports.length === 0) {
    if (!needed) return [{ name: 'ports', verdict: 'ok', finding: 'none; none is needed' }];
    return [
      {
        name: 'ports',
        verdict: 'fail',
        finding: 'no serial port was found',
        fix: 'Plug the board in with a cable that carries data, not only power.',
      },
    ];
  }
  return ports.map((port) => {
    const check = portCheck(port, user);
    // A port that nobody asked for does no harm.
    if (needed || check.verdict !== 'fail') return check;
    return { ...check, verdict: 'warn' };
  });
}

function portCheck({ path, exists, allowed, group, heldBy }: PortFacts, user: string): Check {
  const name = 'port';
  if (!exists) {
    return {
      name,
      verdict: 'fail',
      finding: `${path}: there is no such port`,
      fix: 'Plug the board in; `--board auto` finds it.',
    };
  }
  if (heldBy !== null) {
    return {
      name,
      verdict: 'fail',
      finding: `${path} is in use by ${heldBy.command} (process ${heldBy.pid})`,
      fix: 'End that program first, if it is not a treatment.',
    };
  }
  if (!allowed) {
    const join =
      group === null || group === 'root'
        ? 'Ask who looks after this computer for access to serial ports.'
        : `Run \`sudo usermod -aG ${group} ${user}\`, then log out and in again.`;
    return { name, verdict: 'fail', finding: `${path}: ${user} may not use it`, fix: join };
  }
  return { name, verdict: 'ok', finding: `${path} can be used, and nobody is seen to use it` };
}
