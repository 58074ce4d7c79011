import { words } from '../language/words.ts';

const filters: Readonly<Record<string, string | undefined>> = {
  inbox: 'Inbox',
  mine: 'Mine',
  'my-groups': 'My groups',
  unassigned: 'Unassigned',
  pending: 'Pending',
  resolved: 'Resolved',
  snoozed: 'Snoozed',
  spam: 'Spam',
  trash: 'Trash',
  email: 'E-mail',
  phone: 'Phone',
  chat: 'Chat',
  twitter: 'X',
  facebook: 'Facebook',
  qna: 'Q&A',
};

const folders: Readonly<Record<string, string | undefined>> = { channels: 'Channels' };

const roles: Readonly<Record<string, string | undefined>> = {
  agent: 'Agent',
  'flex-agent': 'Flex Agent',
  'reporting-agent': 'Reporting Agent',
  'workflow-manager': 'Workflow Manager',
  'knowledge-base-manager': 'Knowledge Base Manager',
  'content-manager': 'Content Manager',
  'business-manager': 'Business Manager',
  'administrative-manager': 'Administrative Manager',
  'knowledge-base-administrator': 'Knowledge Base Administrator',
  administrator: 'Administrator',
  'billing-administrator': 'Billing Administrator',
};

/** What a desk calls by itself that which it begins with, by key: in English as it is stored. */
export const englishNames = { filters, folders, roles };

export const seededNames = words('seeded-names', englishNames);
