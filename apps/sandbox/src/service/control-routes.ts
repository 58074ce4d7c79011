import { z } from 'zod';
import { route, type Route } from '../web/router.ts';
import { ClockChange } from './clock.ts';
import { Manner, type Deliveries } from './deliveries.ts';
import { Fault } from './fault.ts';
import type { Service } from './service.ts';

/** What a provider's control plane needs beyond the kernel. */
export type Controlled = {
  service: Service;
  /** What it sends to webhooks, if it has any. */
  deliveries?: Deliveries;
  /** Forgets the world and begins it anew. */
  reset: () => void | Promise<void>;
  /** Tells the page's log what somebody did to the service. */
  tell: (words: string) => void;
};

/** `/__control/<name>/…`, the same for every provider: the hands of a test, on the port of the page. */
export function serviceControlRoutes(given: Controlled): Route[] {
  const { service, deliveries, tell } = given;
  const base = `/__control/${service.name}`;
  return [
    route('GET', `${base}/log`, ({ query }) => ({
      json: { items: service.requests.since(Number(query.get('since') ?? 0) || 0) },
    })),
    route('GET', `${base}/state`, () => ({ json: stateOf(given) })),
    route('POST', `${base}/clock`, async ({ body }) => {
      service.clock.change(await body(ClockChange));
      tell(`The clock of ${service.name} was turned.`);
      return { json: stateOf(given) };
    }),
    route('POST', `${base}/reset`, async () => {
      await service.heal();
      deliveries?.clear();
      await given.reset();
      tell(`The world of ${service.name} was reset.`);
      return { json: stateOf(given) };
    }),
    route('POST', `${base}/down`, async ({ body }) => {
      const { down } = await body(z.object({ down: z.boolean().default(true) }));
      await (down ? service.goDown() : service.comeBack());
      tell(down ? `${service.name} went down.` : `${service.name} is back.`);
      return { json: stateOf(given) };
    }),
    ...faultRoutes(base, given),
    ...(deliveries ? deliveryRoutes(base, { deliveries, service, tell }) : []),
  ];
}

function faultRoutes(base: string, { service, tell }: Controlled): Route[] {
  return [
    route('GET', `${base}/fault`, () => ({ json: { items: service.faults.list() } })),
    route('POST', `${base}/fault`, async ({ body }) => {
      const fault = await body(Fault);
      const id = service.faults.add(fault);
      tell(`${service.name}: ${fault.method} ${fault.path} goes wrong (${fault.effect.kind}).`);
      return { status: 201, json: { id } };
    }),
    route('POST', `${base}/fault/clear`, () => {
      service.faults.clear();
      tell(`${service.name} works again.`);
      return { json: {} };
    }),
  ];
}

type Delivering = Pick<Controlled, 'service' | 'tell'> & { deliveries: Deliveries };

function deliveryRoutes(base: string, { service, deliveries, tell }: Delivering): Route[] {
  return [
    route('GET', `${base}/deliveries`, () => ({ json: { manner: deliveries.manner, items: deliveries.list() } })),
    route('POST', `${base}/deliveries/manner`, async ({ body }) => {
      deliveries.setManner(await body(Manner));
      tell(`${service.name} delivers its events ${deliveries.manner.kind}.`);
      return { json: { manner: deliveries.manner } };
    }),
    route('POST', `${base}/deliveries/repeat`, async ({ body }) => {
      const { sequence } = await body(z.object({ sequence: z.number().int().min(1) }));
      return { json: { repeated: deliveries.repeat(sequence) } };
    }),
  ];
}

function stateOf({ service, deliveries }: Controlled) {
  return {
    name: service.name,
    url: service.url,
    up: service.up,
    now: service.clock.now().toISOString(),
    faults: service.faults.list(),
    ...(deliveries ? { manner: deliveries.manner } : {}),
  };
}
