import { Injectable } from '@nestjs/common';
import { isFirstSync, type ActorStamp, type EventPayload, type NotificationKind } from '@bureau/contracts';
import { PreferencesRepository, UserRepository } from '@bureau/identity';
import { Clock, Database, OnEvent, Outbox, statement } from '@bureau/platform';
import { CaseRepository } from '../case/case.repository.ts';
import { NotificationRepository } from './notification.repository.ts';

const MESSAGE = statement(
  'notifications.message',
  'SELECT automatic IS NOT NULL AS machine FROM messages WHERE id = $1',
);
const ASSIGNEE = statement('notifications.assignee', 'SELECT assignee_id AS "assigneeId" FROM cases WHERE id = $1');

interface Happening {
  caseId: number;
  sequence: number;
  actor: ActorStamp;
}

/**
 * Tells people what concerns them, unless they did it themselves, may not see the case, or want to hear nothing of the
 * kind. Whoever wants it called but not listed gets it as read: it rings once and is never counted.
 */
@Injectable()
export class NotifyUsers {
  constructor(
    private readonly notifications: NotificationRepository,
    private readonly cases: CaseRepository,
    private readonly users: UserRepository,
    private readonly preferences: PreferencesRepository,
    private readonly database: Database,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  @OnEvent('note.added', 'notify-of-mention')
  noteAdded(event: EventPayload<'note.added'>): Promise<void> {
    return this.notify('mention', event.mentionedUserIds, event);
  }

  /** Names those whom the note had not named before. */
  @OnEvent('note.edited', 'notify-of-later-mention')
  noteEdited(event: EventPayload<'note.edited'>): Promise<void> {
    return this.notify('mention', event.mentionedUserIds, event);
  }

  @OnEvent('case.updated', 'notify-of-assignment')
  async updated(event: EventPayload<'case.updated'>): Promise<void> {
    const assignment = event.changes.find(({ field }) => field === 'assigneeId');
    if (typeof assignment?.to === 'number') await this.notify('assignment', [assignment.to], event);
  }

  /** The first sync gives cases to nobody. */
  @OnEvent('case.opened', 'notify-of-first-assignment', (event) => !isFirstSync(event))
  async opened(event: EventPayload<'case.opened'>): Promise<void> {
    const row = await this.database.row<{ assigneeId: number | null }>(ASSIGNEE, [event.caseId]);
    if (row?.assigneeId) await this.notify('assignment', [row.assigneeId], event);
  }

  /** What a machine answers by itself is no news. */
  @OnEvent('message.received', 'notify-of-message')
  async received(event: EventPayload<'message.received'>): Promise<void> {
    const message = await this.database.row<{ machine: boolean }>(MESSAGE, [event.messageId]);
    if (message?.machine === false) await this.notifyInterested(event);
  }

  @OnEvent('message.replied', 'notify-of-reply')
  replied(event: EventPayload<'message.replied'>): Promise<void> {
    return this.notifyInterested(event);
  }

  private async notifyInterested(event: Happening): Promise<void> {
    await this.notify('message', await this.notifications.interested(event.caseId), event);
  }

  private async notify(
    kind: NotificationKind,
    userIds: readonly number[],
    { caseId, sequence, actor }: Happening,
  ): Promise<void> {
    for (const userId of userIds) {
      if (actor.kind === 'user' && actor.id === userId) continue;
      const user = await this.users.actor(userId);
      if (!user || !(await this.cases.isVisible(user, caseId))) continue;
      const { inApp, browser, sound } = (await this.preferences.of(userId)).notifications[kind];
      if (!inApp && !browser && !sound) continue;
      const at = this.clock.now();
      const notification = { userId, caseId, kind, sequence, actor, at, readAt: inApp ? null : at };
      const notificationId = await this.notifications.add(notification);
      if (notificationId !== undefined) await this.outbox.add('notification.added', { userId, caseId, notificationId });
    }
  }
}
