import { Injectable } from '@nestjs/common';
import { CaseFactsQueries, CaseRepository, Vocabularies } from '@bureau/cases';
import type { Actor, Page, RuleRun } from '@bureau/contracts';
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
  async run(
    actor: Actor,
    caseId: number,
    page: { limit: number; cursor?: string | undefined },
  ): Promise<Page<RuleRun>> {
    if (!(await this.cases.isVisible(actor, caseId))) throw new ProblemError('case.not-found');
    const { runs, next } = await this.runs.page(caseId, page);
    const versions = await this.versionsOf(runs);
    const vocabulary = await this.vocabularies.all();
    const conditions = [...versions.values()].map((version) => version.conditions);
    const names = await this.ruleNames.of(actor, conditions, referencesSeen(runs, vocabulary));
    const called = new Map((await this.rules.list(null)).map(({ id, name }) => [id, name]));

    const items: RuleRun[] = [];
    for (const run of runs) {
      const message = await this.messageOf(run);
      items.push(tellRun(run, { actor, versions, vocabulary, names, called, message }));
    }
    return { items, next };
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
