import { Injectable } from '@nestjs/common';
import type { ChangeSupportCenter, CenterOffers } from '@bureau/contracts';
import { Database, orTaken } from '@bureau/platform';

/** What an administrator decides about a support center. */
export interface CenterSettings {
  name: string;
  open: boolean;
  languages: string[];
  offers: CenterOffers;
  hosts: string[];
  colour: string | null;
}

export interface Logo {
  contentType: string;
  sha256: string;
  content: Buffer;
}

@Injectable()
export class CenterRepository {
  constructor(private readonly database: Database) {}

  /** Kept from changing until the end of the transaction. */
  lock(brandId: number): Promise<CenterSettings | undefined> {
    return this.database.row<CenterSettings>(
      `SELECT name, center_open AS open, languages, colour,
         jsonb_build_object('email', offers_email, 'questions', offers_questions, 'myCases', offers_my_cases) AS offers,
         ARRAY(SELECT host FROM brand_hosts WHERE brand_id = $1 ORDER BY position, host) AS hosts
       FROM brands WHERE id = $1 FOR UPDATE`,
      [brandId],
    );
  }

  /** Throws brand.host-taken. */
  async save(brandId: number, { hosts, ...rest }: CenterSettings, changes: ChangeSupportCenter): Promise<void> {
    const { open, languages, offers, colour } = rest;
    await this.database.run(
      `UPDATE brands SET center_open = $2, languages = $3, offers_email = $4, offers_questions = $5,
         offers_my_cases = $6, colour = $7 WHERE id = $1`,
      [brandId, open, languages, offers.email, offers.questions, offers.myCases, colour],
    );
    if (!changes.hosts) return;
    await this.database.run('DELETE FROM brand_hosts WHERE brand_id = $1', [brandId]);
    await orTaken('brand.host-taken', () =>
      this.database.run(
        `INSERT INTO brand_hosts (host, brand_id, position)
         SELECT host, $1, position FROM unnest($2::text[]) WITH ORDINALITY AS h (host, position)`,
        [brandId, hosts],
      ),
    );
  }

  async setLogo(brandId: number, logo: Logo | null): Promise<void> {
    await this.database.run('DELETE FROM brand_logos WHERE brand_id = $1', [brandId]);
    if (!logo) return;
    await this.database.run(
      'INSERT INTO brand_logos (brand_id, content_type, sha256, content) VALUES ($1, $2, $3, $4)',
      [brandId, logo.contentType, logo.sha256, logo.content],
    );
  }

  findLogo(brandId: number, sha256: string): Promise<Pick<Logo, 'contentType' | 'content'> | undefined> {
    return this.database.row(
      'SELECT content_type AS "contentType", content FROM brand_logos WHERE brand_id = $1 AND sha256 = $2',
      [brandId, sha256],
    );
  }

  /** Who changed a brand last, by brand. */
  async lastChanges(): Promise<Map<number, { at: string; by: string }>> {
    const rows = await this.database.rows<{ id: number; at: string; by: string }>(
      `SELECT DISTINCT ON (object_id) object_id AS id, to_jsonb(at) #>> '{}' AS at, actor ->> 'name' AS by
       FROM audit_entries WHERE noun = 'brand' ORDER BY object_id, audit_entries.at DESC, id DESC`,
    );
    return new Map(rows.map(({ id, at, by }) => [id, { at, by }]));
  }
}
