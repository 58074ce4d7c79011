import type { Endpoint } from '../../service/endpoint.ts';
import type { Asking, XRequest } from '../ask.ts';
import type { XUser } from '../model.ts';
import { userView } from '../present/views.ts';
import { invalidRequest, missing } from '../problems.ts';
import { needKnownNames, readSelection, SELECTING } from '../selection.ts';
import type { XWorld } from '../x-world.ts';

const MOST = 100;

/** Who one is, and who others are. */
export function userEndpoints(world: XWorld, ask: Asking): Endpoint[] {
  const scopes = ['users.read' as const, 'tweet.read' as const];
  const lookup = { limit: { user: 900, app: 300 }, scopes };
  const byId = (id: string) => world.users.get(id);
  const byName = (name: string) => world.userNamed(name);
  return [
    ask.user('GET', '/2/users/me', { limit: { user: 75 }, scopes }, ({ query, me }) => {
      needKnownNames(query, SELECTING);
      return { json: { data: userView(world, me, readSelection(query).user, me) } };
    }),
    ask.anyone('GET', '/2/users', lookup, (request) => many(world, request, { name: 'ids', find: byId })),
    ask.anyone('GET', '/2/users/by', lookup, (request) => many(world, request, { name: 'usernames', find: byName })),
    ask.anyone('GET', '/2/users/by/username/:username', lookup, (request) =>
      single(world, request, { name: 'username', find: byName }),
    ),
    ask.anyone('GET', '/2/users/:id', lookup, (request) => single(world, request, { name: 'id', find: byId })),
  ];
}

type Lookup = { name: string; find: (value: string) => XUser | undefined };

function single(world: XWorld, { query, param, caller }: XRequest, { name, find }: Lookup) {
  needKnownNames(query, SELECTING);
  const { user: chosen } = readSelection(query);
  const value = param(name);
  const user = find(value);
  if (!user) return { json: { errors: [missing({ resource: 'user', parameter: name, value })] } };
  return { json: { data: userView(world, user, chosen, caller.kind === 'user' ? caller.user : undefined) } };
}

function many(world: XWorld, { query, caller }: XRequest, { name, find }: Lookup) {
  needKnownNames(query, [...SELECTING, name]);
  const { user: chosen } = readSelection(query);
  const values = idsIn(query, name);
  const viewer = caller.kind === 'user' ? caller.user : undefined;
  const found = values.flatMap((value) => find(value) ?? []);
  const errors = values
    .filter((value) => !find(value))
    .map((value) => missing({ resource: 'user', parameter: name, value }));
  const data = found.map((user) => userView(world, user, chosen, viewer));
  return { json: { ...(data.length > 0 && { data }), ...(errors.length > 0 && { errors }) } };
}

/** A list of at most 100 values. @throws 400 */
export function idsIn(query: URLSearchParams, name: string): string[] {
  const values = (query.get(name) ?? '').split(',').filter(Boolean);
  if (values.length >= 1 && values.length <= MOST) return values;
  throw invalidRequest(
    `The number of values in the \`${name}\` query parameter list [${values.length}] is not between 1 and ${MOST}`,
    {
      [name]: values,
    },
  );
}
