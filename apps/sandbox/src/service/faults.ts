import { Fault, type Effect, type FaultInput } from './fault.ts';

type Standing = Fault & { id: number; pattern: URLPattern; met: number };

/** The faults of one service; the newest that fits meets a request. They end with the process: a restart heals. */
export class Faults {
  #standing: Standing[] = [];
  #count = 0;

  /** Returns the number by which it can be ended. */
  add(given: FaultInput): number {
    const fault = Fault.parse(given);
    const id = ++this.#count;
    this.#standing.unshift({ ...fault, id, met: 0, pattern: new URLPattern({ pathname: fault.path }) });
    return id;
  }

  end(id: number): void {
    this.#standing = this.#standing.filter((one) => one.id !== id);
  }

  clear(): void {
    this.#standing = [];
  }

  list(): (Fault & { id: number; met: number })[] {
    return this.#standing.map(({ pattern: _, ...fault }) => fault);
  }

  /** What happens to this request; counts it. */
  meet(method: string, pathname: string): Effect | undefined {
    const fits = (one: Standing) => one.method === '*' || one.method === method;
    for (const fault of this.#standing) {
      if (!fits(fault) || !fault.pattern.test({ pathname })) continue;
      fault.met += 1;
      if (fault.met <= fault.after) continue;
      if (fault.times !== undefined && fault.met - fault.after >= fault.times) this.end(fault.id);
      return fault.effect;
    }
    return undefined;
  }
}
