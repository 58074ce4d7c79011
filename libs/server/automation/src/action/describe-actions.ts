import { Injectable } from '@nestjs/common';
import type { Actions, Actor } from '@bureau/contracts';
import { describeAction, referencesOf, type ActionReference } from '@bureau/domain';
import { Database, statement } from '@bureau/platform';

const SOURCES: Readonly<Record<ActionReference, string>> = {
  user: 'users',
  group: 'groups',
  brand: 'brands',
  webhook: 'webhooks',
  article: `(SELECT a.id, t.subject AS name FROM articles a
    JOIN article_translations t ON t.article_id = a.id AND t.language = a.language)`,
};

const NAMES = statement(
  'actions.names',
  `WITH w AS (SELECT * FROM unnest($1::text[], $2::bigint[]) AS w (noun, id)) ${Object.entries(SOURCES)
    .map(
      ([to, table]) =>
        `SELECT DISTINCT '${to}' AS "to", n.id, n.name FROM ${table} n JOIN w ON w.noun = '${to}' AND w.id = n.id`,
    )
    .join(' UNION ALL ')}`,
);

const LABELS = statement(
  'actions.field-labels',
  "SELECT key, label FROM custom_fields WHERE owner = 'case' AND key = ANY($1::text[])",
);

/** Actions in words, with the names of what they are about. */
@Injectable()
export class DescribeActions {
  constructor(private readonly database: Database) {}

  /** One sentence for each, in their order: «Set status to Pending». English, as all that the API says. */
  async run(_actor: Actor, actions: Actions): Promise<string[]> {
    const names = new Map((await this.names(actions)).map(({ to, id, name }) => [`${to} ${id}`, name]));
    const labels = await this.labelsFor(actions);
    return actions.map((action) =>
      describeAction(action, {
        nameOf: (to, id) => names.get(`${to} ${id}`) ?? null,
        labelOf: (key) => labels.get(key) ?? null,
      }),
    );
  }

  /** What the ids in actions are called; what is gone is left out. */
  async names(actions: Actions): Promise<{ to: ActionReference; id: number; name: string }[]> {
    const references = referencesOf(actions);
    if (references.length === 0) return [];
    return this.database.rows(NAMES, [references.map(({ to }) => to), references.map(({ id }) => id)]);
  }

  private async labelsFor(actions: Actions): Promise<Map<string, string>> {
    const keys = actions.flatMap((action) => (action.type === 'set-custom-fields' ? Object.keys(action.values) : []));
    if (keys.length === 0) return new Map();
    const rows = await this.database.rows<{ key: string; label: string }>(LABELS, [keys]);
    return new Map(rows.map(({ key, label }) => [key, label]));
  }
}
