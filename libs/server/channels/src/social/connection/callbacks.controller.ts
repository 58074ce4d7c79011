import { Controller, Query, Req, Res } from '@nestjs/common';
import { PublicPage } from '@bureau/platform';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { CALLBACK_PATHS } from './connection-paths.ts';
import { FinishConnection } from './finish-connection.ts';
import type { ReturnQuery } from './sign-in.ts';

/** One text for each name; what is said twice was said by nobody who means well. */
const Returned = z
  .record(z.string(), z.unknown())
  .transform((query): ReturnQuery =>
    Object.fromEntries(
      Object.entries(query).flatMap(([name, value]) =>
        typeof value === 'string' && value.length <= 4000 && !value.includes('\0') ? [[name, value]] : [],
      ),
    ),
  );

/** Where networks send browsers back to. Open to everybody: who it is, and what he may, is asked by the verb. */
@Controller()
export class CallbacksController {
  constructor(private readonly finish: FinishConnection) {}

  @PublicPage(CALLBACK_PATHS.x, 'Come back from signing in at X.')
  async x(@Query() query: unknown, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    await sendOn(reply, await this.finish.run('x', request, Returned.parse(query ?? {})));
  }

  @PublicPage(CALLBACK_PATHS.facebook, 'Come back from signing in at Facebook.')
  async facebook(@Query() query: unknown, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    await sendOn(reply, await this.finish.run('facebook', request, Returned.parse(query ?? {})));
  }
}

/** Codes stood in the address: neither caches nor the next page get to know it. */
async function sendOn(reply: FastifyReply, to: string): Promise<void> {
  await reply.headers({ 'cache-control': 'no-store', 'referrer-policy': 'no-referrer' }).redirect(to, 303);
}
