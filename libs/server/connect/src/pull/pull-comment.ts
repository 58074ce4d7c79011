import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { AddNote, EditNote } from '@bureau/cases';
import type { Actor } from '@bureau/contracts';
import { Clock, Database, ProblemError, Transactional } from '@bureau/platform';
import { ChildRepository, type Child } from '../children/child.repository.ts';
import { refusalOf } from '../desk/refusal-of.ts';
import { LinkRepository, type StoredLink } from '../link/link.repository.ts';
import { SyncLogRepository } from '../log/sync-log.repository.ts';

/** A comment of a case, as Salesforce shows it. */
export interface PulledComment {
  id: string;
  /** Milliseconds of Salesforce's clock. */
  stamp: number;
  caseId: string;
  text: string;
  published: boolean;
  by: { id: string | null; name: string };
}

/** So long the same is not told again of one comment. */
const TOLD_MS = 24 * 60 * 60_000;

/** Makes a note of a comment that was written in Salesforce, once, and changes it when it is changed there. */
@Injectable()
export class PullComment {
  constructor(
    private readonly links: LinkRepository,
    private readonly children: ChildRepository,
    private readonly addNote: AddNote,
    private readonly editNote: EditNote,
    private readonly log: SyncLogRepository,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** `userId`: in whose name the desk writes there. */
  @Transactional()
  async run(comment: PulledComment, userId: string): Promise<void> {
    const link = await this.links.ofSalesforce('case', comment.caseId);
    if (link?.state !== 'ok' || comment.text.trim() === '') return;
    const known = await this.children.ofSalesforce(comment.id);
    if (!known && comment.by.id === userId && (await this.isUnderWay(link.deskId))) return;
    if (known && known.contentHash === hashOf(comment)) return;
    try {
      await this.database.savepoint(() => (known ? this.change(link, comment, known) : this.add(link, comment)));
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      await this.refused(link, comment, error);
    }
  }

  /** One of the desk's own comments may be this one: its answer is not there yet, and it is looked for by who sent it. */
  private async isUnderWay(caseId: number): Promise<boolean> {
    const children = await this.children.ofCase(caseId);
    return children.some(({ kind, salesforceId, problem }) => kind === 'note' && !salesforceId && !problem);
  }

  private async add({ deskId }: StoredLink, comment: PulledComment): Promise<void> {
    const { text, published } = comment;
    const note = { text, mentionedUserIds: [], uploadIds: [], suppressRules: false };
    const { noteId } = await this.addNote.run(actorOf(comment), deskId, note, { keepsDraft: true, published });
    await this.keep(deskId, comment, noteId);
    await this.tell('created', comment, noteId);
  }

  /** A comment that the desk wrote is the desk's: what others make of it there stays there. */
  private async change({ deskId }: StoredLink, comment: PulledComment, { deskId: noteId, contentHash }: Child) {
    if (!contentHash.startsWith(FROM_THERE)) return;
    await this.editNote.run(actorOf(comment), noteId, { text: comment.text, mentionedUserIds: [] });
    await this.keep(deskId, comment, noteId);
    await this.tell('updated', comment, noteId);
  }

  private keep(caseId: number, comment: PulledComment, noteId: number): Promise<void> {
    return this.children.save(caseId, {
      ...{ kind: 'note', deskId: noteId, part: 0, salesforceId: comment.id, problem: null },
      ...{ contentHash: hashOf(comment), sentAt: this.clock.now() },
    });
  }

  private tell(action: 'created' | 'updated', { id }: PulledComment, noteId: number): Promise<void> {
    const at = this.clock.now();
    return this.log.add({
      ...{ at, direction: 'to_desk', object: 'note', deskId: noteId, salesforceId: id, action },
    });
  }

  private async refused({ deskId }: StoredLink, { id }: PulledComment, error: ProblemError): Promise<void> {
    const at = this.clock.now();
    const line = { object: 'note' as const, salesforceId: id, errorCode: 'refused-by-desk' };
    if (await this.log.wasTold(line, new Date(at.getTime() - TOLD_MS))) return;
    const detail = `Case ${deskId}: ${refusalOf(error).message}`;
    await this.log.add({ ...line, at, direction: 'to_desk', deskId: null, action: 'failed', detail });
  }
}

/** Before the hash of what began in Salesforce. */
const FROM_THERE = 'salesforce:';

function hashOf({ text, published }: PulledComment): string {
  return (
    FROM_THERE +
    createHash('sha256')
      .update(JSON.stringify([text, published]))
      .digest('hex')
  );
}

function actorOf({ by }: PulledComment): Actor {
  return { kind: 'sync', name: by.name };
}
