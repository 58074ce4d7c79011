import { GraphError, badParam, gone, mayNot } from '../graph-error.ts';
import { appScopedIdOf } from '../ids.ts';
import { pagesOf } from '../login.ts';
import { isGranular } from '../permissions.ts';
import type { Page, Person } from '../state.ts';
import { killTokens, troubleOf } from '../tokens.ts';
import { mustRead } from './access.ts';
import { edge, pick, render, wantedOf, type Ask, type NodeType } from './node.ts';
import { PageNode } from './page-node.ts';

export const UserNode: NodeType<Person> = {
  name: 'User',
  defaults: ['name', 'id'],
  fields: {
    id: ({ id }, { world }) => appScopedIdOf(world.state.app.id, id),
    name: ({ name }) => name,
    first_name: ({ name }) => name.split(' ')[0],
    last_name: ({ name }) => name.split(' ').slice(1).join(' '),
    picture: ({ id }, { world }, wanted) => ({
      data: pick({ height: 50, width: 50, is_silhouette: false, url: world.media.pictureOf(id) }, wanted),
    }),
  },
};

/** `GET /me`, for whoever the token speaks for. Throws 2500 for an app's token. */
export function me(ask: Ask): Person | Page {
  const { caller, world } = ask;
  const found =
    caller.kind === 'page'
      ? world.state.pages[caller.page]
      : caller.kind === 'user'
        ? world.state.people[caller.person]
        : undefined;
  if (found) return found;
  const message = 'An active access token must be used to query information about the current user.';
  throw new GraphError({ code: 2500, message });
}

export function showMe(ask: Ask) {
  const who = me(ask);
  return 'roles' in who ? render(PageNode, who, wantedOf(ask), ask) : render(UserNode, who, wantedOf(ask), ask);
}

/** The pages this person picked for the app, each with a token of its own. */
export function accounts(ask: Ask) {
  const person = personOf(ask);
  mustRead(ask, 'pages_show_list');
  const picked = ask.world.state.grants[person]?.pages ?? [];
  const type = {
    ...PageNode,
    defaults: ['access_token', 'category', 'name', 'tasks', 'id'],
    fields: { ...PageNode.fields, tasks: tasksFor(person) },
  };
  return edge(ask, {
    path: 'me/accounts',
    rows: pagesOf(ask.world, person).filter(({ id }) => picked.includes(id)),
    placeOf: ({ id }) => ({ at: 0, id }),
    order: 'oldest-first',
    show: (page, fields) => render(type, page, fields, ask),
  });
}

function tasksFor(person: string) {
  return ({ roles }: Page) => roles.find((role) => role.person === person)?.tasks ?? [];
}

/** `GET /me/permissions`: asked, and what became of it. */
export function permissions(ask: Ask) {
  const grant = ask.world.state.grants[personOf(ask)];
  const said = (status: string) => (permission: string) => ({ permission, status });
  return { data: [...(grant?.granted ?? []).map(said('granted')), ...(grant?.declined ?? []).map(said('declined'))] };
}

/** `DELETE /me/permissions[/name]`: takes one back, or removes the app. */
export function revoke(ask: Ask, permission: string | undefined) {
  const person = personOf(ask);
  const grant = ask.world.state.grants[person];
  if (permission === undefined) {
    killTokens(ask.world, person, 458);
    delete ask.world.state.grants[person];
  } else if (grant) {
    grant.granted = grant.granted.filter((one) => one !== permission);
    grant.declined = [...new Set([...grant.declined, permission])];
  }
  ask.world.save();
  return { success: true };
}

/** `GET /debug_token`: what a token is, also when it is dead. The app's own token may look at all of them. */
export function debugToken(ask: Ask) {
  const { world, caller, params } = ask;
  if (!params.input_token) throw badParam('The parameter input_token is required');
  if (caller.kind === 'page')
    throw mayNot(
      'You must provide an app access token, or a user access token that is an owner or developer of the app',
    );
  const token = world.state.tokens[params.input_token];
  if (!token) {
    const error = { code: 190, message: 'Invalid OAuth access token - Cannot parse access token' };
    return { data: { error, is_valid: false, scopes: [] } };
  }
  const trouble = troubleOf(world, token);
  const grant = world.state.grants[token.person];
  const scopes = grant?.granted ?? [];
  return {
    data: {
      app_id: world.state.app.id,
      type: token.kind === 'page' ? 'PAGE' : 'USER',
      application: world.state.app.name,
      data_access_expires_at: Math.floor(token.issuedAt / 1000) + 90 * 24 * 3600,
      ...(trouble && { error: { code: trouble.given.code, message: trouble.message, subcode: trouble.given.subcode } }),
      expires_at: Math.floor(token.expiresAt / 1000),
      is_valid: trouble === undefined,
      issued_at: Math.floor(token.issuedAt / 1000),
      ...(token.page && { profile_id: token.page }),
      scopes,
      granular_scopes: scopes.filter(isGranular).map((scope) => ({ scope, target_ids: grant?.pages ?? [] })),
      user_id: appScopedIdOf(world.state.app.id, token.person),
    },
  };
}

function personOf(ask: Ask): string {
  if (ask.caller.kind === 'user') return ask.caller.person;
  throw gone('me');
}
