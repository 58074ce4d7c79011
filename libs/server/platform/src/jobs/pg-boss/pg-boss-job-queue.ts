import { randomUUID } from 'node:crypto';
import { PgBoss } from 'pg-boss';
import { definedJobs, type JobDefinition } from '../job-definition.ts';
import {
  addToDepth,
  delayOf,
  JobQueue,
  type AddOptions,
  type DeadLetter,
  type Handlers,
  type JobToAdd,
  type QueueDepth,
  type Rebuild,
  type Transactions,
} from '../job-queue.ts';
import { RunningJobs } from '../running-jobs.ts';
import { StorageWatch } from '../storage-watch.ts';
import { JobRows, rowId } from './job-rows.ts';
import { LOOK_AHEAD_MS, PgBossWorker } from './pg-boss-worker.ts';
import { WakeUp } from './wake-up.ts';

const DAY_SECONDS = 86_400;
const MARKER = 'storage.marker';

export interface PgBossJobQueueOptions {
  databaseUrl: string;
  /** A worker silent for so long is dead and its jobs run elsewhere. pg-boss allows no less than 10 s. */
  lockMs: number;
  onError(error: unknown): void;
}

/** Jobs in PostgreSQL (schema `pgboss`), for an installation without Redis. */
export class PgBossJobQueue extends JobQueue {
  private readonly boss: PgBoss;
  private readonly rows: JobRows;
  private readonly wakeUp: WakeUp;
  private readonly watch: StorageWatch;
  private readonly running = new RunningJobs();
  private readonly workers = new Map<string, PgBossWorker>();
  private readonly created = new Map<string, Promise<void>>();
  private timers: NodeJS.Timeout[] = [];
  /** Rounds of the timers that are under way. */
  private readonly rounds = new Set<Promise<void>>();

  constructor(private readonly options: PgBossJobQueueOptions) {
    super();
    this.boss = new PgBoss({
      connectionString: options.databaseUrl,
      schema: 'pgboss',
      max: 6,
      schedule: false,
      supervise: false,
      monitorIntervalSeconds: 2,
    });
    this.boss.on('error', options.onError);
    this.rows = new JobRows(this.boss);
    this.wakeUp = new WakeUp(this.boss);
    this.watch = new StorageWatch(this.marker(), options.onError);
  }

  async open(): Promise<void> {
    await this.boss.start();
  }

  async close(): Promise<void> {
    await this.boss.stop({ graceful: false });
  }

  protected async store<Payload>(
    job: JobDefinition<Payload>,
    jobs: readonly JobToAdd<Payload>[],
    transactions?: Transactions,
  ): Promise<void> {
    await this.ensureQueue(job);
    const rows = jobs.map((added) => {
      const { payload, id = randomUUID() } = added;
      const delay = delayOf(added);
      return {
        id: rowId(job.name, id),
        singletonKey: id,
        data: { payload: job.payload.parse(payload) },
        ...(delay > 0 && { startAfter: new Date(Date.now() + delay) }),
      };
    });
    await this.boss.insert(job.name, rows, transactions && { db: intoTransaction(transactions) });
  }

  protected async announce({ name }: JobDefinition<unknown>, jobs: readonly AddOptions[]): Promise<void> {
    await this.wakeUp.announce(name, Math.min(...jobs.map((added) => delayOf(added))));
  }

  cancel(job: JobDefinition<unknown>, id: string): Promise<boolean> {
    return this.rows.removeWaiting(job.name, rowId(job.name, id));
  }

  async depth(): Promise<Record<string, QueueDepth>> {
    const jobs = definedJobs();
    const counts = new Map((await this.rows.depths(jobs.map((job) => job.name))).map((row) => [row.name, row]));
    const none = { waiting: 0, delayed: 0, active: 0, failed: 0 };
    const depths: Record<string, QueueDepth> = {};
    for (const job of jobs) addToDepth(depths, job.queue, counts.get(job.name) ?? none);
    return depths;
  }

  deadLetters(): Promise<DeadLetter[]> {
    return this.rows.dead(definedJobs().map((job) => job.name));
  }

  async retryDeadLetter(id: string): Promise<boolean> {
    const [name = '', ...rest] = id.split('/');
    if (!definedJobs().some((job) => job.name === name)) return false;
    const revived = await this.rows.revive(name, rowId(name, rest.join('/')));
    if (revived) await this.wakeUp.announce(name, 0);
    return revived;
  }

