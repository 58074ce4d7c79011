import { Injectable } from '@nestjs/common';
import { OutboundIdentity } from '@bureau/cases';
import { hashPassword, RoleRepository, SiteRepository } from '@bureau/identity';
import { BlobStorage, Clock, Transactional } from '@bureau/platform';
import { randomBytes } from 'node:crypto';
import { LABELS } from './content/classification.ts';
import { COMPANIES, EVERYBODY } from './content/customers.ts';
import { AGENTS, BRANDS, COMPANY_NAME, GROUPS, ROLES, type RoleKey } from './content/desk.ts';
import type { BrandKey } from './content/story.ts';
import { KNOWLEDGE } from './content/knowledge/index.ts';
import { QUESTIONS } from './content/questions.ts';
import { ConnectDemo, type DemoPlaces } from './connect-demo.ts';
import { DemoRepository } from './demo.repository.ts';
import type { CaseHistory } from './history/case-history.ts';
import { Chance } from './history/chance.ts';
import { askInPublic } from './history/ask-in-public.ts';
import { fingerprint } from './history/demo-ledger.ts';
import { DEMO_TABLES, DemoRows, ReservedIds, type DemoTable } from './history/demo-rows.ts';
import { furnish } from './history/furnish.ts';
import { liveCase, type Mishap } from './history/live-case.ts';
import { arriveOddly, ODD_MAILS } from './history/odd-mail.ts';
import { planCases, type PlannedCase } from './history/plan-cases.ts';
import { putToSleep } from './history/work-case.ts';
import { TidyDemo } from './tidy-demo.ts';

/** Somebody who can sign in to the demo desk. */
export interface DemoPerson {
  name: string;
  email: string;
  password: string;
  role: RoleKey;
}

/** The desk is not empty; the message says what to do. */
export class DemoRefused extends Error {
  override name = 'DemoRefused';
}

/** All that is going to be written. */
interface Composed {
  rows: DemoRows;
  /** Conversations by mail. */
  histories: CaseHistory[];
  /** Of public questions, by their ids. */
  bestAnswers: ReadonlyMap<number, number>;
  places: DemoPlaces;
}

/** How many blobs are stored at once; each waits for the disk. */
const STORED_AT_ONCE = 16;
const MISHAPS: readonly Mishap[] = [
  'failed',
  'bounced',
  'unknown',
  'away',
  'failed',
  'bounced',
  'away',
  'unknown',
  'bounced',
  'away',
  'failed',
  'away',
];

/** Fills an empty desk with three months of work that nobody did. */
@Injectable()
export class SeedDemo {
  constructor(
    private readonly demo: DemoRepository,
    private readonly roles: RoleRepository,
    private readonly site: SiteRepository,
    private readonly storage: BlobStorage,
    private readonly identity: OutboundIdentity,
    private readonly tidy: TidyDemo,
    private readonly connect: ConnectDemo,
    private readonly clock: Clock,
  ) {}

  /**
   * The same seed at the same time tells the same stories; passwords are random always. Returns who can sign in: the
   * passwords are nowhere else. Throws DemoRefused, StorageUnavailable.
   */
  async run({ seed }: { seed: number }): Promise<DemoPerson[]> {
    this.refuse(await this.demo.obstacle());
    const people = AGENTS.map(({ name, email, role }) => ({
      name,
      email,
      role,
      password: randomBytes(9).toString('base64url'),
    }));
    const hashes = await Promise.all(
      people.map(async ({ email, password }) => [email, await hashPassword(password)] as const),
    );

    const composed = await this.compose(new Chance(seed), new Map(hashes));

    await this.storeBlobs([...composed.rows.blobs.values()]);

    await this.insert(composed);

    return people;
  }

  private refuse(obstacle: 'demo' | 'in-use' | null): void {
    if (obstacle === 'demo') {
      throw new DemoRefused(
        'The demo data is here already. Remove it first (node apps/server/dist/cli.js demo:remove), or start with BUREAU_DEMO=0.',
      );
    }
    if (obstacle === 'in-use') {
      throw new DemoRefused(
        'This desk is in use already: demo data goes into an empty one only. Start with BUREAU_DEMO=0.',
      );
    }
  }

