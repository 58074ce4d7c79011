import { Injectable } from '@nestjs/common';
import { userIdOf, type Actor } from '@bureau/contracts';
import { Database, ProblemError, Transactional } from '@bureau/platform';
import { CaseReferenceRepository } from '../case/case-reference.repository.ts';
import { CaseRepository } from '../case/case.repository.ts';
import { RecordCaseChange } from '../case/record-case-change.ts';
import { refuseClosed } from '../case/refuse-closed.ts';

interface Attachable {
  caseId: number;
  isErased: boolean;
  isOurs: boolean;
}

/** Adds a file to what was said and is only written down here. What the desk itself sends goes as it was written. */
@Injectable()
export class AttachToMessage {
  constructor(
    private readonly cases: CaseRepository,
    private readonly references: CaseReferenceRepository,
    private readonly recordChange: RecordCaseChange,
    private readonly database: Database,
  ) {}

  /** Throws message.not-found, message.erased, message.sent, upload.not-found, case.closed, case.merged. */
  @Transactional()
  async run(actor: Actor, messageId: number, uploadId: number): Promise<{ attachmentId: number }> {
    const message = await this.find(messageId);
    const supportCase = message && (await this.cases.lock(actor, message.caseId));
    if (!supportCase) throw new ProblemError('message.not-found');
    refuseClosed(supportCase);
    if (message.isErased) throw new ProblemError('message.erased');
    if (message.isOurs) throw new ProblemError('message.sent');

    const [file] = await this.references.uploads(userIdOf(actor) ?? null, [uploadId]);
    const row = await this.database.row<{ id: number }>(
      `INSERT INTO attachments (message_id, position, file_name, content_type, size, sha256)
       SELECT $1, coalesce(max(position), 0) + 1, $2, $3, $4, $5 FROM attachments WHERE message_id = $1 RETURNING id`,
      [messageId, file?.fileName, file?.contentType, file?.size, file?.sha256],
    );
    if (!row) throw new Error('The file was not attached.');
    await this.recordChange.run(actor, supportCase, {
      event: 'attachment.added',
      changes: [],
      patch: { attachments: 1 },
      context: { messageId },
      reason: file?.fileName ?? null,
    });
    return { attachmentId: row.id };
  }

  private find(messageId: number): Promise<Attachable | undefined> {
    return this.database.row<Attachable>(
      `SELECT case_id AS "caseId", erased_at IS NOT NULL AS "isErased",
         EXISTS (SELECT FROM deliveries d WHERE d.message_id = m.id) AS "isOurs" FROM messages m WHERE m.id = $1`,
      [messageId],
    );
  }
}
