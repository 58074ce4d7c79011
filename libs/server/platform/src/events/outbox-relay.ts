import { Inject, Injectable } from '@nestjs/common';
import { setTimeout as pause } from 'node:timers/promises';
import { Database, statement } from '../database/index.ts';
import { JobQueue } from '../jobs/index.ts';
import { LOG, type Log } from '../logging/index.ts';
import { RealtimePublisher } from '../realtime/index.ts';
import { alone } from './deliver-events.ts';
import { deliverEvents, dispatchEvent } from './event.jobs.ts';
import type { Delivery } from './handled-events.ts';
import { OutboxBell } from './outbox-bell.ts';
import { SubscriberRegistry } from './subscriber-registry.ts';

interface OutboxRow {
  id: number;
  name: string;
  payload: unknown;
}

const BATCH = 200;
/** Deliveries of one job, and of one transaction: it holds what it writes until all are done. */
const TOGETHER = 25;
/** How long after the last ring the relay looks by itself, in milliseconds. */
const TURN = 100;
/** How long at least from one turn to the next: what happens meanwhile travels together. */
const BREATH = 20;
/** How long a relayed event is kept, and therefore how far back a lost queue is rebuilt. */
const KEPT_DAYS = 7;

const WAITING = statement(
  'outbox.waiting',
  `SELECT id, name, payload FROM outbox WHERE relayed_at IS NULL ORDER BY id LIMIT ${BATCH} FOR UPDATE SKIP LOCKED`,
);
/** Waits for the relays that hold some of what waits: their jobs may have been lost before their transaction ended. */
const IN_FLIGHT = statement('outbox.in-flight', 'SELECT FROM outbox WHERE relayed_at IS NULL FOR SHARE');
const RELAYED = statement('outbox.relayed', 'UPDATE outbox SET relayed_at = now() WHERE id = ANY($1)');

/**
 * Carries facts from the outbox to those who react, some in one job, and a word to the screens.
 * Several relays may run at once; each event is taken by one of them.
 */
@Injectable()
export class OutboxRelay {
  private running: Promise<void> | null = null;
  private stopping = new AbortController();
  private ringing: () => void = () => undefined;
  private turnedAt = 0;

  constructor(
    private readonly database: Database,
    private readonly queue: JobQueue,
    private readonly realtime: RealtimePublisher,
    private readonly registry: SubscriberRegistry,
    private readonly bell: OutboxBell,
    @Inject(LOG) private readonly log: Log,
  ) {}

  start(): void {
    this.stopping = new AbortController();
    this.bell.onRing(() => this.ringing());
    this.queue.onStorageLost(() => this.rebuild());
    this.running = this.loop();
  }

  async stop(): Promise<void> {
    this.stopping.abort();
    this.ringing();
    await this.running;
  }

  /** Relays everything that waits; returns how many events that were. */
  async relayWaiting(): Promise<number> {
    let total = 0;
    for (;;) {
      const count = await this.relayBatch();
      total += count;
      if (count < BATCH) return total;
    }
  }

  private async loop(): Promise<void> {
    while (!this.stopping.signal.aborted) {
      this.turnedAt = performance.now();
      try {
        await this.relayWaiting();
      } catch (error) {
        this.log.warn({ err: error }, 'The outbox could not be relayed; trying again.');
        await pause(1000);
      }
      await this.nextTurn();
    }
  }

  private nextTurn(): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, TURN);
      this.ringing = () => {
        clearTimeout(timer);
        // A moment for the ringing transaction to commit.
        const breath = this.turnedAt + BREATH - performance.now();
        setTimeout(resolve, Math.min(BREATH, Math.max(5, breath)));
      };
    });
  }

  private async relayBatch(): Promise<number> {
    const rows = await this.database.transaction(async () => {
      const waiting = await this.database.rows<OutboxRow>(WAITING);
      if (waiting.length === 0) return waiting;
      await this.enqueue(waiting);
      await this.database.run(RELAYED, [waiting.map((row) => row.id)]);
      return waiting;
    });
    await this.broadcast(rows);
    return rows.length;
  }

  private async enqueue(rows: OutboxRow[]): Promise<void> {
    const deliveries = rows.flatMap(({ id, name, payload }) =>
      this.registry.subscribersOf(name, payload).map((subscriber) => ({ eventId: id, subscriber })),
    );
    await this.queue.addMany(
      deliverEvents,
      bundlesOf(deliveries).map((some) => ({ payload: { deliveries: some } })),
    );
  }

  private async broadcast(rows: OutboxRow[]): Promise<void> {
    const changes = rows.flatMap(({ name, payload }) =>
      this.registry.broadcastsOf(name, payload).map(({ room, ids }) => ({ room, event: name, ids })),
    );
    await this.realtime.publishAll(changes);
  }

  /** After the queue lost its storage: every recent event goes again to those who have not handled it. */
  private async rebuild(): Promise<void> {
    await this.database.run(IN_FLIGHT);
    const missing = await this.database.rows<Delivery & Record<string, unknown>>(
      `SELECT outbox.id AS "eventId", wanted.subscriber
       FROM outbox CROSS JOIN LATERAL unnest($1::text[], $2::text[]) AS wanted (event, subscriber)
       WHERE wanted.event = outbox.name AND outbox.relayed_at > now() - make_interval(days => ${KEPT_DAYS})
         AND NOT EXISTS (SELECT FROM handled_events h WHERE h.event_id = outbox.id AND h.subscriber = wanted.subscriber)
       ORDER BY outbox.id`,
      this.registry.wanted(),
    );
    await this.queue.addMany(dispatchEvent, missing.map(alone));
    this.log.info({ events: missing.length }, 'Rebuilt the event queue from the outbox.');
  }
}

/** In their order; those of one event stay together. */
function bundlesOf(deliveries: readonly Delivery[]): Delivery[][] {
  const bundles: Delivery[][] = [];
  for (const some of Map.groupBy(deliveries, ({ eventId }) => eventId).values()) {
    const last = bundles.at(-1);
    if (last && last.length + some.length <= TOGETHER) last.push(...some);
    else bundles.push(some);
  }
  return bundles;
}
