import { Injectable } from '@nestjs/common';
import type { Actor } from '@bureau/contracts';
import { Clock, Database, Transactional } from '@bureau/platform';
import { CaseRepository } from '../case/case.repository.ts';
import { RecordCaseChange } from '../case/record-case-change.ts';
import { SYSTEM } from '../case/system-actor.ts';
import { ErasureRepository } from './erasure.repository.ts';

/** What became of something that was said, at its place: its writer changed it, took it down, somebody hid it. Or who speaks there. */
export type PlaceFate =
  | 'post.edited'
  | 'post.removed'
  | 'post.hidden'
  | 'post.shown'
  | 'post.reacted'
  | 'post.unreacted'
  | 'post.handed-over'
  | 'post.handed-back';

/**
 * Follows what happens to a message where it was said. The history says that it changed, not what it said before: words
 * that their writer took back are not kept.
 */
@Injectable()
export class ReviseMessage {
  constructor(
    private readonly cases: CaseRepository,
    private readonly recordChange: RecordCaseChange,
    private readonly erasures: ErasureRepository,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Its words now. Nothing happens when they are the same, or were erased here. Returns the case it is in now. */
  @Transactional()
  async rewrite(actor: Actor, messageId: number, text: string): Promise<number | null> {
    const supportCase = await this.caseOf(messageId);
    if (!supportCase) return null;
    const rewritten = await this.database.run(
      `UPDATE messages SET text = $2, visible_length = $3, html = NULL, safe_html = NULL, has_remote_images = false
       WHERE id = $1 AND text <> $2 AND erased_at IS NULL`,
      [messageId, text, text.length],
    );
    if (rewritten === 0) return supportCase.id;
    await this.recordChange.run(actor, supportCase, {
      event: 'post.edited',
      changes: [],
      patch: { excerpt: await this.erasures.excerptOf(supportCase.id) },
      context: { messageId },
      at: this.clock.now(),
    });
    return supportCase.id;
  }

  /** A line in the history; the mark itself is kept with the post. Returns the case it is in now. */
  @Transactional()
  async tell(actor: Actor, messageId: number, event: Exclude<PlaceFate, 'post.edited'>): Promise<number | null> {
    const supportCase = await this.caseOf(messageId);
    if (!supportCase) return null;
    await this.recordChange.run(actor, supportCase, { event, changes: [], patch: {}, context: { messageId } });
    return supportCase.id;
  }

  /** Also in the trash: what is said of a message is said of it there, too. */
  private async caseOf(messageId: number) {
    const row = await this.database.row<{ caseId: number }>('SELECT case_id AS "caseId" FROM messages WHERE id = $1', [
      messageId,
    ]);
    return row && this.cases.lock(SYSTEM, row.caseId, { deleted: true });
  }
}
