import { createHmac } from 'node:crypto';
import { request } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import type { Network } from '@bureau/contracts';
import type { Sandbox } from '@bureau/sandbox';
import { until } from '../../setup/until.ts';
import type { Random } from './random.ts';

/** How a network tells by itself; of X something may be lost for good, Facebook tries again for a day and a half. */
const MANNERS = {
  x: ['promptly', 'twice', 'out-of-order', 'late', 'held', 'lost'],
  facebook: ['promptly', 'twice', 'out-of-order', 'late', 'held'],
} as const;

const TRICKS = ['thrice', 'slowly', 'forged', 'with-one-bad'] as const;

/** What stands in words that no network has said. */
export const FORGED = 'FORGED';

/** More than this in a minute from one line, and its deliveries are not even read (forgery-brake.ts). */
const FORGED_AT_MOST = 30;

interface Parcel {
  url: string;
  headers: Record<string, string>;
  body: string;
}

/** How the networks tell the desk what happens: whichever way they like, and by whom they like. */
export class PostOffice {
  /** What the desk said to what nobody had signed. */
  readonly saidToForgers: number[] = [];
  /** Units that nobody can read, as far as the desk has acknowledged them. */
  bad = 0;
  private readonly errands: Promise<void>[] = [];
  private stopped = false;

  constructor(
    private readonly sandbox: Sandbox,
    private readonly random: Random,
  ) {}

  /** Until `stop`: another manner every now and then, and a trick in between. */
  async work(): Promise<void> {
    while (!this.stopped) {
      const windowMs = this.random.between(100, 600);
      const x = this.random.pick(MANNERS.x);
      const facebook = this.random.pick(MANNERS.facebook);
      this.sandbox.x.deliver(mannerOf(x, windowMs));
      this.sandbox.facebook.deliveries.setManner(mannerOf(facebook, windowMs));
      this.sandbox.facebook.batchWebhooks(this.random.chance(0.5) ? this.random.between(50, 200) : 0);
      for (let n = 0; n < 3; n++) {
        await pause(this.random.between(150, 350));
        this.play(this.random.pick(TRICKS));
      }
    }
  }

  /** Everything that is on its way arrives, or is given up; what Facebook keeps for later comes now. */
  async stop(): Promise<void> {
    this.stopped = true;
    const { x, facebook } = this.sandbox;
    x.deliver({ kind: 'promptly' });
    facebook.deliveries.setManner({ kind: 'promptly' });
    facebook.batchWebhooks(0);
    await Promise.all(this.errands);
    await Promise.all([x.idle(), facebook.deliveries.idle()]);
    const isTold = async () => {
      facebook.turnClock({ advanceMs: 61_000 });
      await facebook.deliveries.idle();
      return facebook.waitingWebhooks() === 0;
    };
    await until(isTold, { what: 'Facebook has told everything', withinMs: 20_000, everyMs: 500 });
  }

  private play(trick: (typeof TRICKS)[number]): void {
    const network = this.random.pick(['x', 'facebook'] as const);
    const parcels = this.listed(network).slice(-20);
    if (parcels.length === 0) return;
    const parcel = this.random.pick(parcels);
    switch (trick) {
      case 'thrice':
        for (const one of parcels.slice(-4)) for (let n = 0; n < 2; n++) this.repeat(network, one.sequence);
        return;
      case 'slowly':
        return this.send(sendSlowly(parcel));
      case 'forged':
        return this.forge(network, parcel);
      case 'with-one-bad':
        return this.spoil(this.listed('facebook').slice(-3));
    }
  }

  private listed(network: Network) {
    return network === 'x' ? this.sandbox.x.deliveries() : this.sandbox.facebook.deliveries.list();
  }

  private repeat(network: Network, sequence: number): void {
    if (network === 'x') this.sandbox.x.repeatDelivery(sequence);
    else this.sandbox.facebook.deliveries.repeat(sequence);
  }

  private send(errand: Promise<unknown>): void {
    const gone = errand.then(
      () => undefined,
      () => undefined,
    );
    this.errands.push(gone);
  }

  /** Under a signature that was good for other words, or that somebody guessed. */
  private forge(network: Network, { url, headers, body }: Parcel): void {
    if (this.saidToForgers.length >= FORGED_AT_MOST) return;
    const forged = body.replace(/My grinder|The kettle|So does mine|In private/u, FORGED);
    if (forged === body) return;
    const guessed = signed(network, forged, 'a guess');
    const posting = post({ url, headers: this.random.chance(0.5) ? headers : guessed, body: forged });
    this.send(posting.then((status) => void this.saidToForgers.push(status)));
  }

  /** What some batches say, together with something that nobody can read: tried again until it is taken. */
  private spoil(parcels: readonly Parcel[]): void {
    const [first] = parcels;
    if (!first) return;
    const entry = parcels.flatMap(({ body }): unknown[] => JSON.parse(body).entry);
    const value = { item: ++this.bad, verb: {} };
    const page = this.sandbox.facebook.pages.larkspur;
    const bad = { id: page, time: Math.floor(Date.now() / 1000), changes: [{ field: 'feed', value }] };
    const at = this.random.between(0, entry.length);
    const body = JSON.stringify({ object: 'page', entry: entry.toSpliced(at, 0, bad) });
    const headers = signed('facebook', body, this.sandbox.facebook.app.secret);
    this.send(untilTaken({ url: first.url, headers, body }));
  }
}

function mannerOf(kind: (typeof MANNERS)['x'][number], windowMs: number) {
  if (kind === 'out-of-order') return { kind, windowMs };
  return kind === 'late' ? { kind, milliseconds: windowMs * 2 } : { kind };
}

function signed(network: Network, body: string, secret: string): Record<string, string> {
  const [header, encoding] =
    network === 'x' ? (['x-twitter-webhooks-signature', 'base64'] as const) : (['x-hub-signature-256', 'hex'] as const);
  const hash = createHmac('sha256', secret).update(body).digest(encoding);
  return { 'content-type': 'application/json', [header]: `sha256=${hash}` };
}

/** Rejects when nobody answers. */
async function post({ url, headers, body }: Parcel): Promise<number> {
  const response = await fetch(url, { method: 'POST', headers, body, signal: AbortSignal.timeout(10_000) });
  await response.arrayBuffer();
  return response.status;
}

async function untilTaken(parcel: Parcel): Promise<void> {
  while ((await post(parcel).catch(() => 0)) !== 200) await pause(200);
}

/** In pieces, over more than a second. */
async function sendSlowly({ url, headers, body }: Parcel): Promise<void> {
  const bytes = Buffer.from(body);
  const outgoing = request(url, { method: 'POST', headers: { ...headers, 'content-length': bytes.length } });
  outgoing.on('response', (response) => response.resume());
  outgoing.on('error', () => undefined); // The desk was killed: the network has more copies of it.
  const piece = Math.ceil(bytes.length / 6);
  for (let at = 0; at < bytes.length; at += piece) {
    outgoing.write(bytes.subarray(at, at + piece));
    await pause(200);
  }
  outgoing.end();
}
