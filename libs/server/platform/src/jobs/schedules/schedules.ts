import { z } from 'zod';
import { defineJob } from '../job-definition.ts';
import type { JobQueue } from '../job-queue.ts';
import type { Schedule } from './every.ts';

/** One run of a schedule; its id is known for longer than the longest interval, so a restart repeats nothing. */
export const runSchedule = defineJob('schedule.run', z.object({ name: z.string(), slot: z.number() }), {
  attempts: 5,
  backoff: { type: 'exponential', delayMs: 2_000 },
  rememberMs: 8 * 86_400_000,
});

/** Enqueues one job for each interval ("slot"). Every process does so; the slot is the job's id, so one wins. */
export class Schedules {
  private readonly timers = new Map<string, NodeJS.Timeout>();

  constructor(
    private readonly queue: JobQueue,
    private readonly onError: (error: unknown) => void,
    private readonly now: () => number = Date.now,
  ) {}

  /** Begins with the slot that is running now: this is what catches up after downtime. */
  start(schedules: readonly Schedule[]): void {
    for (const schedule of schedules) void this.enqueue(schedule);
  }

  stop(): void {
    for (const timer of this.timers.values()) clearTimeout(timer);
    this.timers.clear();
  }

  private async enqueue(schedule: Schedule): Promise<void> {
    const { name, everyMs } = schedule;
    const slot = Math.floor(this.now() / everyMs);
    const wait = (slot + 1) * everyMs - this.now();
    // Timers hold at most 2^31 ms and stand still while a machine sleeps: look again at least every minute.
    const timer = setTimeout(() => void this.enqueue(schedule), Math.min(wait, 60_000));
    this.timers.set(name, timer);
    await this.queue.add(runSchedule, { name, slot }, { id: `${name}:${slot}` }).catch(this.onError);
  }
}
