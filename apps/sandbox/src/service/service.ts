import { join } from 'node:path';
import { reachable } from '../settings.ts';
import type { Call, Reply } from './call.ts';
import { ServiceClock, type ClockChange } from './clock.ts';
import type { Endpoint } from './endpoint.ts';
import type { FaultInput } from './fault.ts';
import { Faults } from './faults.ts';
import { RequestLog } from './request-log.ts';
import { ServiceServer } from './service-server.ts';
import { Snowflakes } from './snowflakes.ts';

export type ServiceGiven = {
  /** In folders, control paths and words: `x`, `facebook`. */
  name: string;
  /** The folder of the whole sandbox; the service keeps its world in one of its own there. */
  dataDir: string;
  host: string;
  /** The environment variable that sets the port. */
  variable: string;
};

/** What every provider stands on: a port, a clock, ids, faults, a log of requests, and a folder that outlives the process. */
export class Service {
  readonly name: string;
  readonly dataDir: string;
  readonly clock: ServiceClock;
  readonly ids: Snowflakes;
  readonly faults = new Faults();
  readonly requests: RequestLog;
  readonly #given: ServiceGiven;
  #server: ServiceServer | undefined;

  constructor(given: ServiceGiven) {
    this.#given = given;
    this.name = given.name;
    this.dataDir = join(given.dataDir, given.name);
    this.clock = new ServiceClock(this.dataDir);
    this.ids = new Snowflakes(this.clock);
    this.requests = new RequestLog(this.clock);
  }

  /** Opens the port (0: any free one) and returns it; rejects with one clear line when it is taken. */
  listen(port: number, answers: { endpoints: Endpoint[]; unknown: (call: Call) => Reply }): Promise<number> {
    const { host, variable } = this.#given;
    const { clock, faults, requests } = this;
    this.#server = new ServiceServer({ host, variable, clock, faults, requests, ...answers });
    return this.#server.listen(port);
  }

  get port(): number {
    return this.#server?.port ?? 0;
  }

  /** Where the service can be reached, without a slash at the end. */
  get url(): string {
    return `http://${reachable(this.#given.host)}:${this.port}`;
  }

  get up(): boolean {
    return this.#server?.up ?? false;
  }

  /** Down altogether: connections break, new ones are refused, the world stays. */
  async goDown(): Promise<void> {
    await this.#server?.close();
  }

  async comeBack(): Promise<void> {
    if (!this.up) await this.#server?.listen(0);
  }

  /** Heals everything that a test or a person broke: faults, clock, log, and being down. */
  async heal(): Promise<void> {
    this.faults.clear();
    this.clock.change({ reset: true });
    this.requests.clear();
    await this.comeBack();
  }

  /** What a test may do with every service; a provider adds its own. */
  handles() {
    return {
      url: this.url,
      port: this.port,
      clock: this.clock,
      requests: this.requests,
      fault: (fault: FaultInput): number => this.faults.add(fault),
      clearFaults: (): void => this.faults.clear(),
      turnClock: (change: ClockChange): void => this.clock.change(change),
      goDown: (): Promise<void> => this.goDown(),
      comeBack: (): Promise<void> => this.comeBack(),
    };
  }
}
