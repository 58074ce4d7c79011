import { AGENTS, BRANDS, maySee, type DemoAgent, type DemoBrand, type GroupKey } from '../content/desk.ts';
import { CUSTOMERS, EVERYBODY, type DemoCustomer } from '../content/customers.ts';
import { ASIDES, type Aside } from '../content/stories/asides.ts';
import { STORIES } from '../content/stories/index.ts';
import type { Line, Story } from '../content/story.ts';
import { VOICES } from '../content/voices.ts';
import { DAY, HOUR, inOfficeHours, MINUTE, someTimeAgo, whenAwake } from './calendar.ts';
import type { Chance } from './chance.ts';

export interface PlannedTurn {
  line: Line;
  /** Words with greeting and name, nothing quoted. */
  text: string;
  /** Milliseconds since the epoch. */
  at: number;
}

/** A conversation as it will have happened. */
export interface PlannedCase {
  story: Story;
  brand: DemoBrand;
  group: GroupKey;
  customer: DemoCustomer;
  agent: DemoAgent;
  subject: string;
  facts: Record<string, string>;
  turns: PlannedTurn[];
}

/** The two hundredth is split off another one at the end. */
export const CASE_COUNT = 199;
const HISTORY_DAYS = 89;
/** Days; nobody waits longer than this for a first answer. */
const FORGOTTEN_AT_MOST = 12;
/** How long ago, in minutes, something happened in the cases that are alive right now. */
const LIVELY = [3, 8, 14, 23, 37, 52, 71, 96, 130, 170, 225, 290, 350, 430];

/** All conversations of three months, the oldest first, the same for the same chance and time. */
export function planCases(chance: Chance, now: number): PlannedCase[] {
  const told = new Set<string>();
  const stories = rotation(chance);
  const planned = Array.from({ length: CASE_COUNT - ASIDES.length }, (_, index) => {
    const { story, customer } = nextPair(stories, { told, chance });
    const minutesAgo = LIVELY[index];
    const times =
      minutesAgo === undefined
        ? pastTimes(story, { chance, now })
        : livelyTimes(story, { chance, endsAt: now - minutesAgo * MINUTE });
    return planCase(story, { customer, times, chance });
  });
  const asides = ASIDES.map((aside) => planAside(aside, { chance, now }));
  return [...planned, ...asides].sort((a, b) => (a.turns[0]?.at ?? 0) - (b.turns[0]?.at ?? 0));
}

function planAside({ story, who, hoursAgo }: Aside, { chance, now }: { chance: Chance; now: number }): PlannedCase {
  const customer = EVERYBODY.find(({ address }) => address === who);
  if (!customer) throw new Error(`No customer ${who}.`);
  const first = Math.floor((now - hoursAgo * HOUR) / 1000) * 1000;
  const times = story.lines.map((_, index) => first + index * 50 * MINUTE);
  return planCase(story, { customer, times, chance });
}

function planCase(
  story: Story,
  { customer, times, chance }: { customer: DemoCustomer; times: readonly number[]; chance: Chance },
): PlannedCase {
  const facts = factsFor(story, chance);
  const cast = castFor(story, chance);
  const speakers = { customer, agent: cast.agent };
  const turns = times.map((at, turn) => ({
    line: lineOf(story, turn),
    at,
    text: words(story, turn, { chance, facts, speakers }),
  }));
  return { story, ...cast, customer, facts, subject: fill(chance.pick(story.subjects), facts), turns };
}

/** Every story in turn, English ones twice as often as the rest. */
function* rotation(chance: Chance): Generator<Story, never> {
  const english = STORIES.filter(({ language }) => language === 'en');
  for (;;) yield* chance.shuffled([...STORIES, ...english]);
}

/** The next story and somebody of its language to whom it has not happened yet. */
function nextPair(
  stories: Generator<Story, never>,
  { told, chance }: { told: Set<string>; chance: Chance },
): { story: Story; customer: DemoCustomer } {
  for (;;) {
    const story = stories.next().value;
    const free = CUSTOMERS.filter(
      ({ language, address }) => language === story.language && !told.has(key(story, address)),
    );
    if (free.length === 0) continue;
    const customer = chance.pick(free);
    told.add(key(story, customer.address));
    return { story, customer };
  }
}

function key(story: Story, address: string): string {
  return `${STORIES.indexOf(story)} ${address}`;
}

function castFor(story: Story, chance: Chance): Pick<PlannedCase, 'agent' | 'brand' | 'group'> {
  const brand = BRANDS.find(({ key: brandKey }) => brandKey === story.brand);
  if (!brand) throw new Error(`No brand ${story.brand}.`);
  const group: GroupKey = story.handedOver ? 'returns' : story.brand;
  const speaking = AGENTS.filter(
    (agent) => agent.languages.includes(story.language) && maySee(agent, { brand: story.brand, group }),
  );
  const inGroup = speaking.filter(({ groups }) => groups.includes(group));
  return { brand, group, agent: chance.pick(inGroup.length > 0 ? inGroup : speaking) };
}

