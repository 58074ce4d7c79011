import { Injectable } from '@nestjs/common';
import { permits, type EventPayload } from '@bureau/contracts';
import { Broadcasts, RoomRules, type Broadcast } from '@bureau/platform';

/** The page of the accounts hears how they fare. */
@Injectable()
export class SocialAccountRealtime {
  constructor(rooms: RoomRules) {
    rooms.declare('social-accounts', (actor) => permits(actor, 'social-accounts:view'));
  }

  @Broadcasts('social-account.changed')
  changed({ accountId }: EventPayload<'social-account.changed'>): Broadcast[] {
    return [{ room: 'social-accounts', ids: [accountId] }];
  }
}
