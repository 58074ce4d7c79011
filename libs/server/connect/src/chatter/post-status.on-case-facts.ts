import { Injectable } from '@nestjs/common';
import { PlaceholderFactsRepository } from '@bureau/cases';
import { CaseStatus, type EventPayload, type FieldChange } from '@bureau/contracts';
import { sayPost } from '@bureau/domain';
import { OnEvent } from '@bureau/platform';
import { ConnectionRepository } from '../connection/connection.repository.ts';
import { LinkRepository } from '../link/link.repository.ts';
import { SyncFrames } from '../link/sync-frames.ts';
import { ChatterSettingsRepository } from './chatter-settings.repository.ts';
import { PostToFeed } from './post-to-feed.ts';

type Changed = Pick<EventPayload<'message.replied'>, 'caseId' | 'sequence' | 'actor' | 'changes'>;

/**
 * Tells the feed of a linked case that its status has become one of those chosen. Whoever changed it in Salesforce knows; and
 * what happened before the case was linked is of the past.
 */
@Injectable()
export class PostStatusOnCaseFacts {
  constructor(
    private readonly settings: ChatterSettingsRepository,
    private readonly connections: ConnectionRepository,
    private readonly links: LinkRepository,
    private readonly frames: SyncFrames,
    private readonly facts: PlaceholderFactsRepository,
    private readonly post: PostToFeed,
  ) {}

  @OnEvent('case.updated', 'salesforce-post-updated')
  async updated(fact: EventPayload<'case.updated'>): Promise<void> {
    await this.tell(fact);
  }

  @OnEvent('message.received', 'salesforce-post-received')
  async received(fact: EventPayload<'message.received'>): Promise<void> {
    await this.tell(fact);
  }

  @OnEvent('message.replied', 'salesforce-post-replied')
  async replied(fact: EventPayload<'message.replied'>): Promise<void> {
    await this.tell(fact);
  }

  private async tell({ caseId, sequence, actor, changes }: Changed): Promise<void> {
    const status = statusIn(changes);
    if (status === undefined || actor.kind === 'sync') return;
    const { enabled, statuses, template } = await this.settings.read();
    if (!enabled || !statuses.includes(status) || !(await this.isOpen(caseId))) return;
    const userId = actor.kind === 'user' ? actor.id : null;
    const values = await this.facts.ofAction(caseId, { userId, messageId: null });
    // As it became then: it may be another one by now.
    const { segments } = sayPost(template, new Map([...values, ['case.status', status]]));
    if (segments.length > 0) await this.post.run(caseId, { segments, sequence });
  }

  /** The case is linked, and something of it goes there. */
  private async isOpen(caseId: number): Promise<boolean> {
    if ((await this.connections.current())?.enabled !== true) return false;
    const link = await this.links.ofDesk('case', caseId);
    if (!link?.salesforceId || (link.state !== 'ok' && link.state !== 'error')) return false;
    const { direction } = await this.frames.settingsOf('case');
    return direction === 'both' || direction === 'to_salesforce';
  }
}

function statusIn(changes: readonly FieldChange[] = []): CaseStatus | undefined {
  const change = changes.findLast(({ field }) => field === 'status');
  const status = CaseStatus.safeParse(change?.to);
  return status.success && change?.from !== status.data ? status.data : undefined;
}
