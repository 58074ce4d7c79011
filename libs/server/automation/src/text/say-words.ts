import { Injectable } from '@nestjs/common';
import { PlaceholderFactsRepository, safeHtml } from '@bureau/cases';
import { userIdOf } from '@bureau/contracts';
import { checkPlaceholders, fillHtml, fillText, textOfHtml } from '@bureau/domain';
import type { Turn } from '../action/action-context.ts';
import type { ActionProblem } from '../action/action-handler.ts';

/** A text with its placeholders filled, in both forms. */
export interface SaidWords {
  html: string;
  text: string;
  subject: string | null;
  /** Placeholders without a value and a default: they said nothing. */
  missing: string[];
}

/** Says the texts of actions about a case. */
@Injectable()
export class SayWords {
  constructor(private readonly facts: PlaceholderFactsRepository) {}

  async say(
    { actor, caseId }: Pick<Turn, 'actor' | 'caseId'>,
    { html: source, subject = null }: { html: string; subject?: string | null },
  ): Promise<SaidWords> {
    const { values } = await this.facts.ofCase(caseId, userIdOf(actor) ?? null);
    const html = safeHtml(fillHtml(source, values));
    return {
      html,
      text: textOfHtml(html),
      subject: subject === null ? null : fillText(subject, values),
      missing: [],
    };
  }

  /** What is wrong with a text of an action. */
  async checkHtml(at: string, html: string): Promise<ActionProblem[]> {
    return checkPlaceholders(html, { place: 'reply', customFields: null }).map((message) => ({ at, message }));
  }
}
