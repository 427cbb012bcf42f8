/** The sheets of the schematic, by the name of their file. */
import type { PinMap } from '../../../../hardware/parts/pin-map.ts';
import { circuit } from './netlist.ts';
import { driveSheet } from './sheet-drive.ts';
import { powerSheet } from './sheet-power.ts';
import { sensingSheet } from './sheet-sensing.ts';
import type { Sheet } from './sheet.ts';

export const schematicSheets = (pins: PinMap): { file: string; sheet: Sheet }[] => {
  const components = circuit(pins);
  return [
    { file: 'schematic-1', sheet: powerSheet(components) },
    { file: 'schematic-2', sheet: sensingSheet(components) },
    { file: 'schematic-3', sheet: driveSheet(components) },
  ];
};

export const schematicHeading = 'Contrast Companion, board of revision 2';
