import { Injectable } from '@nestjs/common';
import { CaseFactsQueries, CaseRepository, Vocabularies } from '@bureau/cases';
import { conditionsIn, type Actor, type ListRuleRuns, type Page, type RuleRun } from '@bureau/contracts';
import { InvalidInput, ProblemError } from '@bureau/platform';
import { RuleNames } from './rule-names.ts';
import { RuleRepository, type StoredVersion } from './rule.repository.ts';
import { RuleRunsQueries, type StoredRun } from './rule-runs.queries.ts';
import { referencesSeen, tellRun, versionKey } from './tell-run.ts';
import { placesTold } from './told-rules.ts';

/**
 * Why rules did, or did not do, something to a case: the conditions of the very versions that were asked, with the values
 * that were seen then, decided again by the same code.
 */
@Injectable()
export class ExplainCase {
  constructor(
    private readonly cases: CaseRepository,
    private readonly facts: CaseFactsQueries,
    private readonly runs: RuleRunsQueries,
    private readonly rules: RuleRepository,
    private readonly ruleNames: RuleNames,
    private readonly vocabularies: Vocabularies,
  ) {}

  /** The latest first. Throws case.not-found. */
  async run(actor: Actor, caseId: number, query: ListRuleRuns): Promise<Page<RuleRun>> {
    if (!(await this.cases.isVisible(actor, caseId))) throw new ProblemError('case.not-found');
    const { told, next } = await this.find(caseId, query);
    const versions = await this.versionsOf(told);
    const vocabulary = await this.vocabularies.all();
    const conditions = [...versions.values()].map((version) => version.conditions);
    const seen = referencesSeen(
      told.map(({ run }) => run),
      vocabulary,
    );
    const names = await this.ruleNames.of(actor, conditions, seen);
    const called = await this.rules.names();

    const actions = [...versions.values()].flatMap((version) => version.actions);
    const namedIn = new Map((await this.ruleNames.namesIn(actions)).map((named) => [`${named.to} ${named.id}`, named]));

    const items: RuleRun[] = [];
    for (const { run, places } of told) {
      const message = asksForMessage(run, places, versions) ? await this.messageOf(run) : {};
      items.push(tellRun(run, places, { actor, versions, vocabulary, names, namedIn, called, message }));
    }
    return { items, next };
  }

  private async find(caseId: number, query: ListRuleRuns): Promise<{ told: ToldRun[]; next: string | null }> {
    const { ruleId, sequence, runId, named, ...page } = query;
    if (runId !== undefined) return this.wholeRun(caseId, runId, page);
    const ruleIds = named === undefined ? null : await this.rules.idsNamed(named);
    const { runs, next } =
      ruleId === undefined || sequence === undefined
        ? await this.runs.page(caseId, { ...page, ruleIds })
        : { runs: await this.runs.thatLedTo(caseId, { ruleId, sequence }), next: null };
    const wanted = ruleIds && new Set(ruleIds);
    return { told: runs.map((run) => ({ run, places: placesTold(run, wanted) })), next };
  }

  /** Everything that was considered in one run, a page of rules at a time: the cursor is the place that comes next. */
  private async wholeRun(caseId: number, runId: number, { limit, cursor }: Pick<ListRuleRuns, 'limit' | 'cursor'>) {
    const run = await this.runs.find(caseId, runId);
    if (!run) return { told: [], next: null };
    const from = Number(cursor ?? 0);
    if (!Number.isInteger(from) || from < 0) {
      throw new InvalidInput([{ path: 'query.cursor', message: 'Use the `next` of the page before, unchanged.' }]);
    }
    const places = [...run.ruleIds.keys()].slice(from, from + limit);
    return { told: [{ run, places }], next: from + limit < run.ruleIds.length ? `${from + limit}` : null };
  }

  private async versionsOf(told: readonly ToldRun[]): Promise<Map<string, StoredVersion>> {
    const wanted = new Map(
      told.flatMap(({ run: { ruleIds, versions }, places }) =>
        places.map((place) => {
          const [id = 0, version = 0] = [ruleIds[place], versions[place]];
          return [versionKey(id, version), { id, version }] as const;
        }),
      ),
    );
    const pairs = [...wanted.values()];
    const found = await this.rules.versionsOf(
      pairs.map(({ id }) => id),
      pairs.map(({ version }) => version),
    );
    return new Map(found.map((version) => [versionKey(version.ruleId, version.version), version]));
  }

  /** What is not kept: the words of the message, as long as it has them. */
  private async messageOf({ messageId, erased }: StoredRun): Promise<Record<string, string[]>> {
    const message = messageId === null || erased ? undefined : await this.facts.message(messageId);
    if (!message) return {};
    const { subject, text, from, to, cc, headers, mailer } = message;
    const values = { subject: [subject], text: [text], from: [from], to, cc, headers, mailer: [mailer ?? ''] };
    return Object.fromEntries(
      Object.entries(values).map(([name, list]) => [`message.${name}`, list.filter((value) => value !== '')]),
    );
  }
}

/** A run, and the places of those of its rules that are told. */
interface ToldRun {
  run: StoredRun;
  places: number[];
}

/** Whether what one of the rules asked is in the message: its words are long, and most rules ask for none. */
function asksForMessage(
  { ruleIds, versions }: StoredRun,
  places: readonly number[],
  known: ReadonlyMap<string, StoredVersion>,
): boolean {
  return places.some((place) => {
    const version = known.get(versionKey(ruleIds[place] ?? 0, versions[place]));
    return version !== undefined && conditionsIn(version.conditions).some(({ field }) => field.startsWith('message.'));
  });
}
