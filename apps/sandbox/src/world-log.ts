export type WorldEvent = {
  sequence: number;
  at: string;
  /** What happened; `service` is a provider like X, which `service` names. */
  kind: WorldEventKind;
  /** The person it happened to, when there is one. */
  address?: string;
  /** One sentence for people. */
  words: string;
  service?: string;
  mailId?: string;
  messageId?: string;
};

export type WorldEventKind =
  | 'received'
  | 'refused'
  | 'unanswered'
  | 'sent'
  | 'send-failed'
  | 'person'
  | 'behaviour'
  | 'read'
  | 'reset'
  | 'service';

type Listener = (event: WorldEvent) => void;

const KEPT = 5000;

/** What happened in the sandbox, in order: the control plane reads it, open pages and waiting tests listen to it. */
export class WorldLog {
  readonly #now: () => Date;
  readonly #listeners = new Set<Listener>();
  #events: WorldEvent[] = [];
  #sequence = 0;

  constructor(now: () => Date) {
    this.#now = now;
  }

  add(event: Omit<WorldEvent, 'sequence' | 'at'>): void {
    const complete = { ...event, sequence: ++this.#sequence, at: this.#now().toISOString() };
    this.#events.push(complete);
    if (this.#events.length > KEPT * 2) this.#events = this.#events.slice(-KEPT);
    for (const listener of [...this.#listeners]) listener(complete);
  }

  /** Events after a sequence number, oldest first; at least the newest 5,000 are kept. */
  since(sequence: number): WorldEvent[] {
    return this.#events.filter((event) => event.sequence > sequence);
  }

  /** Returns the function that ends the subscription. */
  listen(listener: Listener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  clear(): void {
    this.#events = [];
  }
}
