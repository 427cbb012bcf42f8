import { expect, it } from 'vitest';
import { defaultPinMap, pinLabel, pinRoles } from '../../hardware/parts/pin-map.ts';

const rows = pinRoles.map(
  (role) =>
    `| ${pinLabel(role, defaultPinMap)} | ${role.signal} | ${role.kind} | ${role.safe} | ${role.wiring} |`,
);
const isInput = (kind: string): boolean => kind === 'analog' || kind === 'input';
const arrows = pinRoles.map((role) => {
  const pin = pinLabel(role, defaultPinMap);
  return isInput(role.kind)
    ? `  ${role.role}["${role.signal}"] --> ${pin}`
    : `  ${pin} --> ${role.role}["${role.signal}"]`;
});

const text = [
  '# Wiring',
  '',
  'Written by `npm run docs` from the pin map; a test fails when they differ. `contrast doctor` prints the same map.',
  '',
  '## Pins (Arduino Uno or Nano, ATmega328P)',
  '',
  '| pin | signal | kind | safe level | wiring |',
  '| --- | --- | --- | --- | --- |',
  ...rows,
  '',
  '```mermaid',
  'flowchart LR',
  '  subgraph board [Arduino Uno]',
  ...pinRoles.map((role) => `    ${pinLabel(role, defaultPinMap)}`),
  '  end',
  ...arrows,
  '  relay -- "contact, normally open, in the supply" --> bridge["BTS7960-class bridge"]',
  '  bridgeCool --> bridge',
  '  bridgeHeat --> bridge',
  '  bridgeEnable --> bridge',
  '  bridge --> modules["2 Peltier modules, in parallel"]',
  '  fuse["thermal fuse on the plate"] -- "in series with the relay" --> bridge',
  '```',
  '',
  '## Why it is wired like this',
  '',
  '- **All low is off, and floating is off.** While the board boots, resets or is unplugged its pins float or are low. The',
  '  pull-downs make both mean: bridge open, relay open, fan running.',
  '- **Off is enable low.** With the enables high and both sides low, the bridge shorts the modules and heat flows back',
  '  from the heatsink into the plate.',
  '- **The fan runs unless it is told to stop.** After power-off a hot heatsink warms the plate.',
  '- **The stop loop is normally closed:** 5 V through a pull-up resistor at the board, then the stop button, then the switched contact',
  '  of a 3.5 mm socket for an adaptive switch, then ground. Pressed, unplugged or broken, the loop is open, and open means',
  '  STOP. With nothing in the socket, its switched contact closes the loop.',
  '- **The thermal fuse needs no software.** It sits on the plate, in series with the relay contact.',
  '- **Heat runs on 5 V, cooling on 12 V** in the reference device: a bridge stuck on full heat then takes several seconds',
  '  instead of two to reach 45 °C.',
  '',
].join('\n');

it('docs/wiring.md shows the pin map as it is', async () => {
  await expect(text).toMatchFileSnapshot('../../docs/wiring.md');
});
