import { Injectable } from '@nestjs/common';
import { FEEDBACK_KEY_MARK, FeedbackLinks, type FeedbackLinkSource } from '@bureau/cases';
import { surveyWordsIn } from '@bureau/domain';
import { BrandDirectory } from '@bureau/identity';
import { Clock, Transactional } from '@bureau/platform';
import { FeedbackRepository } from '../feedback/feedback.repository.ts';
import { AskingRepository } from './asking.repository.ts';

const DAY_MS = 86_400_000;

/** The links in mails with which customers rate their cases. Each mail has a key of its own, for one case. */
@Injectable()
export class MailedLinks implements FeedbackLinkSource {
  constructor(
    private readonly asking: AskingRepository,
    private readonly feedback: FeedbackRepository,
    private readonly brands: BrandDirectory,
    private readonly clock: Clock,
    links: FeedbackLinks,
  ) {
    links.declare(this);
  }

  async addressFor(caseId: number): Promise<string | null> {
    const survey = await this.asking.surveyOf(caseId);
    if (!survey?.enabled) return null;
    const { origin, base } = this.brands.homeOf(survey.brand);
    const { language } = surveyWordsIn(survey.words, survey.languages);
    const [first, ...others] = survey.brand.languages;
    const segment = others.includes(language) && language !== first ? `/${language}` : '';
    return `${origin}${base}/customer${segment}/portal/feedback/${FEEDBACK_KEY_MARK}`;
  }

  /** Whoever gets a link is asked: it counts as that, and the desk does not ask again by itself. */
  @Transactional()
  async keyFor(caseId: number): Promise<string | null> {
    const survey = await this.asking.surveyOf(caseId);
    if (!survey?.enabled) return null;
    const at = this.clock.now();
    const feedbackId = await this.feedback.rememberAsked(caseId, at);
    if (feedbackId === undefined) return null;
    const expiresAt = new Date(at.getTime() + survey.expiresAfterDays * DAY_MS);
    return this.feedback.addKey(feedbackId, { at, expiresAt });
  }
}
