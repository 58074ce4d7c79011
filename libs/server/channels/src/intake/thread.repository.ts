import { Injectable } from '@nestjs/common';
import type { CaseStatus, SenderVerdict } from '@bureau/contracts';
import {
  customerOf,
  normaliseSubject,
  type InboundMail,
  type MailClass,
  type ThreadCandidate,
  type ThreadInput,
} from '@bureau/domain';
import { Clock, Database, statement } from '@bureau/platform';
import { findToken, MessageTokens, type TokenFacts } from '../email/read/index.ts';

interface CaseRow {
  caseId: number;
  messageId: number | null;
  subject: string;
  status: CaseStatus;
  deleted: boolean;
  mergedIntoId: number | null;
  parties: string[];
}

/** Parties: the customer's addresses, whoever wrote in the case, and whom we wrote to. */
const CASE = `
  c.id AS "caseId", c.subject, c.status, c.deleted_at IS NOT NULL AS deleted, c.merged_into_id AS "mergedIntoId",
  ARRAY(SELECT address FROM customer_addresses WHERE customer_id = c.customer_id
        UNION SELECT lower(from_address) FROM messages WHERE case_id = c.id AND direction = 'in'
        UNION SELECT lower(r ->> 'address') FROM messages, jsonb_array_elements(recipients_to || recipients_cc) r
              WHERE case_id = c.id AND direction = 'out') AS parties`;

const BY_ID = statement('threads.case', `SELECT ${CASE}, NULL::bigint AS "messageId" FROM cases c WHERE c.id = $1`);

/** The case that a message belongs to, wherever merges have taken it: not always the one that its id names. */
const BY_MESSAGE = statement(
  'threads.message',
  `SELECT ${CASE}, m.id AS "messageId" FROM messages m JOIN cases c ON c.id = coalesce(m.home_case_id, m.case_id)
   WHERE m.id = $1`,
);

const BY_REFERENCE = statement(
  'threads.by-reference',
  `SELECT ${CASE}, m.id AS "messageId" FROM messages m JOIN cases c ON c.id = coalesce(m.home_case_id, m.case_id)
   WHERE m.message_id = ANY($1) ORDER BY array_position($1, m.message_id), m.id DESC LIMIT 10`,
);

const BY_SENDER = statement(
  'threads.by-sender',
  `SELECT ${CASE}, NULL::bigint AS "messageId" FROM customer_addresses a JOIN cases c ON c.customer_id = a.customer_id
   WHERE a.address = $1 AND c.active_at > $2 AND c.deleted_at IS NULL ORDER BY c.active_at DESC LIMIT 20`,
);

const SUGGESTED_FOR_DAYS = 14;
const REFERENCES_AT_MOST = 50;
const MERGES_AT_MOST = 50;

/** Looks up everything that the threading decision needs. */
@Injectable()
export class ThreadRepository {
  constructor(
    private readonly database: Database,
    private readonly tokens: MessageTokens,
    private readonly clock: Clock,
  ) {}

  async lookUp(
    mail: InboundMail,
    { mailClass, verdict, recipients }: { mailClass: MailClass; verdict: SenderVerdict; recipients: string[] },
  ): Promise<ThreadInput> {
    const { kind } = mailClass;
    const token = findToken(mail, this.tokens, recipients) ?? this.returnedToken(mailClass);
    const references = [...mail.inReplyTo, ...mail.references.toReversed()].slice(0, REFERENCES_AT_MOST);
    const users = await this.usersAmong(mail);
    return {
      mail,
      kind,
      verdict,
      isUser: (address) => users.has(address.toLowerCase()),
      isFormerUser: (address) => users.get(address.toLowerCase()) === 'former',
      tokenMatch: token && (await this.candidate(token)),
      referenceMatches: token || references.length === 0 ? [] : await this.candidates(BY_REFERENCE, [references]),
      subjectSuggestions: token ? [] : await this.sameSubject(mail),
    };
  }

  /** A report names the message that it returns; only our own signature makes that a case of ours. */
  private returnedToken({ bounce }: MailClass): TokenFacts | null {
    return bounce?.originalMessageId ? this.tokens.readMessageId(bounce.originalMessageId) : null;
  }

  private async candidate({ caseId, messageId }: TokenFacts): Promise<ThreadCandidate | null> {
    const [answered] = messageId === null ? [] : await this.candidates(BY_MESSAGE, [messageId]);
    if (answered) return answered;
    const [candidate] = await this.candidates(BY_ID, [caseId]);
    return candidate ? { ...candidate, messageId } : null;
  }

  private async candidates(query: typeof BY_ID, values: unknown[]): Promise<ThreadCandidate[]> {
    const rows = await this.database.rows<CaseRow>(query, values);
    return Promise.all(rows.map((row) => this.withMerges(row, 0)));
  }

  private async withMerges({ mergedIntoId, ...candidate }: CaseRow, depth: number): Promise<ThreadCandidate> {
    if (mergedIntoId === null || depth > MERGES_AT_MOST) return { ...candidate, mergedInto: null };
    const target = await this.database.row<CaseRow>(BY_ID, [mergedIntoId]);
    return { ...candidate, mergedInto: target ? await this.withMerges(target, depth + 1) : null };
  }

  private async sameSubject(mail: InboundMail): Promise<ThreadCandidate[]> {
    const sender = customerOf(mail)?.address.toLowerCase();
    const subject = normaliseSubject(mail.subject);
    if (!sender || subject === '') return [];
    const since = new Date(this.clock.now().getTime() - SUGGESTED_FOR_DAYS * 86_400_000);
    const recent = await this.candidates(BY_SENDER, [sender, since]);
    return recent.filter((candidate) => normaliseSubject(candidate.subject) === subject);
  }

  private async usersAmong(mail: InboundMail): Promise<Map<string, 'active' | 'former'>> {
    const named = [mail.from, mail.sender, mail.originalSender, ...mail.replyTo];
    const addresses = named.flatMap((entry) => (entry ? [entry.address.toLowerCase()] : []));
    const rows = await this.database.rows<{ email: string; former: boolean }>(
      'SELECT lower(email) AS email, disabled_at IS NOT NULL AS former FROM users WHERE lower(email) = ANY($1)',
      [addresses],
    );
    return new Map(rows.map(({ email, former }) => [email, former ? 'former' : 'active']));
  }
}
