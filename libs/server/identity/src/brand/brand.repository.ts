import { Injectable } from '@nestjs/common';
import type { Brand, ChangeBrand } from '@bureau/contracts';
import { Database, RawJson } from '@bureau/platform';
import { BrandEntity } from './brand.entity.ts';

/** The contract `BrandDetails` from `b`. */
const PRESENTED = `jsonb_build_object('id', b.id, 'name', b.name, 'slug', b.slug, 'signature', b.signature,
  'userIds', ARRAY(SELECT user_id FROM user_brands WHERE brand_id = b.id ORDER BY user_id),
  'groupIds', ARRAY(SELECT group_id FROM group_brands WHERE brand_id = b.id ORDER BY group_id))::text AS json`;

@Injectable()
export class BrandRepository {
  constructor(private readonly database: Database) {}

  /** Those of the list; null means every brand. */
  list(brandIds: number[] | null = null): Promise<Brand[]> {
    return this.database.rows<Brand>(
      `SELECT id, name, slug, signature FROM brands
       WHERE $1::bigint[] IS NULL OR id = ANY($1) ORDER BY id`,
      [brandIds],
    );
  }

  async read(id: number): Promise<RawJson | undefined> {
    const row = await this.database.row<{ json: string; version: string }>(
      `SELECT ${PRESENTED}, b.updated_at::text AS version FROM brands b WHERE b.id = $1`,
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
      'SELECT id, name, slug, signature, updated_at::text AS version FROM brands WHERE id = $1 FOR UPDATE',
      [id],
    );
  }

  save(brand: Pick<BrandEntity, 'name' | 'slug'> & Partial<BrandEntity>): Promise<BrandEntity> {
    return this.database.repository(BrandEntity).save(brand);
  }

  async update(id: number, changes: ChangeBrand): Promise<void> {
    await this.database.repository(BrandEntity).save({ id, ...changes });
  }
}
