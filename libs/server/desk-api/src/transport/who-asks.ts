import { Injectable } from '@nestjs/common';
import { ProgramAuthentication } from '@bureau/identity';
import { ProblemError, type SignedIn } from '@bureau/platform';
import type { FastifyRequest } from 'fastify';
import { rateHeaders } from './answer.ts';
import { SiteRate } from './site-rate.ts';

/** Who sends a request, counted. */
@Injectable()
export class WhoAsks {
  constructor(
    private readonly authentication: ProgramAuthentication,
    private readonly siteRate: SiteRate,
  ) {}

  /**
   * Writes into `headers` of `progress` what is left of the window. Who is nobody is counted too, where it costs nobody
   * else. Throws request.rate-limited, session.required, and whatever the schemes throw.
   */
  async run(request: FastifyRequest, progress: { headers: Record<string, string> }): Promise<SignedIn> {
    try {
      const signedIn = await this.authentication.run(request);
      if (!signedIn) throw new ProblemError('session.required');
      const window = await this.siteRate.count(signedIn.actor, signedIn.rateLimit);
      progress.headers = rateHeaders(window);
      if (window.exceeded) throw new ProblemError('request.rate-limited');
      return signedIn;
    } catch (error) {
      if (progress.headers['x-rate-limit-limit'] === undefined) await this.countStranger(request, progress);
      throw error;
    }
  }

  /** Throws request.rate-limited. */
  async countStranger({ ip }: FastifyRequest, progress: { headers: Record<string, string> }): Promise<void> {
    const window = await this.siteRate.countStranger(ip);
    progress.headers = rateHeaders(window);
    if (window.exceeded) throw new ProblemError('request.rate-limited');
  }
}

/** What is asked, without what says who asks: that is for one request, and stands in no link to the next. */
export function queryOf(search: string): URLSearchParams {
  return new URLSearchParams([...new URLSearchParams(search)].filter(([name]) => !name.startsWith('oauth_')));
}
