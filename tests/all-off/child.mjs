/**
 * A treatment in the middle of its first hot phase, on the compiled program, to which something happens. When the
 * process ends, by whatever way, it prints what is on the pins. Usage: child.mjs DIST CAUSE
 */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const [, , dist, cause] = process.argv;
const load = (path) => import(pathToFileURL(join(dist, path)).href);
const { SimulatedBoard } = await load('hardware/boards/simulated.js');
const { SimulatedDevice } = await load('hardware/boards/simulated-device.js');
const { defaultPinMap } = await load('hardware/parts/pin-map.js');
const { rigs } = await load('hardware/plant/rigs.js');
const { deviceOn } = await load('src/treatment/open-device.js');
const { prepareTreatment } = await load('src/treatment/prepare.js');
const { Companion } = await load('src/treatment/companion.js');
const { runTreatment } = await load('src/treatment/host/run.js');
const { paced } = await load('src/treatment/pacing.js');
const { automaticOperator } = await load('src/treatment/automatic-operator.js');
const { installSafeExit } = await load('src/treatment/safe-exit.js');

const rig = rigs.reference;
const world = new SimulatedDevice(rig.parameters, defaultPinMap, 1);
let pins;
const advance = world.advance.bind(world);
world.advance = (untilMs, reader) => {
  pins = reader;
  advance(untilMs, reader);
};
const { config, prescription } = prepareTreatment('seed-spasm', undefined, rig);
const opened = await deviceOn(new SimulatedBoard(world), defaultPinMap);
let broken = false;
const companion = new Companion({
  ...opened,
  config,
  journal: {
    id: 'x',
    path: 'x',
    failure: undefined,
    append() {},
    flush: async () => {},
    close: async () => {},
  },
  onEntry() {
    if (broken && cause === 'subscriber') throw new Error('a subscriber failed');
  },
});

const level = () => ({
  cool: pins.duty(defaultPinMap.bridgeCool),
  heat: pins.duty(defaultPinMap.bridgeHeat),
  enable: pins.level(defaultPinMap.bridgeEnable),
  relay: pins.level(defaultPinMap.relay),
  fanStopped: pins.level(defaultPinMap.fan),
});
let before;
process.on('exit', () => process.stdout.write(`${JSON.stringify({ before, after: level() })}\n`));

const causes = {
  trip: () => world.simulation.injectFault('plate-a-open'),
  exception: () =>
    setImmediate(() => {
      throw new Error('an exception nobody caught');
    }),
  rejection: () => void Promise.reject(new Error('a rejection nobody handled')),
  machine: () =>
    companion.send({
      who: 'x',
      get event() {
        throw new Error('the machine failed');
      },
    }),
  subscriber: () => {
    broken = true;
  },
};
installSafeExit({
  allOff: () => companion.allOff(),
  onInterrupt: () => companion.send({ who: 'x', event: { type: 'STOP', by: 'SIGINT' } }),
  onTerminate: (signal) => {
    companion.allOff();
    companion.send({ who: 'x', event: { type: 'STOP', by: signal } });
  },
  onCrash: () => {},
});
companion.send({ who: 'x', event: { type: 'PRESCRIBE', rotations: prescription.rotations } });
await runTreatment(companion, {
  pacer: paced('max'),
  operator: automaticOperator(false),
  happenings: [
    {
      atS: 720,
      happen() {
        before = level();
        if (cause.startsWith('SIG')) process.kill(process.pid, cause);
        else causes[cause]();
      },
    },
  ],
  onTick: () => {},
  leaveNow: () => companion.state === 'faulted' || companion.state === 'settling',
  wallNowMs: () => performance.now(),
});
