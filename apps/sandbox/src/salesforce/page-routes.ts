import { notFound } from '../web/problem.ts';
import { route, type Route } from '../web/router.ts';
import type { Org } from './org.ts';
import { said } from './control-routes.ts';
import { needObject, needUser } from './people.ts';
import { accessTo, rightsOn, visibleFields } from './rights.ts';
import type { Field } from './schema/field.ts';
import type { SfObject } from './schema/object.ts';
import { valueIn } from './soql/path.ts';
import { idIn, textOf, type Row } from './value.ts';

const SHOWN = 200;
const SETUP_OBJECTS = ['User', 'Group', 'Organization', 'RecordType'];

/** What the page shows to somebody at work in Salesforce. */
export function salesforcePageRoutes(org: Org): Route[] {
  return [
    route('GET', '/api/salesforce/look', ({ query }) => {
      const user = userFrom(org, query);
      return { json: { users: org.users().map((one) => userLine(org, one)), kinds: kindsFor(org, user) } };
    }),
    route('GET', '/api/salesforce/kinds/:type', ({ param, query }) => {
      const object = said(() => needObject(org, param('type')));
      const user = userFrom(org, query);
      const find = (query.get('find') ?? '').toLowerCase();
      const rows = org.records.all(object.name).filter((row) => lineOf(org, object, row).text.includes(find));
      const items = newestFirst(rows)
        .slice(0, SHOWN)
        .map((row) => lineOf(org, object, row));
      return {
        json: { ...kindOf(org, user, object), fields: fieldsFor(org, user, { object }), total: rows.length, items },
      };
    }),
    route('GET', '/api/salesforce/records/:id', ({ param, query }) => {
      const row = org.any(param('id'));
      const object = org.schema.objectOfId(param('id'));
      if (!row || !object) throw notFound('This record');
      const user = userFrom(org, query);
      return {
        json: { ...lineOf(org, object, row), kind: kindOf(org, user, object), ...detail(org, user, { object, row }) },
      };
    }),
  ];
}

function userFrom(org: Org, query: URLSearchParams): Row {
  return said(() => needUser(org, query.get('as') ?? 'erin@larkspur.example'));
}

function userLine(org: Org, user: Row) {
  const connected = org.grants.connected(idIn(user));
  return { username: user['Username'], name: user['Name'], profile: user['ProfileName__c'], connected };
}

function kindsFor(org: Org, user: Row) {
  return org.schema
    .objects()
    .filter((object) => !object.virtual && rightsOn(org, user, object).read && !SETUP_OBJECTS.includes(object.name))
    .map((object) => kindOf(org, user, object));
}

function kindOf(org: Org, user: Row, object: SfObject) {
  const { name, label, labelPlural } = object;
  const live = org.records.all(name).filter((row) => row['IsDeleted'] !== true);
  return { name, label, labelPlural, count: live.length, rights: rightsOn(org, user, object) };
}

function newestFirst(rows: Row[]): Row[] {
  return rows.sort((one, other) => textOf(other['SystemModstamp']).localeCompare(textOf(one['SystemModstamp'])));
}

/** A record in a list: what it is called and what else tells it from others. */
function lineOf(org: Org, object: SfObject, row: Row) {
  const named = object.fields.find(({ nameField }) => nameField)?.name ?? 'Subject';
  const words = ['Subject', 'CommentBody', 'Body', named]
    .map((field) => textOf(row[field]))
    .find((text) => text !== '');
  const parts = ['CaseNumber', 'Status', 'Email', 'PersonEmail', 'StageName', 'Serial__c', 'FromAddress'];
  const parent = ['ContactId', 'AccountId', 'Account__c']
    .map((field) => textOf(org.any(row[field])?.['Name']))
    .find(Boolean);
  const what = [...parts.map((field) => shownIn(object, row, field)), parent ?? ''].filter(
    (text) => text !== '' && text !== words,
  );
  const name = words ?? idIn(row);
  return {
    id: idIn(row),
    type: object.name,
    name,
    what: what.join(' · '),
    at: textOf(row['SystemModstamp']).replace('+0000', 'Z'),
    deleted: row['IsDeleted'] === true,
    text: [name, ...what].join(' ').toLowerCase(),
  };
}

/** A value of a picklist as people read it: an e-mail's status is a number. */
function shownIn(object: SfObject, row: Row, name: string): string {
  const value = textOf(row[name]);
  const choices = object.fields.find((field) => field.name === name)?.choices ?? [];
  return choices.find((choice) => choice.value === value)?.label ?? value;
}

function fieldsFor(org: Org, user: Row, { object, row }: { object: SfObject; row?: Row }) {
  return visibleFields(org, user, object)
    .filter(({ type }) => type !== 'id' && type !== 'address' && type !== 'location')
    .map((field) => fieldLine(org, user, { object, field, row }));
}

function fieldLine(
  org: Org,
  user: Row,
  { object, field, row }: { object: SfObject; field: Field; row?: Row | undefined },
) {
  const { name, label, type, length, createable, updateable, nillable, choices, defaultValue, referenceTo } = field;
  const mine = accessTo(org, user, { object, field }) === 'edit';
  const value = row ? valueIn(org, row, field) : defaultValue;
  const shows = type === 'reference' && value !== null ? { refers: nameOf(org, textOf(value)) } : {};
  const writable = mine && (row ? updateable : createable);
  return {
    name,
    label,
    type,
    length,
    writable,
    required: !nillable && createable && name !== 'OwnerId' && type !== 'boolean',
    choices: choices.map((choice) => ({ value: choice.value, label: choice.label })),
    referenceTo,
    value,
    ...shows,
    ...(writable && type === 'reference' && { known: knownOf(org, referenceTo) }),
  };
}

/** Records that can be chosen by their names, the latest first; of users and queues there are few. */
function knownOf(org: Org, referenceTo: readonly string[]) {
  const objects = org.schema.objects().filter(({ name, virtual }) => !virtual && referenceTo.includes(name));
  return objects.flatMap((object) =>
    newestFirst(org.records.all(object.name).filter((row) => row['IsDeleted'] !== true))
      .slice(0, SHOWN)
      .map((row) => ({ id: idIn(row), name: lineOf(org, object, row).name })),
  );
}

function nameOf(org: Org, id: string): string {
  const row = org.any(id);
  const object = org.schema.objectOfId(id);
  return row && object ? lineOf(org, object, row).name : id;
}

function detail(org: Org, user: Row, { object, row }: { object: SfObject; row: Row }) {
  const related = org.schema
    .children(object)
    .filter(({ object: child }) => rightsOn(org, user, child).read)
    .map(({ object: child, field }) => ({
      type: child.name,
      labelPlural: child.labelPlural,
      field: field.name,
      items: newestFirst(
        (org.records.having(child.name, field.name, idIn(row)) ?? []).filter((one) => one['IsDeleted'] !== true),
      ).map((one) => lineOf(org, child, one)),
    }));
  const by = textOf(org.any(row['LastModifiedById'])?.['Name']);
  return { fields: fieldsFor(org, user, { object, row }), related, changedBy: by };
}
