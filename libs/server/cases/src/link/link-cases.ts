import { Injectable } from '@nestjs/common';
import { userIdOf, type Actor, type LinkCase } from '@bureau/contracts';
import { Clock, InvalidInput, ProblemError, Transactional } from '@bureau/platform';
import { CaseRepository, type LockedCase } from '../case/case.repository.ts';
import { RecordCaseChange } from '../case/record-case-change.ts';
import { LinkRepository } from './link.repository.ts';
import { refuseClosed } from '../case/refuse-closed.ts';

const MOST_LINKS = 100;

/** Ties a case to another case or to a page, and undoes it. Both cases tell of it, unless the other one is closed. */
@Injectable()
export class LinkCases {
  constructor(
    private readonly cases: CaseRepository,
    private readonly links: LinkRepository,
    private readonly recordChange: RecordCaseChange,
    private readonly clock: Clock,
  ) {}

  /** Throws case.not-found, case.closed, case.merged, and request.invalid for a case that cannot be tied or too many ties. */
  @Transactional()
  async link(actor: Actor, caseId: number, wanted: LinkCase): Promise<void> {
    const otherId = 'caseId' in wanted ? wanted.caseId : null;
    const [supportCase, other] = await this.lockBoth(actor, caseId, otherId);
    if (otherId === caseId || (otherId !== null && !other)) {
      const message = otherId === caseId ? 'Name another case.' : 'There is no such case, or you may not see it.';
      throw new InvalidInput([{ path: 'caseId', message }]);
    }
    if ((await this.links.count(caseId)) >= MOST_LINKS) {
      throw new InvalidInput([{ path: 'caseId', message: `A case has at most ${MOST_LINKS} links; undo one first.` }]);
    }

    const [url, title] = 'url' in wanted ? [wanted.url, wanted.title] : [null, ''];
    const userId = userIdOf(actor) ?? null;
    const added = await this.links.add({ caseId, otherCaseId: otherId, url, title, userId, at: this.clock.now() });
    if (added) await this.tell(actor, [supportCase, other], { event: 'case.linked', url });
  }

  /** Throws case.not-found, case.closed, case.merged, link.not-found. */
  @Transactional()
  async unlink(actor: Actor, { caseId, linkId }: { caseId: number; linkId: number }): Promise<void> {
    if (!(await this.cases.isVisible(actor, caseId))) throw new ProblemError('case.not-found');
    const link = await this.links.find(caseId, linkId);
    if (!link) throw new ProblemError('link.not-found');
    const otherId = link.caseId === caseId ? link.otherCaseId : link.caseId;
    const [supportCase, other] = await this.lockBoth(actor, caseId, otherId);
    if ((otherId !== null && !other) || !(await this.links.remove(linkId))) throw new ProblemError('link.not-found');
    await this.tell(actor, [supportCase, other], { event: 'case.unlinked', url: link.url });
  }

  /** In the order of their ids, so that two who tie the same cases wait for each other instead of for ever. */
  private async lockBoth(
    actor: Actor,
    caseId: number,
    otherId: number | null,
  ): Promise<[LockedCase, LockedCase | undefined]> {
    const ids = [...new Set([caseId, ...(otherId === null ? [] : [otherId])])].sort((a, b) => a - b);
    const locked = new Map<number, LockedCase | undefined>();
    for (const id of ids) locked.set(id, await this.cases.lock(actor, id));
    const supportCase = locked.get(caseId);
    if (!supportCase) throw new ProblemError('case.not-found');
    refuseClosed(supportCase);
    return [supportCase, otherId === null ? undefined : locked.get(otherId)];
  }

  private async tell(
    actor: Actor,
    [supportCase, other]: [LockedCase, LockedCase | undefined],
    { event, url }: { event: 'case.linked' | 'case.unlinked'; url: string | null },
  ): Promise<void> {
    const told = other && other.status !== 'closed' ? [supportCase, other] : [supportCase];
    for (const each of told) {
      const tiedTo = each === supportCase ? (other?.id ?? url) : supportCase.id;
      const [from, to] = event === 'case.linked' ? [null, tiedTo] : [tiedTo, null];
      const changes = [{ field: 'links', from, to }];
      await this.recordChange.run(actor, each, { event, changes, patch: {} });
    }
  }
}