/** Monday, Tuesday, Thursday, Friday: names that need no other case after a preposition. */
const NAMED_DAYS = [5, 6, 8, 9];

function factsFor(story: Story, chance: Chance): Record<string, string> {
  const prefix = BRANDS.find(({ key: brandKey }) => brandKey === story.brand)?.orders ?? '';
  const day = new Date(Date.UTC(2026, 0, chance.pick(NAMED_DAYS)));
  const common = {
    order: `${prefix}${chance.int(20_400, 48_900)}`,
    number: `${chance.int(10_000, 99_999)}`,
    digits: `${chance.int(100, 999)}`,
    day: new Intl.DateTimeFormat(VOICES[story.language].locale, { weekday: 'long', timeZone: 'UTC' }).format(day),
  };
  const own = Object.entries(story.facts ?? {}).map(([name, choices]) => [name, chance.pick(choices)]);
  return { ...common, ...Object.fromEntries(own) };
}

/** How far an old conversation came, and when: most ended well, some customers never answered, a few still wait. */
function pastTimes(story: Story, { chance, now }: { chance: Chance; now: number }): number[] {
  const daysAgo = Math.floor(chance.next() ** 1.25 * HISTORY_DAYS) + 1;
  const start = someTimeAgo(now, daysAgo, chance);
  const fell = chance.next();
  const unanswered = daysAgo < FORGOTTEN_AT_MOST ? 1 : story.lines.length;
  const length = fell < 0.84 ? story.lines.length : fell < 0.95 ? firstAgentLine(story) : unanswered;
  return timesFrom(start, { story, chance, length }).filter((at) => at < now - 2 * MINUTE);
}

/** A conversation whose latest word, mostly the customer's, was just said. */
function livelyTimes(story: Story, { chance, endsAt }: { chance: Chance; endsAt: number }): number[] {
  const heard = story.lines.flatMap(({ by }, index) => (by === 'customer' || chance.happens(0.25) ? [index + 1] : []));
  const times = timesFrom(endsAt - 2 * DAY, { story, chance, length: chance.pick(heard) });
  const shift = endsAt - (times.at(-1) ?? endsAt);
  return times.map((at) => at + shift);
}

function timesFrom(
  start: number,
  { story, chance, length }: { story: Story; chance: Chance; length: number },
): number[] {
  const times: number[] = [];
  let at = start;
  for (const { by } of story.lines.slice(0, length)) {
    if (times.length > 0) {
      at =
        by === 'agent'
          ? inOfficeHours(at + 11 * MINUTE + chance.about(2.5 * HOUR), chance)
          : whenAwake(at + 6 * MINUTE + chance.about(9 * HOUR), chance);
    }
    at = Math.floor(at / 1000) * 1000;
    times.push(at);
  }
  return times;
}

function firstAgentLine(story: Story): number {
  const said = story.lines.flatMap(({ by }, index) => (by === 'agent' ? [index + 1] : []));
  return said[0] ?? 1;
}

function lineOf(story: Story, turn: number): Line {
  const line = story.lines[turn];
  if (!line) throw new RangeError(`The story has no line ${turn}.`);
  return line;
}

function words(
  story: Story,
  turn: number,
  {
    chance,
    facts,
    speakers,
  }: { chance: Chance; facts: Record<string, string>; speakers: { customer: DemoCustomer; agent: DemoAgent } },
): string {
  const voice = VOICES[story.language];
  const { by, says } = lineOf(story, turn);
  const [writer, reader] = by === 'agent' ? [speakers.agent, speakers.customer] : [speakers.customer, speakers.agent];
  const greets = by === 'agent' ? voice.agentGreets : turn === 0 ? voice.customerGreets : voice.answers;
  const greeting = chance.pick(greets);
  const closing = chance.pick(by === 'agent' ? voice.agentCloses : voice.customerCloses);
  const said = chance.pick(says);
  const body = greeting.endsWith(',') || greeting.endsWith('،') ? said : said.charAt(0).toUpperCase() + said.slice(1);
  const names = { ...facts, first: firstName(reader.name), me: firstName(writer.name) };
  return fill([greeting, body, closing].filter((part) => part !== '').join('\n\n'), names);
}

/** The part of a name that a mail greets; of a Japanese one the family name, which comes first as well. */
export function firstName(name: string): string {
  return name.split(' ')[0] ?? name;
}

/** @throws {Error} for a placeholder that nothing fills, so that none reaches a reader. */
export function fill(text: string, facts: Record<string, string>): string {
  return text.replace(/\{(\w+)\}/g, (_, name: string) => {
    const fact = facts[name];
    if (fact === undefined) throw new Error(`Nothing fills {${name}} in “${text.slice(0, 60)}”.`);
    return fact;
  });
}
