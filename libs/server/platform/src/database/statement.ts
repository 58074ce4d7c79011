/** A statement with a name, so that PostgreSQL plans it once for each connection. */
export interface Statement {
  name: string;
  text: string;
}

/** Declares a hot statement. The name must be unique in the program, e.g. `cases.list-inbox`. */
export function statement(name: string, text: string): Statement {
  return { name, text };
}
