import { Injectable } from '@nestjs/common';
import type { Actor, Label } from '@bureau/contracts';

type Named = Pick<Label, 'id' | 'name'>;

/** Lets what names a label name another one, or the same one by its new name, in the transaction of whoever changes it. */
export type LabelHeir = (actor: Actor, from: Named, to: Named) => Promise<void>;

/** What names labels beside cases and filters. Cases do not know of it: it declares itself. */
@Injectable()
export class LabelHeirs {
  private readonly heirs: LabelHeir[] = [];

  declare(heir: LabelHeir): void {
    this.heirs.push(heir);
  }

  /** A label has become another one, or is called otherwise. */
  async tell(actor: Actor, from: Named, to: Named): Promise<void> {
    for (const heir of this.heirs) await heir(actor, from, to);
  }
}
