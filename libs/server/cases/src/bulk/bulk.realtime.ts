import { Injectable } from '@nestjs/common';
import type { EventPayload } from '@bureau/contracts';
import { Broadcasts, RoomRules, type Broadcast } from '@bureau/platform';
import { ChangeInBulk } from './change-in-bulk.ts';

/** Whoever may read a bulk change sees it advance. */
@Injectable()
export class BulkRealtime {
  constructor(rooms: RoomRules, changeInBulk: ChangeInBulk) {
    rooms.declare('bulk:', (actor, bulkId) => changeInBulk.maySee(actor, bulkId));
  }

  @Broadcasts('bulk.progressed')
  progressed({ bulkId }: EventPayload<'bulk.progressed'>): Broadcast[] {
    return [{ room: `bulk:${bulkId}`, ids: [bulkId] }];
  }
}
