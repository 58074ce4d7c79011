import { spawn } from 'node:child_process';

const SCRIPT =
  'cat >/dev/null; kill -QUIT "$1" 2>/dev/null; while kill -0 "$1" 2>/dev/null; do sleep 0.1; done; shift; rm -rf -- "$@"';

/**
 * Ties a throw-away PostgreSQL to this process: a shell holds the other end of a pipe, and however this process ends (kill -9
 * too) the pipe closes, the database is stopped and its files are deleted. Returns the function that does it on purpose.
 */
export function tieToThisProcess(pid: number, files: string[]): () => Promise<void> {
  const guard = spawn('sh', ['-c', SCRIPT, 'guard', String(pid), ...files], {
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  const gone = new Promise<void>((resolve) => guard.once('exit', () => resolve()));
  guard.unref();

  return () => {
    guard.ref();
    guard.stdin.end();
    return gone;
  };
}
