/** Words that the browser needs before any schema is there: a module that holds one is loaded with the library of schemas. */

export const CASE_COLUMNS = [
  'status',
  'priority',
  'channel',
  'customer',
  'company',
  'assignee',
  'group',
  'brand',
  'labels',
  'waitingSince',
  'createdAt',
  'activeAt',
  'updatedAt',
] as const;

export const FILTER_SORTS = ['activeAt', 'createdAt', 'updatedAt', 'waitingSince', 'priority', 'id'] as const;

export const FILTER_GROUPINGS = ['status', 'priority', 'channel', 'assignee', 'group', 'brand', 'company'] as const;

export const FATES = ['waiting', 'message', 'duplicate', 'held', 'suppressed', 'failed'] as const;

export const CONSOLE_LANGUAGES = ['en', 'de'] as const;

export const NOTIFICATION_KINDS = ['mention', 'assignment', 'message'] as const;

/** Where the routes of this version begin. */
export const API_PREFIX = '/api/v3';
