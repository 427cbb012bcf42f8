/** The client is the one that the description gives. `npm run docs` generates it anew. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it, onTestFinished } from 'vitest';
import { description } from '../server/contract.ts';

const project = fileURLToPath(new URL('../../', import.meta.url));

/** As anybody would do it who has nothing but the document. */
function generated(): string {
  const folder = mkdtempSync(join(tmpdir(), 'contrast-client-'));
  onTestFinished(() => {
    rmSync(folder, { recursive: true, force: true });
  });
  const [document, client] = [join(folder, 'openapi.json'), join(folder, 'client.ts')];
  writeFileSync(document, JSON.stringify(description));
  const generator = join(project, 'node_modules/oazapfts/dist/cli.js');
  execFileSync(process.execPath, [generator, document, client], { stdio: 'pipe' });
  return readFileSync(client, 'utf8');
}

it('is generated from the description of now', async () => {
  await expect(generated()).toMatchFileSnapshot('generated.ts');
});
