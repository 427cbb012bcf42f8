/** Bugs against the laws, which devices like this have had: each layer of the evidence is run against each. */
export const laws = [
  {
    what: 'heat is allowed in a cold phase',
    path: 'machines/session.ts',
    from: /(cold: \{\s*meta: \{ permission: )'cool'/,
    to: "$1'heatAndCool'",
  },
  {
    what: 'the final cold is skipped on an early end',
    path: 'machines/session.ts',
    from: "{ guard: 'coldFinishOwed', ...finalCold },",
    to: '',
  },
  {
    what: 'a trip does not latch',
    path: 'machines/session.ts',
    from: "on: { RESET: { guard: 'resetAllowed'",
    to: "on: { RESUME: { target: 'preparing' }, RESET: { guard: 'resetAllowed'",
  },
  {
    what: 'the age of a reading is checked against ten times its limit',
    path: 'src/safety/readings.ts',
    from: 'staleAfterMs = 300',
    to: 'staleAfterMs = 3000',
  },
  {
    what: 'the gate is passed by for one tick on a resume',
    path: 'src/treatment/tick.ts',
    from: '      drive: gate.drive,\n      powered: gate.powered,',
    to: "      drive: permission !== 'none' && input.commands.some(({ event }) => event.type === 'RESUME') ? (phaseNow(config.plan, decided.session.context).kind === 'hot' ? 1 : -1) : gate.drive,\n      powered: gate.powered,",
  },
  {
    what: 'the dose is not counted while paused',
    path: 'src/treatment/dose-course.ts',
    from: 'if (!session.context.reachedSkin) return',
    to: "if (!session.context.reachedSkin || session.matches('paused')) return",
  },
  {
    what: 'the lease is renewed from a timer',
    path: 'hardware/device/device.ts',
    from: '    this.allOff();\n  }',
    to: "    this.allOff();\n    setInterval(() => this.#tellGuard('renew', this.#enabled ?? false, this.#relayClosed ?? false), 50).unref();\n  }",
  },
  {
    what: 'a reading that is no number is taken for cool',
    path: 'src/safety/rules.ts',
    from: 'if (Number.isFinite(celsius) && celsius < 43) return null;',
    to: 'if (!(celsius >= 43)) return null;',
  },
  {
    what: 'a reset needs no self-test',
    path: 'machines/session.ts',
    from: "RESET: { guard: 'resetAllowed', target: 'idle', actions: 'rest' }",
    to: "RESET: { guard: 'resetAllowed', target: 'preparing', actions: 'rest' }",
  },
  {
    what: 'both sides of the bridge are on at a reversal',
    path: 'hardware/device/bridge.ts',
    from: 'this.#board.writeDuty(this.#pins.bridgeHeat, 0);\n      this.#board.writeDuty(this.#pins.bridgeCool, -count);',
    to: 'this.#board.writeDuty(this.#pins.bridgeCool, -count);',
  },
];
