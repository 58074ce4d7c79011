import { Injectable } from '@nestjs/common';
import type { Actor } from '@bureau/contracts';
import { Clock, Database, networkOf, RateLimits, statement, type RateWindow } from '@bureau/platform';

/** Requests a minute for each agent, pooled, and for a site at most (desk-api-v2.md 2.6). */
const PER_AGENT = 60;
const CEILING = 300;
/** Of one network, for whoever has not said who he is: nobody else's requests are spent that way. */
const STRANGERS = 60;
const MINUTE_MS = 60_000;

const LIMIT = statement(
  'desk-api.limit',
  `SELECT greatest(1, count(*)) * ${PER_AGENT} AS "limit"
   FROM (SELECT FROM users WHERE disabled_at IS NULL LIMIT ${CEILING / PER_AGENT}) agents`,
);

/** Counts requests for all processes together: those of the site in one pool, and of an application in its own besides. */
@Injectable()
export class SiteRate {
  private known = { minute: 0, limit: PER_AGENT };

  constructor(
    private readonly database: Database,
    private readonly rateLimits: RateLimits,
    private readonly clock: Clock,
  ) {}

  /** The window that has less left. */
  async count(actor: Actor, rateLimit: number | undefined): Promise<RateWindow> {
    const site = await this.rateLimits.count('desk-api', await this.limit());
    if (actor.kind !== 'application' || rateLimit === undefined) return site;
    const application = await this.rateLimits.count(`application:${actor.applicationId}`, rateLimit);
    return application.exceeded || application.remaining < site.remaining ? application : site;
  }

  countStranger(ip: string): Promise<RateWindow> {
    return this.rateLimits.count(`desk-api:${networkOf(ip)}`, STRANGERS);
  }

  /** Of the agents that there were when the minute was new to this process. */
  private async limit(): Promise<number> {
    const minute = Math.floor(this.clock.now().getTime() / MINUTE_MS);
    if (this.known.minute === minute) return this.known.limit;
    const row = await this.database.row<{ limit: number }>(LIMIT);
    this.known = { minute, limit: row?.limit ?? PER_AGENT };
    return this.known.limit;
  }
}
