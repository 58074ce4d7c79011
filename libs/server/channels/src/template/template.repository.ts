import { Injectable } from '@nestjs/common';
import type { TemplateKind } from '@bureau/contracts';
import { Database, statement } from '@bureau/platform';

/** A template that somebody wrote. */
export interface WrittenTemplate {
  kind: TemplateKind;
  /** Null: for every brand that has none of its own. */
  brandId: number | null;
  subject: string;
  html: string;
  updatedAt: string;
  updatedBy: { id: number; name: string } | null;
  version: string;
}

const WRITTEN = `SELECT t.kind, t.brand_id AS "brandId", t.subject, t.html, to_json(t.updated_at) #>> '{}' AS "updatedAt",
    t.updated_at::text AS version,
    CASE WHEN u.id IS NOT NULL THEN jsonb_build_object('id', u.id, 'name', u.name) END AS "updatedBy"
  FROM templates t LEFT JOIN users u ON u.id = t.updated_by`;

const USED = statement(
  'templates.used',
  `${WRITTEN} WHERE t.kind = $1 AND (t.brand_id = $2 OR t.brand_id IS NULL) ORDER BY t.brand_id NULLS LAST LIMIT 1`,
);

/** Which template: of a brand, or with null of the desk. */
export interface TemplatePlace {
  kind: TemplateKind;
  brandId: number | null;
}

/** The only place that speaks SQL for templates. */
@Injectable()
export class TemplateRepository {
  constructor(private readonly database: Database) {}

  /** All that were written. */
  list(): Promise<WrittenTemplate[]> {
    return this.database.rows<WrittenTemplate>(WRITTEN);
  }

  /** The one in use: the brand's own, else the desk's; undefined: the one that Bureau brings. */
  findUsed({ kind, brandId }: TemplatePlace): Promise<WrittenTemplate | undefined> {
    return this.database.row<WrittenTemplate>(USED, [kind, brandId]);
  }

  /** The one that was written for this very place, which nobody else writes until the end of the transaction. */
  async lockOwn({ kind, brandId }: TemplatePlace): Promise<WrittenTemplate | undefined> {
    await this.database.run('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [`template ${kind} ${brandId}`]);
    const sql = `${WRITTEN} WHERE t.kind = $1 AND t.brand_id IS NOT DISTINCT FROM $2`;
    return this.database.row<WrittenTemplate>(sql, [kind, brandId]);
  }

  async save({ kind, brandId }: TemplatePlace, words: { subject: string; html: string; userId: number | null }) {
    await this.database.run(
      `INSERT INTO templates (kind, brand_id, subject, html, updated_by) VALUES ($1, $2, $3, $4, $5)
       ON CONFLICT (brand_id, kind) DO UPDATE SET subject = EXCLUDED.subject, html = EXCLUDED.html, updated_by = EXCLUDED.updated_by`,
      [kind, brandId, words.subject, words.html, words.userId],
    );
  }

  async remove({ kind, brandId }: TemplatePlace): Promise<void> {
    await this.database.run('DELETE FROM templates WHERE kind = $1 AND brand_id IS NOT DISTINCT FROM $2', [
      kind,
      brandId,
    ]);
  }
}
