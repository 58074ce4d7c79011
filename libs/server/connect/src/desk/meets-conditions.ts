import { Injectable } from '@nestjs/common';
import { conditionsIn, type ConditionGroup, type ObjectSettings } from '@bureau/contracts';
import { CaseFactsQueries, Vocabularies } from '@bureau/cases';
import { ConditionProblem, matches, planConditions, type CaseFacts, type Vocabulary } from '@bureau/domain';
import { Clock } from '@bureau/platform';
import { PartyFactsQueries } from './party-facts.queries.ts';
import { NOBODYS_FACTS } from './nobodys-facts.ts';
import { vocabularyOfRow } from './vocabulary-of-row.ts';

/** Whether the conditions of an object let a record go across. No conditions are met by all. */
@Injectable()
export class MeetsConditions {
  constructor(
    private readonly cases: CaseFactsQueries,
    private readonly parties: PartyFactsQueries,
    private readonly vocabularies: Vocabularies,
    private readonly clock: Clock,
  ) {}

  /** Of a record of the desk, on its way to Salesforce. */
  async ofDesk({ object, conditionsToSalesforce }: ObjectSettings, deskId: number): Promise<boolean> {
    if (conditionsIn(conditionsToSalesforce).length === 0) return true;
    const facts =
      object === 'case' ? (await this.cases.load([deskId])).get(deskId) : await this.parties.load(object, deskId);
    const vocabulary = await this.vocabularies.of(conditionsToSalesforce);
    return facts !== undefined && this.met(conditionsToSalesforce, vocabulary, facts);
  }

  /** Of a row of Salesforce, on its way to the desk. */
  ofSalesforce({ conditionsToDesk }: ObjectSettings, row: Readonly<Record<string, unknown>>): boolean {
    if (conditionsIn(conditionsToDesk).length === 0) return true;
    return this.met(conditionsToDesk, vocabularyOfRow(conditionsToDesk, row), NOBODYS_FACTS);
  }

  /** A condition that asks for what is there no more is not met: nothing goes by mistake. */
  private met(conditions: ConditionGroup, vocabulary: Vocabulary, facts: CaseFacts): boolean {
    const asking = { now: this.clock.now().getTime(), userId: null, groupIds: [] };
    try {
      return matches(planConditions(conditions, { vocabulary }, asking), facts, asking);
    } catch (error) {
      if (error instanceof ConditionProblem) return false;
      throw error;
    }
  }
}