  onStorageLost(rebuild: Rebuild): void {
    this.watch.add(rebuild);
  }

  async startWorkers(handlers: Handlers): Promise<void> {
    const { boss, rows, running, options } = this;
    for (const [job, handler] of handlers) {
      await this.ensureQueue(job);
      const tools = { boss, rows, running, onError: options.onError };
      this.workers.set(job.name, new PgBossWorker(job, handler, tools));
    }
    await this.wakeUp.listen(
      (name, dueMs) => this.workers.get(name)?.wake(dueMs),
      () => this.wakeAll(),
    );
    this.every(1_000, () => this.wakeDue());
    this.every(options.lockMs / 3, () => this.renewLocks());
    this.every(2_000, () => this.boss.supervise());
    this.every(60_000, () => this.forgetCompleted(handlers));
    this.wakeAll();
    await this.watch.start(2_000);
  }

  async stopWorkers(graceMs: number): Promise<void> {
    await this.watch.stop();
    await this.wakeUp.close();
    const workers = [...this.workers.values()];
    await Promise.all(workers.map((worker) => worker.stopFetching()));
    await this.running.drain(graceMs);
    await Promise.all(workers.map((worker) => worker.settled()));
    for (const timer of this.timers) clearInterval(timer);
    await Promise.all(this.rounds);
    this.workers.clear();
  }

  private wakeAll(): void {
    for (const worker of this.workers.values()) worker.wake();
  }

  private async wakeDue(): Promise<void> {
    for (const { name, dueMs } of await this.rows.due([...this.workers.keys()], LOOK_AHEAD_MS)) {
      this.workers.get(name)?.wake(Math.max(0, dueMs));
    }
  }

  private async renewLocks(): Promise<void> {
    for (const worker of this.workers.values()) await worker.renew();
  }

  private async forgetCompleted(handlers: Handlers): Promise<void> {
    for (const job of handlers.keys()) await this.rows.forgetCompleted(job.name, job.rememberMs);
  }

  /** Repeats a task; a round that takes longer than the interval is not overtaken by the next one. */
  private every(ms: number, task: () => Promise<void>): void {
    let round: Promise<void> | undefined;
    const begin = () => {
      if (round && this.rounds.has(round)) return;
      const begun = task()
        .catch(this.options.onError)
        .finally(() => this.rounds.delete(begun));
      round = begun;
      this.rounds.add(begun);
    };
    this.timers.push(setInterval(begin, ms));
  }

  private ensureQueue(job: Pick<JobDefinition<unknown>, 'name' | 'attempts' | 'timeoutMs'>) {
    const known = this.created.get(job.name);
    if (known) return known;
    const creating = this.createQueue(job).catch((error: unknown) => {
      this.created.delete(job.name);
      throw error;
    });
    this.created.set(job.name, creating);
    return creating;
  }

  private async createQueue(job: Pick<JobDefinition<unknown>, 'name' | 'attempts' | 'timeoutMs'>): Promise<void> {
    const settings = {
      retryLimit: job.attempts - 1,
      retryDelay: 0,
      heartbeatSeconds: Math.max(10, Math.round(this.options.lockMs / 1_000)),
      expireInSeconds: Math.ceil(job.timeoutMs / 1_000) + 60,
      retentionSeconds: 365 * DAY_SECONDS,
      deleteAfterSeconds: 30 * DAY_SECONDS,
    };
    await this.boss.createQueue(job.name, settings);
    await this.boss.updateQueue(job.name, settings);
  }

  /** The marker is itself a job, far in the future: it is lost exactly when jobs are lost. */
  private marker() {
    const job = { name: MARKER, attempts: 1, timeoutMs: 1_000 };
    const filled = rowId(MARKER, 'filled');
    const put = async (id: string) => {
      this.created.clear();
      await this.ensureQueue(job);
      await this.boss.insert(MARKER, [{ id, startAfter: new Date('2100-01-01T00:00:00Z') }]);
    };
    return {
      present: () => this.rows.exists(MARKER, filled),
      begin: (filling: string) => put(filling),
      set: async (filling: string) => {
        if (await this.rows.removeWaiting(MARKER, filling)) await put(filled);
      },
    };
  }
}

/** Jobs of the transaction that is open: they are there when it is committed. */
function intoTransaction(transactions: Transactions) {
  return { executeSql: async (text: string, values?: unknown[]) => ({ rows: await transactions.rows(text, values) }) };
}
