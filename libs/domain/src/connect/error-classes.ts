/**
 * What an error of Salesforce is, for the sync (external-apis.md §3.10). `transient`: it goes by itself. `auth`: a person has
 * to sign in again. `budget`: no calls are left. `conflict`: somebody changed the record meanwhile. `duplicate`: a rule there
 * finds that it exists. `ours`: an earlier try of ours made it. `deleted`. `data`: a value is not taken. `config`: fields,
 * rights or the organisation have changed. `storage`: it is full. `collateral`: another record of the same call failed.
 * `window`: the place in a list is forgotten, it is read again from the start.
 */
export type ErrorClass =
  | 'transient'
  | 'auth'
  | 'budget'
  | 'conflict'
  | 'duplicate'
  | 'ours'
  | 'deleted'
  | 'data'
  | 'config'
  | 'storage'
  | 'collateral'
  | 'window';

/** An error as the gateway understood it, whichever way Salesforce said it. */
export interface SalesforceError {
  /** E.g. UNABLE_TO_LOCK_ROW, ERROR_HTTP_503, ECONNRESET. */
  code: string;
  message: string;
  /** API names of the fields that it is about. */
  fields: readonly string[];
  /** Of a duplicate rule: the records that it found. */
  matches: readonly string[];
}

const CLASSES: readonly [ErrorClass, readonly string[]][] = [
  ['auth', ['INVALID_SESSION_ID', 'INVALID_GRANT', 'INVALID_AUTH_HEADER', 'INACTIVE_USER', 'ERROR_HTTP_401']],
  ['budget', ['REQUEST_LIMIT_EXCEEDED']],
  ['conflict', ['ERROR_HTTP_412', 'PRECONDITION_FAILED']],
  ['duplicate', ['DUPLICATES_DETECTED']],
  ['ours', ['DUPLICATE_VALUE']],
  ['deleted', ['ENTITY_IS_DELETED', 'NOT_FOUND', 'ERROR_HTTP_404']],
  [
    'data',
    [
      'FIELD_CUSTOM_VALIDATION_EXCEPTION',
      'STRING_TOO_LONG',
      'INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST',
      'REQUIRED_FIELD_MISSING',
      'INVALID_EMAIL_ADDRESS',
      'NUMBER_OUTSIDE_VALID_RANGE',
      'JSON_PARSER_ERROR',
      'FIELD_INTEGRITY_EXCEPTION',
      'CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY',
      'FIELD_FILTER_VALIDATION_EXCEPTION',
      'INVALID_CROSS_REFERENCE_KEY',
      'MALFORMED_ID',
      'INVALID_ID_FIELD',
      'MULTIPLE_CHOICES',
      'ERROR_HTTP_300',
    ],
  ],
  [
    'config',
    [
      'INVALID_FIELD',
      'INVALID_TYPE',
      'INVALID_FIELD_FOR_INSERT_UPDATE',
      'INSUFFICIENT_ACCESS',
      'INSUFFICIENT_ACCESS_OR_READONLY',
      'INSUFFICIENT_ACCESS_ON_CROSS_REFERENCE_ENTITY',
      'API_DISABLED_FOR_ORG',
      'API_CURRENTLY_DISABLED',
      'CANNOT_EXECUTE_FLOW_TRIGGER',
      'MALFORMED_QUERY',
      'FUNCTIONALITY_NOT_ENABLED',
      'FEED_NOT_ENABLED_FOR_OBJECT',
    ],
  ],
  ['storage', ['STORAGE_LIMIT_EXCEEDED']],
  ['collateral', ['ALL_OR_NONE_OPERATION_ROLLED_BACK', 'PROCESSING_HALTED']],
  ['window', ['INVALID_QUERY_LOCATOR']],
  [
    'transient',
    [
      'UNABLE_TO_LOCK_ROW',
      'QUERY_TIMEOUT',
      'SERVER_UNAVAILABLE',
      'UNKNOWN_EXCEPTION',
      'REQUEST_RUNNING_TOO_LONG',
      'TXN_SECURITY_METERING_ERROR',
    ],
  ],
];

const CLASS_OF = new Map(CLASSES.flatMap(([name, codes]) => codes.map((code) => [code, name] as const)));

/**
 * How an error is dealt with. One that nobody knows is tried again like a transient one: it ends in the failure log, with
 * its own words, and not in silence.
 */
export function errorClass({ code, fields }: Pick<SalesforceError, 'code' | 'fields'>): ErrorClass {
  // A reference of a field to what is gone is about that field; without a field it is about the record itself.
  if (code === 'INVALID_CROSS_REFERENCE_KEY' && fields.length === 0) return 'deleted';
  return CLASS_OF.get(code.toUpperCase()) ?? 'transient';
}
