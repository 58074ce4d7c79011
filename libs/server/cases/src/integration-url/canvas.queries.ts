import { Injectable } from '@nestjs/common';
import { Database, statement } from '@bureau/platform';

/** What an app is told, by the names that canvas apps know. */
interface CanvasFacts {
  user: object;
  site: { name: string; timeZone: string };
  case: object;
  customer: object;
}

const USER = `json_build_object('userId', u.id::text, 'userName', u.email, 'email', u.email, 'fullName', u.name,
  'language', coalesce(w.preferences ->> 'language', s.default_language), 'timeZone', coalesce(s.time_zone, 'UTC'),
  'roleId', u.role_id::text, 'groupIds', ARRAY(SELECT m.group_id FROM group_members m WHERE m.user_id = u.id ORDER BY 1))`;

const CASE = `json_build_object('id', c.id, 'subject', c.subject, 'status', c.status, 'priority', c.priority, 'channel', c.channel,
  'language', c.language, 'externalId', c.external_id, 'brandId', c.brand_id, 'customFields', c.custom_fields,
  'labels', ARRAY(SELECT l.name FROM labels l WHERE l.id = ANY(c.label_ids) AND l.removed_at IS NULL
    ORDER BY array_position(c.label_ids, l.id)),
  'assigneeId', c.assignee_id, 'groupId', c.group_id, 'createdAt', c.created_at, 'updatedAt', c.updated_at)`;

/** `$3`: whether the reader sees customers beyond what their cases say of them. */
const CUSTOMER = `json_build_object('id', p.id, 'name', p.name, 'email', p.address)::jsonb
  || CASE WHEN $3::boolean THEN jsonb_build_object('firstName', p.first_name, 'lastName', p.last_name, 'title', p.title,
    'externalId', p.external_id, 'language', p.language, 'customFields', p.custom_fields,
    'emails', ARRAY(SELECT a.address FROM customer_addresses a WHERE a.customer_id = p.id ORDER BY a.position, a.address),
    'phoneNumbers', ARRAY(SELECT t.value FROM customer_contacts t WHERE t.customer_id = p.id AND t.kind = 'phone'
      ORDER BY t.position, t.id),
    'company', (SELECT json_build_object('id', o.id, 'name', o.name) FROM companies o WHERE o.id = p.company_id))
    ELSE '{}' END`;

const ABOUT = statement(
  'integrations.canvas',
  `SELECT ${USER} AS user, ${CASE} AS case, ${CUSTOMER} AS customer,
     json_build_object('name', s.company_name, 'timeZone', coalesce(s.time_zone, 'UTC')) AS site
   FROM cases c JOIN customers p ON p.id = c.customer_id CROSS JOIN site s
     JOIN users u ON u.id = $2 LEFT JOIN user_preferences w ON w.user_id = u.id WHERE c.id = $1`,
);

/** Reads what canvas apps are told. */
@Injectable()
export class CanvasQueries {
  constructor(private readonly database: Database) {}

  /** For a case that the user was found to see. */
  async about(wanted: { caseId: number; userId: number; wholeCustomer: boolean }): Promise<CanvasFacts> {
    const row = await this.database.row<CanvasFacts>(ABOUT, [wanted.caseId, wanted.userId, wanted.wholeCustomer]);
    if (!row) throw new Error('The case is gone.');
    return row;
  }
}
