import { GraphError } from '../graph-error.ts';

/** One wanted field, as in `comments.limit(50).order(reverse_chronological){id,from}`. */
export type Wanted = { name: string; args: Record<string, string>; fields?: Wanted[] };

/** Reads the `fields` parameter. Throws 2500 with the place where it stops making sense. */
export function parseFields(text: string): Wanted[] {
  const reader = new Reader(text);
  const wanted = reader.list();
  reader.end();
  return wanted;
}

/** Writes them back, for the `next` link of a nested list. */
export function printFields(wanted: Wanted[]): string {
  return wanted
    .map(({ name, args, fields }) => {
      const given = Object.entries(args).map(([key, value]) => `.${key}(${value})`);
      return name + given.join('') + (fields ? `{${printFields(fields)}}` : '');
    })
    .join(',');
}

class Reader {
  readonly #text: string;
  #at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  list(): Wanted[] {
    const wanted = [this.#one()];
    while (this.#take(',')) wanted.push(this.#one());
    return wanted;
  }

  end(): void {
    if (this.#at < this.#text.length) throw this.#wrong('end of string');
  }

  #one(): Wanted {
    const name = this.#word();
    const args: Record<string, string> = {};
    while (this.#take('.')) {
      const arg = this.#word();
      if (!this.#take('(')) throw this.#wrong('(');
      const close = this.#text.indexOf(')', this.#at);
      if (close < 0) throw this.#wrong(')');
      args[arg] = this.#text.slice(this.#at, close);
      this.#at = close + 1;
    }
    if (!this.#take('{')) return { name, args };
    const fields = this.list();
    if (!this.#take('}')) throw this.#wrong('}');
    return { name, args, fields };
  }

  #word(): string {
    const found = /^\s*([A-Za-z_][\w]*)\s*/.exec(this.#text.slice(this.#at));
    if (!found?.[1]) throw this.#wrong('a field name');
    this.#at += found[0].length;
    return found[1];
  }

  #take(sign: string): boolean {
    if (this.#text[this.#at] !== sign) return false;
    this.#at += 1;
    return true;
  }

  #wrong(expected: string): GraphError {
    const found = this.#text[this.#at] ?? 'end of string';
    return new GraphError({
      code: 2500,
      message: `Syntax error "Expected ${expected} instead of "${found}"." at character ${this.#at}: ${this.#text}`,
    });
  }
}
