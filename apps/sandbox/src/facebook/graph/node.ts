import { badParam } from '../graph-error.ts';
import type { Caller } from '../tokens.ts';
import type { Violations } from '../violations.ts';
import type { World } from '../world.ts';
import { parseFields, printFields, type Wanted } from './fields.ts';
import { page, type Place } from './paging.ts';

/** One call as the Graph API understands it: who asks what, with which parameters. */
export type Ask = {
  world: World;
  caller: Caller;
  params: Record<string, string>;
  /** As in the path: `v25.0`, or '' when none was named. */
  version: string;
  /** True when this page is to come empty although more follows. */
  emptyPage: () => boolean;
  violations: Violations;
};

export type Field<Thing> = (thing: Thing, ask: Ask, wanted: Wanted) => unknown;

/** A kind of node: what can be asked of it, and what comes when nothing is. */
export type NodeType<Thing> = {
  name: string;
  defaults: string[];
  fields: Record<string, Field<Thing>>;
};

/** A node with the wanted fields; what is not there is left out. Throws 100 for a field that does not exist. */
export function render<Thing>(type: NodeType<Thing>, thing: Thing, wanted: Wanted[] | undefined, ask: Ask) {
  const asked = wanted ?? type.defaults.map((name) => ({ name, args: {} }));
  const withId = asked.some(({ name }) => name === 'id') ? asked : [...asked, { name: 'id', args: {} }];
  const shown: Record<string, unknown> = {};
  for (const one of withId) {
    const field = Object.hasOwn(type.fields, one.name) ? type.fields[one.name] : undefined;
    if (!field) throw badParam(`Tried accessing nonexistent field (${one.name}) on node type (${type.name})`);
    const value = field(thing, ask, one);
    if (value !== undefined) shown[one.name] = value;
  }
  return shown;
}

export function wantedOf(ask: Ask): Wanted[] | undefined {
  return ask.params.fields ? parseFields(ask.params.fields) : undefined;
}

/** The wanted part of a small object that is no node of its own. */
export function pick(
  object: Record<string, unknown> | undefined,
  { fields }: Wanted,
): Record<string, unknown> | undefined {
  if (!object || !fields) return object;
  const names = [...fields.map(({ name }) => name), 'id'];
  return Object.fromEntries(Object.entries(object).filter(([name]) => names.includes(name)));
}

type Edge<Row> = {
  /** `{node}/comments`: what a `next` link leads to. */
  path: string;
  rows: Row[];
  placeOf: (row: Row) => Place;
  order?: 'newest-first' | 'oldest-first';
  show: (row: Row, wanted: Wanted[] | undefined) => unknown;
  summary?: Record<string, unknown>;
};

/** A list as an edge of its own, with the parameters of the call. */
export function edge<Row>(ask: Ask, given: Edge<Row>) {
  const { fields, ...args } = ask.params;
  return list(ask, given, { args, fields: fields ? parseFields(fields) : undefined, top: true });
}

/** A list inside another answer, with its own parameters: `comments.limit(5){id}`. Empty lists are left out. */
export function nested<Row>(ask: Ask, given: Edge<Row>, wanted: Wanted) {
  const shown = list(ask, given, { args: wanted.args, fields: wanted.fields, top: false });
  return shown.data.length > 0 || 'paging' in shown || given.summary ? shown : undefined;
}

function list<Row>(
  ask: Ask,
  { path, rows, placeOf, show, summary, order = 'newest-first' }: Edge<Row>,
  { args, fields, top }: { args: Record<string, string | undefined>; fields: Wanted[] | undefined; top: boolean },
) {
  const link = (cursor: { after: string } | { before: string }) => linkTo(ask, path, { ...args, ...cursor }, fields);
  const cut = page(rows, placeOf, { args, order, link, emptyPage: top ? ask.emptyPage : undefined });
  const wantsSummary = summary !== undefined && args.summary !== undefined && args.summary !== 'false';
  return {
    data: cut.rows.map((row) => show(row, fields)),
    ...(cut.paging && { paging: cut.paging }),
    ...(wantsSummary && { summary }),
  };
}

const NOT_IN_LINKS = ['after', 'before', 'appsecret_proof', 'access_token', 'method'];

/** Facebook's own links carry the token, which is why they must never be stored. */
function linkTo(
  ask: Ask,
  path: string,
  args: Record<string, string | undefined>,
  fields: Wanted[] | undefined,
): string {
  const url = new URL(`${ask.world.baseUrl()}/${[ask.version, path].filter(Boolean).join('/')}`);
  if (ask.caller.kind !== 'app') url.searchParams.set('access_token', ask.caller.token.token);
  if (fields) url.searchParams.set('fields', printFields(fields));
  const kept = Object.entries(args).filter(([name]) => !NOT_IN_LINKS.includes(name));
  for (const [name, value] of kept) if (value !== undefined) url.searchParams.set(name, value);
  if (args.after !== undefined) url.searchParams.set('after', args.after);
  if (args.before !== undefined && args.after === undefined) url.searchParams.set('before', args.before);
  return url.href;
}
