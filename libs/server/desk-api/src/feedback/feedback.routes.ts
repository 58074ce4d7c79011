import { CASES } from '../cases/case.source.ts';
import { list, show, type DeskRoute } from '../resource/desk-route.ts';
import { FEEDBACKS } from './feedback.source.ts';

export const FEEDBACK_ROUTES: DeskRoute[] = [
  list('/feedbacks', { summary: 'List what customers said.', allow: 'feedback:view', reads: FEEDBACKS }),
  show('/feedbacks/:feedback', { summary: 'Read a feedback.', allow: 'feedback:view', reads: FEEDBACKS }),
  list('/cases/:case/feedbacks', {
    summary: 'List what the customer said of a case.',
    allow: 'cases:view',
    within: CASES,
    reads: FEEDBACKS,
  }),
];
