import { Injectable } from '@nestjs/common';
import type { Actor } from '@bureau/contracts';

/** Something that names groups, such as business rules. It goes on when a group that it names goes. */
export interface GroupHeir {
  /** In the plural, as `group.in-use` counts it. */
  noun: string;
  /** How many name a group. */
  count: (groupId: number) => Promise<number>;
  /** Lets those that name one group name another, in the transaction of whoever deletes it. */
  follow: (actor: Actor, from: number, to: number) => Promise<void>;
}

/** What names groups beside cases, mailboxes and the owners of filters. Identity does not know of it: it declares itself. */
@Injectable()
export class GroupHeirs {
  private readonly heirs: GroupHeir[] = [];

  declare(heir: GroupHeir): void {
    this.heirs.push(heir);
  }

  /** How many of each kind name a group; kinds of which none does are left out. */
  async counts(groupId: number): Promise<Record<string, number>> {
    const counts: Record<string, number> = {};
    for (const { noun, count } of this.heirs) {
      const found = await count(groupId);
      if (found > 0) counts[noun] = found;
    }
    return counts;
  }

  /** A group hands over to another one. */
  async follow(actor: Actor, from: number, to: number): Promise<void> {
    for (const heir of this.heirs) await heir.follow(actor, from, to);
  }
}
