import type { CaseStatus } from '@bureau/contracts';
import { words } from '../../language/words.ts';

const statuses: Record<CaseStatus, string> = {
  new: 'New',
  open: 'Open',
  pending: 'Pending',
  resolved: 'Resolved',
  closed: 'Closed',
};

/** What the desk posts to the feed of a case in Salesforce. */
export const chatterWords = words('salesforce-chatter', {
  title: 'Chatter',
  lead: 'What the desk says in the feed of a case in Salesforce when its status changes here. Rules and macros can post besides.',
  failed: 'The settings of Chatter could not be loaded.',
  safe: 'Nothing changed.',
  enabled: 'Post when the status of a linked case changes',
  when: 'When it becomes',
  statuses,
  template: 'Post',
  templateHelp: 'At most 10,000 characters. @[005…] mentions a user of Salesforce: choose one below.',
  mention: 'Mention somebody',
  mentionHelp: 'Adds the user to the end of the post.',
  peopleFailed: 'Who can be mentioned could not be loaded.',
});
