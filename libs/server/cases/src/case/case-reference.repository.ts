import { Injectable } from '@nestjs/common';
import type { Actor } from '@bureau/contracts';
import { customerAccess } from '@bureau/customers';
import type { AccessClause } from '@bureau/identity';
import { Database, ProblemError, statement, type Statement } from '@bureau/platform';
import type { StoredFile } from '../message/inbound-message.ts';

/** Values: assignee, group, customer, brand, the brands that the actor may use, then those of the access to customers. */
const foundThrough = (access: AccessClause): Statement =>
  statement(
    `cases.references-${access.kind}`,
    `SELECT
     EXISTS (SELECT FROM users WHERE id = $1 AND disabled_at IS NULL) AS assignee,
     EXISTS (SELECT FROM groups WHERE id = $2 AND successor_id IS NULL) AS "group",
     EXISTS (SELECT FROM customers p WHERE p.id = $3 AND ${access.sql}) AS customer,
     EXISTS (SELECT FROM brands WHERE id = $4 AND ($5::bigint[] IS NULL OR id = ANY($5))) AS brand,
     (SELECT m.id FROM mailboxes m JOIN brands b ON b.id = m.brand_id WHERE b.id = $4 AND m.enabled
      ORDER BY (m.id = b.default_mailbox_id) IS TRUE DESC, m.id LIMIT 1) AS "mailboxId"`,
  );

const LABELS = statement(
  'cases.labels-named',
  `SELECT id, name FROM labels
   WHERE removed_at IS NULL AND (id = ANY($1::bigint[]) OR name = ANY($2::text[])) FOR KEY SHARE`,
);

const PLACE = statement(
  'cases.place-to-open-in',
  `SELECT b.id AS "brandId", m.id AS "mailboxId", m.name AS "mailboxName", m.address AS "mailboxAddress",
     m.group_id AS "groupId"
   FROM brands b LEFT JOIN mailboxes m ON m.brand_id = b.id AND m.enabled AND ($1::bigint IS NULL OR m.id = $1)
   WHERE ($2::bigint IS NULL OR b.id = $2) AND ($3::bigint[] IS NULL OR b.id = ANY($3)) AND ($1 IS NULL OR m.id = $1)
   ORDER BY min(m.id) OVER (PARTITION BY b.id) NULLS LAST, b.id, (m.id = b.default_mailbox_id) IS TRUE DESC, m.id LIMIT 1`,
);

const UPLOADS = statement(
  'cases.uploads-named',
  `SELECT file_name AS "fileName", content_type AS "contentType", size, sha256, NULL AS "contentId", false AS inline
   FROM uploads WHERE user_id = $1 AND id = ANY($2::bigint[]) ORDER BY array_position($2::bigint[], id)`,
);

export interface References {
  assigneeId: number | null;
  groupId: number | null;
  customerId: number | null;
  brandId: number | null;
  /** The brands that the actor may use; null for every one. */
  brandIds: number[] | null;
}

export interface FoundReferences {
  assignee: boolean;
  group: boolean;
  customer: boolean;
  brand: boolean;
  /** The default mailbox of the brand, or its first. */
  mailboxId: number | null;
}

/** Where a new case belongs, and what answers for it. */
export interface Place {
  brandId: number;
  mailboxId: number | null;
  mailboxName: string | null;
  mailboxAddress: string | null;
  groupId: number | null;
}

export interface NamedLabel {
  id: number;
  name: string;
}

/** Looks up what a write of a case names. */
@Injectable()
export class CaseReferenceRepository {
  constructor(private readonly database: Database) {}

  /** A customer whom the actor may not see is none. */
  async find(
    actor: Actor,
    { assigneeId, groupId, customerId, brandId, brandIds }: References,
  ): Promise<FoundReferences> {
    const access = customerAccess(actor, 6);
    const values = [assigneeId, groupId, customerId, brandId, brandIds, ...access.values];
    const row = await this.database.row<FoundReferences>(foundThrough(access), values);
    if (!row) throw new Error('PostgreSQL did not say what it has.');
    return row;
  }

  /** The labels that there are of these, by id or by name; capitals count. */
  async labels(ids: number[], names: string[]): Promise<NamedLabel[]> {
    if (ids.length + names.length === 0) return [];
    return this.database.rows<NamedLabel>(LABELS, [ids, names]);
  }

  /** The brand's default mailbox, or its first in use that is one of these; undefined when there is no such brand. */
  place(wanted: {
    mailboxId: number | null;
    brandId: number | null;
    brandIds: number[] | null;
  }): Promise<Place | undefined> {
    return this.database.row<Place>(PLACE, [wanted.mailboxId, wanted.brandId, wanted.brandIds]);
  }

  customer(customerId: number): Promise<{ name: string; address: string } | undefined> {
    return this.database.row("SELECT name, coalesce(address, '') AS address FROM customers WHERE id = $1", [
      customerId,
    ]);
  }

  /** Those of the customers whom the actor may see. */
  async customers(
    actor: Actor,
    customerIds: readonly number[],
  ): Promise<{ id: number; name: string; address: string }[]> {
    const access = customerAccess(actor, 2);
    const sql = `SELECT p.id, p.name, coalesce(p.address, '') AS address FROM customers p
      WHERE p.id = ANY ($1::bigint[]) AND ${access.sql}`;
    return this.database.rows(statement(`cases.customers-named-${access.kind}`, sql), [customerIds, ...access.values]);
  }

  /** The files that a user uploaded, in this order. Throws upload.not-found when one is not his or gone. */
  async uploads(userId: number | null, uploadIds: number[]): Promise<StoredFile[]> {
    if (uploadIds.length === 0) return [];
    const files = await this.database.rows<StoredFile>(UPLOADS, [userId, uploadIds]);
    if (files.length !== uploadIds.length) throw new ProblemError('upload.not-found');
    return files;
  }
}
