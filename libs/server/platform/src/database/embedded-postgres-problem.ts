/** A reason why the embedded database cannot run, worded for the person who started Bureau: one line, with what to do. */
export class EmbeddedPostgresProblem extends Error {
  override readonly name = 'EmbeddedPostgresProblem';
}

/** What the caller of PostgreSQL should do about an early exit. */
export type EarlyExit = { retry: 'same-port' | 'other-port' } | { problem: EmbeddedPostgresProblem };

/** Reads the log that PostgreSQL wrote before it gave up, and says what that means. */
export function explainEarlyExit(log: string, place: { cluster: string; logFile: string }): EarlyExit {
  if (/pre-existing shared memory block|lock file ".*" already exists/.test(log)) return { retry: 'same-port' };
  if (/Address already in use|could not bind/i.test(log)) return { retry: 'other-port' };

  return { problem: new EmbeddedPostgresProblem(explanation(log, place)) };
}

function explanation(log: string, { cluster, logFile }: { cluster: string; logFile: string }): string {
  if (/No space left on device|Disk quota exceeded/i.test(log)) {
    return `The disk is full: PostgreSQL cannot write to ${cluster}. Free some space and start again.`;
  }
  if (/Read-only file system/i.test(log)) {
    return `PostgreSQL cannot write to ${cluster}: the file system is read-only. Mount it writable or set BUREAU_DATA_DIR.`;
  }
  if (/Permission denied|has (group or world access|wrong ownership)/i.test(log)) {
    return `PostgreSQL may not read its files in ${cluster} (${reason(log)}). Give them back to the user who created them.`;
  }
  if (
    /database files are incompatible|is not a database cluster|control file|checkpoint record|No such file/i.test(log)
  ) {
    return `The database in ${cluster} is damaged (${reason(log)}). Restore a backup, or begin anew with: npm start -- --reset`;
  }

  return `PostgreSQL did not start: ${reason(log)}. Its log is ${logFile}.`;
}

function reason(log: string): string {
  const lines = log.split('\n').filter((line) => line.trim() !== '');
  const line =
    lines.findLast((candidate) => /FATAL|PANIC|error:/i.test(candidate)) ?? lines.at(-1) ?? 'it said nothing';

  return line.replace(/^.*?(FATAL|PANIC|error):\s*/i, '').trim();
}
