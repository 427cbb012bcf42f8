/**
 * A host that arms the guard on a serial port and drives for ever. Somebody kills it.
 * Usage: driving-host.mjs DIST PORT DRIVE RIG
 */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const [, , dist, port, drive, rig] = process.argv;
const load = (path) => import(pathToFileURL(join(dist, path)).href);
const { SerialBoard } = await load('hardware/boards/serial.js');
const { defaultPinMap } = await load('hardware/parts/pin-map.js');
const { rigs } = await load('hardware/plant/rigs.js');
const { deviceOn } = await load('src/treatment/open-device.js');

const board = new SerialBoard(port);
const { device } = await deviceOn(board, defaultPinMap, rigs[rig]);
setInterval(() => {
  device.sense();
  const { armed, reading } = board.guard;
  // On a busy machine this process may be the one that is late.
  const start = reading.state === 'tripped' ? 'clear' : 'arm';
  device.actuate(
    {
      drive: armed ? Number(drive) : 0,
      powered: armed,
      relayClosed: armed,
      buzzer: false,
      light: false,
      guard: armed ? 'renew' : start,
    },
    board.nowMs(),
  );
}, 50);
