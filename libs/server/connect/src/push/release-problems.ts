import { Injectable } from '@nestjs/common';
import { release } from '@bureau/domain';
import { HeldLocks, Transactional } from '@bureau/platform';
import { ChildRepository } from '../children/child.repository.ts';
import { LinkRepository } from '../link/link.repository.ts';
import { recordLock } from '../link/record-lock.ts';
import { SalesforceOutbox, type Waiting } from './outbox.repository.ts';

/** What was refused of a record counts as never tried, because somebody said so; nobody else works on the link meanwhile. */
@Injectable()
export class ReleaseProblems {
  constructor(
    private readonly links: LinkRepository,
    private readonly children: ChildRepository,
    private readonly outbox: SalesforceOutbox,
    private readonly locks: HeldLocks,
  ) {}

  async run(waiting: Waiting): Promise<void> {
    if (waiting.release === null) return;
    await this.locks.holding(recordLock(waiting.object, waiting.deskId), () => this.release(waiting));
  }

  @Transactional()
  protected async release({ object, deskId, release: reason }: Waiting): Promise<void> {
    const code = reason === ANY ? null : reason;
    const link = await this.links.ofDesk(object, deskId);
    if (link) await this.links.save({ ...link, ...release(link, code), problem: null });
    if (object === 'case') await this.children.tryAgain(deskId, code);
    await this.outbox.released({ object, deskId, release: reason });
  }
}

const ANY = '*';
