import { Injectable } from '@nestjs/common';
import { CaseFactsQueries, DeskHoursSource, FilteredCases, Vocabularies } from '@bureau/cases';
import {
  CaseSummary,
  conditionsIn,
  pageOf,
  type Actor,
  type ConditionGroup,
  type RuleTrial,
  type TryRule as Trial,
} from '@bureau/contracts';
import { conditionsNow, languageOf, matches, planConditions, withoutHappening, withoutHidden } from '@bureau/domain';
import { Clock, type RawJson } from '@bureau/platform';
import { PreviewActions } from '../action/index.ts';
import { askingAt } from './compiled-rule.ts';
import { LatestMessagesQueries } from './latest-messages.queries.ts';
import { RuleNames } from './rule-names.ts';
import { SaveRule } from './save-rule.ts';

/** Cases that are looked at, the latest first. */
const LOOKED_AT_MOST = 500;
const Summaries = pageOf(CaseSummary);
const LATEST = { field: 'activeAt', direction: 'desc' } as const;

/** Nobody hears of what this actor does: all of it is taken back. */
const ON_TRIAL: Actor = { kind: 'rule', ruleId: 1, name: 'Rule on trial', ruleIds: [1] };

interface Found {
  caseId: number;
  messageId: number | null;
}

/** Tries a rule that is being written on the cases of the last 30 days. */
@Injectable()
export class TryRule {
  constructor(
    private readonly save: SaveRule,
    private readonly cases: FilteredCases,
    private readonly facts: CaseFactsQueries,
    private readonly messages: LatestMessagesQueries,
    private readonly vocabularies: Vocabularies,
    private readonly hours: DeskHoursSource,
    private readonly preview: PreviewActions,
    private readonly names: RuleNames,
    private readonly clock: Clock,
  ) {}

  /** Among the cases that the actor may see. Nothing changes. Throws request.invalid. */
  async run(actor: Actor, trial: Trial): Promise<RuleTrial> {
    await this.save.check(actor, trial);
    const asked = askedOf(trial);
    const wanted = { conditions: asked, sort: LATEST, limit: LOOKED_AT_MOST, named: false };
    const { found, next } = await this.cases.places(actor, wanted);
    const matched = await this.narrow(
      found.map(({ id }) => id),
      trial,
    );

    const shown = matched.slice(0, trial.limit);
    const summaries = await this.summaries(actor, asked, shown);
    const items: RuleTrial['items'] = [];
    for (const { caseId, messageId } of shown) {
      const summary = summaries.get(caseId);
      if (!summary) continue;
      const effects = await this.preview.run(ON_TRIAL, caseId, trial.actions, { by: 'rule', messageId });
      items.push({ case: summary, effects });
    }
    const [sentence = ''] = await this.names.sentences(actor, [trial]);
    return { sentence, looked: found.length, matched: matched.length, more: next !== null, items };
  }

  /** What the database leaves open: conditions on the message, of which the latest stands for all. */
  private async narrow(caseIds: number[], { type, conditions }: Trial): Promise<Found[]> {
    const now = this.clock.now().getTime();
    const asking = { ...askingAt(now), ...(await this.hours.of(conditions)) };
    const language = languageOf(type, await this.vocabularies.all());
    const plan = planConditions(withoutHidden(conditionsNow(conditions)), language, asking);
    const latest = await this.messages.of(caseIds, type === 'outbound-interaction' ? 'out' : 'in');
    const facts = await this.facts.load(caseIds);
    const asksForMessage = conditionsIn(conditions).some(({ field }) => field.startsWith('message.'));

    const found: Found[] = [];
    for (const caseId of caseIds) {
      const one = facts.get(caseId);
      const messageId = latest.get(caseId) ?? null;
      if (!one) continue;
      const message = asksForMessage && messageId !== null ? await this.facts.message(messageId) : undefined;
      if (matches(plan, { ...one, ...(message ? { message } : {}) }, asking)) found.push({ caseId, messageId });
    }
    return found;
  }

  private async summaries(actor: Actor, asked: ConditionGroup, found: Found[]): Promise<Map<number, CaseSummary>> {
    if (found.length === 0) return new Map();
    const page: RawJson = await this.cases.page(actor, {
      conditions: {
        match: 'all',
        conditions: [asked, { field: 'case.id', operator: 'is', value: found.map(({ caseId }) => caseId) }],
      },
      sort: LATEST,
      limit: found.length,
      named: false,
    });
    return new Map(Summaries.parse(JSON.parse(page.text)).items.map((summary) => [summary.id, summary]));
  }
}

/** Cases that may match, as far as the database can say. */
function askedOf({ brandId, conditions }: Trial): ConditionGroup {
  return {
    match: 'all',
    conditions: [
      withoutHappening(conditionsNow(conditions)),
      { field: 'case.activeAt', operator: 'within-last', value: { amount: 30, unit: 'days' } },
      ...(brandId === null ? [] : [{ field: 'case.brand', operator: 'is' as const, value: brandId }]),
    ],
  };
}
