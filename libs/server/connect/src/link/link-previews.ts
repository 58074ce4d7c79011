import { Injectable } from '@nestjs/common';
import type { Actor, LinkPreview, NamedRecords, SyncValue } from '@bureau/contracts';
import { previewLink, type SalesforceRow } from '@bureau/domain';
import { Database, ProblemError, statement } from '@bureau/platform';
import { DeskRecordQueries } from '../desk/desk-record.queries.ts';
import { ReadDeskValues } from '../desk/read-desk-values.ts';
import { FieldLabels } from '../log/field-labels.ts';
import { namedRecords, RECORD_FIELDS, recordName } from '../log/record-names.ts';
import { forPeople } from '../salesforce/for-people.ts';
import type { RecordOfDesk } from './change-links.ts';
import { LinkStateQueries } from './link-state.queries.ts';
import { LinkRepository } from './link.repository.ts';
import { readSalesforce } from './read-salesforce.ts';
import { SyncFrames } from './sync-frames.ts';

const NAMED = statement(
  'salesforce-links.named',
  `SELECT ${namedRecords(`SELECT x.field, x.id FROM unnest($1::text[], $2::text[]) x (field, id) WHERE x.field IN ${RECORD_FIELDS}`)} AS records`,
);

/** Says beforehand what linking two records would change, and on which side. */
@Injectable()
export class LinkPreviews {
  constructor(
    private readonly database: Database,
    private readonly states: LinkStateQueries,
    private readonly links: LinkRepository,
    private readonly frames: SyncFrames,
    private readonly desk: DeskRecordQueries,
    private readonly values: ReadDeskValues,
    private readonly labels: FieldLabels,
  ) {}

  /** Throws salesforce.link-missing when there is no such record there, and as `LinkStateQueries.need`. */
  async run(actor: Actor, { object, deskId }: RecordOfDesk, wanted?: string): Promise<LinkPreview> {
    await this.states.need(actor, { object, deskId });
    const link = await this.links.ofDesk(object, deskId);
    const salesforceId = wanted ?? link?.salesforceId ?? null;
    const record = await this.desk.find(object, deskId);
    if (salesforceId === null || !record) throw new ProblemError('salesforce.link-missing');
    const { frame, row } = await forPeople(async () => {
      const asked = await this.frames.of(object, { forPeople: true });
      const read = await readSalesforce(asked, salesforceId, await this.links.now());
      return { frame: asked, row: read?.row };
    });
    if (!row || row.deleted) throw new ProblemError('salesforce.link-missing');

    const labels = await this.labels.of(object);
    const desk = await this.values.of(frame.pairs, record, link);
    const differences = previewLink({ pairs: frame.pairs, desk, row, firstLink: frame.settings.firstLink });
    return {
      salesforceId: row.id,
      name: nameOf(row),
      linkedTo: await this.linkedTo({ object, deskId }, row.id),
      differences: differences.map(({ field, desk: deskValue, salesforce: salesforceValue, wins }) => ({
        ...{ field, label: labels[field] ?? field, deskValue, salesforceValue, wins },
      })),
      records: await this.named(differences.map(({ field, desk: one, salesforce }) => [field, [one, salesforce]])),
    };
  }

  private async named(values: readonly [field: string, values: readonly SyncValue[]][]): Promise<NamedRecords> {
    const said = values.flatMap(([field, sides]) => sides.map((value) => ({ field, value })));
    const row = await this.database.row<{ records: NamedRecords }>(NAMED, [
      said.map(({ field }) => field),
      said.map(({ value }) => value),
    ]);
    return row?.records ?? {};
  }

  private async linkedTo({ object, deskId }: RecordOfDesk, salesforceId: string): Promise<LinkPreview['linkedTo']> {
    const other = await this.links.ofSalesforce(object, salesforceId);
    if (!other || other.deskId === deskId) return null;
    const row = await this.database.row<{ name: string | null }>(
      `SELECT ${recordName('w')} AS name FROM (SELECT $1::text AS object, $2::bigint AS desk_id) w`,
      [object, other.deskId],
    );
    return { object, deskId: other.deskId, name: row?.name ?? null };
  }
}

/** What a record is called there. */
export function nameOf({ values }: SalesforceRow): string {
  const said = [
    values['name'],
    values['subject'],
    `${textOf(values['firstName'])} ${textOf(values['lastName'])}`.trim(),
  ];
  return String(said.find((value) => typeof value === 'string' && value !== '') ?? '');
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
