import { ArticleTexts } from './article/article-texts.ts';
import { CaseSync } from './case/case-sync.ts';
import { FeedbackLinks } from './placeholder/feedback-links.ts';
import { SurveyMails } from './placeholder/survey-mails.ts';

/** What cases ask of islands that they do not know: those register here that they can answer. */
export const PORTS = [ArticleTexts, CaseSync, FeedbackLinks, SurveyMails];
