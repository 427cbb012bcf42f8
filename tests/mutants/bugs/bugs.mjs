/** All bugs that are planted, numbered; what none but those against the laws lacks is the tests that are to notice it. */
import { laws } from './laws.mjs';
import { page } from './page.mjs';
import { parts } from './parts.mjs';
import { server } from './server.mjs';
import { words } from './words.mjs';

const pinpointed = {
  page,
  'report, summary and terminal': words,
  'server and access': server,
  'boards, parts and firmware': parts,
};

export const kinds = Object.keys(pinpointed);

const all = [
  ...laws,
  ...Object.entries(pinpointed).flatMap(([kind, bugs]) => bugs.map((bug) => ({ ...bug, kind }))),
];

export const bugs = all.map((bug, index) => ({ ...bug, number: index + 1 }));
