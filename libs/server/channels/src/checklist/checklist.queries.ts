import { Inject, Injectable } from '@nestjs/common';
import type { Checklist, ChecklistItem, ChecklistItemId } from '@bureau/contracts';
import { CONFIG, Database, type Config } from '@bureau/platform';
import { OutboundProbe } from './outbound-probe.ts';

/**
 * One row for each tick: when it came true (null: not yet) and what was found. What the demo brought counts for nothing.
 * Mail counts once it has arrived or left, not once it is configured.
 */
const FACTS = `
  SELECT 'site' AS id, CASE WHEN company_name <> '' AND time_zone IS NOT NULL THEN updated_at END AS since, company_name AS found
  FROM site
  UNION ALL SELECT 'mailbox', min(created_at), coalesce(min(address), '') FROM mailboxes WHERE enabled AND NOT demo
  UNION ALL (SELECT 'mail-in', i.received_at, m.address FROM mailboxes m
    JOIN intake_items i ON i.mailbox_id = m.id AND NOT i.demo AND i.envelope ->> 'imported' IS DISTINCT FROM 'true'
    WHERE NOT m.demo ORDER BY i.received_at LIMIT 1)
  UNION ALL (SELECT 'mail-out', d.sent_at, d.recipients[1] FROM deliveries d JOIN cases c ON c.id = d.case_id
    WHERE d.state = 'sent' AND NOT c.demo ORDER BY d.id LIMIT 1)
  UNION ALL (SELECT 'second-factor', t.confirmed_at, u.name
    FROM users u JOIN roles r ON r.id = u.role_id LEFT JOIN two_factors t ON t.user_id = u.id WHERE r.everything AND NOT u.demo AND u.disabled_at IS NULL ORDER BY u.id LIMIT 1)
  UNION ALL (SELECT 'colleague', u.created_at, u.name FROM users u
    WHERE NOT u.demo AND u.disabled_at IS NULL AND u.password_hash IS NOT NULL ORDER BY u.id OFFSET 1 LIMIT 1)
  UNION ALL (SELECT 'group', g.created_at, g.name FROM groups g
    WHERE NOT g.demo AND EXISTS (SELECT FROM group_members m WHERE m.group_id = g.id) ORDER BY g.id LIMIT 1)
  UNION ALL (SELECT 'filter', f.created_at, f.name FROM filters f WHERE f.key IS NULL AND NOT f.demo ORDER BY f.id LIMIT 1)
  UNION ALL SELECT 'business-hours', set_up_at, name FROM business_calendars WHERE is_default`;

const ORDER: readonly ChecklistItemId[] = [
  ...(['site', 'mailbox', 'mail-in', 'outbound-server', 'mail-out', 'second-factor'] as const),
  ...(['colleague', 'group', 'filter', 'business-hours', 'secret'] as const),
];

interface FactRow {
  id: ChecklistItemId;
  since: Date | null;
  found: string | null;
}

/** What a new desk still lacks. Every tick is looked up when somebody asks; nothing is remembered but that nobody wants to see it. */
@Injectable()
export class ChecklistQueries {
  constructor(
    private readonly database: Database,
    private readonly probe: OutboundProbe,
    @Inject(CONFIG) private readonly config: Pick<Config, 'secret'>,
  ) {}

  async read(): Promise<Checklist> {
    const [facts, outbound, dismissed] = await Promise.all([
      this.database.rows<FactRow>(FACTS),
      this.probe.look(),
      this.database.row<{ at: Date | null }>('SELECT checklist_dismissed_at AS at FROM site'),
    ]);
    const known = new Map(facts.map((fact) => [fact.id, itemOf(fact)]));
    known.set('outbound-server', { id: 'outbound-server', ...outbound, since: null });
    known.set('secret', { id: 'secret', done: this.config.secret !== undefined, since: null, found: '' });
    const items = ORDER.map((id) => known.get(id) ?? { id, done: false, since: null, found: '' });
    return { items, dismissedAt: dismissed?.at?.toISOString() ?? null };
  }

  async dismiss(at: Date | null): Promise<void> {
    await this.database.run('UPDATE site SET checklist_dismissed_at = $1', [at]);
  }
}

function itemOf({ id, since, found }: FactRow): ChecklistItem {
  return { id, done: since !== null, since: since?.toISOString() ?? null, found: found ?? '' };
}
