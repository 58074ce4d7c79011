import { Injectable } from '@nestjs/common';
import type { Actor, SyncedField, SyncProblem, SyncState } from '@bureau/contracts';
import { CaseRepository } from '@bureau/cases';
import { CompanyRepository, CustomersQueries } from '@bureau/customers';
import { DELETED_HERE, FIELD_PROBLEMS, unsent, type DeskRecord as DeskValues, type FieldPair } from '@bureau/domain';
import { Database, ProblemError, statement } from '@bureau/platform';
import { ConnectionRepository } from '../connection/connection.repository.ts';
import { DeskRecordQueries } from '../desk/desk-record.queries.ts';
import { MeetsConditions } from '../desk/meets-conditions.ts';
import { ReadDeskValues } from '../desk/read-desk-values.ts';
import { FieldLabels } from '../log/field-labels.ts';
import { recordName } from '../log/record-names.ts';
import { recordUrl } from '../salesforce/index.ts';
import type { RecordOfDesk } from './change-links.ts';
import { LinkRepository, type StoredLink } from './link.repository.ts';
import { SyncFrames } from './sync-frames.ts';

const AROUND = statement(
  'salesforce-links.around',
  `SELECT ${recordName('w')} AS name,
     (SELECT count(*)::int FROM salesforce_conflicts c
      WHERE c.object = w.object AND c.desk_id = w.desk_id AND c.state = 'open') AS "openConflicts",
     (SELECT json_build_object('dead', o.dead, 'problem', o.problem, 'notBefore', o.not_before)
      FROM salesforce_outbox o WHERE o.object = w.object AND o.desk_id = w.desk_id) AS waiting,
     (SELECT max(l.at) FROM salesforce_log l WHERE l.object = w.object AND l.desk_id = w.desk_id
      AND (l.action IN ('created', 'updated', 'linked') OR (l.action = 'conflict' AND l.direction = 'to_desk'))) AS "syncedAt"
   FROM (SELECT $1::text AS object, $2::bigint AS desk_id) w`,
);

interface Around {
  name: string | null;
  openConflicts: number;
  waiting: { dead: boolean; problem: SyncProblem | null; notBefore: string } | null;
  syncedAt: Date | null;
}

/** How one record of the desk is kept in step, for people. */
@Injectable()
export class LinkStateQueries {
  constructor(
    private readonly database: Database,
    private readonly links: LinkRepository,
    private readonly frames: SyncFrames,
    private readonly labels: FieldLabels,
    private readonly desk: DeskRecordQueries,
    private readonly values: ReadDeskValues,
    private readonly conditions: MeetsConditions,
    private readonly connections: ConnectionRepository,
    private readonly cases: CaseRepository,
    private readonly customers: CustomersQueries,
    private readonly companies: CompanyRepository,
  ) {}

  /** Throws case.not-found, customer.not-found or company.not-found for what the actor does not see. */
  async need(actor: Actor, { object, deskId }: RecordOfDesk): Promise<void> {
    if (object === 'customer') {
      await this.customers.read(actor, deskId);
      return;
    }
    const seen =
      object === 'case' ? await this.cases.isVisible(actor, deskId) : await this.companies.isVisible(actor, deskId);
    if (!seen) throw new ProblemError(object === 'case' ? 'case.not-found' : 'company.not-found');
  }

  /** Throws as {@link need}. */
  async read(actor: Actor, record: RecordOfDesk): Promise<SyncState> {
    await this.need(actor, record);
    const { object, deskId } = record;
    const link = await this.links.ofDesk(object, deskId);
    const around = await this.database.row<Around & Record<string, unknown>>(AROUND, [object, deskId]);
    const pairs = await this.frames.pairsOf(object);
    const desk = await this.deskValues(record, pairs, link);
    const waiting = new Set(link?.state === 'ok' ? unsent(pairs, link, desk) : []);
    const labels = await this.labels.of(object);
    const settings = await this.frames.settingsOf(object);
    const connection = await this.connections.current();
    const salesforceId = link?.salesforceId ?? null;
    return {
      record: { object, deskId, name: around?.name ?? null },
      state: link?.state ?? null,
      salesforceId,
      url: salesforceId && connection ? recordUrl(connection.instanceUrl, salesforceId) : null,
      fields:
        link?.state === 'ok' || link?.state === 'error'
          ? pairs.map((pair) => fieldOf(pair, link, { waiting, labels }))
          : [],
      problem: link?.problem ?? around?.waiting?.problem ?? null,
      heldBack: link?.wanted !== true && !(await this.conditions.ofDesk(settings, deskId)),
      waiting: around?.waiting !== null && around?.waiting.dead === false,
      retryAt:
        around?.waiting?.problem && !around.waiting.dead ? new Date(around.waiting.notBefore).toISOString() : null,
      syncedAt: around?.syncedAt?.toISOString() ?? null,
      openConflicts: around?.openConflicts ?? 0,
    };
  }

  private async deskValues(
    { object, deskId }: RecordOfDesk,
    pairs: readonly FieldPair[],
    link: StoredLink | undefined,
  ): Promise<DeskValues> {
    const record = await this.desk.find(object, deskId);
    return record ? this.values.of(pairs, record, link) : {};
  }
}

function fieldOf(
  { deskField: field, salesforceField }: FieldPair,
  { base, provenance, held }: StoredLink,
  { waiting, labels }: { waiting: ReadonlySet<string>; labels: Readonly<Record<string, string>> },
): SyncedField {
  const from = provenance[field];
  const resting = held[field];
  return {
    ...{
      field,
      salesforceField,
      label: labels[field] ?? field,
      value: base[field] ?? null,
      waiting: waiting.has(field),
    },
    provenance: from ? { from: from.from, at: new Date(from.at).toISOString(), by: from.by } : null,
    problem:
      resting && resting.code !== DELETED_HERE
        ? { code: resting.code, kind: 'field', message: wordsOf(resting.code), fields: [salesforceField] }
        : null,
  };
}

function wordsOf(code: string): string {
  return new Map<string, string>(Object.entries(FIELD_PROBLEMS)).get(code) ?? code;
}
