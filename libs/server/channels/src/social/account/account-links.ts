import { Injectable } from '@nestjs/common';
import { LINK_EXAMPLES, type Actor, type Link } from '@bureau/contracts';
import { AuditLog, GroupHeirs } from '@bureau/identity';
import { Database, LinkSources } from '@bureau/platform';
import { nameOfAccount, settingsOf } from './settings-of.ts';
import { SocialAccountRepository } from './social-account.repository.ts';

/** Says which accounts hang on a brand or a group; a group that goes leaves its accounts to its successor. */
@Injectable()
export class AccountLinks {
  constructor(
    private readonly database: Database,
    private readonly accounts: SocialAccountRepository,
    private readonly audit: AuditLog,
    sources: LinkSources,
    heirs: GroupHeirs,
  ) {
    sources.declare('brand', async (_actor, id) => [await this.link('brand_id', id)]);
    sources.declare('group', async (_actor, id) => [await this.link('group_id', id)]);
    heirs.declare({
      noun: 'socialAccounts',
      count: async (groupId) => (await this.link('group_id', groupId)).count,
      follow: (actor, from, to) => this.follow(actor, from, to),
    });
  }

  private async link(column: 'brand_id' | 'group_id', id: number): Promise<Link> {
    const row = await this.database.row<Pick<Link, 'count' | 'examples'>>(
      `WITH linked AS (SELECT id, CASE network WHEN 'x' THEN '@' || handle ELSE name END AS name
                       FROM social_accounts WHERE ${column} = $1)
       SELECT (SELECT count(*) FROM linked) AS count, coalesce((SELECT jsonb_agg(e) FROM (
         SELECT id, name FROM linked ORDER BY name, id LIMIT ${LINK_EXAMPLES}) e), '[]') AS examples`,
      [id],
    );
    return { noun: 'social-account', count: row?.count ?? 0, examples: row?.examples ?? [] };
  }

  private async follow(actor: Actor, from: number, to: number): Promise<void> {
    for (const before of await this.accounts.lockOfGroup(from)) {
      const after = await this.accounts.save({ ...before, groupId: to });
      const { id } = before;
      const states = { before: settingsOf(before), after: settingsOf(after) };
      await this.audit.record(actor, {
        ...{ noun: 'social-account', id, name: nameOfAccount(after), action: 'changed', ...states },
      });
    }
  }
}
