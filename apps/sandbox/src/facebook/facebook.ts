import { join } from 'node:path';
import { Deliveries } from '../service/deliveries.ts';
import { endpoint } from '../service/endpoint.ts';
import type { Call, Reply } from '../service/call.ts';
import type { Provider } from '../service/provider.ts';
import { Service } from '../service/service.ts';
import { Authority } from './authority.ts';
import { facebookRoutes, type Hands } from './control-routes.ts';
import { APP_ID, APP_SECRET, firstDay, LARKSPUR_PAGE, TIDELINE_PAGE } from './defaults.ts';
import { decideDialog, showDialog } from './dialog.ts';
import { answerGraph } from './graph/graph-api.ts';
import { feedIdOf, psidOf } from './ids.ts';
import { lookAtAll, lookAtConversations, lookAtPage } from './look.ts';
import { Media } from './media.ts';
import { pictureFor } from '../service/picture.ts';
import { Play } from './play.ts';
import { Retries } from './retries.ts';
import type { FacebookState } from './state.ts';
import { StateFile } from './state-file.ts';
import { Usage } from './usage.ts';
import { Violations } from './violations.ts';
import { PAGE_FIELDS } from './webhook-event.ts';
import { Webhooks } from './webhooks.ts';
import type { World } from './world.ts';

/** How long an app may take to answer a webhook call. */
const PATIENCE_MS = 20_000;
const SLOW_MS = 5000;

export type Facebook = ReturnType<ReturnType<typeof openFacebook>['handles']>;

type Given = {
  dataDir: string;
  host: string;
  tell: (words: string) => void;
  /** The demo desk's pages are connected, with tokens that it knows. */
  connected?: boolean | undefined;
  /** Where the desk takes webhooks, as if its developer had written it into the app's dashboard on the first day. */
  webhookUrl?: string;
};

/** Facebook on this machine: graph.facebook.com and www.facebook.com on one port, its state in one folder. */
export function openFacebook({
  dataDir,
  host,
  connected,
  tell,
  webhookUrl,
}: Given): Provider<ReturnType<typeof handlesOf>> {
  const service = new Service({ name: 'facebook', dataDir, host, variable: 'BUREAU_SANDBOX_FACEBOOK_PORT' });
  const file = join(service.dataDir, 'world.json');
  const state = StateFile.read(file) ?? firstDay(connected);
  if (webhookUrl) presetWebhook(state, webhookUrl);
  const kept = new StateFile(file, state);
  const now = () => service.clock.ms();
  const violations = new Violations(now);
  const { deliveries, retries } = mailRoom(service, { now, violations, tell });
  const webhooks = new Webhooks({ state, deliveries });
  const media = new Media({ dir: join(service.dataDir, 'media'), state, now, baseUrl: () => service.url });
  const world: World = {
    state,
    now,
    media,
    tell,
    baseUrl: () => service.url,
    emit: (event) => webhooks.emit(event),
    save: () => kept.changed(),
  };
  const usage = new Usage({ state, now, violations });
  const oddities = { emptyPages: 0 };
  const authority = new Authority(world, webhooks);
  const hands: Hands = { world, play: new Play(world), authority, usage, violations, webhooks, oddities };
  const reset = () => {
    Object.assign(state, firstDay(connected));
    if (webhookUrl) presetWebhook(state, webhookUrl);
    media.reset();
    retries.clear();
    usage.clear();
    violations.clear();
    webhooks.batchMs = 0;
    oddities.emptyPages = 0;
    kept.changed();
  };
  return {
    routes: facebookRoutes(hands, { service, deliveries, reset, tell }),
    listen: (port) => service.listen(port, answers(hands)),
    stop: async () => {
      webhooks.flush();
      retries.clear();
      await Promise.all([service.goDown(), deliveries.stop()]);
      kept.stop();
    },
    handles: () => handlesOf(hands, { service, deliveries, retries }),
  };
}

const PRESET = 'written-on-the-first-day';

/** An address that somebody verified stays. */
function presetWebhook({ app }: FacebookState, callbackUrl: string): void {
  if (app.subscriptions.some(({ verifyToken }) => verifyToken !== PRESET)) return;
  app.subscriptions = [{ object: 'page', callbackUrl, verifyToken: PRESET, fields: PAGE_FIELDS, active: true }];
}

