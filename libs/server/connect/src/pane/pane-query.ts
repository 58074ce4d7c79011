import type { PaneSection, PaneValue } from '@bureau/contracts';
import { soql, type KnownNames } from '@bureau/domain';
import type { Description, DescribedField, SalesforceRow } from '../salesforce/index.ts';
import type { PaneSubject } from './pane-subject.queries.ts';

/** An object, and the objects that its fields point to, as far as sections name them: `Owner` of `Owner.Name`. */
export interface Described {
  object: Description;
  related: ReadonlyMap<string, Description>;
}

/** Relationships that the fields of a section go through: `Owner` of `Owner.Name`. */
export function relationsOf({ fields, match, sort }: Pick<PaneSection, 'fields' | 'match' | 'sort'>): string[] {
  const paths = [...fields, match.field, ...(sort ? [sort.field] : [])];
  return [...new Set(paths.flatMap((path) => (path.includes('.') ? [path.split('.')[0] ?? ''] : [])))];
}

/** Every field that a query of the section may name; nothing else ever gets into one. */
export function knownNames({ object, related }: Described): KnownNames {
  const own = object.fields.map(({ name }) => name);
  const there = [...related].flatMap(([relation, { fields }]) => fields.map(({ name }) => `${relation}.${name}`));
  return new Set([object.name, ...own, ...there]);
}

/** What records are called: Name, or Subject, or CaseNumber. Null: nothing, as comments and posts are. */
function nameField({ fields }: Description): string | null {
  const named = fields.find((field) => field.nameField) ?? fields.find(({ name }) => name === 'Subject');
  return named?.name ?? null;
}

/** Null: what the rule compares with is not there, so nothing can be found. Throws UnknownSalesforceName. */
export function queryOf(section: PaneSection, described: Described, subject: PaneSubject): string | null {
  const value = subject[section.match.equals];
  if (value === null || value === '') return null;
  const { object } = described;
  const name = nameField(object);
  const named = name === null ? [] : [name];
  const sort = section.sort ?? { field: 'SystemModstamp', descending: true };
  return soql(
    {
      object: object.name,
      fields: ['Id', ...named, ...section.fields],
      where: [{ field: section.match.field, is: '=', value }],
      orderBy: [sort.descending ? { field: sort.field, descending: true } : sort.field],
      limit: section.limit + 1,
    },
    knownNames(described),
  );
}

/** Names of a section that the organisation does not have, or the user may not see. */
export function unknownNames(section: Pick<PaneSection, 'fields' | 'match' | 'sort'>, described: Described): string[] {
  const known = knownNames(described);
  const { fields, match, sort } = section;
  return [...fields, match.field, ...(sort ? [sort.field] : [])].filter((path) => !known.has(path));
}

/** How a row of Salesforce is called, by the field that names records of its object, else as the object is. */
export function nameOfRow(row: SalesforceRow, { object }: Described): string {
  const field = nameField(object);
  const name = field === null ? null : row[field];
  return typeof name === 'string' && name !== '' ? name : object.label;
}

/** The chosen fields of a row as the pane draws them. */
export function valuesOfRow(row: SalesforceRow, fields: readonly string[], described: Described): PaneValue[] {
  return fields.flatMap((path) => {
    const field = fieldOf(path, described);
    if (!field) return [];
    const value = valueAt(row, path);
    const currency = field.type === 'currency' && typeof row.CurrencyIsoCode === 'string' ? row.CurrencyIsoCode : null;
    return { field: path, label: labelOf(path, field, described), type: field.type, value: plain(value), currency };
  });
}

function fieldOf(path: string, { object, related }: Described): DescribedField | undefined {
  const [first = '', second] = path.split('.');
  const { fields = [] } = second === undefined ? object : (related.get(first) ?? {});
  return fields.find(({ name }) => name === (second ?? first));
}

/** "Name" beside a record would be its own: the owner's is "Owner: Name". */
function labelOf(path: string, field: DescribedField, { object }: Described): string {
  const [relation, second] = path.split('.');
  const pointer = object.fields.find(({ relationshipName }) => relationshipName === relation);
  return second === undefined || !pointer ? field.label : `${withoutId(pointer.label)}: ${field.label}`;
}

/** A field that points to a record is called "Owner ID", in German "Inhaber-ID": people mean the owner. */
export function withoutId(label: string): string {
  return label.replace(/[ -]ID$/i, '');
}

function valueAt(row: SalesforceRow, path: string): unknown {
  return path.split('.').reduce<unknown>((value, name) => (isRow(value) ? value[name] : null), row);
}

function isRow(value: unknown): value is SalesforceRow {
  return typeof value === 'object' && value !== null;
}

/** Compound values, such as addresses, are told as what stands in them. */
function plain(value: unknown): PaneValue['value'] {
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
  if (!isRow(value)) return null;
  const parts = Object.values(value).filter((part) => typeof part === 'string' || typeof part === 'number');
  return parts.length > 0 ? parts.join(', ') : null;
}
