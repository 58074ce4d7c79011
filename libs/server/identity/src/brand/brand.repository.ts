import { Injectable } from '@nestjs/common';
import type { Brand, BrandDetails, ChangeBrand } from '@bureau/contracts';
import { Database, RawJson } from '@bureau/platform';
import { BrandEntity } from './brand.entity.ts';

/** The contract `BrandDetails` from `b`. */
const PRESENTED = `jsonb_build_object('id', b.id, 'name', b.name, 'slug', b.slug, 'signature', b.signature,
  'defaultMailboxId', b.default_mailbox_id,
  'userIds', ARRAY(SELECT user_id FROM user_brands WHERE brand_id = b.id ORDER BY user_id),
  'groupIds', ARRAY(SELECT group_id FROM group_brands WHERE brand_id = b.id ORDER BY group_id),
  'mailboxIds', ARRAY(SELECT id FROM mailboxes WHERE brand_id = b.id ORDER BY id),
  'changed', (SELECT jsonb_build_object('at', a.at, 'by', a.actor ->> 'name') FROM audit_entries a
              WHERE a.noun = 'brand' AND a.object_id = b.id ORDER BY a.at DESC, a.id DESC LIMIT 1))`;

@Injectable()
export class BrandRepository {
  constructor(private readonly database: Database) {}

  /** Those of the list; null means every brand. */
  async list(brandIds: number[] | null = null): Promise<BrandDetails[]> {
    const rows = await this.database.rows<{ item: BrandDetails }>(
      `SELECT ${PRESENTED} AS item FROM brands b
       WHERE $1::bigint[] IS NULL OR b.id = ANY($1) ORDER BY b.id`,
      [brandIds],
    );
    return rows.map(({ item }) => item);
  }

  async read(id: number): Promise<RawJson | undefined> {
    const row = await this.database.row<{ json: string; version: string }>(
      `SELECT ${PRESENTED}::text AS json, b.updated_at::text AS version FROM brands b WHERE b.id = $1`,
      [id],
    );
    return row && new RawJson(row.json, row.version);
  }

  find(id: number): Promise<BrandEntity | null> {
    return this.database.repository(BrandEntity).findOneBy({ id });
  }

  findBySlug(slug: string): Promise<BrandEntity | null> {
    return this.database.repository(BrandEntity).findOneBy({ slug });
  }

  /** Kept from changing until the end of the transaction. */
  lock(id: number): Promise<(Brand & { version: string }) | undefined> {
    return this.database.row(
      `SELECT id, name, slug, signature, default_mailbox_id AS "defaultMailboxId", updated_at::text AS version
       FROM brands WHERE id = $1 FOR UPDATE`,
      [id],
    );
  }

  save(brand: Pick<BrandEntity, 'name' | 'slug'> & Partial<BrandEntity>): Promise<BrandEntity> {
    return this.database.repository(BrandEntity).save(brand);
  }

  async update(id: number, changes: ChangeBrand): Promise<void> {
    await this.database.repository(BrandEntity).save({ id, ...changes });
  }

  async hasMailbox(id: number, mailboxId: number): Promise<boolean> {
    const row = await this.database.row('SELECT 1 FROM mailboxes WHERE id = $2 AND brand_id = $1', [id, mailboxId]);
    return row !== undefined;
  }

  /** How much belongs to a brand, deleted cases included: they can be restored. */
  async belongings(id: number): Promise<{ cases: number; mailboxes: number; socialAccounts: number }> {
    const row = await this.database.row<{ cases: number; mailboxes: number; socialAccounts: number }>(
      `SELECT (SELECT count(*) FROM cases WHERE brand_id = $1) AS cases,
              (SELECT count(*) FROM mailboxes WHERE brand_id = $1) AS mailboxes,
              (SELECT count(*) FROM social_accounts WHERE brand_id = $1) AS "socialAccounts"`,
      [id],
    );
    return row ?? { cases: 0, mailboxes: 0, socialAccounts: 0 };
  }

  async remove(id: number): Promise<void> {
    await this.database.run('DELETE FROM brands WHERE id = $1', [id]);
  }
}
