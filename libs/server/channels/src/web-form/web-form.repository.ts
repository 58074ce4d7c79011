import { Injectable } from '@nestjs/common';
import type { CustomFieldType, Fate } from '@bureau/contracts';
import type { AskedField } from '@bureau/domain';
import { Database } from '@bureau/platform';
import { WEB_FORM } from './web-post.ts';

/** What became of a post, for whoever sent it. */
export interface PostReceipt {
  fate: Fate;
  /** The case that it became, or became part of. */
  caseId: number | null;
}

@Injectable()
export class WebFormRepository {
  constructor(private readonly database: Database) {}

  /** The mailbox that answers for a brand: its chosen one, else the first; undefined: nobody could answer. */
  async mailboxOf(brandId: number): Promise<number | undefined> {
    const row = await this.database.row<{ id: number }>(
      `SELECT x.id FROM mailboxes x JOIN brands b ON b.id = x.brand_id
       WHERE x.brand_id = $1 AND x.enabled ORDER BY x.id = b.default_mailbox_id DESC NULLS LAST, x.id LIMIT 1`,
      [brandId],
    );
    return row?.id;
  }

  /** The custom fields that the form of a brand asks for, in their order. */
  asked(brandId: number): Promise<AskedField[]> {
    return this.database.rows<AskedField & { type: CustomFieldType }>(
      `SELECT f.id, f.key, f.label, f.type, f.choices, f.active, w.required
       FROM web_form_fields w JOIN custom_fields f ON f.id = w.custom_field_id
       WHERE w.brand_id = $1 AND f.owner = 'case' AND f.active ORDER BY f.position, f.id`,
      [brandId],
    );
  }

  /** Replaces what the form of a brand asks for; the indexes of those that are no fields of cases in use. */
  async write(brandId: number, fields: readonly { customFieldId: number; required: boolean }[]): Promise<number[]> {
    const ids = fields.map(({ customFieldId }) => customFieldId);
    await this.database.run('DELETE FROM web_form_fields WHERE brand_id = $1', [brandId]);
    const written = await this.database.rows<{ id: number }>(
      `INSERT INTO web_form_fields (brand_id, custom_field_id, required)
       SELECT $1, f.id, w.required FROM unnest($2::bigint[], $3::boolean[]) AS w (id, required)
         JOIN custom_fields f ON f.id = w.id AND f.owner = 'case' AND f.active
       RETURNING custom_field_id AS id`,
      [brandId, ids, fields.map(({ required }) => required)],
    );
    const known = new Set(written.map(({ id }) => id));
    return ids.flatMap((id, index) => (known.has(id) ? [] : [index]));
  }

  /** The item of a form that was sent, within its brand. */
  receipt(brandId: number, submissionId: string): Promise<PostReceipt | undefined> {
    return this.database.row<PostReceipt>(
      `SELECT i.fate, CASE WHEN i.fate = 'message' THEN i.case_id END AS "caseId"
       FROM intake_items i JOIN mailboxes m ON m.id = i.mailbox_id
       WHERE i.source = $1 AND i.external_id = $2 AND m.brand_id = $3`,
      [WEB_FORM, submissionId, brandId],
    );
  }

  /**
   * Where a reply to a case is kept now: the case itself, or where merges have taken it (then `homeCaseId` is its own).
   * Undefined: there is no such case of this customer in the brand any more.
   */
  whereToKeep(caseId: number, { brandId }: { brandId: number }) {
    return this.database
      .row<{ caseId: number; homeCaseId: number | null; subject: string; closed: boolean }>(
        `WITH RECURSIVE way AS (
         SELECT id, merged_into_id, 0 AS step FROM cases WHERE id = $1 AND brand_id = $2 AND deleted_at IS NULL
         UNION ALL SELECT c.id, c.merged_into_id, step + 1 FROM way JOIN cases c ON c.id = way.merged_into_id
       ) CYCLE id SET looped USING path
       SELECT c.id AS "caseId", nullif($1::bigint, c.id) AS "homeCaseId", c.subject,
         c.status = 'closed' OR c.deleted_at IS NOT NULL AS closed
       FROM (SELECT id FROM way WHERE NOT looped ORDER BY step DESC LIMIT 1) last JOIN cases c ON c.id = last.id`,
        [caseId, brandId],
      )
      .then((row) => row && { ...row, homeCaseId: row.homeCaseId === null ? null : caseId });
  }

  /** Every mailbox of this desk; an answer to one of them would be an answer to ourselves. */
  async isOwnAddress(address: string): Promise<boolean> {
    return (await this.database.row('SELECT FROM mailboxes WHERE address = lower($1)', [address])) !== undefined;
  }
}
