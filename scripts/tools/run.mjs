import { spawn } from 'node:child_process';

/**
 * Runs a command in its own process group, so that nothing it started outlives it. Kills the group after `limitMs`.
 * Gives `{ code, output, timedOut }`; `onLine` sees each line as it comes.
 */
export function run(command, args, { cwd, env, limitMs = 600_000, onLine } = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd, env, detached: true, stdio: ['ignore', 'pipe', 'pipe'] });
    const lines = collectLines(child, onLine);
    let timedOut = false;
    const killGroup = (signal) => signalGroup(child.pid, signal);
    const timer = setTimeout(() => {
      timedOut = true;
      killGroup('SIGTERM');
      setTimeout(() => killGroup('SIGKILL'), 10_000).unref();
    }, limitMs);
    running.add(killGroup);

    const finish = (code) => {
      clearTimeout(timer);
      running.delete(killGroup);
      killGroup('SIGKILL');
      resolve({ code, output: lines.join('\n'), timedOut });
    };
    child.once('error', (error) => {
      lines.push(error.message);
      finish(127);
    });
    child.once('exit', (code, signal) => setTimeout(() => finish(code ?? (signal ? 1 : 0)), 50));
  });
}

/** Ends every command that `run` started and that still runs. */
export function stopAll() {
  for (const killGroup of running) killGroup('SIGKILL');
}

const running = new Set();

function collectLines(child, onLine) {
  const lines = [];
  for (const stream of [child.stdout, child.stderr]) {
    let rest = '';
    stream.setEncoding('utf8').on('data', (chunk) => {
      const parts = (rest + chunk).split('\n');
      rest = parts.pop() ?? '';
      for (const line of parts) {
        lines.push(line);
        onLine?.(line);
      }
    });
    stream.on('end', () => rest !== '' && lines.push(rest));
  }
  return lines;
}

function signalGroup(pid, signal) {
  try {
    process.kill(-pid, signal);
  } catch {
    return; // Nobody of the group is left.
  }
}
