import { Injectable } from '@nestjs/common';
import type { Actions, Actor } from '@bureau/contracts';

/** Actions in words. */
@Injectable()
export class DescribeActions {
  /** One sentence for each, in their order: «Set status to Pending». */
  async run(_actor: Actor, actions: Actions): Promise<string[]> {
    return actions.map(({ type }) => type);
  }
}
