import { Injectable } from '@nestjs/common';
import { AccessTokensService } from '@bureau/identity';
import type { Wish } from '../resource/desk-route.ts';

@Injectable()
export class LogoutWrites {
  constructor(private readonly tokens: AccessTokensService) {}

  /** Ends the access token that the caller came with. A password is no session: there is nothing to end. */
  async run({ actor, tokenId }: Wish<unknown>): Promise<void> {
    if (actor.kind !== 'application' || tokenId === undefined) return;
    await this.tokens.revoke(actor, actor.applicationId, tokenId);
  }
}