/** Deliveries by the real clock, tried again by the service's. */
function mailRoom(
  service: Service,
  given: { now: () => number; violations: Violations; tell: (words: string) => void },
) {
  const { now, violations, tell } = given;
  const deliveries: Deliveries = new Deliveries({
    clock: service.clock,
    patienceMs: PATIENCE_MS,
    retryAfterMs: [],
    ended: (delivery, taken) => {
      const took = delivery.attempts.at(-1)?.milliseconds ?? 0;
      if (taken && took > SLOW_MS) violations.note('webhook-slow', `A webhook call took ${took} ms.`);
      if (taken) retries.succeeded(delivery);
      else retries.failed(delivery);
    },
  });
  const retries: Retries = new Retries({
    now,
    sendAgain: (delivery) => deliveries.again(delivery),
    gaveUp: () => {
      violations.note('webhook-refused', 'A webhook call was refused for 36 hours and is lost.');
      tell('Facebook gave up on a webhook call after 36 hours.');
    },
  });
  service.clock.whenChanged(() => retries.look());
  return { deliveries, retries };
}

function answers(hands: Hands) {
  const { world } = hands;
  const show = (call: Call) => showDialog(world, call);
  const decide = (call: Call) =>
    decideDialog(world, call, (person) => hands.authority.permissionsChanged(person, { verb: 'granted' }));
  const graph = (call: Call) => answerGraph(hands, call);
  return {
    endpoints: [
      endpoint('GET', '/dialog/oauth', show),
      endpoint('GET', '/:version/dialog/oauth', show),
      endpoint('POST', '/dialog/oauth', decide),
      endpoint('POST', '/:version/dialog/oauth', decide),
      endpoint('GET', '/scontent/:id', (call) => readMedia(world, call)),
      endpoint('GET', '/*', graph),
      endpoint('POST', '/*', graph),
      endpoint('DELETE', '/*', graph),
    ],
    unknown: (call: Call) => ({
      status: 405,
      json: { error: { message: `Unsupported method ${call.method}`, code: 100 } },
    }),
  };
}

/** A picture or file, as long as its address works. */
function readMedia(world: World, call: Call): Reply {
  if (!world.media.mayRead(call.url.pathname, call.query)) {
    return { status: 403, headers: { 'Content-Type': 'text/plain' }, bytes: 'URL signature expired' };
  }
  const id = call.param('id');
  const medium = world.media.find(id);
  if (medium) return { headers: { 'Content-Type': medium.contentType }, bytes: world.media.bytes(medium) };
  if (id.startsWith('profile-')) return { headers: { 'Content-Type': 'image/png' }, bytes: pictureFor(id) };
  return { status: 404, headers: { 'Content-Type': 'text/plain' }, bytes: 'Not found' };
}

/** What a test may do without HTTP. */
function handlesOf(
  hands: Hands,
  { service, deliveries, retries }: { service: Service; deliveries: Deliveries; retries: Retries },
) {
  const { world, play, authority, usage, violations, webhooks, oddities } = hands;
  return {
    ...service.handles(),
    app: { id: APP_ID, secret: APP_SECRET },
    pages: { larkspur: LARKSPUR_PAGE, tideline: TIDELINE_PAGE },
    play,
    authority,
    deliveries,
    /** Webhook calls that failed and wait to be tried again. */
    waitingWebhooks: () => retries.length,
    /** Sends any payload to the app, signed as told. */
    sendWebhook: webhooks.sendPayload.bind(webhooks),
    batchWebhooks: (milliseconds: number): void => {
      webhooks.batchMs = milliseconds;
    },
    emptyPages: (times: number): void => {
      oddities.emptyPages = times;
    },
    limit: usage.play.bind(usage),
    setLimits: usage.setLimits.bind(usage),
    violations: () => violations.list(),
    look: () => lookAtAll(world),
    postsOn: (page: string) => lookAtPage(world, page),
    conversations: (given: { page?: string; person?: string } = {}) => lookAtConversations(world, given),
    psid: psidOf,
    feedId: feedIdOf,
  };
}
