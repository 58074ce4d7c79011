import { appendFileSync, existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import type { z } from 'zod';

/**
 * An append-only file of JSON lines: what was noted is there after a restart.
 * A line torn by a crash is skipped and never spoils the one behind it.
 */
export class Journal<Fact> {
  readonly #file: string;
  readonly #schema: z.ZodType<Fact>;

  constructor(file: string, schema: z.ZodType<Fact>) {
    this.#file = file;
    this.#schema = schema;
    mkdirSync(dirname(file), { recursive: true });
    if (this.#text().length > 0 && !this.#text().endsWith('\n')) appendFileSync(file, '\n');
  }

  note(fact: Fact): void {
    appendFileSync(this.#file, `${JSON.stringify(fact)}\n`);
  }

  facts(): Fact[] {
    return this.#text()
      .split('\n')
      .flatMap((line) => this.#parse(line));
  }

  clear(): void {
    rmSync(this.#file, { force: true });
  }

  #text(): string {
    return existsSync(this.#file) ? readFileSync(this.#file, 'utf8') : '';
  }

  #parse(line: string): Fact[] {
    try {
      const parsed = this.#schema.safeParse(JSON.parse(line));
      return parsed.success ? [parsed.data] : [];
    } catch {
      return [];
    }
  }
}
