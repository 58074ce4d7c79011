import { z } from 'zod';
import { serviceControlRoutes, type Controlled } from '../service/control-routes.ts';
import { notFound } from '../web/problem.ts';
import { route, type Exchange, type Route } from '../web/router.ts';
import type { Authority } from './authority.ts';
import { lookAtAll, lookAtConversations, lookAtPage } from './look.ts';
import { pictureFor } from '../service/picture.ts';
import type { Play } from './play.ts';
import * as Input from './play-input.ts';
import { Limits, PlayedLimit, type Usage } from './usage.ts';
import type { Violations } from './violations.ts';
import type { Webhooks } from './webhooks.ts';
import type { World } from './world.ts';

export type Hands = {
  world: World;
  play: Play;
  authority: Authority;
  usage: Usage;
  violations: Violations;
  webhooks: Webhooks;
  oddities: { emptyPages: number };
};

const base = '/__control/facebook' as const;

/** Everything that a person on the page can do, a test can do here; what the kernel offers comes with it. */
export function facebookRoutes(hands: Hands, kernel: Controlled): Route[] {
  return [...serviceControlRoutes(kernel), ...lookingRoutes(hands), ...peopleRoutes(hands), ...serviceRoutes(hands)];
}

function lookingRoutes({ world, violations }: Hands): Route[] {
  return [
    route('GET', `${base}/world`, () => ({ json: lookAtAll(world) })),
    route('GET', `${base}/pages/:id/posts`, ({ param }) => {
      if (!world.state.pages[param('id')]) throw notFound('This page');
      return { json: { items: lookAtPage(world, param('id')) } };
    }),
    route('GET', `${base}/conversations`, ({ query }) => {
      const [page, person] = [query.get('page') ?? undefined, query.get('person') ?? undefined];
      return { json: { items: lookAtConversations(world, { page, person }) } };
    }),
    route('GET', `${base}/pictures/:who`, ({ param }) => picture(pictureFor(`profile-${param('who')}`), 'image/png')),
    route('GET', `${base}/media/:id`, ({ param }) => {
      const medium = world.media.find(param('id'));
      if (!medium) throw notFound('This file');
      return picture(world.media.bytes(medium), medium.contentType);
    }),
    route('GET', `${base}/violations`, () => ({ json: { items: violations.list() } })),
  ];
}

/** Shown, never run: a file that somebody brought along stays a picture or a download. */
function picture(bytes: Buffer, contentType: string) {
  const shown = /^(image\/(png|jpeg|gif|webp)|video\/|audio\/)/.test(contentType);
  const headers = {
    'Content-Type': shown ? contentType : 'application/octet-stream',
    'Content-Security-Policy': 'sandbox',
  };
  return { bytes, headers };
}

/** What people do. */
function peopleRoutes({ play, authority }: Hands): Route[] {
  return [
    act('posts', Input.WritePost, (given) => play.post(given), 201),
    act('comments', Input.WriteComment, (given) => play.comment(given), 201),
    act('messages', Input.WriteMessage, (given) => play.message(given), 201),
    act('edit', Input.Edit, (given) => play.edit(given)),
    act('delete', Input.Remove, (given) => play.remove(given)),
    act('hide', Input.Hide, (given) => play.hide(given)),
    act('react', Input.React, (given) => play.react(given)),
    act('read', Input.InConversation, (given) => play.read(given)),
    act('postback', Input.Postback, (given) => play.postback(given)),
    act('referral', Input.Referral, (given) => play.referral(given)),
    act('mention', Input.Mention, (given) => play.mention(given)),
    act('hand-over', Input.HandOver, (given) => play.handOver(given)),
    act('people', Input.SavePerson, (given) => authority.savePerson(given), 201),
  ];
}

/** What the service does. */
function serviceRoutes({ authority, usage, webhooks, oddities }: Hands): Route[] {
  const Person = z.object({ person: z.string() });
  return [
    act('connect', Person, ({ person }) => ({ token: authority.connect(person) }), 201),
    act('dashboard', Input.Dashboard, (given) => authority.dashboard(given)),
    act('tokens', Input.TokenChange, (given) => authority.changeTokens(given)),
    act('permissions', Input.PermissionChange, (given) => authority.changePermission(given)),
    act('roles', Input.RoleChange, (given) => authority.changeRole(given)),
    act('app', Input.AppChange, (given) => authority.changeApp(given)),
    act('limit', PlayedLimit, (given) => usage.play(given)),
    act('limit/end', z.object({}), () => usage.play(undefined)),
    act('limits', Limits, (given) => usage.setLimits(given)),
    act('batch', z.object({ milliseconds: z.number().int().min(0).max(60_000) }), ({ milliseconds }) => {
      webhooks.batchMs = milliseconds;
    }),
    act('empty-pages', z.object({ times: z.number().int().min(0).max(1000) }), ({ times }) => {
      oddities.emptyPages = times;
    }),
    act(
      'webhook',
      Input.SendPayload,
      ({ payload, signing }) => ({ sent: webhooks.sendPayload(payload, signing) }),
      202,
    ),
  ];
}

function act<Schema extends z.ZodType>(
  name: string,
  schema: Schema,
  done: (given: z.output<Schema>) => unknown,
  status = 200,
): Route {
  return route('POST', `${base}/${name}`, async ({ body }: Exchange<never>) => ({
    status,
    json: (await done(await body(schema))) ?? {},
  }));
}
