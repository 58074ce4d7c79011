import { Injectable } from '@nestjs/common';
import { EVENTS } from '@bureau/contracts';
import { changesIn, HEARD_FACTS, messageOf, ruleTypesOf, satisfactionIn, type CaseFact } from '@bureau/domain';
import { OncePerDelivery } from '@bureau/platform';
import { ConsiderRules } from './consider-rules.ts';
import { RuleBook, type Book } from './rule-book.ts';
import { RuleRunRepository, type DueFact } from './rule-run.repository.ts';

/**
 * Considers rules for what happened to cases: each fact once, and those of a case one after the other in the order in
 * which they happened, however the queue delivers them. Whoever comes first considers what is due before it too; whoever
 * comes later finds it done.
 */
@Injectable()
export class RunRules {
  private readonly books = new OncePerDelivery<Book>();

  constructor(
    private readonly ruleBook: RuleBook,
    private readonly runs: RuleRunRepository,
    private readonly consider: ConsiderRules,
  ) {}

  /** In the transaction that records the fact as handled. */
  async run(fact: CaseFact): Promise<void> {
    const book = await this.books.of(() => this.ruleBook.open());
    if (!concerns(book, fact)) return;
    const { caseId, sequence } = fact.payload;
    await this.runs.lockCase(caseId);

    const due = await this.runs.due(caseId, { name: fact.name, sequence });
    for (const row of due) {
      const one = factOf(row);
      if (one) await this.considerFact(book, one);
    }
    const last = due.at(-1);
    if (last) await this.runs.considered(caseId, last.id);
  }

  private async considerFact(book: Book, fact: CaseFact): Promise<void> {
    const { caseId, sequence, actor, suppressRules, ruleIds } = fact.payload;
    const happened = {
      ...{ caseId, sequence, actor, suppressRules, ruleIds },
      ...{ messageId: messageOf(fact), changes: changesIn(fact), satisfaction: satisfactionIn(fact) },
    };
    for (const type of ruleTypesOf(fact)) {
      if (book.rulesOf(type).length === 0) continue;
      await this.consider.run(book, { ...happened, type });
    }
  }
}

/** Whether there are rules for it at all: at most desks, for most facts there are none. */
function concerns(book: Book, fact: CaseFact): boolean {
  return ruleTypesOf(fact).some((type) => book.rulesOf(type).length > 0);
}

function factOf({ name: wanted, payload }: DueFact): CaseFact | undefined {
  const name = HEARD_FACTS.find((known) => known === wanted);
  switch (name) {
    case 'case.opened':
      return { name, payload: EVENTS[name].parse(payload) };
    case 'case.updated':
      return { name, payload: EVENTS[name].parse(payload) };
    case 'message.received':
      return { name, payload: EVENTS[name].parse(payload) };
    case 'message.replied':
      return { name, payload: EVENTS[name].parse(payload) };
    case 'note.added':
      return { name, payload: EVENTS[name].parse(payload) };
    case 'satisfaction.submitted':
      return { name, payload: EVENTS[name].parse(payload) };
    case undefined:
      return undefined;
  }
}
