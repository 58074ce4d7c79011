import { Injectable } from '@nestjs/common';
import type { Actor, MailAddress, ReplyRecipients, SenderVerdict } from '@bureau/contracts';
import { proposeRecipients } from '@bureau/domain';
import { Database, ProblemError } from '@bureau/platform';
import { caseAccess } from '../case/case-access.ts';

interface Facts {
  customerName: string;
  customerAddress: string | null;
  customerAddresses: string[];
  ownAddresses: string[];
  knownAddresses: string[];
  latest: { from: MailAddress; to: MailAddress[]; cc: MailAddress[]; verdict: SenderVerdict | null } | null;
}

const FACTS = `
  SELECT p.name AS "customerName", p.address AS "customerAddress",
    ARRAY(SELECT address FROM customer_addresses a WHERE a.customer_id = p.id) AS "customerAddresses",
    ARRAY(SELECT address FROM mailboxes) AS "ownAddresses",
    ARRAY(SELECT DISTINCT lower(r ->> 'address') FROM messages o, jsonb_array_elements(o.recipients_to || o.recipients_cc) r
          WHERE o.case_id = c.id AND o.direction = 'out' AND o.purpose = 'message') AS "knownAddresses",
    (SELECT json_build_object('from', json_build_object('name', m.from_name, 'address', m.from_address),
       'to', m.recipients_to, 'cc', m.recipients_cc, 'verdict', m.sender ->> 'verdict')
     FROM messages m WHERE m.case_id = c.id AND m.direction = 'in' AND m.automatic IS NULL AND m.purpose = 'message'
     ORDER BY m.sequence DESC LIMIT 1) AS latest
  FROM cases c JOIN customers p ON p.id = c.customer_id
  WHERE c.id = $1 AND c.deleted_at IS NULL AND `;

/** Whom an answer to all would go to. */
@Injectable()
export class ReplyRecipientsQueries {
  constructor(private readonly database: Database) {}

  /** Throws case.not-found. */
  async propose(actor: Actor, caseId: number): Promise<ReplyRecipients> {
    const access = caseAccess(actor, 2);
    const facts = await this.database.row<Facts>(FACTS + access.sql, [caseId, ...access.values]);
    if (!facts) throw new ProblemError('case.not-found');
    const { customerName: name, customerAddress: address, ...rest } = facts;
    const customer = address === null ? null : { name: name === address ? '' : name, address };
    return proposeRecipients({ ...rest, customer });
  }
}
