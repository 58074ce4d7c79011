import { closeSync, mkdirSync, openSync, renameSync, statSync, writeSync } from 'node:fs';
import path from 'node:path';

const LIMIT_BYTES = 20 * 1024 * 1024;
const REMEMBERED_LINES = 200;

/** The output of one process: a file that is turned over at 20 MB (one old file is kept), and its last lines in memory. */
export class LogFile {
  readonly file: string;
  private descriptor: number;
  private size: number;
  private tail: string[] = [];

  constructor(folder: string, name: string) {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    this.file = path.join(folder, `${name}.log`);
    this.descriptor = openSync(this.file, 'a', 0o600);
    this.size = statSync(this.file).size;
  }

  write(chunk: Buffer): void {
    this.tail = [...this.tail, ...chunk.toString('utf8').split('\n').filter(Boolean)].slice(-REMEMBERED_LINES);
    try {
      this.size += writeSync(this.descriptor, chunk);
      if (this.size > LIMIT_BYTES) this.turnOver();
    } catch {
      return; // A full disk must not take the desk down with its log.
    }
  }

  /** What the process complained about last: a pino line of level error, else its last line that names an error. */
  lastComplaint(): string | undefined {
    const lines = this.tail.toReversed().map(readable);
    return (lines.find(({ bad }) => bad) ?? lines[0])?.text;
  }

  /** Whether the process wrote such a line since it was started. */
  says(pattern: RegExp): boolean {
    return this.tail.some((line) => pattern.test(line));
  }

  forget(): void {
    this.tail = [];
  }

  close(): void {
    closeSync(this.descriptor);
  }

  private turnOver(): void {
    closeSync(this.descriptor);
    renameSync(this.file, `${this.file}.1`);
    this.descriptor = openSync(this.file, 'a', 0o600);
    this.size = 0;
  }
}

const ERROR_LEVEL = 50;

function readable(line: string): { text: string; bad: boolean } {
  const entry = parse(line);
  if (entry === undefined)
    return { text: line.trim(), bad: /error|cannot|must|refuse|fail/i.test(line) && !/^\s+at /.test(line) };

  const cause = entry.err?.message;
  return { text: [entry.msg?.replace(/\.$/, ''), cause].filter(Boolean).join(': '), bad: entry.level >= ERROR_LEVEL };
}

function parse(line: string): { level: number; msg?: string; err?: { message?: string } } | undefined {
  if (!line.startsWith('{')) return undefined;
  try {
    const entry: { level?: unknown; msg?: string; err?: { message?: string } } = JSON.parse(line);
    return { ...entry, level: Number(entry.level ?? 0) };
  } catch {
    return undefined;
  }
}
