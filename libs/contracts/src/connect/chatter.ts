import { z } from 'zod';
import { CaseStatus } from '../cases/case.ts';
import { route } from '../route.ts';
import { SalesforceId } from './sync-object.ts';

/** When and what the desk posts to the feed of a linked case in Salesforce. */
export const ChatterSettings = z.object({
  enabled: z.boolean(),
  /** A case that comes to one of these is told of; what Salesforce itself changed is not. */
  statuses: z.array(CaseStatus).max(CaseStatus.options.length, 'Choose each status once.'),
  /** With placeholders, such as {{case.status}}; @[005…] mentions a user. */
  template: z.string().trim().max(10_000, 'At most 10,000 characters.'),
});
export type ChatterSettings = z.infer<typeof ChatterSettings>;

/** Somebody of the organisation who can be mentioned. */
export const ChatterPerson = z.object({ id: SalesforceId, name: z.string(), username: z.string() });
export type ChatterPerson = z.infer<typeof ChatterPerson>;

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
  people: route('GET', '/salesforce/chatter/people', {
    summary: 'List whom a post can mention, by name: at most 200, whose names hold the words.',
    allow: 'salesforce:manage',
    query: z.object({ words: z.string().trim().max(80).default('') }),
    response: z.object({ items: z.array(ChatterPerson) }),
  }),
};
