import { Injectable } from '@nestjs/common';
import type { EventPayload } from '@bureau/contracts';
import { Broadcasts, type Broadcast } from '@bureau/platform';

/** The page of the first sync sees it advance, in the room of the integration. */
@Injectable()
export class FirstSyncRealtime {
  @Broadcasts('first-sync.progressed')
  progressed({ firstSyncId }: EventPayload<'first-sync.progressed'>): Broadcast[] {
    return [{ room: 'salesforce', ids: [firstSyncId] }];
  }
}
