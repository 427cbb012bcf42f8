/** Faults of the link between host and board. They belong to a board; all others belong to its world. */
import type { Simulation } from './board.ts';

export const linkFaults = [
  {
    id: 'link-lost',
    description: 'the cable is pulled: no report arrives, no command gets through',
  },
] as const;

/** The world's simulation, with the link's faults added. */
export function withLinkFaults(world: Simulation, pullCable: () => void): Simulation {
  return {
    truth: () => world.truth(),
    setContact: (onSkin) => {
      world.setContact(onSkin);
    },
    setStopPressed: (pressed) => {
      world.setStopPressed(pressed);
    },
    injectFault: (id) => {
      if (id === 'link-lost') pullCable();
      else world.injectFault(id);
    },
  };
}
