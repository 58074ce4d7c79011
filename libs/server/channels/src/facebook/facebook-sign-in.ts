import { randomBytes } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '@bureau/platform';
import { z } from 'zod';
import {
  SignInRefused,
  type BroughtAccount,
  type Departure,
  type ReturnQuery,
  type SignIn,
} from '../social/connection/sign-in.ts';
import { FACEBOOK_SCOPES } from './facebook-scopes.ts';
import { GraphClients } from './graph-clients.ts';
import type { Graph } from './graph.ts';

const Token = z.object({ access_token: z.string() });

const Permissions = z.object({ data: z.array(z.object({ permission: z.string(), status: z.string() })) });

/** `tasks` are what the person may do on the page. */
const Pages = z.object({
  data: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      username: z.string().optional(),
      access_token: z.string().optional(),
      tasks: z.array(z.string()).default([]),
    }),
  ),
  paging: z.object({ next: z.string().optional(), cursors: z.object({ after: z.string() }).optional() }).optional(),
});
type Page = z.infer<typeof Pages>['data'][number];

/** Nobody manages more pages than this many answers of a hundred name. */
const ANSWERS_AT_MOST = 20;

/** Without these no page can be found, and nothing of it be read. */
const NEEDED = ['pages_show_list', 'pages_manage_metadata'];

/**
 * Signing in at Facebook (external-apis §2.2): a code, a token of the person for an hour, one for sixty days, and tokens of
 * his pages that last. The person's own token is not kept.
 */
@Injectable()
export class FacebookSignIn implements SignIn {
  readonly network = 'facebook';

  constructor(
    private readonly graphs: GraphClients,
    @Inject(CONFIG) private readonly config: Pick<Config, 'facebook'>,
  ) {}

  get configured(): boolean {
    return this.config.facebook.app !== null;
  }

  depart(to: { callbackUrl: string; switchAccount: boolean }): Promise<Departure> {
    const { app, dialogUrl, version } = this.config.facebook;
    const state = randomBytes(32).toString('base64url');
    const url = new URL(`${dialogUrl}/${version}/dialog/oauth`);
    url.search = new URLSearchParams({
      client_id: app?.id ?? '',
      redirect_uri: to.callbackUrl,
      state,
      response_type: 'code',
      scope: FACEBOOK_SCOPES.join(','),
      // What was declined before is asked for again; or, first of all, who it is.
      auth_type: to.switchAccount ? 'reauthenticate' : 'rerequest',
    }).toString();
    return Promise.resolve({ url: url.href, state, secret: '' });
  }

  stateOf({ state }: ReturnQuery): string | null {
    return state ?? null;
  }

  async arrive(query: ReturnQuery, { callbackUrl }: { callbackUrl: string }): Promise<BroughtAccount[]> {
    if (query['error'] === 'access_denied') throw new SignInRefused('denied');
    if (query['error'] !== undefined) throw new SignInRefused('failed', query['error_description'] ?? query['error']);
    if (query['code'] === undefined) throw new SignInRefused('failed', 'Facebook sent no code.');

    const person = await this.signedIn(query['code'], callbackUrl);
    const scopes = await grantedTo(person);
    const lacking = NEEDED.filter((scope) => !scopes.includes(scope));
    if (lacking.length > 0) throw new SignInRefused('missing-scopes', lacking.join(', '));

    const pages = (await allPages(person)).flatMap((page) => broughtPage(page, scopes));
    if (pages.length === 0) throw new SignInRefused('no-pages');
    return pages;
  }

  /** The Graph API in the name of whoever signed in, for sixty days. */
  private async signedIn(code: string, callbackUrl: string): Promise<Graph> {
    const { app } = this.config.facebook;
    const keys = { client_id: app?.id, client_secret: app?.secret };
    const open = this.graphs.with(null);
    const path = 'oauth/access_token';
    const short = await open.get(path, Token, { ...keys, redirect_uri: callbackUrl, code });
    const exchange = { ...keys, grant_type: 'fb_exchange_token', fb_exchange_token: short.access_token };
    const long = await open.get(path, Token, exchange);
    return this.graphs.with(long.access_token);
  }
}

async function grantedTo(graph: Graph): Promise<string[]> {
  const { data } = await graph.get('me/permissions', Permissions);
  return data.filter(({ status }) => status === 'granted').map(({ permission }) => permission);
}

async function allPages(graph: Graph): Promise<Page[]> {
  const pages: Page[] = [];
  let after: string | undefined;
  for (let answers = 0; answers < ANSWERS_AT_MOST; answers++) {
    const answer = await graph.get('me/accounts', Pages, {
      fields: 'id,name,username,access_token,tasks',
      limit: 100,
      after,
    });
    pages.push(...answer.data);
    after = answer.paging?.cursors?.after;
    if (answer.paging?.next === undefined || after === undefined) break;
  }
  return pages;
}

/** A page without a token is one that the person may not act for. */
function broughtPage({ id, name, username, access_token }: Page, scopes: string[]): BroughtAccount[] {
  if (access_token === undefined) return [];
  const keys = { kind: 'page' as const, accessToken: access_token };
  return [{ externalId: id, handle: username ?? '', name, keys, expireAt: null, scopes }];
}
