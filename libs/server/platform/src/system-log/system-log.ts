import { Inject, Injectable } from '@nestjs/common';
import type { SystemLogLevel } from '@bureau/contracts';
import { Clock } from '../clock/index.ts';
import { Database } from '../database/index.ts';
import { LOG, type Log } from '../logging/index.ts';

export interface SystemLogInput {
  level: SystemLogLevel;
  /** The part that speaks, e.g. intake. */
  part: string;
  /** A sentence for an administrator: what happened, what is safe, what to do. */
  message: string;
  details?: Record<string, unknown>;
}

/** What an administrator must know, kept in the database and shown on the System log page. */
@Injectable()
export class SystemLog {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    @Inject(LOG) private readonly log: Log,
  ) {}

  async write({ level, part, message, details = {} }: SystemLogInput): Promise<void> {
    this.log[level === 'warning' ? 'warn' : level]({ part, ...details }, message);
    await this.database.run('INSERT INTO system_log (at, level, part, message, details) VALUES ($1, $2, $3, $4, $5)', [
      this.clock.now(),
      level,
      part,
      message,
      JSON.stringify(details),
    ]);
  }
}
