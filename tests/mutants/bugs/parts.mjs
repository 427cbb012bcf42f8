/** Boards, parts and the firmware: pins, their order, and the board's own rules. */
const order = 'tests/hardware/order.test.ts';
const sketch = 'hardware/firmware/contrast_guard';

export const parts = [
  {
    what: 'the sides of the bridge are switched off before it is disabled',
    path: 'hardware/device/bridge.ts',
    from: 'this.#board.writeLevel(this.#pins.bridgeEnable, false);\n    this.#board.writeDuty(this.#pins.bridgeCool, 0);\n    this.#board.writeDuty(this.#pins.bridgeHeat, 0);\n    this.#state',
    to: 'this.#board.writeDuty(this.#pins.bridgeCool, 0);\n    this.#board.writeDuty(this.#pins.bridgeHeat, 0);\n    this.#board.writeLevel(this.#pins.bridgeEnable, false);\n    this.#state',
    noticedBy: [order],
  },
  {
    what: 'all-off opens the relay under load, before the bridge',
    path: 'hardware/device/device.ts',
    from: '() => this.#board.writeLevel(bridgeEnable, false),\n      () => this.#board.writeLevel(relay, false),',
    to: '() => this.#board.writeLevel(relay, false),\n      () => this.#board.writeLevel(bridgeEnable, false),',
    noticedBy: [order],
  },
  {
    what: 'a guard whose heat side drives counts as off',
    path: 'hardware/guard/guard-link.ts',
    from: 'status.coolCount === 0 && status.heatCount === 0 && powered',
    to: 'status.coolCount === 0 && powered',
    noticedBy: ['tests/guard/host-half.test.ts'],
  },
  {
    what: 'what is written to a port that is not open waits there for the next opening',
    path: 'hardware/johnny-five/port-gate.ts',
    from: 'if (this.#port?.isOpen === true) this.#port.write',
    to: 'if (this.#port !== undefined) this.#port.write',
    noticedBy: ['tests/hardware/port-gate.test.ts'],
  },
  {
    what: 'a flicker to the other side relieves one direction of all its time (firmware)',
    path: `${sketch}/drive.cpp`,
    from: '  reliefMs_[driven] = 0;\n  if (drivenMs_',
    to: '  if (drivenMs_',
    noticedBy: ['tests/firmware/duration.test.ts'],
  },
  {
    what: 'the memory of a trip is believed whatever its check word says (firmware)',
    path: `${sketch}/latch.cpp`,
    from: 'return check == checkOf(*this);',
    to: 'return check == checkOf(*this) || check != 0;',
    noticedBy: ['tests/firmware/reset.test.ts'],
  },
  {
    what: 'the lease lasts for a second (firmware)',
    path: `${sketch}/supervisor.cpp`,
    from: 'if (!(silentMs < leaseMs)) return tripOf(',
    to: 'if (!(silentMs < 1000)) return tripOf(',
    noticedBy: ['tests/firmware/drive.test.ts'],
  },
  {
    what: 'a bad look weighs no more than a good one: a contact that flickers is never believed (firmware)',
    path: `${sketch}/confirmation.h`,
    from: 'level_ = level_ + 2 < full_ ? level_ + 2 : full_;',
    to: 'level_ = level_ + 1 < full_ ? level_ + 1 : full_;',
    noticedBy: ['tests/firmware/readings.test.ts'],
  },
  {
    what: 'a plate that the witness finds too hot is called too cold (firmware)',
    path: `${sketch}/witness.cpp`,
    from: 'const bool hot = counts > witnessMaxCounts;',
    to: 'const bool hot = counts < witnessMaxCounts;',
    noticedBy: ['tests/firmware/board-checks.test.ts'],
  },
  {
    what: 'both sides of the bridge may drive, unless they drive alike (firmware)',
    path: `${sketch}/drive.cpp`,
    from: 'if (cool > 0 && heat > 0) return',
    to: 'if (cool > 0 && heat == cool) return',
    noticedBy: ['tests/firmware/drive.test.ts'],
  },
];
