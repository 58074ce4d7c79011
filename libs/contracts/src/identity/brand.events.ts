import { z } from 'zod';
import { Id } from '../ids.ts';

/** What happens to the faces of the company. */
export const brandEvents = {
  /** Added, changed or deleted; also what its support center shows besides articles: theme, texts, hosts. */
  'brand.changed': z.object({ brandId: Id }),
};
