import { z } from 'zod';
import { Refused } from '../service/call.ts';
import { notFound, Problem } from '../web/problem.ts';
import { route, type Route } from '../web/router.ts';
import type { Limit } from './rate-limits.ts';
import type { FilteredStream } from './endpoints/stream-endpoints.ts';
import { act, UserAction, type Done } from './user-action.ts';
import type { Webhooks } from './webhooks.ts';
import type { XWorld } from './x-world.ts';

export const LimitChange = z.object({
  /** Method and path as the API has it, `GET /2/dm_events`. */
  endpoint: z.string(),
  /** Whose limit; the app's own when absent. */
  as: z.string().optional(),
  remaining: z.number().int().min(0).default(0),
  resetsInMs: z.number().int().min(1).optional(),
});
export type LimitChange = z.input<typeof LimitChange>;

export const TokenChange = z.object({
  as: z.string(),
  /** `expire`: access tokens only, so that a refresh helps. `revoke`: everything, silently. */
  how: z.enum(['expire', 'revoke']),
});
export type TokenChange = z.input<typeof TokenChange>;

export const PlanChange = z.object({ repliesNeedEngagement: z.boolean(), engagement: z.boolean() }).partial();

export type XControlled = {
  world: XWorld;
  stream: FilteredStream;
  webhooks: Webhooks;
  /** The limit of each endpoint by method and path. */
  limits: ReadonlyMap<string, Limit>;
};

/** What people do on X, and what X does to an app. */
export function xControlRoutes(given: XControlled): Route[] {
  const { world, stream, webhooks } = given;
  const base = '/__control/x';
  return [
    route('POST', `${base}/user-action`, async ({ body }) => ({
      status: 201,
      json: actOrSay(world, await body(UserAction)),
    })),
    route('POST', `${base}/limit`, async ({ body }) => {
      changeLimit(given, await body(LimitChange));
      return { json: {} };
    }),
    route('POST', `${base}/token`, async ({ body }) => {
      changeTokens(world, await body(TokenChange));
      return { json: {} };
    }),
    route('POST', `${base}/plan`, async ({ body }) => {
      Object.assign(world.plan, await body(PlanChange));
      return { json: world.plan };
    }),
    route('POST', `${base}/stream/disconnect`, async ({ body }) => {
      const { how } = await body(z.object({ how: z.enum(['said', 'silent']).default('said') }));
      stream.disconnect(how);
      return { json: {} };
    }),
    route('POST', `${base}/webhooks/check`, async () => {
      const all = await Promise.all(world.webhooks.all().map((one) => webhooks.check(one)));
      return { json: { items: all } };
    }),
    route('GET', `${base}/violations`, () => ({ json: { items: world.limits.violations() } })),
  ];
}

/** X's refusals of what a person does become problems of the control plane. */
export function actOrSay(world: XWorld, action: UserAction): Done {
  try {
    return act(world, action);
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    const said = 'json' in error.reply ? z.object({ detail: z.string() }).safeParse(error.reply.json).data : undefined;
    throw new Problem({ status: 409, code: 'refused', message: said?.detail ?? 'X refuses this.' });
  }
}

export function changeLimit({ world, limits }: XControlled, change: LimitChange): void {
  const { endpoint, as, remaining, resetsInMs } = LimitChange.parse(change);
  const limit = limits.get(endpoint);
  if (!limit) throw notFound(`The endpoint ${endpoint}`);
  const user = as === undefined ? undefined : world.userNamed(as);
  if (as !== undefined && !user) throw notFound(`@${as}`);
  world.limits.leave({ endpoint, limit, userId: user?.id ?? null, remaining, resetsInMs });
  world.tell(`X leaves ${remaining} × ${endpoint}.`);
}

export function changeTokens(world: XWorld, { as, how }: TokenChange): void {
  const user = world.userNamed(as);
  if (!user) throw notFound(`@${as}`);
  if (how === 'expire') world.access.expireAccessTokens(user.id);
  else world.access.revokeUser(user.id);
  world.tell(`The tokens of @${as} ${how === 'expire' ? 'expired' : 'were revoked'}.`);
}
