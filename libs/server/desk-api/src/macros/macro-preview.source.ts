import { CASES } from '../cases/case.source.ts';
import type { Source } from '../resource/source.ts';
import { link } from '../resource/sql.ts';

/** What macros would do to a case; it is answered, and nothing of it is kept. */
export const MACRO_PREVIEWS: Source = {
  class: 'macro_response',
  from: CASES.from,
  id: CASES.id,
  where: CASES.where,
  access: CASES.access,
  keys: CASES.keys,
  members: {},
  links: { self: link('/cases/{c.id}/macros/preview', 'macro_response'), case: link('/cases/{c.id}', 'case') },
  sorts: { id: CASES.id },
  perPage: 1,
};
