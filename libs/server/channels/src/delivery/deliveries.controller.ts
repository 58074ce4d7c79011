import { Controller } from '@nestjs/common';
import { EditUndelivered, UndoReply } from '@bureau/cases';
import { deliveriesApi, type Actor, type DeliveryCount, type EditableMessage, type RouteCall } from '@bureau/contracts';
import { Clock, Database, Handles, ProblemError, RawJson } from '@bureau/platform';
import { ChangeDelivery } from './change-delivery.ts';
import { DeliveriesQueries } from './deliveries.queries.ts';
import { ScheduleDelivery } from './schedule-delivery.ts';

@Controller()
export class DeliveriesController {
  constructor(
    private readonly queries: DeliveriesQueries,
    private readonly undoReply: UndoReply,
    private readonly editUndelivered: EditUndelivered,
    private readonly changeDelivery: ChangeDelivery,
    private readonly schedule: ScheduleDelivery,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  @Handles(deliveriesApi.list)
  list(actor: Actor, { query }: RouteCall<typeof deliveriesApi.list>): Promise<RawJson> {
    return this.queries.list(actor, query);
  }

  @Handles(deliveriesApi.counts)
  async counts(actor: Actor, { query }: RouteCall<typeof deliveriesApi.counts>): Promise<{ items: DeliveryCount[] }> {
    return { items: await this.queries.counts(actor, query.mailboxId) };
  }

  @Handles(deliveriesApi.undo)
  async undo(actor: Actor, { params }: RouteCall<typeof deliveriesApi.undo>): Promise<RawJson> {
    await this.undoReply.run(actor, params.deliveryId);
    return this.read(params.deliveryId);
  }

  @Handles(deliveriesApi.edit)
  edit(actor: Actor, { params }: RouteCall<typeof deliveriesApi.edit>): Promise<EditableMessage> {
    return this.editUndelivered.run(actor, params.deliveryId);
  }

  @Handles(deliveriesApi.retry)
  async retry(actor: Actor, { params }: RouteCall<typeof deliveriesApi.retry>): Promise<RawJson> {
    const { deliveryId } = params;
    const at = this.clock.now();
    const due = { nextAttemptAt: at, retriedAt: at, unerased: true };
    const change = { from: ['failed', 'unknown', 'bounced'], to: 'pending', ...due } as const;
    await this.changeDelivery.demand(actor, deliveryId, change);
    await this.schedule.run(deliveryId);
    return this.read(deliveryId);
  }

  @Handles(deliveriesApi.settle)
  async settle(actor: Actor, { params, body }: RouteCall<typeof deliveriesApi.settle>): Promise<RawJson> {
    const sent = body.state === 'sent' ? { sentAt: this.clock.now() } : {};
    const change = { from: ['unknown'], to: body.state, ...sent } as const;
    await this.changeDelivery.demand(actor, params.deliveryId, change);
    return this.read(params.deliveryId);
  }

  private async read(deliveryId: number): Promise<RawJson> {
    const row = await this.database.row<{ json: string }>(
      `SELECT json_build_object('id', id, 'state', state, 'attempts', attempts,
         'undoUntil', CASE WHEN state = 'pending' AND attempts = 0 THEN undo_until END,
         'nextAttemptAt', CASE WHEN state = 'pending' THEN next_attempt_at END,
         'sentAt', sent_at, 'response', response, 'replacedBy', replaced_by)::text AS json FROM deliveries WHERE id = $1`,
      [deliveryId],
    );
    if (!row) throw new ProblemError('delivery.not-found');
    return new RawJson(row.json);
  }
}
