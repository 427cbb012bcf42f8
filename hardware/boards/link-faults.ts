/** Faults of the link and the host's clock. They belong to a board; all others belong to its world. */
import { CompanionError } from '../../src/errors.ts';
import type { Simulation } from './board.ts';

/** How late reports arrive, how long a host stalls, and how far its clock jumps. */
export const delayMs = 1500;
export const stallMs = 1000;
export const clockJumpMs = 3_600_000;
/** The most by which a tick of a busy host is late. */
export const jitterMostMs = 120;

export const linkFaults = [
  {
    id: 'link-lost',
    description: 'the cable is pulled: no report arrives, no command gets through',
  },
  { id: 'link-garbled', description: 'noise on the cable: every report carries a random value' },
  { id: 'link-delayed', description: 'reports arrive one and a half seconds late' },
  { id: 'host-stalled', description: 'the computer does nothing for a second' },
  { id: 'clock-jump', description: 'the clock jumps ahead by an hour' },
  { id: 'host-jitters', description: 'the computer is busy: ticks come up to 0.12 s late' },
  {
    id: 'board-browns-out',
    description: 'the supply of the board dips: it starts anew, drives nothing and reports nothing',
  },
] as const;

export type LinkFault = (typeof linkFaults)[number]['id'];

/** The world's simulation, with the faults added that a board can have. */
export function withLinkFaults(
  world: Simulation,
  happen: Readonly<Partial<Record<LinkFault, () => void>>>,
  end: Readonly<Partial<Record<LinkFault, () => void>>> = {},
): Simulation {
  return {
    truth: () => world.truth(),
    pins: () => world.pins(),
    setContact: (onSkin) => {
      world.setContact(onSkin);
    },
    setStopPressed: (pressed, forMs) => {
      world.setStopPressed(pressed, forMs);
    },
    injectFault: (id, size) => {
      const known = linkFaults.find((fault) => fault.id === id);
      if (known === undefined) {
        world.injectFault(id, size);
        return;
      }
      const fault = happen[known.id];
      if (fault === undefined) {
        throw new CompanionError('FAULT_UNKNOWN', {
          what: `this board cannot have the fault "${id}"`,
          fix: 'Use the simulated board.',
        });
      }
      fault();
    },
    clearFault: (id) => {
      const known = linkFaults.find((fault) => fault.id === id);
      if (known === undefined) world.clearFault(id);
      // The others pass by themselves.
      else end[known.id]?.();
    },
  };
}
