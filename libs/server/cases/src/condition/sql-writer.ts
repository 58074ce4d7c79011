/** Collects the values of a statement while its text is written. User input goes through here and nowhere else. */
export class SqlWriter {
  readonly values: unknown[] = [];

  /** `first`: the number of the first placeholder. */
  constructor(private readonly first: number) {}

  /** The placeholder of a value; `type` is PostgreSQL's. */
  param(value: unknown, type: string): string {
    return `$${this.first + this.values.push(value) - 1}::${type}`;
  }
}

/** A pattern of LIKE that means these characters and nothing else. */
export function likeLiteral(text: string): string {
  return text.replace(/[\\%_]/g, '\\$&');
}
