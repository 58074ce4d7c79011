/** The permissions of the login dialog, and what it tells people about them. */
export const PERMISSIONS: Record<string, string> = {
  public_profile: 'Your name and profile picture',
  email: 'Your email address',
  business_management: 'Manage your business',
  pages_show_list: 'Show a list of the Pages you manage',
  pages_manage_metadata: 'Manage accounts, settings and webhooks for a Page',
  pages_read_engagement: 'Read content posted on the Page',
  pages_read_user_content: 'Read user content on your Page',
  pages_manage_engagement: 'Create and manage comments on your Page',
  pages_manage_posts: 'Create and manage content on your Page',
  pages_messaging: 'Manage and access Page conversations in Messenger',
};

/** Always granted: nobody can decline their own name. */
export const ALWAYS = 'public_profile';

/** These apply to the pages the person picks in the dialog. */
export function isGranular(permission: string): boolean {
  return permission.startsWith('pages_');
}
