import { Injectable } from '@nestjs/common';
import {
  type Actor,
  type CreateCustomField,
  type CustomField,
  type CustomFieldOwner,
  type UpdateCustomField,
} from '@bureau/contracts';
import { customFieldKey } from '@bureau/domain';
import { AuditLog } from '@bureau/identity';
import { Database, InvalidInput, ProblemError, Transactional } from '@bureau/platform';

const FIELD = `json_build_object('id', id, 'owner', owner, 'key', key, 'label', label, 'type', type, 'choices', choices,
  'active', active, 'position', position, 'createdAt', created_at, 'updatedAt', updated_at) AS field`;

/** Where the data of an owner's fields are. */
const TABLES: Readonly<Record<CustomFieldOwner, string>> = {
  case: 'cases',
  customer: 'customers',
  company: 'companies',
};

/** The definitions of custom fields. There is no deleting: what is out of use keeps its data and can come back. */
@Injectable()
export class CustomFieldsService {
  constructor(
    private readonly database: Database,
    private readonly audit: AuditLog,
  ) {}

  /** In their order, by owner, those out of use included. */
  async list(owner?: CustomFieldOwner): Promise<{ items: CustomField[] }> {
    const rows = await this.database.rows<{ field: CustomField }>(
      `SELECT ${FIELD} FROM custom_fields WHERE $1::text IS NULL OR owner = $1 ORDER BY owner, position, id`,
      [owner ?? null],
    );
    return { items: rows.map(({ field }) => field) };
  }

  /** Throws custom-field.not-found. */
  async get(customFieldId: number): Promise<CustomField> {
    const sql = `SELECT ${FIELD} FROM custom_fields WHERE id = $1`;
    return found(await this.database.row<{ field: CustomField }>(sql, [customFieldId]));
  }

  /** How many cases, customers or companies have a value, or this one. Throws custom-field.not-found. */
  async uses(customFieldId: number, choice: string | undefined): Promise<number> {
    const { owner, key } = await this.get(customFieldId);
    const condition =
      choice === undefined
        ? 'jsonb_exists(custom_fields, $1)'
        : 'custom_fields @> jsonb_build_object($1::text, $2::text)';
    const row = await this.database.row<{ count: number }>(
      `SELECT count(*) AS count FROM ${TABLES[owner]} WHERE custom_fields <> '{}' AND ${condition}`,
      choice === undefined ? [key] : [key, choice],
    );
    return row?.count ?? 0;
  }

  @Transactional()
  async create(actor: Actor, { owner, label, type, choices }: CreateCustomField): Promise<CustomField> {
    // One at a time: two fields with the same label get two keys.
    await this.database.run('LOCK TABLE custom_fields IN SHARE ROW EXCLUSIVE MODE');
    const taken = await this.database.rows<{ key: string }>('SELECT key FROM custom_fields WHERE owner = $1', [owner]);
    const key = customFieldKey(
      label,
      taken.map((row) => row.key),
    );
    const field = found(
      await this.database.row<{ field: CustomField }>(
        `INSERT INTO custom_fields (owner, key, label, type, choices, position)
         VALUES ($1, $2, $3, $4, $5, (SELECT coalesce(max(position), 0) + 1 FROM custom_fields WHERE owner = $1))
         RETURNING ${FIELD}`,
        [owner, key, label, type, choices],
      ),
    );
    await this.audit.record(actor, { ...nameOf(field), action: 'created', after: field });
    return field;
  }

  /** Throws custom-field.not-found, request.invalid. */
  @Transactional()
  async update(actor: Actor, customFieldId: number, wanted: UpdateCustomField): Promise<CustomField> {
    const sql = `SELECT ${FIELD} FROM custom_fields WHERE id = $1 FOR UPDATE`;
    const before = found(await this.database.row<{ field: CustomField }>(sql, [customFieldId]));
    if (wanted.choices?.length && before.type !== 'list') {
      throw new InvalidInput([{ path: 'choices', message: 'Only a list has choices.' }]);
    }
    const { label = before.label, choices = before.choices, active = before.active } = wanted;
    const after = found(
      await this.database.row<{ field: CustomField }>(
        `UPDATE custom_fields SET label = $2, choices = $3, active = $4 WHERE id = $1 RETURNING ${FIELD}`,
        [customFieldId, label, choices, active],
      ),
    );
    await this.audit.record(actor, { ...nameOf(after), action: 'changed', before: told(before), after: told(after) });
    return after;
  }

  /** Fields that are not named keep their order behind those that are. */
  @Transactional()
  async order(
    actor: Actor,
    { owner, ids }: { owner: CustomFieldOwner; ids: number[] },
  ): Promise<{ items: CustomField[] }> {
    const before = await this.list(owner);
    const unknown = ids.filter((id) => !before.items.some((field) => field.id === id));
    if (unknown.length > 0) {
      throw new InvalidInput([{ path: 'ids', message: `There is no field ${unknown.join(', ')} of this owner.` }]);
    }
    await this.database.run(
      `UPDATE custom_fields f SET position = n.position
       FROM (SELECT id, row_number() OVER (ORDER BY array_position($2::bigint[], id), position, id) AS position
             FROM custom_fields WHERE owner = $1) n
       WHERE f.id = n.id AND f.position <> n.position`,
      [owner, ids],
    );
    const after = await this.list(owner);
    const keys = ({ items }: { items: CustomField[] }) => ({ order: items.map(({ key }) => key) });
    const entry = { noun: 'custom-field', id: null, name: `Order of ${owner} fields`, action: 'changed' } as const;
    await this.audit.record(actor, { ...entry, before: keys(before), after: keys(after) });
    return after;
  }
}

function found(row: { field: CustomField } | undefined): CustomField {
  if (!row) throw new ProblemError('custom-field.not-found');
  return row.field;
}

function nameOf({ id, label }: CustomField): { noun: 'custom-field'; id: number; name: string } {
  return { noun: 'custom-field', id, name: label };
}

/** What the log tells: not when it was written, which the log knows itself. */
function told({ updatedAt: _, ...field }: CustomField): Record<string, unknown> {
  return field;
}
