import {
  LIVE_CHANNELS,
  type Channel,
  type RoutingCapacity,
  type RoutingPolicy,
  type WhyNotRouted,
} from '@bureau/contracts';

/** An agent who plays, as far as routing has to know. */
export interface PlayingAgent {
  userId: number;
  groupIds: readonly number[];
  /** Two letters each. */
  languages: readonly string[];
  /** Channel → cases in hand. */
  inHand: Partial<Record<Channel, number>>;
  capacity: RoutingCapacity;
  /** When he was last given a case, in milliseconds since 1970; null: never. */
  givenAt: number | null;
  /** A case is on offer to him. */
  isAsked: boolean;
}

/** A case that looks for an agent. */
export interface CaseToGive {
  channel: Channel;
  groupId: number | null;
  assigneeId: number | null;
  language: string | null;
  /** Who answered the customer last. */
  lastHandlerId: number | null;
  /** Who has declined it, or let it pass, a short while ago. */
  passedBy: readonly number[];
}

/** Whether an agent's channel has room for one more. */
export function hasRoom(agent: Pick<PlayingAgent, 'inHand' | 'capacity'>, channel: Channel): boolean {
  return (agent.inHand[channel] ?? 0) < agent.capacity[channel];
}

/** Cases in hand on all channels. */
export function handsFull(agent: Pick<PlayingAgent, 'inHand'>): number {
  return Object.values(agent.inHand).reduce((sum, count) => sum + count, 0);
}

/**
 * Whether a case may be offered without being asked for. Whoever works on something is left in peace, except by somebody
 * who waits at the other end of a line.
 */
export function mayBeCalled(agent: PlayingAgent, channel: Channel): boolean {
  if (agent.isAsked || !hasRoom(agent, channel)) return false;
  const isLive = LIVE_CHANNELS.some((live) => live === channel);
  return isLive || handsFull(agent) === 0;
}

/** Two letters of a language such as en_us. */
export function rootLanguage(language: string | null): string | null {
  return language === null ? null : language.slice(0, 2).toLowerCase();
}

/** The agents to whom a case may be offered now, in the order in which to try. */
export function chooseAgents(one: CaseToGive, agents: readonly PlayingAgent[], policy: RoutingPolicy): PlayingAgent[] {
  const language = rootLanguage(one.language);
  const preference = (agent: PlayingAgent) =>
    (agent.userId === one.assigneeId ? 4 : 0) +
    (policy.byLastHandler && agent.userId === one.lastHandlerId ? 2 : 0) +
    (policy.byLanguage && language !== null && agent.languages.includes(language) ? 1 : 0);
  const busy = (agent: PlayingAgent) => (policy.agentOrder === 'least-busy' ? handsFull(agent) : 0);
  return agents
    .filter((agent) => isHis(one, agent) && !one.passedBy.includes(agent.userId) && mayBeCalled(agent, one.channel))
    .toSorted(
      (a, b) =>
        preference(b) - preference(a) ||
        busy(a) - busy(b) ||
        (a.givenAt ?? 0) - (b.givenAt ?? 0) ||
        a.userId - b.userId,
    );
}

/** What keeps a case from being offered; `agents` are those who play a filter that it is in. */
export function whyNotRouted(one: CaseToGive, agents: readonly PlayingAgent[]): WhyNotRouted {
  if (agents.length === 0) return 'nobody-plays';
  const his = agents.filter((agent) => isHis(one, agent));
  if (his.length === 0) return 'group';
  const willing = his.filter(({ userId }) => !one.passedBy.includes(userId));
  if (willing.length === 0) return 'declined';
  const roomy = willing.filter((agent) => hasRoom(agent, one.channel));
  if (roomy.length === 0) return 'capacity';
  return roomy.some((agent) => mayBeCalled(agent, one.channel)) ? 'soon' : 'at-work';
}

function isHis({ groupId }: CaseToGive, { groupIds }: PlayingAgent): boolean {
  return groupId === null || groupIds.includes(groupId);
}
