import { z } from 'zod';
import { normalAddress } from '../mail/address.ts';
import { Behaviour } from '../mail/behaviour.ts';
import { EVERYONE } from '../mail/behaviours.ts';
import { resetMailWorld, setBehaviour, type MailWorld } from '../mail/world.ts';
import { checked, notFound } from './problem.ts';
import { route, type Route } from './router.ts';

/** A person, a whole domain, or everyone ("*" in either field). */
const Target = z
  .object({ address: z.string().min(1).optional(), domain: z.string().min(1).optional() })
  .refine(({ address, domain }) => (address === undefined) !== (domain === undefined), {
    message: 'Name either an address or a domain ("*" is everyone).',
    path: ['address'],
  })
  .transform(({ address, domain }) => targetOf(address, domain));

/** The hands of a test: how mailboxes behave, what happened, what arrived how often. */
export function controlRoutes(world: MailWorld): Route[] {
  return [
    route('GET', '/__control/behaviour', () => ({ json: { items: world.behaviours.list() } })),
    route('POST', '/__control/behaviour', async ({ body }) => {
      const given = await body(z.looseObject({}));
      const target = checked(Target, given);
      const behaviour = checked(Behaviour, given);
      setBehaviour(world, target, behaviour);
      return { json: { target, behaviour } };
    }),
    route('POST', '/__control/reset', () => {
      resetMailWorld(world);
      return { json: {} };
    }),
    route('GET', '/__control/log', ({ query }) => ({
      json: { items: world.log.since(Number(query.get('since') ?? 0) || 0) },
    })),
    route('GET', '/__control/copies', ({ query }) => ({ json: copies(world, query) })),
    route('GET', '/dns/:name/:type', async ({ param }) => {
      const records = await world.domains.records(param('name'), param('type'));
      if (!records) throw notFound(`${param('type').toUpperCase()} ${param('name')}`);
      return { json: { records } };
    }),
  ];
}

function copies(world: MailWorld, query: URLSearchParams) {
  const messageId = query.get('messageId');
  if (messageId === null) return { sentTwice: world.mailboxes.sentTwice() };
  return { messageId, copies: world.mailboxes.copies(messageId, query.get('address') ?? undefined) };
}

function targetOf(address: string | undefined, domain: string | undefined): string {
  if (address === EVERYONE || domain === EVERYONE) return EVERYONE;
  return normalAddress(address ?? `@${domain?.replace(/^@/, '') ?? ''}`);
}
