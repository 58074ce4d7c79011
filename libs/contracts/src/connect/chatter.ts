import { z } from 'zod';
import { CaseStatus } from '../cases/case.ts';
import { route } from '../route.ts';

/** When and what the desk posts to the feed of a case in Salesforce. */
export const ChatterSettings = z.object({
  enabled: z.boolean(),
  /** A case that comes to one of these is told of. */
  statuses: z.array(CaseStatus),
  /** With placeholders, such as {{case.status}}; @[005…] mentions a user. */
  template: z.string().trim().max(10_000, 'At most 10,000 characters.'),
});
export type ChatterSettings = z.infer<typeof ChatterSettings>;

export const salesforceChatterApi = {
  get: route('GET', '/salesforce/chatter', {
    summary: 'Read when the desk posts to the feed of a case.',
    allow: 'salesforce:manage',
    response: ChatterSettings,
  }),
  update: route('PUT', '/salesforce/chatter', {
    summary: 'Change when and what the desk posts to the feed of a case.',
    allow: 'salesforce:manage',
    body: ChatterSettings,
    response: ChatterSettings,
  }),
};
