import { Injectable } from '@nestjs/common';
import type { ChangeSite } from '@bureau/contracts';
import { Database, RawJson } from '@bureau/platform';

/** What the settings of the desk say. */
export type SiteFields = Required<Omit<ChangeSite, 'timeZone'>> & { timeZone: string | null };

const FIELDS = `company_name AS "companyName", time_zone AS "timeZone", languages, default_language AS "defaultLanguage"`;

/** The one row of the table: what the whole desk has in common. */
@Injectable()
export class SiteRepository {
  constructor(private readonly database: Database) {}

  /** The contract `Site`. */
  async read(): Promise<RawJson> {
    const row = await this.database.row<{ json: string; version: string }>(
      `SELECT json_build_object('companyName', company_name, 'timeZone', time_zone, 'languages', languages,
         'defaultLanguage', default_language, 'updatedAt', updated_at)::text AS json, updated_at::text AS version FROM site`,
    );
    if (!row) throw new Error('The desk has no settings.');
    return new RawJson(row.json, row.version);
  }

  /** Kept from changing until the end of the transaction. */
  async lock(): Promise<SiteFields & { version: string }> {
    const row = await this.database.row<SiteFields & { version: string }>(
      `SELECT ${FIELDS}, updated_at::text AS version FROM site FOR UPDATE`,
    );
    if (!row) throw new Error('The desk has no settings.');
    return row;
  }

  async save({ companyName, timeZone, languages, defaultLanguage }: SiteFields): Promise<void> {
    await this.database.run(
      'UPDATE site SET company_name = $1, time_zone = $2, languages = $3, default_language = $4',
      [companyName, timeZone, languages, defaultLanguage],
    );
  }

  /** For a desk that is being set up; a name that somebody has given stays. */
  async nameCompany(companyName: string): Promise<void> {
    await this.database.run(`UPDATE site SET company_name = $1 WHERE company_name = ''`, [companyName]);
  }
}
