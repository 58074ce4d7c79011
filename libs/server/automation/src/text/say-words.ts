import { Injectable } from '@nestjs/common';
import { FeedbackLinks, PlaceholderFactsRepository, safeHtml, type StoredFile } from '@bureau/cases';
import { CustomFieldOwner, userIdOf } from '@bureau/contracts';
import { CustomFieldRepository } from '@bureau/customers';
import {
  checkHtml,
  checkPlaceholders,
  FEEDBACK_LINK,
  gapSign,
  htmlCost,
  mentionsIn,
  MOST_MENTIONS,
  sayHtml,
  sayPost,
  sayText,
  textOfHtml,
  withGaps,
  withoutStrangersWords,
  type CheckOptions,
  type FeedSegment,
  type PlaceholderValues,
} from '@bureau/domain';
import type { Turn } from '../action/action-context.ts';
import type { ActionProblem } from '../action/action-handler.ts';

/** Words as they are written, with their placeholders. */
export interface WordsToSay {
  html: string;
  subject?: string | null;
  /** For channels without formatting; null or left out: the text of `html`. */
  plain?: string | null;
  /** Those that the HTML shows under the names it gives them. */
  pictures?: StoredFile[];
}

/** What is said, in both forms. */
export interface SaidWords {
  html: string;
  text: string;
  subject: string | null;
  /** Placeholders without a value and a default: they said nothing. */
  missing: string[];
  /** The HTML with its gaps marked; left out when it has none. */
  marked?: string | undefined;
}

type Asker = Pick<Turn, 'actor' | 'caseId' | 'context'>;

const MOST_TAGS = 5_000;
const MOST_LEVELS = 50;

/** Says the texts of actions about a case. */
@Injectable()
export class SayWords {
  constructor(
    private readonly facts: PlaceholderFactsRepository,
    private readonly feedbackLinks: FeedbackLinks,
    private readonly customFields: CustomFieldRepository,
  ) {}

  /** `ownWordsOnly`: whoever reads it is not proven to be who he says; what a stranger wrote is not repeated to him (S6). */
  async say(asker: Asker, words: WordsToSay, { ownWordsOnly = false } = {}): Promise<SaidWords> {
    const known = await this.valuesFor(asker, [words.html, words.plain ?? '', words.subject ?? '']);
    const values = ownWordsOnly ? withoutStrangersWords(known) : known;
    const html = sayHtml(words.html, values);
    const safe = safeHtml(html.words);
    const plain = words.plain ? sayText(words.plain, values) : null;
    const subject = words.subject ? sayText(words.subject, values) : null;
    const marked = html.missing.length > 0 ? withGaps(safeHtml(sayHtml(words.html, values, gapSign).words)) : undefined;
    return {
      html: safe,
      ...(marked === undefined ? {} : { marked }),
      text: plain?.words.trim() ?? textOfHtml(safe),
      subject: subject && onOneLine(subject.words),
      missing: [...new Set([...html.missing, ...(plain?.missing ?? []), ...(subject?.missing ?? [])])],
    };
  }

  /** Words without formatting, such as a subject. */
  async sayPlain(asker: Asker, source: string): Promise<{ text: string; missing: string[] }> {
    const { words, missing } = sayText(source, await this.valuesFor(asker, [source]));
    return { text: words.trim(), missing };
  }

  /** For a feed that colleagues read; no segments: nothing is left to be said. */
  async sayPost(asker: Asker, source: string): Promise<{ segments: FeedSegment[]; missing: string[] }> {
    return sayPost(source, await this.valuesFor(asker, [source]));
  }

  /** What is wrong with the HTML of an action. */
  async checkHtml(at: string, html: string): Promise<ActionProblem[]> {
    const { tags, depth } = htmlCost(html);
    const tooMuch = tags > MOST_TAGS || depth > MOST_LEVELS;
    const problems = checkHtml(html, await this.options());
    return [...problems, ...(tooMuch ? ['The formatting is too complicated; use less of it.'] : [])].map((message) => ({
      at,
      message,
    }));
  }

  /** What is wrong with words without formatting; null is nothing. */
  async checkPlain(at: string, text: string | null): Promise<ActionProblem[]> {
    if (text === null) return [];
    return checkPlaceholders(text, await this.options()).map((message) => ({ at, message }));
  }

  /** What is wrong with a post to a feed. */
  async checkPost(at: string, text: string): Promise<ActionProblem[]> {
    const problems = checkPlaceholders(text, { ...(await this.options()), place: 'post' });
    const tooMany = mentionsIn(text).length > MOST_MENTIONS;
    return [...problems, ...(tooMany ? ['A post mentions at most 25 users.'] : [])].map((message) => ({ at, message }));
  }

  private async valuesFor({ actor, caseId, context }: Asker, said: readonly string[]): Promise<PlaceholderValues> {
    const values = await this.facts.ofAction(caseId, {
      userId: userIdOf(actor) ?? null,
      messageId: context.messageId ?? null,
    });
    const linked = said.some((words) => words.includes(FEEDBACK_LINK));
    const link = linked ? await this.feedbackLinks.addressFor(caseId) : null;
    return link === null ? values : new Map([...values, [FEEDBACK_LINK, link]]);
  }

  private async options(): Promise<CheckOptions> {
    const fields: { owner: CustomFieldOwner; key: string }[] = [];
    for (const owner of CustomFieldOwner.options) {
      for (const { key } of await this.customFields.definitions(owner)) fields.push({ owner, key });
    }
    return { place: 'action', customFields: fields };
  }
}

/** A subject has no lines. */
function onOneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
