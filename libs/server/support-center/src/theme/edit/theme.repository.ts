import { Injectable } from '@nestjs/common';
import { stampOf, type Actor, type ThemeTemplate, type ThemeTemplateName, type ThemeVersion } from '@bureau/contracts';
import { Clock, Database } from '@bureau/platform';

export interface OwnTemplate {
  template: ThemeTemplateName;
  version: number;
  source: string | null;
  changed: NonNullable<ThemeTemplate['changed']>;
}

const OWN = `SELECT DISTINCT ON (template) template, version, source,
    jsonb_build_object('at', at, 'by', actor ->> 'name') AS changed
  FROM theme_versions WHERE brand_id = $1`;

/** The templates that brands have of their own, in all their versions. */
@Injectable()
export class ThemeRepository {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** The version that counts of each template that the brand ever changed. */
  own(brandId: number): Promise<OwnTemplate[]> {
    return this.database.rows<OwnTemplate>(`${OWN} ORDER BY template, version DESC`, [brandId]);
  }

  ownTemplate(brandId: number, template: ThemeTemplateName): Promise<OwnTemplate | undefined> {
    return this.database.row<OwnTemplate>(`${OWN} AND template = $2 ORDER BY template, version DESC`, [
      brandId,
      template,
    ]);
  }

  versions(brandId: number, template: ThemeTemplateName): Promise<ThemeVersion[]> {
    return this.database.rows<ThemeVersion>(
      `SELECT version, source, to_jsonb(at) #>> '{}' AS at, actor ->> 'name' AS by FROM theme_versions
       WHERE brand_id = $1 AND template = $2 ORDER BY version DESC LIMIT 100`,
      [brandId, template],
    );
  }

  /** Kept with all that were before. */
  async add(
    actor: Actor,
    { brandId, template, source }: { brandId: number; template: ThemeTemplateName; source: string | null },
  ): Promise<void> {
    await this.database.run('SELECT 1 FROM brands WHERE id = $1 FOR UPDATE', [brandId]);
    await this.database.run(
      `INSERT INTO theme_versions (brand_id, template, version, source, actor, at)
       SELECT $1, $2, coalesce(max(version), 0) + 1, $3, $4, $5 FROM theme_versions
       WHERE brand_id = $1 AND template = $2`,
      [brandId, template, source, JSON.stringify(stampOf(actor)), this.clock.now()],
    );
  }
}
