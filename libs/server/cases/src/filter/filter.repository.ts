import { Injectable } from '@nestjs/common';
import type {
  CreateFilter,
  FilterGrouping,
  FilterSort,
  FilterVisibility,
  CaseColumn,
  Conditions,
} from '@bureau/contracts';
import { Database, putInOrder, statement } from '@bureau/platform';

/** A filter as it is kept. */
export interface StoredFilter {
  id: number;
  key: string | null;
  name: string;
  folder: string;
  conditions: Conditions;
  columns: CaseColumn[];
  groupBy: FilterGrouping | null;
  sort: { field: FilterSort; direction: 'asc' | 'desc' };
  visibility: FilterVisibility;
  position: number;
  enabled: boolean;
  routes: boolean;
  createdAt: string;
  updatedAt: string;
}

export type FilterSettings = Omit<CreateFilter, 'visibility'> & { visibility: FilterVisibility };

const ORDER = `CASE visibility WHEN 'everyone' THEN 0 WHEN 'group' THEN 1 ELSE 2 END, position, id`;
const FILTER = `json_build_object(
  'id', id, 'key', key, 'name', name, 'folder', folder, 'conditions', conditions, 'columns', columns, 'groupBy', group_by,
  'sort', json_build_object('field', sort_field, 'direction', sort_direction),
  'visibility', CASE visibility WHEN 'everyone' THEN json_build_object('for', 'everyone')
    WHEN 'group' THEN json_build_object('for', 'group', 'groupId', group_id)
    ELSE json_build_object('for', 'user', 'userId', user_id) END,
  'position', position, 'enabled', enabled, 'routes', routes, 'createdAt', created_at, 'updatedAt', updated_at) AS filter`;

const VERSION = statement('filters.version', 'SELECT version FROM filters_version');
const ALL = statement('filters.all', `SELECT ${FILTER} FROM filters ORDER BY ${ORDER}`);
const LOCK = statement('filters.lock', `SELECT ${FILTER} FROM filters WHERE id = $1 FOR UPDATE`);
const COLUMNS = [
  'name',
  'folder',
  'conditions',
  'columns',
  'group_by',
  'sort_field',
  'sort_direction',
  'visibility',
  'group_id',
  'user_id',
  'enabled',
  'routes',
];
const INSERT = statement(
  'filters.insert',
  `INSERT INTO filters (${COLUMNS.join(', ')}, position)
   VALUES (${COLUMNS.map((_, index) => `$${index + 1}`).join(', ')}, (SELECT coalesce(max(position), 0) + 1 FROM filters))
   RETURNING id`,
);
const UPDATE = statement(
  'filters.update',
  `UPDATE filters SET ${COLUMNS.map((column, index) => `${column} = $${index + 2}`).join(', ')} WHERE id = $1`,
);

/** The only place that speaks SQL for filters themselves. */
@Injectable()
export class FilterRepository {
  private known: { version: number; filters: readonly StoredFilter[] } | undefined;

  constructor(private readonly database: Database) {}

  /** Every filter of the desk in its order. Kept until the version that the database counts has grown. */
  async all(): Promise<readonly StoredFilter[]> {
    const row = await this.database.row<{ version: number }>(VERSION);
    const version = row?.version ?? 0;
    // The version is read first: what is read afterwards is at least as new, and at worst is read once more.
    if (this.known?.version !== version) {
      const rows = await this.database.rows<{ filter: StoredFilter }>(ALL);
      this.known = { version, filters: rows.map(({ filter }) => filter) };
    }
    return this.known.filters;
  }

  async lock(filterId: number): Promise<StoredFilter | undefined> {
    return (await this.database.row<{ filter: StoredFilter }>(LOCK, [filterId]))?.filter;
  }

  /** Ids of all filters whose conditions compare a field with an id, in order. */
  async askingFor(field: 'case.labels' | 'case.group', id: number): Promise<number[]> {
    const rows = await this.database.rows<{ id: number }>(
      `SELECT id FROM filters f WHERE jsonb_path_exists(f.conditions,
         '$.** ? (@.field == $field).value ? (@ == $id)', jsonb_build_object('field', $1::text, 'id', $2::bigint))
       ORDER BY id`,
      [field, id],
    );
    return rows.map((row) => row.id);
  }

  async insert(settings: FilterSettings): Promise<number> {
    const row = await this.database.row<{ id: number }>(INSERT, valuesOf(settings));
    if (!row) throw new Error('The filter was not saved.');
    return row.id;
  }

  async update(filterId: number, settings: FilterSettings): Promise<void> {
    await this.database.run(UPDATE, [filterId, ...valuesOf(settings)]);
  }

  async delete(filterId: number): Promise<void> {
    await this.database.run('DELETE FROM filters WHERE id = $1', [filterId]);
  }

  /** Puts the named ones first, in this order; the others keep theirs behind them. */
  async reorder(filterIds: readonly number[]): Promise<void> {
    await this.database.run(putInOrder('filters'), [filterIds]);
  }
}

function valuesOf({ sort, visibility, ...settings }: FilterSettings): unknown[] {
  return [
    settings.name,
    settings.folder,
    JSON.stringify(settings.conditions),
    settings.columns,
    settings.groupBy,
    sort.field,
    sort.direction,
    visibility.for,
    visibility.for === 'group' ? visibility.groupId : null,
    visibility.for === 'user' ? visibility.userId : null,
    settings.enabled,
    settings.routes,
  ];
}
