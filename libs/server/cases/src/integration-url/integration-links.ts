import { Injectable } from '@nestjs/common';
import { LINK_EXAMPLES, permits, type Actor, type Link } from '@bureau/contracts';
import { GroupHeirs } from '@bureau/identity';
import { Database, LinkSources } from '@bureau/platform';
import { IntegrationUrlRepository } from './integration-url.repository.ts';
import { SaveIntegration } from './save-integration.ts';

/** The integrations `i` of `$1`: who is shown them. */
const INTEGRATIONS_OF = {
  user: 'i.user_id = $1',
  group: 'i.group_id = $1',
  role: '$1 = ANY(i.role_ids)',
} as const;

const NOUNS = ['user', 'group', 'role'] as const;

/** Says which integrations hang on a user, a group or a role; those of a group go on with its heir. */
@Injectable()
export class IntegrationLinks {
  constructor(
    private readonly database: Database,
    stored: IntegrationUrlRepository,
    save: SaveIntegration,
    sources: LinkSources,
    heirs: GroupHeirs,
  ) {
    for (const noun of NOUNS) sources.declare(noun, async (actor, id) => [await this.integrations(actor, noun, id)]);
    heirs.declare({
      noun: 'integrations',
      count: async (groupId) => (await stored.ofGroup(groupId)).length,
      follow: (actor, from, to) => save.regroup(actor, from, to),
    });
  }

  /** All are counted; they are named to those who manage them. */
  private async integrations(actor: Actor, noun: (typeof NOUNS)[number], id: number): Promise<Link> {
    const row = await this.database.row<Pick<Link, 'count' | 'examples'>>(
      `SELECT count(*) AS count, coalesce((SELECT jsonb_agg(e) FROM (
         SELECT i.id, i.name FROM integration_urls i WHERE (${INTEGRATIONS_OF[noun]}) AND $2::boolean
         ORDER BY i.name, i.id LIMIT ${LINK_EXAMPLES}) e), '[]') AS examples
       FROM integration_urls i WHERE ${INTEGRATIONS_OF[noun]}`,
      [id, permits(actor, 'integrations:manage')],
    );
    return { noun: 'integration-url', count: row?.count ?? 0, examples: row?.examples ?? [] };
  }
}
