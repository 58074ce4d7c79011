import { longId } from '../ids.ts';
import { attributesOf, shown } from '../present.ts';
import { visibleField, visibleFields } from '../rights.ts';
import type { Field } from '../schema/field.ts';
import type { SfObject } from '../schema/object.ts';
import { invalidField, notFound, SfError } from '../sf-error.ts';
import { idIn, msOf, textOf, type Row } from '../value.ts';
import { remove } from '../write/delete.ts';
import { existing, insert, update } from '../write/save.ts';
import { apiRoute, bodyOf, byOf, objectOf, type Answer, type ApiRoute, type Ask } from './ask.ts';
import { describe, describeGlobal } from './describe.ts';

/** One record at a time, and what can be known of its kind. */
export function recordRoutes(): ApiRoute[] {
  return [
    apiRoute('GET', '/sobjects', (ask) => ({ json: describeGlobal(ask) })),
    apiRoute('GET', '/sobjects/:type', (ask) => ({
      json: { objectDescribe: describe(ask, objectOf(ask)), recentItems: [] },
    })),
    apiRoute('POST', '/sobjects/:type', create),
    apiRoute('GET', '/sobjects/:type/describe', (ask) => ({ json: describe(ask, objectOf(ask)) })),
    apiRoute('GET', '/sobjects/:type/:id', (ask) => read(ask, live(ask, objectOf(ask), ask.param('id')))),
    apiRoute('PATCH', '/sobjects/:type/:id', (ask) => change(ask, live(ask, objectOf(ask), ask.param('id')))),
    apiRoute('DELETE', '/sobjects/:type/:id', (ask) => end(ask, live(ask, objectOf(ask), ask.param('id')))),
    apiRoute('GET', '/sobjects/:type/:field/:value', (ask) => withOne(ask, (row) => read(ask, row))),
    apiRoute('PATCH', '/sobjects/:type/:field/:value', upsert),
    apiRoute('DELETE', '/sobjects/:type/:field/:value', (ask) => withOne(ask, (row) => end(ask, row))),
  ];
}

function create(ask: Ask): Answer {
  const object = objectOf(ask);
  const row = insert(ask.org, byOf(ask), { object, given: bodyOf(ask) });
  const Location = `${attributesOf(ask.version, object, row).url}`;
  return { status: 201, headers: { Location }, json: { id: idIn(row), success: true, errors: [] } };
}

/** A record of this kind by its id, of 15 or 18 characters. */
function live({ org }: Ask, object: SfObject, given: string): Row {
  const id = longId(given);
  if (!id) throw notFound(`Provided external ID field does not exist or is not accessible: ${given}`);
  if (object.virtual) throw notFound();
  return existing(org, object, id);
}

function read(ask: Ask, row: Row): Answer {
  const { org, user, headers, query, version } = ask;
  const object = objectOf(ask);
  const since = Date.parse(textOf(headers['if-modified-since'] ?? null));
  const changed = stampMs(row);
  if (changed <= since) return { status: 304, bytes: '' };
  const named = query
    .get('fields')
    ?.split(',')
    .map((name) => name.trim());
  const fields = named?.map((name) => need(ask, object, name)) ?? visibleFields(org, user, object);
  const told = [...new Set(fields)].map((field) => [field.name, shown(org, row, field)]);
  return {
    headers: { 'Last-Modified': new Date(changed).toUTCString() },
    json: { attributes: attributesOf(version, object, row), ...Object.fromEntries(told), Id: idIn(row) },
  };
}

function need(ask: Ask, object: SfObject, name: string): Field {
  const field = visibleField(ask.org, ask.user, { object, name });
  if (!field) throw invalidField(object.name, name);
  return field;
}

function change(ask: Ask, row: Row): Answer {
  if (passedOver(ask, row)) return { status: 412, bytes: '' };
  update(ask.org, byOf(ask), { object: objectOf(ask), id: idIn(row), given: bodyOf(ask) });
  return { status: 204, bytes: '' };
}

function end(ask: Ask, row: Row): Answer {
  if (passedOver(ask, row)) return { status: 412, bytes: '' };
  remove(ask.org, byOf(ask), { object: objectOf(ask), id: idIn(row) });
  return { status: 204, bytes: '' };
}

/** `If-Unmodified-Since` counts whole seconds, so two changes in one second look like one (external-apis.md §4.2). */
function passedOver({ headers }: Ask, row: Row): boolean {
  const since = Date.parse(textOf(headers['if-unmodified-since'] ?? null));
  return stampMs(row) > since;
}

function stampMs(row: Row): number {
  return msOf(textOf(row['SystemModstamp']));
}

/** The records whose external id is what the path says. */
function found(ask: Ask): { object: SfObject; field: Field; rows: Row[] } {
  const object = objectOf(ask);
  const name = ask.param('field');
  const field = visibleField(ask.org, ask.user, { object, name });
  if (!field?.externalId) throw notFound(`Provided external ID field does not exist or is not accessible: ${name}`);
  const rows = ask.org.records.having(object.name, field.name, ask.param('value')) ?? [];
  return { object, field, rows: rows.filter((row) => row['IsDeleted'] !== true) };
}

function withOne(ask: Ask, use: (row: Row) => Answer): Answer {
  const { object, rows } = found(ask);
  const [first, ...others] = rows;
  if (!first) throw notFound();
  return others.length > 0 ? several(ask, object, rows) : use(first);
}

function upsert(ask: Ask): Answer {
  const { object, field, rows } = found(ask);
  const given = bodyOf(ask);
  if (Object.keys(given).some((name) => name.toLowerCase() === field.name.toLowerCase())) {
    const words = `The ${field.name} field should not be specified in the sobject data.`;
    throw new SfError('INVALID_FIELD', words, { fields: [field.name] });
  }
  const [first, ...others] = rows;
  if (others.length > 0) return several(ask, object, rows);
  if (first) {
    if (passedOver(ask, first)) return { status: 412, bytes: '' };
    update(ask.org, byOf(ask), { object, id: idIn(first), given });
    return { json: { id: idIn(first), success: true, errors: [], created: false } };
  }
  const row = insert(ask.org, byOf(ask), { object, given: { ...given, [field.name]: ask.param('value') } });
  return { status: 201, json: { id: idIn(row), success: true, errors: [], created: true } };
}

function several({ version }: Ask, object: SfObject, rows: Row[]): Answer {
  return { status: 300, json: rows.map((row) => attributesOf(version, object, row).url) };
}
