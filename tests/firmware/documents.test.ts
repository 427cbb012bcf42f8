/** docs/guard-protocol.md says what both sides are built from. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { boardFrames, hostFrames } from '../../hardware/guard/protocol.ts';
import { protocolTableNames, withProtocolTables } from '../../src/firmware/protocol-tables.ts';

const path = new URL('../../docs/guard-protocol.md', import.meta.url);
const page = readFileSync(path, 'utf8');

test('its tables are those of the protocol', async () => {
  await expect(withProtocolTables(page)).toMatchFileSnapshot(path.pathname);
});

test('it holds every table, and says of every frame what it does', () => {
  for (const name of protocolTableNames) expect(page).toContain(`<!-- table ${name} -->`);
  for (const name of Object.keys(hostFrames))
    expect(page).toMatch(new RegExp(`^\\| \`${name}\` \\|`, 'm'));
  for (const name of Object.keys(boardFrames)) expect(page).toContain(`\`${name}\``);
});
