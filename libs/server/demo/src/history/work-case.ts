import type { CustomFieldValues } from '@bureau/contracts';
import { AGENTS, maySee, type DemoAgent } from '../content/desk.ts';
import { NOTES } from '../content/notes.ts';
import { CUSTOMER_DETAILS } from '../content/people-details.ts';
import type { LabelKey } from '../content/classification.ts';
import { DAY, HOUR, MINUTE } from './calendar.ts';
import type { CaseHistory } from './case-history.ts';
import { known, type DemoWorld } from './demo-world.ts';

/** How often agents talk about a case before they answer. */
const CONFERRED = 0.22;
const FOLLOWED = 0.08;

/** An agent takes the case: assigned, handed over to the right group, weighed, and told what it is about. */
export function takeUp(world: DemoWorld, history: CaseHistory, before: number): void {
  const { agent, group, story } = history.planned;
  const read = (history.latest?.at.getTime() ?? 0) + MINUTE / 3;
  const at = Math.min(Math.max(read, before - world.chance.int(3, 9) * MINUTE), before);
  const isWholesale = story.topic.startsWith('Wholesale');
  history.update(
    agent.email,
    {
      assigneeId: known(world.users, agent.email).id,
      groupId: world.groupIds[group],
      language: story.language,
      labelIds: labelsOf(history).map((key) => world.labelIds[key]),
      customFields: fieldsOf(world, history, at),
      ...(story.priority === undefined ? {} : { priority: story.priority }),
      ...(isWholesale && world.chance.happens(0.5) ? { externalId: `ERP-${40_000 + history.id}` } : {}),
    },
    at,
  );
  const [colleague] = colleaguesOf(world, history);
  if (colleague && at + MINUTE / 2 < before && world.chance.happens(FOLLOWED)) {
    history.follow(colleague.email, at + MINUTE / 2);
  }
}

/** A note about the case before it is answered, sometimes a question to a colleague, who answers it. */
export function confer(world: DemoWorld, history: CaseHistory, before: number): void {
  const room = before - history.lastAt;
  if (room < 2 * MINUTE || !world.chance.happens(CONFERRED)) return;
  const { agent, story } = history.planned;
  const { says, answer } = world.chance.pick(NOTES[areaOf(story.topic)]);
  const [colleague] = colleaguesOf(world, history);
  if (!colleague && answer !== undefined) return;

  const start = history.lastAt;
  const at = (share: number) => Math.floor((start + room * share) / 1000) * 1000;
  const text = says.replace('{colleague}', `@${colleague?.name ?? ''}`);
  const mentions = answer === undefined || !colleague ? [] : [colleague.email];
  history.note({ by: agent.email, text, mentions, at: at(0.4) });
  if (answer !== undefined && colleague) history.note({ by: colleague.email, text: answer, mentions: [], at: at(0.8) });
}

/** What becomes of a case that is no ordinary conversation. */
export function setAside(world: DemoWorld, history: CaseHistory): void {
  const { agent, story } = history.planned;
  const at = history.lastAt + world.chance.int(4, 40) * MINUTE;
  if (story.fate === 'spam') history.update(agent.email, { spam: true }, at);
  else if (story.fate === 'trash') history.discard(agent.email, at);
  else takeUp(world, history, at);
}

/** Three cases sleep: until tomorrow, until next week, until the customer writes. Rather those that wait for him. */
export function putToSleep(world: DemoWorld, histories: readonly CaseHistory[]): void {
  const quiet = histories.filter(({ state, lastAt }) => state.assigneeId !== null && lastAt < world.now - 2 * MINUTE);
  const waiting = (['open', 'pending'] as const).flatMap((status) =>
    quiet.filter(({ state }) => state.status === status),
  );
  const untils = [new Date(world.now + 20 * HOUR), new Date(world.now + 6 * DAY), null];
  waiting.slice(-untils.length).forEach((history, index) => {
    const at = Math.floor((history.lastAt + Math.min(10 * MINUTE, (world.now - history.lastAt) / 2)) / 1000) * 1000;
    const until = untils[index]?.toISOString() ?? null;
    history.update(history.planned.agent.email, { snooze: { until } }, Math.max(at, history.lastAt));
  });
}

function labelsOf({ planned: { story, customer } }: CaseHistory): LabelKey[] {
  const { tier } = CUSTOMER_DETAILS[customer.address]?.customFields ?? {};
  return [...(story.labels ?? []), ...(tier === 'Friends::Gold' ? (['vip'] as const) : [])];
}

function fieldsOf(world: DemoWorld, { planned }: CaseHistory, at: number): CustomFieldValues {
  const { story, subject, turns, facts } = planned;
  const { order = '' } = facts;
  const labels: readonly LabelKey[] = story.labels ?? [];
  const named = [subject, ...turns.map(({ text }) => text)].some((text) => order !== '' && text.includes(order));
  return {
    topic: story.topic,
    ...(named ? { order_number: order } : {}),
    ...(labels.includes('warranty') ? { under_warranty: world.chance.happens(0.8) } : {}),
    ...(labels.includes('refund') ? { refund: world.chance.int(12, 180) } : {}),
    ...(labels.includes('delivery') ? { promised_for: dateAfter(at, world.chance.int(1, 4)) } : {}),
  };
}

/** Colleagues of the agent who see the case as well, in any order. */
function colleaguesOf(world: DemoWorld, { planned }: CaseHistory): DemoAgent[] {
  const place = { brand: planned.brand.key, group: planned.group };
  return world.chance.shuffled(AGENTS.filter((agent) => agent !== planned.agent && maySee(agent, place)));
}

function areaOf(topic: string): keyof typeof NOTES {
  const area = topic.slice(0, topic.indexOf('::'));
  const areas = Object.keys(NOTES).filter((key): key is keyof typeof NOTES => key === area);
  const [found] = areas;
  if (!found) throw new Error(`No notes for ${topic}.`);
  return found;
}

function dateAfter(at: number, days: number): string {
  return new Date(at + days * DAY).toISOString().slice(0, 10);
}
