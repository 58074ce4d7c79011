import { z } from 'zod';
import { longId } from '../ids.ts';
import { attributesOf, shown } from '../present.ts';
import { visibleField, visibleObject } from '../rights.ts';
import type { SfObject } from '../schema/object.ts';
import { invalidField, SfError } from '../sf-error.ts';
import { idIn, textOf } from '../value.ts';
import { remove } from '../write/delete.ts';
import { insert, update } from '../write/save.ts';
import { apiRoute, bodyOf, byOf, isObject, objectOf, type Answer, type ApiRoute, type Ask } from './ask.ts';

const MOST_ROWS = 200;
const MOST_READ = 2000;

type Result = { id?: string; success: boolean; errors: unknown[]; created?: boolean };
type Draft = Record<string, unknown>;

const Rows = z.object({ allOrNone: z.boolean().default(false), records: z.array(z.record(z.string(), z.unknown())) });
const Wanted = z.object({ ids: z.array(z.string()), fields: z.array(z.string()) });

/** Up to 200 records in one call, each with a result of its own; no preconditions here. */
export function collectionRoutes(): ApiRoute[] {
  return [
    apiRoute('POST', '/composite/sobjects{/}?', (ask) => each(ask, (draft) => createOne(ask, draft))),
    apiRoute('PATCH', '/composite/sobjects{/}?', (ask) => each(ask, (draft) => updateOne(ask, draft))),
    apiRoute('DELETE', '/composite/sobjects{/}?', removeAll),
    apiRoute('POST', '/composite/sobjects/:type', readAll),
    apiRoute('GET', '/composite/sobjects/:type', readAll),
    apiRoute('PATCH', '/composite/sobjects/:type/:field', (ask) => each(ask, (draft) => upsertOne(ask, draft))),
  ];
}

function each(ask: Ask, save: (draft: Draft) => Result): Answer {
  const given = Rows.safeParse(bodyOf(ask));
  if (!given.success) throw new SfError('JSON_PARSER_ERROR', 'The records field is missing from the request body.');
  return { json: inOneCall(ask, { items: given.data.records, allOrNone: given.data.allOrNone, save }) };
}

class RolledBack extends Error {
  readonly results: Result[];

  constructor(results: Result[]) {
    super('Rolled back');
    this.results = results;
  }
}

type InOneCall<Item> = { items: Item[]; allOrNone: boolean; save: (item: Item) => Result };

function inOneCall<Item>({ org }: Ask, { items, allOrNone, save }: InOneCall<Item>): Result[] {
  if (items.length > MOST_ROWS) {
    const words = `record limit reached. cannot submit more than ${MOST_ROWS} records into this request`;
    throw new SfError('EXCEEDED_ID_LIMIT', words);
  }
  try {
    return org.records.atomically(() => {
      const results = items.map((item) => resultOf(() => save(item)));
      if (allOrNone && results.some(({ success }) => !success)) throw new RolledBack(results);
      return results;
    });
  } catch (error) {
    if (!(error instanceof RolledBack)) throw error;
    return error.results.map((result) => (result.success ? rolledBack() : result));
  }
}

function resultOf(save: () => Result): Result {
  try {
    return save();
  } catch (error) {
    if (error instanceof SfError) return error.result;
    throw error;
  }
}

function rolledBack(): Result {
  const words = 'Record rolled back because not all records were valid and the request was using AllOrNone header';
  return new SfError('ALL_OR_NONE_OPERATION_ROLLED_BACK', words).result;
}

function createOne(ask: Ask, draft: Draft): Result {
  const row = insert(ask.org, byOf(ask), { object: typeOf(ask, draft), given: draft });
  return { id: idIn(row), success: true, errors: [] };
}

function updateOne(ask: Ask, draft: Draft): Result {
  const { id, rest } = withoutId(draft);
  const row = update(ask.org, byOf(ask), { object: typeOf(ask, draft), id: ownId(id), given: rest });
  return { id: idIn(row), success: true, errors: [] };
}

