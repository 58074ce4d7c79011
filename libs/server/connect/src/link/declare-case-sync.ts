import { Injectable } from '@nestjs/common';
import { CaseSync, type SyncWish } from '@bureau/cases';
import { Database } from '@bureau/platform';
import { PostToFeed } from '../chatter/post-to-feed.ts';
import { ConnectionRepository } from '../connection/connection.repository.ts';
import { NoteChanges } from '../push/note-changes.ts';
import { LinkRepository } from './link.repository.ts';

/** Lets rules and macros choose what goes to Salesforce. */
@Injectable()
export class DeclareCaseSync {
  constructor(
    private readonly database: Database,
    private readonly connections: ConnectionRepository,
    private readonly links: LinkRepository,
    private readonly changes: NoteChanges,
    post: PostToFeed,
    sync: CaseSync,
  ) {
    sync.declare({
      isConnected: async () => (await this.connections.current()) !== undefined,
      want: (caseId, what) => this.want(caseId, what),
      post: (caseId, segments) => post.run(caseId, { segments, sequence: null }),
    });
  }

  private async want(caseId: number, what: SyncWish): Promise<boolean> {
    const deskId = what === 'case' ? caseId : await this.customerOf(caseId);
    const isNew = await this.links.want(what, deskId);
    if (isNew) await this.changes.run(what, [deskId]);
    return isNew;
  }

  private async customerOf(caseId: number): Promise<number> {
    const row = await this.database.row<{ id: number }>('SELECT customer_id AS id FROM cases WHERE id = $1', [caseId]);
    return row?.id ?? 0;
  }
}
