import { pino, type Logger } from 'pino';

export type Log = Logger;

/** Where secrets could hide in what is logged. */
const SECRET_PATHS = ['password', 'token', 'secret', 'authorization', 'cookie'].flatMap((name) => [
  name,
  `*.${name}`,
  `*.*.${name}`,
]);

/** One JSON line per entry on standard output; secrets are replaced. */
export function createLog(level: string): Log {
  return pino({
    level,
    base: undefined,
    timestamp: () => `,"time":"${new Date().toISOString()}"`,
    redact: { paths: SECRET_PATHS, censor: '[secret]' },
  });
}
