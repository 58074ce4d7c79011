import { z } from 'zod';
import { Id, IdParam, Timestamp } from '../ids.ts';
import { route } from '../route.ts';

/** A link in mails with which the customer of a case opens it on the web, without a password. Its secret is shown to nobody. */
export const CaseAccessLink = z.object({
  id: Id,
  customer: z.object({ id: Id, name: z.string() }),
  createdAt: Timestamp,
  /** Every new mail puts it off. */
  expiresAt: Timestamp,
  revokedAt: Timestamp.nullable(),
  revokedBy: z.string().nullable(),
});
export type CaseAccessLink = z.infer<typeof CaseAccessLink>;

const params = z.object({ caseId: IdParam });
const response = z.object({ items: z.array(CaseAccessLink) });

export const caseLinksApi = {
  list: route('GET', '/cases/:caseId/access-links', {
    summary: 'List the links with which customers open this case on the web, the latest first.',
    allow: 'cases:view',
    params,
    response,
  }),
  revoke: route('POST', '/cases/:caseId/access-links/revoke', {
    summary: 'Revoke every link of this case; the next mail to the customer holds a new one.',
    allow: 'cases:update',
    params,
    response,
  }),
};
