import { Injectable } from '@nestjs/common';
import type { RuleType } from '@bureau/contracts';
import { DeskHoursSource, Vocabularies } from '@bureau/cases';
import type { Asking, Vocabulary } from '@bureau/domain';
import { askingAt, compileRule, type CompiledRule } from './compiled-rule.ts';
import { RuleRepository } from './rule.repository.ts';

/** The rules that are switched on, by type and in order. */
export interface Book {
  vocabulary: Vocabulary;
  rulesOf(type: RuleType): readonly CompiledRule[];
  /** For whom and when rules of a type are asked: with the hours of the desk when one of them needs them. */
  askingOf(type: RuleType, now: Date): Promise<Asking>;
}

/** Compiles the rules once; again when the database says that one of them, or a field that they ask for, has changed. */
@Injectable()
export class RuleBook {
  private known: { generation: number; book: Book } | undefined;

  constructor(
    private readonly rules: RuleRepository,
    private readonly vocabularies: Vocabularies,
    private readonly hours: DeskHoursSource,
  ) {}

  /** Ask before anything is written in the transaction: what may yet be taken back must not be remembered. */
  async open(): Promise<Book> {
    // The generation is read first: what is read afterwards is at least as new, and at worst is read once more.
    const generation = await this.rules.generation();
    if (this.known?.generation !== generation) this.known = { generation, book: await this.compile() };
    return this.known.book;
  }

  private async compile(): Promise<Book> {
    const vocabulary = await this.vocabularies.all();
    const byType = new Map<RuleType, CompiledRule[]>();
    for (const rule of await this.rules.enabled()) {
      const alike = byType.get(rule.type) ?? [];
      byType.set(rule.type, [...alike, compileRule(rule, vocabulary)]);
    }
    const rulesOf = (type: RuleType) => byType.get(type) ?? [];
    const withHours = new Set([...byType.keys()].filter((type) => rulesOf(type).some(({ asksHours }) => asksHours)));
    return {
      vocabulary,
      rulesOf,
      askingOf: async (type, now) => ({
        ...askingAt(now.getTime()),
        ...(withHours.has(type) ? { businessHours: await this.hours.read() } : {}),
      }),
    };
  }
}
