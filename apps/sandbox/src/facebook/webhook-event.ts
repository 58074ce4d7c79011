/** One thing that happened to a page, as one subscriber's webhook will say it. */
export type PageEvent = {
  page: string;
  /** The subscribed field that lets it through. */
  field: string;
  /** Whose doing it was; in development mode only people with a role on the app are heard. */
  person?: string;
  /** Epoch milliseconds. */
  at: number;
} & ({ value: Record<string, unknown> } | { messaging: Record<string, unknown> });

/** Every field of the `page` object that an app may subscribe to here. */
export const PAGE_FIELDS = [
  'feed',
  'mention',
  'messages',
  'message_deliveries',
  'message_echoes',
  'message_edits',
  'message_reactions',
  'message_reads',
  'messaging_account_linking',
  'messaging_handovers',
  'messaging_optins',
  'messaging_policy_enforcement',
  'messaging_postbacks',
  'messaging_referrals',
  'standby',
];

/** Fields of the `permissions` object. */
export const PERMISSION_FIELDS = [
  'pages_messaging',
  'pages_show_list',
  'pages_manage_metadata',
  'pages_manage_engagement',
  'pages_manage_posts',
  'pages_read_engagement',
  'pages_read_user_content',
];

/** Fields that only an app with pages_messaging may hear. */
export function isMessaging(field: string): boolean {
  return field.startsWith('messag') || field === 'standby';
}
