import { Injectable } from '@nestjs/common';
import { Database } from '@bureau/platform';

/** What every page says of the company. */
export interface SiteFacts {
  companyName: string;
  timeZone: string | null;
}

const FRESH_MS = 5_000;

/** The settings of the desk, in memory; what was changed is seen some seconds later. */
@Injectable()
export class KnownSite {
  private facts: SiteFacts = { companyName: '', timeZone: null };
  private readAt = -Infinity;

  constructor(private readonly database: Database) {}

  /** Before the first page is drawn. */
  async ready(): Promise<void> {
    if (this.readAt === -Infinity) await this.read();
  }

  current(): SiteFacts {
    if (performance.now() - this.readAt > FRESH_MS) void this.read().catch(() => undefined);
    return this.facts;
  }

  private async read(): Promise<void> {
    this.readAt = performance.now();
    const row = await this.database.row<SiteFacts>(
      'SELECT company_name AS "companyName", time_zone AS "timeZone" FROM site',
    );
    this.facts = row ?? this.facts;
  }
}
