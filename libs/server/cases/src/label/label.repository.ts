import { Injectable } from '@nestjs/common';
import { LabelName, permits, type Actor } from '@bureau/contracts';
import { Database, InvalidInput, statement } from '@bureau/platform';

const RESOLVE = statement('labels.resolve', 'SELECT id, name FROM labels WHERE name = ANY($1::text[])');

const CREATE_MISSING = statement(
  'labels.create-missing',
  `INSERT INTO labels (name, types, position)
   SELECT name, '{case}', (SELECT coalesce(max(position), 0) FROM labels) + row_number() OVER ()
   FROM unnest($1::text[]) AS name
   ON CONFLICT (name) DO NOTHING`,
);

/** The only place that speaks SQL for labels. */
@Injectable()
export class LabelRepository {
  constructor(private readonly database: Database) {}

  /**
   * The ids of labels by name, in the order of the names, each once. Missing ones are created for an actor who may
   * create labels. Throws request.invalid naming each label that there is not, at `labels`.
   */
  async resolve(actor: Actor, names: readonly string[]): Promise<number[]> {
    const wanted = [...new Set(names.map((name) => name.trim()))];
    const known = await this.idsByName(wanted);
    const missing = wanted.filter((name) => !known.has(name));
    if (missing.length === 0) return idsOf(wanted, known);

    this.checkNew(actor, missing);
    await this.database.run(CREATE_MISSING, [missing]);
    return idsOf(wanted, await this.idsByName(wanted));
  }

  private async idsByName(names: readonly string[]): Promise<Map<string, number>> {
    if (names.length === 0) return new Map();
    const rows = await this.database.rows<{ id: number; name: string }>(RESOLVE, [names]);
    return new Map(rows.map(({ id, name }) => [name, id]));
  }

  private checkNew(actor: Actor, missing: readonly string[]): void {
    const errors = missing.flatMap((name) => {
      if (!permits(actor, 'labels:create')) {
        return [{ path: 'labels', message: `There is no label "${name}"; choose one that there is.` }];
      }
      const problem = LabelName.safeParse(name).error?.issues[0]?.message;
      return problem === undefined ? [] : [{ path: 'labels', message: `"${name}": ${problem}` }];
    });
    if (errors.length > 0) throw new InvalidInput(errors);
  }
}

function idsOf(names: readonly string[], known: Map<string, number>): number[] {
  return names.flatMap((name) => known.get(name) ?? []);
}