  private async compose(chance: Chance, passwordHashes: ReadonlyMap<string, string>): Promise<Composed> {
    const now = this.clock.now().getTime();
    const planned = planCases(chance, now);
    const rows = new DemoRows();
    const ids = await this.reserve(planned);
    const agent = await this.roles.standard('agent');
    const { id: administratorId } = await this.roles.standard('administrator');
    const roles = { administratorId, agentId: agent.id, agentMay: agent.permissions };
    const world = furnish({ chance, now, rows, ids, identity: this.identity, passwordHashes, roles });
    const mishaps = mishapsFor(planned);
    const histories = planned.map((one) => liveCase(world, one, mishaps.get(one) ?? null));
    const ordinary = histories.filter((history) => history.planned.story.fate === undefined);
    putToSleep(world, ordinary);
    const inPublic = askInPublic(world);
    for (const history of [...histories, ...inPublic.histories]) history.finish();
    arriveOddly(world, ordinary);
    await fingerprint(rows);
    const placeOf = (key: BrandKey) => ({ id: world.brands[key].id, groupId: world.groupIds[key] });
    const places = { larkspur: placeOf('larkspur'), tideline: placeOf('tideline') };
    return { rows, histories, bestAnswers: inPublic.best, places };
  }

  private async reserve(planned: readonly PlannedCase[]): Promise<ReservedIds> {
    const answers = QUESTIONS.flatMap((question) => question.answers).length;
    const posts = QUESTIONS.length + answers;
    const messages = planned.reduce((sum, { turns }) => sum + turns.length, 0) + MISHAPS.length + posts;
    const counts: Partial<Record<DemoTable, number>> = {
      brands: BRANDS.length,
      mailboxes: BRANDS.length,
      roles: Object.keys(ROLES).length,
      users: AGENTS.length,
      groups: Object.keys(GROUPS).length,
      labels: Object.keys(LABELS).length,
      topics: KNOWLEDGE.length,
      articles: KNOWLEDGE.flatMap(({ articles }) => articles).length,
      companies: Object.keys(COMPANIES).length,
      customers: EVERYBODY.length,
      cases: planned.length + QUESTIONS.length,
      feedback: planned.length,
      messages,
      questions: QUESTIONS.length,
      question_answers: answers,
      // A question and its answer before each message, at most.
      notes: 2 * messages,
      intake_items: messages + ODD_MAILS,
    };
    const ids: Record<string, number[]> = {};
    for (const table of DEMO_TABLES) ids[table] = await this.demo.reserve(table, counts[table] ?? 0);
    return new ReservedIds(ids);
  }

  private async storeBlobs(contents: Uint8Array[]): Promise<void> {
    const rest = contents.values();
    const store = async () => {
      for (const content of rest) await this.storage.put(content);
    };
    await Promise.all(Array.from({ length: STORED_AT_ONCE }, store));
  }

  @Transactional()
  protected async insert({ rows, histories, bestAnswers, places }: Composed): Promise<void> {
    await this.demo.lock();
    this.refuse(await this.demo.obstacle());
    for (const table of DEMO_TABLES) await this.demo.insert(table, rows.of(table));
    await this.demo.markBest(bestAnswers);
    await this.site.nameCompany(COMPANY_NAME);
    await this.tidy.run(histories);
    await this.connect.run(places);
  }
}

/** Mishaps befall the latest cases whose last word is ours, so that somebody sees them. */
function mishapsFor(planned: readonly PlannedCase[]): Map<PlannedCase, Mishap> {
  const answered = planned.filter(({ turns }) => turns.at(-1)?.line.by === 'agent').toReversed();
  return new Map(
    MISHAPS.flatMap((mishap, index) => {
      const one = answered[index * 2];
      return one ? [[one, mishap]] : [];
    }),
  );
}
