import type { LoggerService } from '@nestjs/common';
import type { Log } from './log.ts';

/** Nest's own messages, in our log. */
export class NestLog implements LoggerService {
  constructor(private readonly out: Log) {}

  log(message: unknown, context?: unknown): void {
    this.out.debug({ context }, String(message));
  }

  warn(message: unknown, context?: unknown): void {
    this.out.warn({ context }, String(message));
  }

  error(message: unknown, stack?: unknown, context?: unknown): void {
    this.out.error({ context, stack }, String(message));
  }

  debug(message: unknown, context?: unknown): void {
    this.out.debug({ context }, String(message));
  }

  verbose(message: unknown, context?: unknown): void {
    this.out.trace({ context }, String(message));
  }
}
