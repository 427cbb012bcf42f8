/**
 * An emulated Uno in real time, its serial line on stdin and stdout: for the far end of a pseudo terminal. It starts
 * when it first hears something, with the image that lies at IMAGE then, and is silent where there is none.
 * Usage: uno-port.mjs DIST IMAGE
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const [, , dist, image] = process.argv;
const load = (path) => import(pathToFileURL(join(dist, path)).href);
const { Uno } = await load('hardware/boards/emulator/uno.js');
const { parseIntelHex } = await load('hardware/boards/emulator/intel-hex.js');
const { defaultPinMap } = await load('hardware/parts/pin-map.js');

let uno;
let startMs = 0;

function boot() {
  if (!existsSync(image)) return;
  uno = new Uno({
    program: parseIntelHex(readFileSync(image, 'latin1'), image),
    readAnalogVolts: () => 2.5,
  });
  uno.setInput(defaultPinMap.stopLoop, false);
  startMs = performance.now();
  setInterval(() => {
    uno.runUntil(performance.now() - startMs);
    const sent = uno.takeOutput();
    if (sent.length > 0) process.stdout.write(Uint8Array.from(sent));
  }, 2);
}

process.stdin.on('data', (bytes) => {
  if (uno === undefined) boot();
  uno?.send(bytes);
});
