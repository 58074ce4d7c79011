import { byNumber, betweenTimes } from '../resource/condition.ts';
import type { Source } from '../resource/source.ts';
import { link, textOrNull, time } from '../resource/sql.ts';
import { byCase } from '../cases/case-key.ts';
import { accessThroughCase } from '../cases/case-part-access.ts';

/** What customers said of how they were helped. */
export const FEEDBACKS: Source = {
  class: 'feedback',
  from: 'feedback f',
  id: 'f.id',
  where: 'f.submitted_at IS NOT NULL',
  access: accessThroughCase('f.case_id'),
  keys: { feedback: byNumber('f.id = $'), case: byCase('f.case_id = $') },
  members: {
    id: 'f.id',
    rating: 'f.rating',
    rating_type: 'f.rating_type',
    additional_feedback: textOrNull('f.comment'),
    created_at: time('f.submitted_at'),
    updated_at: time('f.updated_at'),
    erased_at: time('f.erased_at'),
  },
  links: {
    self: link('/feedbacks/{f.id}', 'feedback'),
    case: link('/cases/{f.case_id}', 'case'),
    user: link('/users/{f.assignee_id}', 'user'),
  },
  filters: {
    case_id: byNumber('f.case_id = $'),
    user_id: byNumber('f.assignee_id = $'),
    ...betweenTimes({ created_at: 'f.submitted_at', updated_at: 'f.updated_at' }),
  },
  sorts: { id: 'f.id', created_at: 'f.submitted_at', updated_at: 'f.updated_at' },
  perPage: 100,
};
