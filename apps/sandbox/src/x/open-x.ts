import { Deliveries } from '../service/deliveries.ts';
import type { Provider } from '../service/provider.ts';
import { Service } from '../service/service.ts';
import { serviceControlRoutes } from '../service/control-routes.ts';
import type { WorldLog } from '../world-log.ts';
import { tellSubscribers } from './activity.ts';
import { defaultXApp, type XApp } from './app.ts';
import { Asking } from './ask.ts';
import { Callers } from './auth/caller.ts';
import { oauth1Endpoints } from './auth/oauth1-endpoints.ts';
import { oauth2Endpoints } from './auth/oauth2-endpoints.ts';
import { defaultXUsers } from './default-users.ts';
import { demoXAccess } from './demo-access.ts';
import { engagementEndpoints } from './endpoints/engagement-endpoints.ts';
import { mediaEndpoints } from './endpoints/media-endpoints.ts';
import { messageEndpoints } from './endpoints/message-endpoints.ts';
import { postEndpoints } from './endpoints/post-endpoints.ts';
import { FilteredStream } from './endpoints/stream-endpoints.ts';
import { timelineEndpoints } from './endpoints/timeline-endpoints.ts';
import { userEndpoints } from './endpoints/user-endpoints.ts';
import { webhookEndpoints } from './endpoints/webhook-endpoints.ts';
import type { XUser } from './model.ts';
import { notFoundPath } from './problems.ts';
import { Webhooks } from './webhooks.ts';
import { xControlRoutes, type XControlled } from './x-control.ts';
import { xHandles, type XHandles } from './x-handles.ts';
import { xPageRoutes } from './x-page-routes.ts';
import { XWorld } from './x-world.ts';

const WEBHOOK_PATIENCE_MS = 10_000;
const RETRY_AFTER_MS = [1000, 2000, 4000];
const CHECK_EVERY_MS = 30_000;
const KEEP_ALIVE_MS = 20_000;

export type OpenX = {
  dataDir: string;
  host: string;
  log: WorldLog;
  app?: XApp;
  users?: XUser[];
  /** The demo desk's accounts have let the app in, with tokens that it knows. */
  connected?: boolean;
  /** How often a stream gives a sign of life. */
  keepAliveMs?: number;
};

/** X, as `external-apis` documents it: as strict as the real one, and kept in the folder it is given. */
export function openX(given: OpenX): Provider<XHandles> {
  const service = new Service({
    name: 'x',
    dataDir: given.dataDir,
    host: given.host,
    variable: 'BUREAU_SANDBOX_X_PORT',
  });
  const tell = (words: string) => given.log.add({ kind: 'service', service: 'x', words });
  const { app = defaultXApp, users = defaultXUsers } = given;
  const world = new XWorld({ service, app, users, tell, access: given.connected ? demoXAccess : [] });
  const { clock } = service;
  const deliveries = new Deliveries({ clock, patienceMs: WEBHOOK_PATIENCE_MS, retryAfterMs: RETRY_AFTER_MS });
  const webhooks = new Webhooks(world, deliveries);
  const stream = new FilteredStream(world, given.keepAliveMs ?? KEEP_ALIVE_MS);
  const callers = new Callers(world);
  const ask = new Asking(world, callers);
  const endpoints = [
    ...oauth1Endpoints(world, callers),
    ...oauth2Endpoints(world),
    ...stream.endpoints(ask),
    ...timelineEndpoints(world, ask),
    ...userEndpoints(world, ask),
    ...postEndpoints(world, ask),
    ...engagementEndpoints(world, ask),
    ...messageEndpoints(world, ask),
    ...mediaEndpoints(world, ask),
    ...webhookEndpoints({ world, ask, webhooks }),
  ];
  tellSubscribers(world, webhooks);
  clock.whenChanged(() => void webhooks.checkDue());
  const controlled: XControlled = { world, stream, webhooks, limits: ask.limits };
  const reset = () => {
    stream.disconnect('silent');
    world.reset();
  };
  let checking: NodeJS.Timeout | undefined;

  return {
    routes: [
      ...xPageRoutes(world),
      ...xControlRoutes(controlled),
      ...serviceControlRoutes({ service, deliveries, reset, tell }),
    ],
    listen: (port) => {
      checking = setInterval(() => void webhooks.checkDue(), CHECK_EVERY_MS).unref();
      const unknown = () => notFoundPath().reply;
      return service.listen(port, { endpoints, unknown });
    },
    async stop() {
      clearInterval(checking);
      stream.disconnect('silent');
      await Promise.all([deliveries.stop(), service.goDown()]);
    },
    handles: () => xHandles({ ...controlled, service, deliveries, reset }),
  };
}
