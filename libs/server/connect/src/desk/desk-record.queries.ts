import { Injectable } from '@nestjs/common';
import type { ActorStamp, CaseStatus, Channel, Contact, CustomFieldValues, SyncObject } from '@bureau/contracts';
import { Database, statement } from '@bureau/platform';

/** A company as the sync sees it. */
export interface DeskCompany {
  object: 'company';
  id: number;
  name: string;
  /** The first of its domains. */
  domain: string | null;
  customFields: CustomFieldValues;
  createdAt: Date;
}

/** A customer as the sync sees it. */
export interface DeskCustomer {
  object: 'customer';
  id: number;
  name: string;
  firstName: string;
  lastName: string;
  title: string;
  /** The one that answers go to. */
  address: string | null;
  emails: Contact[];
  phoneNumbers: Contact[];
  background: string;
  customFields: CustomFieldValues;
  companyId: number | null;
  companyName: string | null;
  createdAt: Date;
}

/** A case as the sync sees it. */
export interface DeskCase {
  object: 'case';
  id: number;
  subject: string;
  description: string;
  /** What its first message says. */
  firstText: string;
  status: CaseStatus;
  /** 1 to 10. */
  priority: number;
  channel: Channel;
  customFields: CustomFieldValues;
  customerId: number;
  /** Of its customer. */
  companyId: number | null;
  createdAt: Date;
}

export type DeskRecord = DeskCompany | DeskCustomer | DeskCase;

const COMPANY = (which: string) =>
  `SELECT 'company' AS object, o.id, o.name, o.custom_fields AS "customFields", o.created_at AS "createdAt",
     (SELECT d.domain FROM company_domains d WHERE d.company_id = o.id ORDER BY d.domain LIMIT 1) AS domain
   FROM companies o WHERE o.id ${which}`;

const CUSTOMER = (which: string) =>
  `SELECT 'customer' AS object, p.id, p.name, p.first_name AS "firstName", p.last_name AS "lastName", p.title, p.address,
     p.background, p.custom_fields AS "customFields", p.company_id AS "companyId", o.name AS "companyName",
     p.created_at AS "createdAt",
     (SELECT coalesce(json_agg(json_build_object('type', a.type, 'value', a.address) ORDER BY a.position, a.address), '[]')
      FROM customer_addresses a WHERE a.customer_id = p.id) AS emails,
     (SELECT coalesce(json_agg(json_build_object('type', t.type, 'value', t.value) ORDER BY t.position, t.id), '[]')
      FROM customer_contacts t WHERE t.customer_id = p.id AND t.kind = 'phone') AS "phoneNumbers"
   FROM customers p LEFT JOIN companies o ON o.id = p.company_id
   WHERE p.id ${which} AND p.merged_into_id IS NULL`;

const CASE = (which: string) =>
  `SELECT 'case' AS object, c.id, c.subject, c.description, c.status, c.priority, c.channel,
     c.custom_fields AS "customFields", c.customer_id AS "customerId", p.company_id AS "companyId",
     c.created_at AS "createdAt",
     coalesce((SELECT left(m.text, CASE WHEN m.visible_length > 0 THEN m.visible_length ELSE 20000 END)
               FROM messages m WHERE m.case_id = c.id AND m.erased_at IS NULL ORDER BY m.sequence LIMIT 1), '') AS "firstText"
   FROM cases c JOIN customers p ON p.id = c.customer_id
   WHERE c.id ${which} AND c.deleted_at IS NULL AND c.merged_into_id IS NULL`;

const NAMED = 'id = ANY ($1::bigint[])';

const ONE = {
  company: statement('salesforce.desk-company', COMPANY('= $1')),
  customer: statement('salesforce.desk-customer', CUSTOMER('= $1')),
  case: statement('salesforce.desk-case', CASE('= $1')),
};

const MANY = {
  company: statement('salesforce.desk-companies', COMPANY('= ANY ($1::bigint[])')),
  customer: statement('salesforce.desk-customers', CUSTOMER('= ANY ($1::bigint[])')),
  case: statement('salesforce.desk-cases', CASE('= ANY ($1::bigint[])')),
};

/** As the verbs of the desk lock them. */
const LOCK = {
  company: statement('salesforce.lock-companies', `SELECT FROM companies WHERE ${NAMED} ORDER BY id FOR NO KEY UPDATE`),
  customer: statement(
    'salesforce.lock-customers',
    `SELECT FROM customers WHERE ${NAMED} ORDER BY id FOR NO KEY UPDATE`,
  ),
  case: statement('salesforce.lock-cases', `SELECT FROM cases WHERE ${NAMED} ORDER BY id FOR UPDATE`),
};

const LATEST_CHANGES = {
  case: statement(
    'salesforce.case-changes',
    `SELECT actor, at, changes FROM case_events WHERE case_id = $1 AND jsonb_array_length(changes) > 0
     ORDER BY sequence DESC LIMIT 50`,
  ),
  customer: statement(
    'salesforce.customer-changes',
    `SELECT actor, at, changes FROM customer_events WHERE customer_id = $1 ORDER BY id DESC LIMIT 50`,
  ),
};

/** Who changed something here, and when. */
export interface DeskChange {
  actor: ActorStamp;
  at: Date;
  changes: { field: string }[];
}

/** Reads records of the desk for the sync: one statement each time. One in the trash, or merged away, is not there. */
@Injectable()
export class DeskRecordQueries {
  constructor(private readonly database: Database) {}

  async find(object: SyncObject, deskId: number): Promise<DeskRecord | undefined> {
    return this.database.row<DeskRecord & Record<string, unknown>>(ONE[object], [deskId]);
  }

  /** Those that are there, in no order. */
  async findMany(object: SyncObject, deskIds: readonly number[]): Promise<DeskRecord[]> {
    if (deskIds.length === 0) return [];
    return this.database.rows<DeskRecord & Record<string, unknown>>(MANY[object], [deskIds]);
  }

  /** As it is, and stays until the transaction ends: nobody's edit comes between reading and writing. */
  async findLocked(object: SyncObject, deskId: number): Promise<DeskRecord | undefined> {
    const [record] = await this.findManyLocked(object, [deskId]);
    return record;
  }

  /** As {@link findLocked}; those that are there, in no order. */
  async findManyLocked(object: SyncObject, deskIds: readonly number[]): Promise<DeskRecord[]> {
    await this.database.run(LOCK[object], [deskIds]);
    return this.findMany(object, deskIds);
  }

  /** The latest changes, the newest first. Companies keep no history. */
  async latestChanges(object: SyncObject, deskId: number): Promise<DeskChange[]> {
    return object === 'company' ? [] : this.database.rows<DeskChange>(LATEST_CHANGES[object], [deskId]);
  }
}
