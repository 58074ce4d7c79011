import { DESK_ROUTES, type DeskRoute } from '@bureau/desk-api';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Roles } from '../../apps/server/src/roles/roles.ts';
import type { TestDesk } from '../fixtures/desk.ts';
import { startDeskAndNetworks, type DeskAndNetworks } from '../fixtures/networks.ts';
import { Random } from '../faults/ledger/random.ts';
import { attacksOn } from './desk-api/attacks.ts';
import { BODIES } from './desk-api/bodies.ts';
import { furnish, type Furniture, type Keys } from './desk-api/furniture.ts';
import { complaintAbout, type Heard } from './desk-api/judge.ts';
import { NO_BODIES, placesIn, withPoison, type Place } from './desk-api/poisons.ts';
import { Witness } from './desk-api/witness.ts';

/** BUREAU_BODIES_SEED=8 attacks with other forms of the same. */
const SEED = Number(process.env['BUREAU_BODIES_SEED'] ?? 7);
/** An answer that takes longer is none. */
const PATIENCE_MS = 30_000;
const REQUESTS_A_MINUTE = 50;

let world: DeskAndNetworks;
let desk: TestDesk;
let furniture: Furniture;
let witness: Witness;
beforeAll(async () => {
  world = await startDeskAndNetworks();
  desk = world.desk;
  furniture = await furnish(world);
  await desk.drain();
  // From here on only requests write anything.
  await desk.running.get(Roles).stop();
  witness = await Witness.of(desk);
});
afterAll(() => world.close());

const nameOf = ({ method, path }: DeskRoute) => `${method} ${path}`;
const bodyOf = (route: DeskRoute) => ('body' in route ? route.body : undefined);
const WRITES = DESK_ROUTES.filter((route) => bodyOf(route) !== undefined);
const writes = WRITES.map((route): [name: string, route: DeskRoute] => [nameOf(route), route]);
const goodBody = (route: DeskRoute, keys: Keys, word = 'a word') => BODIES[nameOf(route)]?.({ keys, word }) ?? {};

/** Here and at X, so that nobody has asked too often. */
function minutePasses(): void {
  desk.clock.advance(60_000);
  world.outside.x.turnClock({ advanceMs: 60_000 });
}

let requests = 0;
async function ask(path: string, init: RequestInit = {}): Promise<Heard> {
  if ((requests += 1) % REQUESTS_A_MINUTE === 0) minutePasses();
  const signal = AbortSignal.timeout(PATIENCE_MS);
  const answer = await desk.as(desk.administrator).fetch(`/api/v2${path}`, { ...init, signal });
  const contentType = answer.headers.get('content-type') ?? '';
  return { status: answer.status, contentType, text: await answer.text() };
}

/** Every other change is a POST that says it is one, as of clients that can send nothing else. */
function send({ method, path }: DeskRoute, keys: Keys, body: string): Promise<Heard> {
  const address = path.replace(/:(\w+)/g, (_, name: string) => keys[name] ?? `no-${name}`);
  const isOverridden = method === 'PATCH' && requests % 2 === 0;
  if (!isOverridden) return ask(address, { method, body });
  return ask(address, { method: 'POST', headers: { 'x-http-method-override': 'PATCH' }, body });
}

/** What was said to be saved reads back as it was said. */
async function complaintAboutSaved({ does }: DeskRoute, { text }: Heard): Promise<string | null> {
  if (does !== 'create' && does !== 'change') return null;
  const { href }: { href: string } = JSON.parse(text)._links.self;
  const read = await ask(href.slice('/api/v2'.length));
  if (read.status !== 200) return `what was saved is ${read.status} afterwards`;
  return read.text === text ? null : `what was saved reads otherwise afterwards: ${read.text}`;
}

const brief = (text: string) => (text.length > 300 ? `${text.slice(0, 300)}…` : text);

/** Of several writes with the same body, what is understood in one place, each gets its share of what is sent. */
function shareOf<Item>(items: readonly Item[], route: DeskRoute): Item[] {
  const alike = WRITES.filter((other) => bodyOf(other) === bodyOf(route) && other.method === route.method);
  return items.filter((_, index) => index % alike.length === alike.indexOf(route));
}

class Attacker {
  readonly failures: object[] = [];
  private readonly random: Random;

  private constructor(
    private readonly route: DeskRoute,
    private readonly keys: Keys,
    number: number,
  ) {
    this.random = new Random(SEED).fork(WRITES.indexOf(route)).fork(number);
  }

  /** On what is there for this alone; another number sends other words. */
  static async of(route: DeskRoute, number = 0): Promise<Attacker> {
    minutePasses();
    const attacker = new Attacker(route, await furniture.anew(), number);
    await witness.tables();
    return attacker;
  }

