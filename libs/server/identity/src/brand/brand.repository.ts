import { Injectable } from '@nestjs/common';
import type { Brand } from '@bureau/contracts';
import { Database } from '@bureau/platform';
import { BrandEntity } from './brand.entity.ts';

@Injectable()
export class BrandRepository {
  constructor(private readonly database: Database) {}

  list(): Promise<Brand[]> {
    return this.database.rows<Brand>('SELECT id, name, slug, signature FROM brands ORDER BY id');
  }

  find(id: number): Promise<BrandEntity | null> {
    return this.database.repository(BrandEntity).findOneBy({ id });
  }

  findBySlug(slug: string): Promise<BrandEntity | null> {
    return this.database.repository(BrandEntity).findOneBy({ slug });
  }

  save(brand: Pick<BrandEntity, 'name' | 'slug'> & Partial<BrandEntity>): Promise<BrandEntity> {
    return this.database.repository(BrandEntity).save(brand);
  }
}
