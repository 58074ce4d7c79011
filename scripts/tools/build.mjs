import path from 'node:path';
import { node, root } from './dependencies.mjs';
import { run } from './run.mjs';

/** Builds all apps with Nx: what did not change comes from its cache. Gives `{ code, output, summary }`. */
export async function build(onProject = () => undefined) {
  const env = {
    ...process.env,
    PATH: `${path.join(root, 'node_modules/.bin')}${path.delimiter}${process.env.PATH}`,
    NODE_ENV: 'production',
    NX_DAEMON: 'false',
    NX_TUI: 'false',
    NX_NO_CLOUD: 'true',
    FORCE_COLOR: '0',
  };
  const nx = path.join(root, 'node_modules/nx/dist/bin/nx.js');
  const args = [nx, 'run-many', '-t', 'build', '--outputStyle=static', '--parallel=2'];
  const onLine = (line) => {
    const project = /^\s*[✔✖]\s+nx run (\S+)/.exec(line)?.[1];
    if (project) onProject(project);
  };

  const { code, output } = await run(node, args, { cwd: root, env, onLine });
  const cached = /read the output from the cache instead of running the command for (\d+) out of (\d+)/.exec(output);
  return {
    code,
    output: whatWentWrong(output),
    summary: cached ? `${cached[1]} of ${cached[2]} unchanged` : 'built anew',
  };
}

/** The bundler's own words, without what npm and Nx say about it. */
function whatWentWrong(output) {
  const noise = /^\s*(npm (warn|error)|at |✓|>|dist\/|transforming|rendering|computing|errors: \[|\}$)/;
  return output
    .split('\n')
    .filter((line) => line.trim() !== '' && !noise.test(line))
    .join('\n');
}
