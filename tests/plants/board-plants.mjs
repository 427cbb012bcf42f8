/** Bugs in the order of writes, in keys and in what the parts report. */
const order = ['tests/hardware/order.test.ts', 'tests/hardware/device.test.ts'];
const keys = ['tests/cli/keys.test.ts'];

export const boardPlants = [
  {
    id: 'enable-last',
    what: 'off lets the sides fall before it disables the bridge',
    path: 'hardware/device/bridge.ts',
    from: `    this.#board.digitalWrite(this.#pins.bridgeEnable, 0);
    this.#board.analogWrite(this.#pins.bridgeCool, 0);
    this.#board.analogWrite(this.#pins.bridgeHeat, 0);
    this.#state`,
    to: `    this.#board.analogWrite(this.#pins.bridgeCool, 0);
    this.#board.analogWrite(this.#pins.bridgeHeat, 0);
    this.#board.digitalWrite(this.#pins.bridgeEnable, 0);
    this.#state`,
    noticedBy: order,
  },
  {
    id: 'enable-first-on',
    what: 'the bridge is enabled before its sides are set',
    path: 'hardware/device/bridge.ts',
    from: `    const { count } = this.#state;
    // The side`,
    to: `    const { count } = this.#state;
    this.#board.digitalWrite(this.#pins.bridgeEnable, 1);
    // The side`,
    noticedBy: order,
  },
  {
    id: 'rising-side-first',
    what: 'heat is written before cool falls silent',
    path: 'hardware/device/bridge.ts',
    from: `      this.#board.analogWrite(this.#pins.bridgeCool, 0);
      this.#board.analogWrite(this.#pins.bridgeHeat, count);`,
    to: `      this.#board.analogWrite(this.#pins.bridgeHeat, count);
      this.#board.analogWrite(this.#pins.bridgeCool, 0);`,
    noticedBy: order,
  },
  {
    id: 'relay-before-bridge',
    what: 'power is taken by the relay under load, the bridge after it',
    path: 'hardware/device/device.ts',
    from: 'if (!wanted.powered) this.#bridge.off(nowMs);',
    to: 'if (!wanted.powered) this.#relay.open();',
    noticedBy: order,
  },
  {
    id: 'all-off-enable-last',
    what: 'all-off opens the relay before it disables the bridge',
    path: 'hardware/device/device.ts',
    from: `      () => this.#board.digitalWrite(bridgeEnable, 0),
      () => this.#board.digitalWrite(relay, 0),`,
    to: `      () => this.#board.digitalWrite(relay, 0),
      () => this.#board.digitalWrite(bridgeEnable, 0),`,
    noticedBy: order,
  },
  {
    id: 'renewal-first',
    what: 'the lease is renewed before the pins are written',
    path: 'hardware/device/device.ts',
    from: `    const applied = this.#bridge.apply(wanted.drive, wanted.powered, nowMs);
    this.#tellGuard(wanted.guard ?? 'rest', wanted.powered, relayClosed);`,
    to: `    this.#tellGuard(wanted.guard ?? 'rest', wanted.powered, relayClosed);
    const applied = this.#bridge.apply(wanted.drive, wanted.powered, nowMs);`,
    noticedBy: order,
  },
  {
    id: 'asked-before-renewal',
    what: 'the pins are asked for before the renewal that puts them',
    path: 'hardware/device/device.ts',
    from: `    this.#tellGuard(wanted.guard ?? 'rest', wanted.powered, relayClosed);
    // After`,
    to: `    this.#readBack.look(nowMs, (pin) => this.#bridge.written(pin));
    this.#tellGuard(wanted.guard ?? 'rest', wanted.powered, relayClosed);
    // After`,
    noticedBy: order,
  },
  {
    id: 'fan-stopped',
    what: 'all-off leaves the fan to whatever it did',
    path: 'hardware/device/device.ts',
    from: `      () => this.#board.digitalWrite(fan, 0),
      () => this.#fanOff.low(),`,
    to: `      () => this.#board.digitalWrite(fan, 1),
      () => this.#fanOff.high(),`,
    noticedBy: order,
  },
  {
    id: 'stop-dead-in-pause',
    what: 'the STOP key is dead in a pause',
    path: 'src/cli/run-operator.ts',
    from: `    case 'paused':
      return [
        stop,`,
    to: `    case 'paused':
      return [`,
    noticedBy: keys,
  },
  {
    id: 'pause-key-dead',
    what: 'the pause key does nothing in a hot phase',
    path: 'src/cli/run-operator.ts',
    from: "key('p', said('key.pause'), { wish: 'pause' })",
    to: "key('p', said('key.pause'), { wish: 'acknowledgeAlarms' })",
    noticedBy: ['tests/cli/key-table.test.ts', 'tests/cli/keys.test.ts'],
  },
  {
    id: 'acknowledge-dead',
    what: 'the key that says an alarm was seen is not there in a fault',
    path: 'src/cli/run-operator.ts',
    from: `    case 'faulted':
      return [stop, ...(bench ? [] : allChecks), ...alarmKeys];`,
    to: `    case 'faulted':
      return [stop, ...(bench ? [] : allChecks)];`,
    noticedBy: ['tests/cli/key-table.test.ts', 'tests/cli/keys.test.ts'],
  },
];
