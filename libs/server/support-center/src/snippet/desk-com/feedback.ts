import type { Pairs } from './pairs.ts';

/** Words of the survey: English, German. */
export const FEEDBACK = {
  customer_feedback_addnl_question: [
    'Is there anything else that we should know?',
    'Gibt es noch etwas, das wir wissen sollten?',
  ],
  customer_feedback_case: ['Your case: {0}', 'Ihr Fall: {0}'],
  customer_feedback_case_non_portal: ['Your request: {0}', 'Ihre Anfrage: {0}'],
  customer_feedback_completed: ['Thank you for telling us.', 'Vielen Dank für Ihre Rückmeldung.'],
  customer_feedback_disabled: ['This survey is switched off.', 'Diese Umfrage ist ausgeschaltet.'],
  customer_feedback_expired: [
    'This survey is over. Thank you all the same.',
    'Diese Umfrage ist vorbei. Trotzdem vielen Dank.',
  ],
  customer_feedback_fair: ['Fair', 'Mäßig'],
  customer_feedback_good: ['Good', 'Gut'],
  customer_feedback_great: ['Great', 'Sehr gut'],
  customer_feedback_none: ['No answer', 'Keine Angabe'],
  customer_feedback_poor: ['Poor', 'Schlecht'],
  customer_feedback_question: ['How did we do?', 'Wie waren Sie mit uns zufrieden?'],
  customer_feedback_submit: ['Send', 'Senden'],
  customer_feedback_title: ['Your opinion', 'Ihre Meinung'],
  customer_feedback_update_fail: [
    'Your opinion could not be saved. Try again.',
    'Ihre Meinung ließ sich nicht speichern. Versuchen Sie es noch einmal.',
  ],
  customer_feedback_update_ok: ['Your opinion was saved.', 'Ihre Meinung wurde gespeichert.'],
} as const satisfies Pairs;
