import { Inject, Injectable } from '@nestjs/common';
import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import { Database, statement } from '../database/index.ts';
import { defineJob, JobQueue } from '../jobs/index.ts';
import { LOG, type Log } from '../logging/index.ts';
import { RealtimePublisher } from '../realtime/index.ts';
import { OutboxBell } from './outbox-bell.ts';
import { SubscriberRegistry } from './subscriber-registry.ts';

/** One event for one subscriber. */
export const dispatchEvent = defineJob('event.dispatch', z.object({ eventId: z.number(), subscriber: z.string() }), {
  // About a day: longer than any outage that leaves the desk standing.
  attempts: 150,
  backoff: { type: 'exponential', delayMs: 1000, maxMs: 600_000 },
  concurrency: 8,
});

interface OutboxRow {
  id: number;
  name: string;
  payload: unknown;
}

const BATCH = 200;
/** How long after the last ring the relay looks by itself, in milliseconds. */
const TURN = 100;
/** How long a relayed event is kept, and therefore how far back a lost queue is rebuilt. */
const KEPT_DAYS = 7;

const WAITING = statement(
  'outbox.waiting',
  `SELECT id, name, payload FROM outbox WHERE relayed_at IS NULL ORDER BY id LIMIT ${BATCH} FOR UPDATE SKIP LOCKED`,
);
const RELAYED = statement('outbox.relayed', 'UPDATE outbox SET relayed_at = now() WHERE id = ANY($1)');

/**
 * Carries facts from the outbox to those who react: one job for each subscriber, and a word to the screens.
 * Several relays may run at once; each event is taken by one of them.
 */
@Injectable()
export class OutboxRelay {
  private running: Promise<void> | null = null;
  private stopping = new AbortController();
  private ringing: () => void = () => undefined;

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
        setTimeout(resolve, 5);
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
    const jobs = rows.flatMap(({ id, name }) =>
      this.registry.subscribersOf(name).map((subscriber) => ({
        id: `${id}-${subscriber}`,
        payload: { eventId: id, subscriber },
      })),
    );
    if (jobs.length > 0) await this.queue.addMany(dispatchEvent, jobs);
  }

  private async broadcast(rows: OutboxRow[]): Promise<void> {
    const changes = rows.flatMap(({ name, payload }) =>
      this.registry.broadcastsOf(name, payload).map(({ room, ids }) => ({ room, event: name, ids })),
    );
    await this.realtime.publishAll(changes);
  }

  /** After the queue lost its storage: every recent event goes again to those who have not handled it. */
  private async rebuild(): Promise<void> {
    const missing = await this.database.rows<{ id: number; subscriber: string }>(
      `SELECT outbox.id, wanted.subscriber
       FROM outbox CROSS JOIN LATERAL unnest($1::text[], $2::text[]) AS wanted (event, subscriber)
       WHERE wanted.event = outbox.name AND outbox.relayed_at > now() - make_interval(days => ${KEPT_DAYS})
         AND NOT EXISTS (SELECT FROM handled_events h WHERE h.event_id = outbox.id AND h.subscriber = wanted.subscriber)
       ORDER BY outbox.id`,
      this.registry.wanted(),
    );
    const jobs = missing.map(({ id, subscriber }) => ({
      id: `${id}-${subscriber}`,
      payload: { eventId: id, subscriber },
    }));
    if (jobs.length > 0) await this.queue.addMany(dispatchEvent, jobs);
    this.log.info({ events: jobs.length }, 'Rebuilt the event queue from the outbox.');
  }
}
