import { Injectable } from '@nestjs/common';
import { LINK_EXAMPLES, type Link, type LinkingNoun } from '@bureau/contracts';
import { Database, LinkSources } from '@bureau/platform';

/** What hangs on people, groups, roles and brands: rows of `id` and `name` that belong to `$1`. */
const ROWS = {
  'groups of a user':
    'SELECT g.id, g.name FROM groups g JOIN group_members m ON m.group_id = g.id WHERE m.user_id = $1',
  'applications of a user':
    'SELECT DISTINCT a.id, a.name FROM api_applications a JOIN api_tokens t ON t.application_id = a.id WHERE t.user_id = $1',
  'users of a group': 'SELECT u.id, u.name FROM users u JOIN group_members m ON m.user_id = u.id WHERE m.group_id = $1',
  'users of a role': 'SELECT u.id, u.name FROM users u WHERE u.role_id = $1',
  'users of a brand': 'SELECT u.id, u.name FROM users u JOIN user_brands b ON b.user_id = u.id WHERE b.brand_id = $1',
  'groups of a brand':
    'SELECT g.id, g.name FROM groups g JOIN group_brands b ON b.group_id = g.id WHERE b.brand_id = $1',
} as const;

/** Says which users, groups and applications hang on a user, a group, a role or a brand. */
@Injectable()
export class IdentityLinks {
  constructor(
    private readonly database: Database,
    sources: LinkSources,
  ) {
    sources.declare('user', async (_actor, id) => [
      await this.link('group', 'groups of a user', id),
      await this.link('application', 'applications of a user', id),
    ]);
    sources.declare('group', async (_actor, id) => [await this.link('user', 'users of a group', id)]);
    sources.declare('role', async (_actor, id) => [await this.link('user', 'users of a role', id)]);
    sources.declare('brand', async (_actor, id) => [
      await this.link('user', 'users of a brand', id),
      await this.link('group', 'groups of a brand', id),
    ]);
  }

  private async link(noun: LinkingNoun, of: keyof typeof ROWS, id: number): Promise<Link> {
    const row = await this.database.row<Pick<Link, 'count' | 'examples'>>(
      `WITH linked AS (${ROWS[of]})
       SELECT (SELECT count(*) FROM linked) AS count, coalesce((SELECT jsonb_agg(e) FROM (
         SELECT id, name FROM linked ORDER BY name, id LIMIT ${LINK_EXAMPLES}) e), '[]') AS examples`,
      [id],
    );
    return { noun, count: row?.count ?? 0, examples: row?.examples ?? [] };
  }
}
