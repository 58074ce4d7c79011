import { NestFactory } from '@nestjs/core';
import { NestLog, type PlatformOptions } from '@bureau/platform';
import { DeskModule } from './desk.module.ts';

/** A desk that listens to nobody and works off nothing: for commands. */
export interface QuietDesk {
  get: <T>(token: abstract new (...args: never[]) => T) => T;
  close(): Promise<void>;
}

export async function openDesk(options: PlatformOptions): Promise<QuietDesk> {
  const logger = new NestLog(options.log);
  const context = await NestFactory.createApplicationContext(DeskModule.forRoot(options), {
    logger,
    abortOnError: false,
  });
  return { get: (token) => context.get(token), close: () => context.close() };
}
