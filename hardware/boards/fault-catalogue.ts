/** Every fault that a simulated or emulated device can have, by id: of the device itself, and of its link. */
import { plantFaults } from '../plant/faults.ts';
import { linkFaults } from './link-faults.ts';

export const faultCatalogue: readonly { readonly id: string; readonly description: string }[] = [
  ...plantFaults,
  ...linkFaults,
].toSorted((a, b) => (a.id < b.id ? -1 : 1));
