import { expect, it } from 'vitest';
import { guardPins } from '../../hardware/guard/board-checks.ts';
import { defaultPinMap, pinLabel, pinRoles } from '../../hardware/parts/pin-map.ts';

const rows = pinRoles.map(
  (role) =>
    `| ${pinLabel(role, defaultPinMap)} | ${role.signal} | ${role.kind} | ${role.safe} | ${role.wiring} |`,
);
/** No host maps these: the guard reads and drives them by itself. */
const ofTheGuard = [
  `| D${guardPins.pump} | pump of the second relay, guard alone | output | low | drives the charge pump that holds the relay in the modules’ line: only a pin that toggles does |`,
  `| D${guardPins.loopDrive} | far end of the stop loop, guard alone | output | low | 330 Ω to the far end of the loop; pulsed, so that a loop that is shorted to ground is seen |`,
  `| A${guardPins.knownResistor} | known resistor, guard alone | analog | – | 10.0 kΩ to 5 V and 4.70 kΩ to the return of the beads, 0.1 %: what it must read tells a converter that is off; on a Nano alone |`,
];
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
  '## Pins (Arduino Nano, ATmega328P)',
  '',
  '| pin | signal | kind | safe level | wiring |',
  '| --- | --- | --- | --- | --- |',
  ...rows,
  ...ofTheGuard,
  '',
  'An Uno has the same chip and no A6 and A7: it serves as a board of the first revision, within narrower limits.',
  '',
  'Drawn in full as a schematic of three sheets, with supplies, fuses and protection, in [hardware](hardware.md), with what to buy and',
  'why; the order of work is in [bring-up](bring-up.md). In short:',
  '',
  '```mermaid',
  'flowchart LR',
  '  subgraph board [Arduino Nano]',
  ...pinRoles.map((role) => `    ${pinLabel(role, defaultPinMap)}`),
  '  end',
  ...arrows,
  '  relay -- "two contacts, normally open, one in each rail" --> bridge["H-bridge"]',
  '  stopLoop -- "second contact, in the supply of the coils" --> relay',
  '  bridgeCool --> bridge',
  '  bridgeHeat --> bridge',
  '  bridgeEnable --> bridge',
  '  bridge --> cutOut["thermal cut-out on the plate, in the modules’ line"]',
  '  cutOut --> modules["2 Peltier modules, in parallel"]',
  '```',
  '',
  '## Why it is wired like this',
  '',
  '- **All low is off, and floating is off.** While the board boots, resets or is unplugged its pins float or are low. The',
  '  pull-downs make both mean: bridge open, relay open, fan running.',
  '- **Off is enable low.** With the enables high and both sides low, the bridge shorts the modules and heat flows back',
  '  from the heatsink into the plate.',
  '- **The fan runs unless it is told to stop.** After power-off a hot heatsink warms the plate.',
  '- **The stop loop is normally closed:** 5 V through a pull-up resistor at the board, then the stop button, then a 3.5 mm socket',
  '  for an adaptive switch, then 330 Ω to ground, or to a pin that pulses it. Pressed, unplugged or broken, the loop is open, and open means STOP. The socket has no',
  '  switched contact: that would close the loop when the plug falls out, and nobody would know that the patient cannot stop any',
  '  more. Without an adaptive switch a blank plug, tip joined to sleeve, closes it.',
  '- **STOP has a wire of its own.** A second normally closed contact of the button is in the 12 V of the relays’ coils: it opens both rails',
  '  with a board that is dead. The patient’s switch has the loop alone.',
  '- **The rails are seen behind the relay.** A rail that is live with the relay open is a contact that welded; a heating rail that is',
  '  lifted through the modules is a shorted transistor or a leg that is stuck; and what the supplies give is measured before it reaches the modules.',
  '- **The witness is no bead.** It is silicon, and gets more resistance where they get less: what is common to them moves it the other way.',
  '- **The thermal cut-out needs no software.** It sits on the plate, in the modules’ own line, which every current through them',
  '  takes, whichever rail or transistor has failed.',
  '- **Heat runs on 5 V, cooling on 12 V** in the reference device: a bridge stuck on full heat then takes several seconds',
  '  instead of two to reach 45 °C. Each leg of the bridge has a supply pin of its own; the usual IBT-2 board joins them.',
  '',
].join('\n');

it('docs/wiring.md shows the pin map as it is', async () => {
  await expect(text).toMatchFileSnapshot('../../docs/wiring.md');
});
