import { Injectable } from '@nestjs/common';
import { CaseFactsQueries, CaseRepository, Vocabularies } from '@bureau/cases';
import type { Actor, ListRuleRuns, Page, RuleRun } from '@bureau/contracts';
import { ProblemError } from '@bureau/platform';
import { RuleNames } from './rule-names.ts';
import { RuleRepository, type StoredVersion } from './rule.repository.ts';
import { RuleRunsQueries, type StoredRun } from './rule-runs.queries.ts';
import { referencesSeen, tellRun, versionKey } from './tell-run.ts';

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
    const { runs, next } = await this.find(caseId, query);
    const versions = await this.versionsOf(runs);
    const vocabulary = await this.vocabularies.all();
    const conditions = [...versions.values()].map((version) => version.conditions);
    const names = await this.ruleNames.of(actor, conditions, referencesSeen(runs, vocabulary));
    const called = new Map((await this.rules.list(null)).map(({ id, name }) => [id, name]));

    const actions = [...versions.values()].flatMap((version) => version.actions);
    const namedIn = new Map((await this.ruleNames.namesIn(actions)).map((named) => [`${named.to} ${named.id}`, named]));

    const items: RuleRun[] = [];
    for (const run of runs) {
      const message = await this.messageOf(run);
      items.push(tellRun(run, { actor, versions, vocabulary, names, namedIn, called, message }));
    }
    return { items, next };
  }

  private async find(caseId: number, { ruleId, sequence, ...page }: ListRuleRuns) {
    if (ruleId === undefined || sequence === undefined) return this.runs.page(caseId, page);
    return { runs: await this.runs.thatLedTo(caseId, { ruleId, sequence }), next: null };
  }

  private async versionsOf(runs: readonly StoredRun[]): Promise<Map<string, StoredVersion>> {
    const wanted = new Map(
      runs.flatMap(({ ruleIds, versions }) =>
        ruleIds.map((id, index) => [versionKey(id, versions[index]), { id, version: versions[index] ?? 0 }]),
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
