import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { noteParts } from '@bureau/domain';
import { PostRepository } from '../chatter/post.repository.ts';
import { DeskRecordQueries } from '../desk/desk-record.queries.ts';
import { LinkRepository, type StoredLink } from '../link/link.repository.ts';
import { commentsOf } from './case-comments.ts';
import { ChildRepository, type Child, type DeskNote } from './child.repository.ts';
import { feedItemOf } from './feed-post.ts';
import type { Place } from './interaction.ts';
import { interactionToSend, type SentChild } from './sent-child.ts';

const BATCH = 50;

/** What of a case's notes, interactions and posts Salesforce is yet to hear. */
export interface ComparedChildren {
  /** What was sent of this case, whatever came of it. */
  known: Child[];
  /** What is not there, or is there with other words. */
  waiting: SentChild[];
  /** Parts that a note needs no more, because it has become shorter. */
  surplus: Child[];
  /** There is more, when these have gone. */
  more: boolean;
}

/** Compares what hangs on a case with what is beneath it in Salesforce. */
@Injectable()
export class ChildrenOfCase {
  constructor(
    private readonly links: LinkRepository,
    private readonly children: ChildRepository,
    private readonly posts: PostRepository,
    private readonly desk: DeskRecordQueries,
  ) {}

  async compare(link: StoredLink): Promise<ComparedChildren> {
    const { deskId: caseId } = link;
    const known = await this.children.ofCase(caseId);
    const place = await this.placeOf(link);
    const interactions = await this.children.waitingInteractions(caseId, BATCH);
    const notes = await this.children.notes(caseId);
    const comments = notes.flatMap((note) => commentsOf(note, place.caseId)).filter((child) => !isThere(child, known));
    const posts = await this.posts.waiting(caseId, BATCH);
    return {
      ...{ known, surplus: surplusOf(notes, known), more: interactions.length === BATCH || posts.length === BATCH },
      waiting: [
        ...interactions.map((interaction) => interactionToSend(interaction, place)),
        ...comments,
        ...posts.map((post) => feedItemOf(post, place.caseId)),
      ],
    };
  }

  private async placeOf(link: StoredLink): Promise<Place> {
    const record = await this.desk.find('case', link.deskId);
    const contact = record?.object === 'case' ? await this.links.ofDesk('customer', record.customerId) : undefined;
    // Whose contact nobody has asked for yet has none: the case asked when it went.
    const contactId = contact?.personContactId ?? contact?.salesforceId ?? null;
    return { caseId: link.salesforceId ?? '', contactId: contactId?.startsWith('003') ? contactId : null };
  }
}

/** What Salesforce refuses to give up is left there until somebody tries again. */
function surplusOf(notes: readonly DeskNote[], known: readonly Child[]): Child[] {
  const parts = new Map(notes.map(({ id, text }) => [id, noteParts(text).length]));
  return known.filter(
    ({ kind, deskId, part, problem }) => kind === 'note' && problem === null && part >= (parts.get(deskId) ?? Infinity),
  );
}

export function knownOf({ kind, deskId, part }: SentChild, known: readonly Child[]): Child | undefined {
  return known.find((child) => child.kind === kind && child.deskId === deskId && child.part === part);
}

/** With these very words, or refused with them. */
function isThere(child: SentChild, known: readonly Child[]): boolean {
  const before = knownOf(child, known);
  return before?.contentHash === hashOf(child) && (before.salesforceId !== null || before.problem !== null);
}

function hashOf({ fields }: SentChild): string {
  return createHash('sha256').update(JSON.stringify(fields)).digest('hex');
}

export function rowOf(child: SentChild, { salesforceId, sentAt }: Pick<Child, 'salesforceId' | 'sentAt'>): Child {
  const { kind, deskId, part } = child;
  return { kind, deskId, part, salesforceId, contentHash: hashOf(child), problem: null, sentAt };
}
