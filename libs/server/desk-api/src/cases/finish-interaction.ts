import { z } from 'zod';

/** What everything has that stands in a case, and what is said besides. */
const COMMON = ['id', 'body', 'created_at', 'updated_at', 'erased_at', '_links', '_embedded'];
const SAID = ['direction', 'status', 'sent_at'];
const ON_FACEBOOK = ['facebook_id', 'from_facebook_name'];

/** What besides is known of each class (desk-api-v2.md 3.2). */
const OWN = new Map<string, string[]>([
  ['email', ['subject', 'to', 'from', 'cc', 'bcc', 'client_type', 'body_text', 'body_html', 'hidden', 'hidden_at']],
  ['phone_call', ['entered_at']],
  ['tweet', ['type', 'to', 'from', 'twitter_status_id']],
  ['chat_message', ['event_type']],
  ['facebook_post', ON_FACEBOOK],
  ['facebook_comment', ON_FACEBOOK],
  ['facebook_message', ON_FACEBOOK],
  ['community_question', ['subject']],
  ['community_answer', []],
]);

const Entry = z.looseObject({ _links: z.looseObject({ self: z.looseObject({ class: z.string() }) }) });

/** With the members of its class, and no others. */
export function finishInteraction(entry: string): string {
  const interaction = Entry.parse(JSON.parse(entry));
  const { class: kind } = interaction._links.self;
  const members = new Set([...COMMON, ...(kind === 'note' ? [] : SAID), ...(OWN.get(kind) ?? [])]);
  return JSON.stringify(Object.fromEntries(Object.entries(interaction).filter(([name]) => members.has(name))));
}
