import { Injectable } from '@nestjs/common';
import type { WriteSurvey } from '@bureau/contracts';
import { Database, RawJson } from '@bureau/platform';

/** What every brand begins with: written, and switched off. */
export const FIRST_SURVEY: WriteSurvey = {
  enabled: false,
  ratingType: 'four_star',
  words: {
    en: { question: 'How did we do?', additionalQuestion: 'What should we do better, or keep doing?' },
    de: {
      question: 'Wie zufrieden sind Sie mit unserer Antwort?',
      additionalQuestion: 'Was sollten wir besser machen oder beibehalten?',
    },
  },
  expiresAfterDays: 14,
  automatic: true,
  sendAfterHours: 24,
  notAgainDays: 14,
};

/** The contract `Survey` of brand `b`. Value `$1`: the first survey, for brands that have written none. */
const PRESENTED = `SELECT b.id, (coalesce(
    (SELECT jsonb_build_object('enabled', v.enabled, 'ratingType', v.rating_type, 'words', v.words,
       'expiresAfterDays', v.expires_after_days, 'automatic', v.automatic, 'sendAfterHours', v.send_after_hours,
       'notAgainDays', v.not_again_days, 'updatedAt', v.updated_at) FROM surveys v WHERE v.brand_id = b.id),
    $1::jsonb || '{"updatedAt": null}')
  || jsonb_build_object('brand', jsonb_build_object('id', b.id, 'name', b.name), 'changedBy',
       (SELECT a.actor ->> 'name' FROM audit_entries a WHERE a.noun = 'survey' AND a.object_id = b.id
        ORDER BY a.at DESC, a.id DESC LIMIT 1)))::text AS json,
  coalesce((SELECT v.updated_at::text FROM surveys v WHERE v.brand_id = b.id), '') AS version
FROM brands b`;

/** The only place that speaks SQL for what brands ask. */
@Injectable()
export class SurveyRepository {
  constructor(private readonly database: Database) {}

  /** The contract `{ items: Survey[] }`; null means every brand. */
  async list(brandIds: number[] | null): Promise<RawJson> {
    const rows = await this.database.rows<{ json: string }>(
      `${PRESENTED} WHERE $2::bigint[] IS NULL OR b.id = ANY($2) ORDER BY b.id`,
      [JSON.stringify(FIRST_SURVEY), brandIds],
    );
    return new RawJson(`{"items":[${rows.map(({ json }) => json).join(',')}]}`);
  }

  /** Undefined: no such brand. */
  async read(brandId: number): Promise<RawJson | undefined> {
    const row = await this.database.row<{ json: string; version: string }>(`${PRESENTED} WHERE b.id = $2`, [
      JSON.stringify(FIRST_SURVEY),
      brandId,
    ]);
    return row && new RawJson(row.json, row.version);
  }

  /** What a brand asks; of one that has written nothing, the first survey. The version of that is ''. */
  async of(brandId: number): Promise<WriteSurvey & { version: string }> {
    const row = await this.database.row<WriteSurvey & { version: string }>(
      `SELECT enabled, rating_type AS "ratingType", words, expires_after_days AS "expiresAfterDays", automatic,
         send_after_hours AS "sendAfterHours", not_again_days AS "notAgainDays", updated_at::text AS version
       FROM surveys WHERE brand_id = $1`,
      [brandId],
    );
    return row ?? { ...FIRST_SURVEY, version: '' };
  }

  async write(brandId: number, survey: WriteSurvey): Promise<void> {
    const { enabled, ratingType, words, expiresAfterDays, automatic, sendAfterHours, notAgainDays } = survey;
    await this.database.run(
      `INSERT INTO surveys (brand_id, enabled, rating_type, words, expires_after_days, automatic, send_after_hours, not_again_days)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
       ON CONFLICT (brand_id) DO UPDATE SET enabled = $2, rating_type = $3, words = $4, expires_after_days = $5,
         automatic = $6, send_after_hours = $7, not_again_days = $8`,
      [brandId, enabled, ratingType, JSON.stringify(words), expiresAfterDays, automatic, sendAfterHours, notAgainDays],
    );
  }
}
