import { Injectable } from '@nestjs/common';
import { Database } from '@bureau/platform';

/** A reply as far as a change of it has to know. */
interface FoundReply {
  caseId: number;
  isDraft: boolean;
  text: string;
}

/** What was said, or is going to be. Who may see it was asked before. */
@Injectable()
export class SaidQueries {
  constructor(private readonly database: Database) {}

  find(replyId: number): Promise<FoundReply | undefined> {
    return this.database.row<FoundReply>(
      `SELECT case_id AS "caseId", false AS "isDraft", text FROM messages WHERE id = $1
       UNION ALL SELECT case_id, true, text FROM drafts WHERE id = $1`,
      [replyId],
    );
  }
}