function upsertOne(ask: Ask, draft: Draft): Result {
  const object = objectOf(ask);
  const field = visibleField(ask.org, ask.user, { object, name: ask.param('field') });
  if (!field?.externalId) throw invalidField(object.name, ask.param('field'));
  const value = textOf(typeof draft[field.name] === 'string' ? String(draft[field.name]) : null);
  if (value === '') throw new SfError('MISSING_ARGUMENT', `${field.name} not specified`, { fields: [] });
  const rows = (ask.org.records.having(object.name, field.name, value) ?? []).filter(
    (row) => row['IsDeleted'] !== true,
  );
  const [first, ...others] = rows;
  if (others.length > 0) {
    const words = `${field.name}: more than one record found for external id field: [${rows.map(idIn).join(', ')}]`;
    throw new SfError('DUPLICATE_EXTERNAL_ID', words, { fields: [] });
  }
  const { [field.name]: _, ...rest } = withoutId(draft).rest;
  if (first) update(ask.org, byOf(ask), { object, id: idIn(first), given: rest });
  const row = first ?? insert(ask.org, byOf(ask), { object, given: { ...rest, [field.name]: value } });
  return { id: idIn(row), success: true, errors: [], created: first === undefined };
}

function removeAll(ask: Ask): Answer {
  const items = (ask.query.get('ids') ?? '').split(',').filter(Boolean);
  const allOrNone = ask.query.get('allOrNone') === 'true';
  const save = (given: string): Result => {
    const id = ownId(given);
    const object = ask.org.schema.objectOfId(id);
    if (!object) throw new SfError('INVALID_CROSS_REFERENCE_KEY', 'invalid cross reference id', { fields: [] });
    remove(ask.org, byOf(ask), { object, id });
    return { id, success: true, errors: [] };
  };
  return { json: inOneCall(ask, { items, allOrNone, save }) };
}

/** Records by their ids, null for each that is not there. */
function readAll(ask: Ask): Answer {
  const { org, user, version, query } = ask;
  const object = objectOf(ask);
  const inQuery = { ids: query.get('ids')?.split(','), fields: query.get('fields')?.split(',') };
  const wanted = Wanted.safeParse(ask.method === 'GET' ? inQuery : bodyOf(ask));
  if (!wanted.success) throw new SfError('JSON_PARSER_ERROR', 'ids and fields are required.');
  const { ids, fields } = wanted.data;
  if (ids.length > MOST_READ) throw new SfError('EXCEEDED_ID_LIMIT', `cannot retrieve more than ${MOST_READ} records`);
  const seen = fields.map((name) => {
    const field = visibleField(org, user, { object, name });
    if (!field) throw invalidField(object.name, name);
    return field;
  });
  const told = ids.map((id) => {
    const row = org.records.get(object.name, longId(id) ?? '');
    if (!row || row['IsDeleted'] === true) return null;
    const values = seen.map((field) => [field.name, shown(org, row, field)]);
    return { attributes: attributesOf(version, object, row), Id: idIn(row), ...Object.fromEntries(values) };
  });
  return { json: told };
}

function typeOf({ org, user }: Ask, draft: Draft): SfObject {
  const attributes = draft['attributes'];
  const name = isObject(attributes) ? attributes['type'] : undefined;
  if (typeof name !== 'string') throw new SfError('INVALID_INPUT', 'Include an entity type.');
  const object = visibleObject(org, user, name);
  if (!object) throw new SfError('INVALID_TYPE', `sObject type '${name}' is not supported.`);
  return object;
}

function withoutId(draft: Draft): { id: string; rest: Draft } {
  const [key] = Object.keys(draft).filter((name) => name.toLowerCase() === 'id');
  const id = key === undefined ? '' : String(draft[key]);
  return { id, rest: Object.fromEntries(Object.entries(draft).filter(([name]) => name !== key)) };
}

function ownId(given: string): string {
  const id = longId(given);
  if (given === '') throw new SfError('MISSING_ARGUMENT', 'Id not specified in an update call', { fields: ['Id'] });
  if (!id) throw new SfError('MALFORMED_ID', `bad id ${given}`, { fields: ['Id'] });
  return id;
}
