import { createHash } from 'node:crypto';

/** The tables that demo data is written to, in an order in which references find what they name. */
export const DEMO_TABLES = [
  'brands',
  'surveys',
  'roles',
  'users',
  'groups',
  'group_members',
  'group_brands',
  'labels',
  'custom_fields',
  'filters',
  'macros',
  'topics',
  'topic_translations',
  'topic_brands',
  'articles',
  'article_counts',
  'article_translations',
  'article_versions',
  'companies',
  'company_domains',
  'customers',
  'customer_addresses',
  'customer_contacts',
  'mailboxes',
  'cases',
  'blobs',
  'messages',
  'intake_items',
  'attachments',
  'notes',
  'case_events',
  'feedback',
  'case_followers',
  'notifications',
  'deliveries',
  'questions',
  'question_answers',
  'answer_votes',
] as const;
export type DemoTable = (typeof DEMO_TABLES)[number];

/** Column → value, as JSON knows it. All rows of a table name the same columns. */
export type Row = Record<string, unknown>;

/** Everything that is going to be inserted, and the bytes that must be stored before. */
export class DemoRows {
  readonly blobs = new Map<string, Uint8Array>();
  readonly #rows = new Map<DemoTable, Row[]>();

  add(table: DemoTable, row: Row): void {
    const rows = this.#rows.get(table);
    if (rows) rows.push(row);
    else this.#rows.set(table, [row]);
  }

  of(table: DemoTable): readonly Row[] {
    return this.#rows.get(table) ?? [];
  }

  /** Keeps bytes under their SHA-256, once. */
  keep(content: Uint8Array): { sha256: string; size: number } {
    const sha256 = createHash('sha256').update(content).digest('hex');
    if (!this.blobs.has(sha256)) {
      this.blobs.set(sha256, content);
      this.add('blobs', { sha256, size: content.length });
    }
    return { sha256, size: content.length };
  }
}

/** Ids that the database has given out for these rows. */
export class ReservedIds {
  constructor(private readonly ids: Readonly<Record<string, number[]>>) {}

  /** @throws {RangeError} when more rows are written than were announced. */
  next(table: DemoTable): number {
    const id = this.ids[table]?.shift();
    if (id === undefined) throw new RangeError(`Too few ids were reserved for ${table}.`);
    return id;
  }
}