  attacks = () => shareOf(attacksOn(goodBody(this.route, this.keys), this.random), this.route);

  /** A good body, with another word in it each time. */
  good(): object {
    const letters = Array.from({ length: 10 }, () => String.fromCharCode(this.random.between(97, 122)));
    return goodBody(this.route, this.keys, `w${letters.join('')}`);
  }

  async send(what: string, { good, place, body }: { good: object; place: Place | null; body: string }): Promise<Heard> {
    const heard = await send(this.route, this.keys, body);
    const written = await witness.tables();
    const isRefused = heard.status >= 400;
    const complaint =
      complaintAbout(heard, { good, place }) ??
      (isRefused && written.length > 0 ? `it was refused, and has written ${written.join(', ')}` : null) ??
      (isRefused ? null : await complaintAboutSaved(this.route, heard));
    if (complaint) {
      this.failures.push({ complaint, what, at: place?.join('.'), status: heard.status, said: brief(heard.text) });
    }
    return heard;
  }

  async sendGood(): Promise<void> {
    const good = this.good();
    const { status, text } = await this.send('a good body', { good, place: [], body: JSON.stringify(good) });
    if (status >= 300) this.failures.push({ complaint: 'a good body is refused', status, said: brief(text) });
  }
}

it('knows a whole body of every write', () => {
  const missing = writes.flatMap(([name, route]) => {
    const shape = Object.keys((bodyOf(route) as unknown as { shape: object }).shape);
    const known = Object.keys(goodBody(route, {}));
    return shape.filter((member) => !known.includes(member)).map((member) => `${name}: ${member}`);
  });
  expect(missing).toEqual([]);
});

describe('what is wrong somewhere in a body', () => {
  it.each(writes)('of %s is refused by its name or made good use of, and the next is served', async (_, route) => {
    const attacker = await Attacker.of(route);
    await attacker.sendGood();
    for (const { what, place, poison } of attacker.attacks()) {
      const good = attacker.good();
      await attacker.send(what, { good, place, body: poison(good) });
    }
    const once = await Attacker.of(route, 1);
    await once.sendGood();
    expect([...attacker.failures, ...once.failures]).toEqual([]);
  });

  it.each(writes)('of %s is never passed over where it is a link, or yes or no', async (_, route) => {
    const attacker = await Attacker.of(route);
    const whole = attacker.good();
    const places = placesIn(whole).filter((place) => mustBeUnderstood(valueAt(whole, place), place));
    const passedOver: unknown[] = [];
    for (const place of shareOf(places, route)) {
      for (const poison of ['{"href": "/api/v2/brands/1"}', '"perhaps"', '[1]', '7']) {
        const good = attacker.good();
        const { status } = await attacker.send(poison, { good, place, body: withPoison(good, place, poison) });
        if (status !== 422) passedOver.push([place.join('.'), poison, status]);
      }
    }
    expect([...passedOver, ...attacker.failures]).toEqual([]);
  });

  it('is refused as no JSON when it is none, or no object', async () => {
    const failures: object[] = [];
    for (const route of WRITES) {
      const attacker = await Attacker.of(route);
      for (const body of shareOf(NO_BODIES, route)) {
        await attacker.send(brief(body), { good: {}, place: null, body });
      }
      failures.push(...attacker.failures);
    }
    expect(failures).toEqual([]);
  });
});

describe('X-HTTP-Method-Override', () => {
  it.each(['TRACE', 'PUT', '__proto__', 'constructor', 'PATCH, PATCH', 'PATCH;', 'x'.repeat(5_000)])(
    'of %j does nothing',
    async (method) => {
      await witness.tables();
      const init = { method: 'POST', headers: { 'x-http-method-override': method }, body: '{"name": "Other"}' };
      const { status, text } = await ask(`/labels/${furniture.keys['label']}`, init);
      expect([status, JSON.parse(text)]).toEqual([405, { message: 'Method Not Allowed' }]);
      expect(await witness.tables()).toEqual([]);
    },
  );
});

it('leaves every object as it was', () => {
  expect(Object.prototype).not.toHaveProperty('isAdmin');
  expect([Object.assign, Object.keys, Array.prototype.map].map((known) => typeof known)).toEqual(
    Array.from({ length: 3 }, () => 'function'),
  );
});

function valueAt(body: unknown, place: Place): unknown {
  return place.reduce<unknown>((inner, name) => (inner as Record<string | number, unknown>)[name], body);
}

/** What leads elsewhere, hides something or keeps rules quiet is not guessed. */
function mustBeUnderstood(value: unknown, place: Place): boolean {
  return typeof value === 'boolean' || place.at(-2) === '_links';
}
