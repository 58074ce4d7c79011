/** What a page of this desk is asked for (external-apis §2.2); without one of them a part of the desk stays silent. */
export const FACEBOOK_SCOPES = [
  'pages_show_list',
  'pages_manage_metadata',
  'pages_read_engagement',
  'pages_read_user_content',
  'pages_manage_engagement',
  'pages_manage_posts',
  'pages_messaging',
] as const;
