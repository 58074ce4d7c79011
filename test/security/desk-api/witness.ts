import type { TestDesk } from '../../fixtures/desk.ts';

/** What a request leaves that changes nothing: how many there were, here and at X, and how far lists were walked. */
const KEPT_OF_REQUESTS = ['rate_windows', 'attempts', 'social_limits', 'desk_walks'];

/** Writes down what is written and not undone. */
export class Witness {
  private constructor(private readonly desk: TestDesk) {}

  static async of(desk: TestDesk): Promise<Witness> {
    await desk.sql.run('CREATE TABLE witnessed (name text NOT NULL)');
    await desk.sql.run(
      `CREATE FUNCTION witness() RETURNS trigger LANGUAGE plpgsql AS
       'BEGIN INSERT INTO public.witnessed VALUES (TG_TABLE_NAME); RETURN NULL; END'`,
    );
    const tables = await desk.sql.rows<{ name: string }>(
      `SELECT oid::regclass::text AS name FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace
         AND NOT relispartition AND NOT relname = ANY ($1)`,
      [['witnessed', ...KEPT_OF_REQUESTS]],
    );
    for (const { name } of tables) {
      await desk.sql.run(
        `CREATE TRIGGER witness AFTER INSERT OR UPDATE OR DELETE ON ${name} FOR EACH ROW EXECUTE FUNCTION witness()`,
      );
    }
    return new Witness(desk);
  }

  /** The tables of which rows were added, changed or deleted since it was asked last. */
  async tables(): Promise<string[]> {
    const rows = await this.desk.sql.rows<{ name: string }>(
      'WITH seen AS (DELETE FROM witnessed RETURNING name) SELECT DISTINCT name FROM seen ORDER BY name',
    );
    return rows.map(({ name }) => name);
  }
}
