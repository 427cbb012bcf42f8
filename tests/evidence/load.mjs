/** Loads TypeScript of the tests outside of a test, as the test runner does: Node 20 cannot by itself. */
import { fileURLToPath } from 'node:url';
import { createViteServer } from 'vitest/node';

export const project = fileURLToPath(new URL('../../', import.meta.url));

/** Runs `use` with what the module exports. A problem is said in words; exit code 1. */
export async function withModule(path, use) {
  const server = await createViteServer({
    configFile: false,
    root: project,
    logLevel: 'error',
    appType: 'custom',
    server: { middlewareMode: true, watch: null, ws: false },
    optimizeDeps: { noDiscovery: true },
  });
  try {
    await use(await server.ssrLoadModule(path));
  } catch (problem) {
    process.stderr.write(`${problem instanceof Error ? problem.message : String(problem)}\n`);
    process.exitCode = 1;
  } finally {
    await server.close();
  }
}
