/** JSON that PostgreSQL has built: it crosses the wire as it is, without being parsed and written again. */
export class RawJson {
  constructor(
    readonly text: string,
    /** What the ETag is made of, for a resource that can be changed with `If-Match`. */
    readonly version?: string,
  ) {}
}
