import { words } from '../../language/words.ts';

/** What is said where an article is chosen for an answer. */
export const articleDialogWords = words('article-dialog', {
  title: 'Insert an article',
  field: 'Words or a quickcode',
  results: 'Articles',
  failed: 'The articles could not be loaded.',
  safe: 'Nothing was changed.',
  nothing: 'No article fits.',
  none: 'There is no article yet.',
  write: 'Write an article',
  manage: 'All articles',
  insert: 'Insert',
  link: 'Insert only the link',
  internal: 'Internal: customers cannot read it. Insert only what is meant for them.',
  unpublished: 'Not published: customers cannot read it.',
  outdated: 'This translation is outdated.',
  previewFailed: 'The article could not be shown.',
  hints: { insert: 'insert', link: 'only the link', close: 'close' },
});
