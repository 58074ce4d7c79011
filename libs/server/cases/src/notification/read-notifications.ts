import { Injectable } from '@nestjs/common';
import { userIdOf, type Actor } from '@bureau/contracts';
import { Outbox, ProblemError, Transactional } from '@bureau/platform';
import { NotificationRepository } from './notification.repository.ts';

/** Marks one's own notifications as read, on all of one's screens. */
@Injectable()
export class ReadNotifications {
  constructor(
    private readonly notifications: NotificationRepository,
    private readonly outbox: Outbox,
  ) {}

  /** Throws notification.not-found, also for somebody else's. */
  @Transactional()
  async one(actor: Actor, notificationId: number): Promise<void> {
    const userId = userIdOf(actor);
    if (userId === undefined || !(await this.notifications.markRead(userId, notificationId))) {
      throw new ProblemError('notification.not-found');
    }
    await this.outbox.add('notification.read', { userId });
  }

  /** All, or those of one case; where nothing was left to read, nothing happens. */
  @Transactional()
  async all(actor: Actor, caseId: number | null): Promise<void> {
    const userId = userIdOf(actor);
    if (userId === undefined) return;
    if (await this.notifications.markAllRead(userId, caseId)) await this.outbox.add('notification.read', { userId });
  }
}
