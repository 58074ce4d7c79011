import { Injectable } from '@nestjs/common';
import type { LockedCase } from '@bureau/cases';
import type { ActionOf } from '@bureau/contracts';
import { UserRepository } from '@bureau/identity';
import { AvailableAgents, type AvailableAgent } from '../routing/available-agents.queries.ts';
import type { Turn } from './action-context.ts';
import type { ActionProblem, FieldHandler } from './action-handler.ts';
import { KnownReferences } from './known-references.ts';
import { LastHandlerQueries } from './last-handler.queries.ts';
import { nothing, type Outcome, type Wish } from './outcome.ts';

type Assign = ActionOf<'assign'>;

/** Finds somebody for the case: of the group that the action names, else of its own group, else of the whole desk. */
@Injectable()
export class AssignByTurn implements FieldHandler<'assign'> {
  readonly type = 'assign';
  readonly needs = 'cases:update';

  constructor(
    private readonly agents: AvailableAgents,
    private readonly lastHandler: LastHandlerQueries,
    private readonly users: UserRepository,
    private readonly references: KnownReferences,
  ) {}

  check({ groupId }: Assign): Promise<ActionProblem[]> {
    return this.references.check('groupId', 'group', groupId);
  }

  async wish(turn: Turn, { by, groupId: named }: Assign): Promise<Wish | Outcome> {
    const supportCase = await turn.supportCase();
    const groupId = named ?? supportCase.groupId;
    const available = await this.agents.ofInTurn(groupId);
    const chosen = await this.choose(by, supportCase, available);
    if (typeof chosen === 'string') return nothing(chosen);
    const { agent, reason } = chosen;
    if (agent.userId === supportCase.assigneeId) return nothing(`${agent.name} has the case already.`);
    await this.agents.gave(agent.userId);
    return { wish: { assigneeId: agent.userId, ...(named === null ? {} : { groupId: named }) }, reason };
  }

  /** Somebody and why he; or why nobody. */
  private async choose(
    by: Assign['by'],
    supportCase: LockedCase,
    available: AvailableAgent[],
  ): Promise<{ agent: AvailableAgent; reason: string } | string> {
    if (available.length === 0) return 'Nobody of the group is available.';
    if (by === 'last-handler') return this.whoKnowsTheCustomer(supportCase, available);
    const ordered = by === 'least-busy' ? available.toSorted((a, b) => a.load - b.load) : available;
    const agent = await this.firstWhoServes(supportCase.brandId, ordered);
    if (!agent) return 'Nobody who is available serves this brand.';
    const { name, load } = agent;
    return {
      agent,
      reason: by === 'least-busy' ? `${name} has the fewest cases: ${load}.` : `It is the turn of ${name}.`,
    };
  }

  private async whoKnowsTheCustomer({ id, customerId, brandId }: LockedCase, available: AvailableAgent[]) {
    const last = await this.lastHandler.of({ caseId: id, customerId });
    if (last === null) return 'Nobody has answered this customer before.';
    const agent = available.find(({ userId }) => userId === last.userId);
    if (!agent || !(await this.serves(agent, brandId)))
      return `${last.name}, who answered this customer last, is not available.`;
    return { agent, reason: `${agent.name} answered this customer last.` };
  }

  private async firstWhoServes(brandId: number, agents: AvailableAgent[]): Promise<AvailableAgent | undefined> {
    for (const agent of agents) if (await this.serves(agent, brandId)) return agent;
    return undefined;
  }

  private async serves({ userId }: AvailableAgent, brandId: number): Promise<boolean> {
    const user = await this.users.actor(userId);
    return user !== undefined && user.access.brandIds?.includes(brandId) !== false;
  }
}
