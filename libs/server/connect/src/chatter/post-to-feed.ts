import { Injectable } from '@nestjs/common';
import type { PostFate } from '@bureau/cases';
import type { FeedSegment } from '@bureau/domain';
import { Clock, Transactional } from '@bureau/platform';
import { LinkRepository } from '../link/link.repository.ts';
import { NoteChanges } from '../push/note-changes.ts';
import { PostRepository } from './post.repository.ts';

/** What is to be said in the feed of a case, and the change of the case that it tells of; null: of none. */
export interface WantedPost {
  segments: readonly FeedSegment[];
  sequence: number | null;
}

/** Keeps a post to the feed of a case; it goes with the case, after what was to be said before. */
@Injectable()
export class PostToFeed {
  constructor(
    private readonly links: LinkRepository,
    private readonly posts: PostRepository,
    private readonly changes: NoteChanges,
    private readonly clock: Clock,
  ) {}

  @Transactional()
  async run(caseId: number, post: WantedPost): Promise<PostFate> {
    const link = await this.links.ofDesk('case', caseId);
    const isApart = link !== undefined && !['ok', 'error', 'pending'].includes(link.state);
    if (isApart) return 'apart';
    await this.posts.keep(caseId, { ...post, at: this.clock.now() });
    await this.changes.run('case', [caseId]);
    return link?.salesforceId ? 'goes' : 'waits';
  }
}
