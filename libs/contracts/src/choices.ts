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
  'rating',
] as const;

/** The steps of a customer's rating as conditions name them, by their value. Of yes or no, no is poor and yes is great. */
export const RATING_WORDS = ['poor', 'fair', 'good', 'great'] as const;

/** The answers of each scale. */
export const RATINGS_OF = { yes_no: [0, 3], four_star: [0, 1, 2, 3] } as const;

/** From this rating on somebody is content. */
export const CONTENT_FROM = 2;

export const FILTER_SORTS = ['activeAt', 'createdAt', 'updatedAt', 'waitingSince', 'priority', 'id'] as const;

export const FILTER_GROUPINGS = ['status', 'priority', 'channel', 'assignee', 'group', 'brand', 'company'] as const;

export const FATES = ['waiting', 'message', 'duplicate', 'held', 'suppressed', 'failed'] as const;

export const CONSOLE_LANGUAGES = ['en', 'de'] as const;

export const NOTIFICATION_KINDS = ['mention', 'assignment', 'message'] as const;

/** Where the routes of this version begin. */
export const API_PREFIX = '/api/v3';
