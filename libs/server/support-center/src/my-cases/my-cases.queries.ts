import { Injectable } from '@nestjs/common';
import type { CaseStatus } from '@bureau/contracts';
import { Clock, Database, readCursor, statement, writeCursor } from '@bureau/platform';
import { customerCaseAccess, shownToCustomers } from './customer-case-access.ts';

/** A customer, wherever he comes from: a session, or the link of one case. */
export interface CaseReader {
  customerId: number;
}

export interface CaseRow {
  id: number;
  subject: string;
  status: CaseStatus;
  customerId: number;
  customerName: string;
  createdAt: Date;
  activeAt: Date;
}

export interface CasePage {
  items: CaseRow[];
  /** Null: these are the last. */
  next: string | null;
}

export interface ShownCase extends CaseRow {
  customerEmail: string | null;
  agentName: string | null;
  channel: string;
}

export interface ShownFile {
  id: number;
  fileName: string;
  contentType: string;
  /** Bytes. */
  size: number;
  sha256: string;
  contentId: string | null;
  inline: boolean;
}

export interface ShownMessage {
  id: number;
  direction: 'in' | 'out';
  at: Date;
  subject: string;
  /** Empty when it was erased. */
  text: string;
  visibleLength: number;
  /** Of ours alone: what strangers write is shown as text. */
  html: string | null;
  fromName: string;
  customerId: number | null;
  agentName: string | null;
  erased: boolean;
  files: ShownFile[];
}

const PAGE = 20;
const MOST_MESSAGES = 200;

const ROW = `c.id, c.subject, c.status, c.customer_id AS "customerId", p.name AS "customerName",
  c.created_at AS "createdAt", c.active_at AS "activeAt"`;

const MESSAGES = statement(
  'center.messages',
  `SELECT * FROM (
     SELECT m.id, m.sequence, m.direction, m.at, m.subject, m.from_name AS "fromName", m.customer_id AS "customerId",
       CASE WHEN m.erased_at IS NULL THEN m.text ELSE '' END AS text, m.visible_length AS "visibleLength",
       CASE WHEN m.erased_at IS NULL AND m.direction = 'out' THEN m.html END AS html, m.erased_at IS NOT NULL AS erased,
       coalesce(nullif(u.public_name, ''), u.name) AS "agentName",
       (SELECT coalesce(json_agg(json_build_object('id', a.id, 'fileName', a.file_name, 'contentType', a.content_type,
          'size', a.size, 'sha256', a.sha256, 'contentId', a.content_id, 'inline', a.inline) ORDER BY a.position), '[]')
        FROM attachments a WHERE a.message_id = m.id AND a.sha256 IS NOT NULL) AS files
     FROM messages m LEFT JOIN users u ON u.id = m.user_id
     WHERE m.case_id = $1 AND ${shownToCustomers('$2')} ORDER BY m.sequence DESC LIMIT ${MOST_MESSAGES}
   ) latest ORDER BY sequence`,
);

/** What customers read of their cases. */
@Injectable()
export class MyCasesQueries {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** The latest activity first. `cursor`: the `next` of the page before; anything else begins anew. */
  async list(
    reader: CaseReader,
    brandId: number,
    { whose, all, cursor }: { whose: 'mine' | 'company'; all: boolean; cursor: string | undefined },
  ): Promise<CasePage> {
    const place = cursor === undefined ? undefined : readCursor(cursor);
    const access = customerCaseAccess(reader, brandId, 4);
    const rows = await this.database.rows<CaseRow & { at: string }>(
      `SELECT ${ROW}, c.active_at::text AS at FROM cases c JOIN customers p ON p.id = c.customer_id
       WHERE ${access.sql} AND c.customer_id ${whose === 'mine' ? '=' : '<>'} $5
         AND (${all} OR c.status IN ('new', 'open', 'pending'))
         AND (c.active_at, c.id) < (coalesce($1::timestamptz, 'infinity'), coalesce($2::bigint, 0))
       ORDER BY c.active_at DESC, c.id DESC LIMIT $3`,
      [place?.at ?? null, place?.id ?? null, PAGE + 1, ...access.values],
    );
    const items = rows.slice(0, PAGE);
    const last = items.at(-1);
    return { items, next: rows.length > PAGE && last ? writeCursor(last) : null };
  }

  /** Undefined for a case that this reader may not see here: the same as one that there is not. */
  find(reader: CaseReader, brandId: number, caseId: number): Promise<ShownCase | undefined> {
    const access = customerCaseAccess(reader, brandId, 2);
    return this.database.row<ShownCase>(
      `SELECT ${ROW}, c.channel, p.address AS "customerEmail", coalesce(nullif(u.public_name, ''), u.name) AS "agentName"
       FROM cases c JOIN customers p ON p.id = c.customer_id LEFT JOIN users u ON u.id = c.assignee_id
       WHERE c.id = $1 AND ${access.sql}`,
      [caseId, ...access.values],
    );
  }

  /** What was said, the oldest first. Ask {@link find} first whether the reader may see the case. */
  messages(caseId: number): Promise<ShownMessage[]> {
    return this.database.rows<ShownMessage>(MESSAGES, [caseId, this.clock.now()]);
  }

  /** A file of a message that the reader may see. */
  file(reader: CaseReader, brandId: number, { caseId, fileId }: { caseId: number; fileId: number }) {
    const access = customerCaseAccess(reader, brandId, 4);
    return this.database.row<ShownFile>(
      `SELECT a.id, a.file_name AS "fileName", a.content_type AS "contentType", a.size, a.sha256
       FROM attachments a JOIN messages m ON m.id = a.message_id JOIN cases c ON c.id = m.case_id
       WHERE a.id = $1 AND c.id = $2 AND m.erased_at IS NULL AND a.sha256 IS NOT NULL
         AND ${shownToCustomers('$3')} AND ${access.sql}`,
      [fileId, caseId, this.clock.now(), ...access.values],
    );
  }

  /** Whether somebody here has allowed this customer to read the cases of his company. */
  async readsCompany({ customerId }: CaseReader): Promise<boolean> {
    const row = await this.database.row(
      'SELECT FROM customers WHERE id = $1 AND access_company_cases AND company_id IS NOT NULL',
      [customerId],
    );
    return row !== undefined;
  }
}
