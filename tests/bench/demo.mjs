/** A dashboard with the simulated device in real time, for what is measured of it. */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const project = fileURLToPath(new URL('../../', import.meta.url));

/** Resolves once it serves, with somebody signed in. @param folder for its records */
export async function demoIn(folder) {
  const server = spawn(
    process.execPath,
    [join(project, 'src/cli/contrast.mjs'), 'demo', '--port=0', '--speed=1', `--records=${folder}`],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  let text = '';
  for await (const chunk of server.stdout) {
    text += chunk;
    if (text.includes('Ctrl-C')) break;
  }
  const [, url, code] = /Open (http:\S+)\/enter\/(\w+)/.exec(text);
  const entered = await fetch(`${url}/enter/${code}`, { redirect: 'manual' });
  const headers = {
    cookie: entered.headers.get('set-cookie').split(';')[0],
    'content-type': 'application/json',
  };
  const post = (path, body) =>
    fetch(`${url}${path}`, { method: 'POST', headers, body: JSON.stringify(body) });
  return { server, url, text, headers, post };
}
