export type Violation = { kind: string; words: string };

/** What a well-behaved app never does. */
export class Violations {
  #known: Violation[] = [];

  add(kind: string, words: string): void {
    this.#known.push({ kind, words });
  }

  list(): Violation[] {
    return [...this.#known];
  }

  clear(): void {
    this.#known = [];
  }
}
