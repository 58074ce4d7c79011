/** JSON that PostgreSQL has built: it crosses the wire as it is, without being parsed and written again. */
export class RawJson {
  constructor(readonly text: string) {}
}
