export type Said = {
  errorCode: string;
  message: string;
  fields?: string[];
  /** What only some codes add, such as the matches of a duplicate rule. */
  more?: Record<string, unknown>;
};

/** Salesforce says no: one error of a request, or of one record among many. */
export class SfError extends Error {
  readonly said: Said;
  readonly #status: number | undefined;

  constructor(
    errorCode: string,
    message: string,
    given: { fields?: string[]; status?: number; more?: Said['more'] } = {},
  ) {
    super(message);
    this.said = { errorCode, message, fields: given.fields, more: given.more };
    this.#status = given.status;
  }

  get status(): number {
    return this.#status ?? statusOf(this.said.errorCode);
  }

  /** As the answer of a request on one record. */
  get body(): unknown[] {
    const { errorCode, message, fields, more } = this.said;
    return [{ ...more, message, errorCode, ...(fields ? { fields } : {}) }];
  }

  /** As one of the results of a collection. */
  get result() {
    const { errorCode, message, fields = [], more } = this.said;
    return { success: false, errors: [{ statusCode: errorCode, message, fields, ...more }] };
  }
}

const STATUS: Record<string, number> = {
  INVALID_SESSION_ID: 401,
  INVALID_AUTH_HEADER: 401,
  REQUEST_LIMIT_EXCEEDED: 403,
  API_DISABLED_FOR_ORG: 403,
  API_CURRENTLY_DISABLED: 403,
  FUNCTIONALITY_NOT_ENABLED: 403,
  INSUFFICIENT_ACCESS: 403,
  NOT_FOUND: 404,
  ENTITY_IS_DELETED: 404,
  METHOD_NOT_ALLOWED: 405,
  SERVER_UNAVAILABLE: 503,
  UNKNOWN_EXCEPTION: 500,
};

/** The status that goes with a code (external-apis.md §3.10); most are 400. */
export function statusOf(errorCode: string): number {
  return STATUS[errorCode] ?? 400;
}

export function notFound(message = 'The requested resource does not exist'): SfError {
  return new SfError('NOT_FOUND', message);
}

export function entityIsDeleted(): SfError {
  return new SfError('ENTITY_IS_DELETED', 'entity is deleted', { fields: [] });
}

export function invalidField(type: string, field: string): SfError {
  return new SfError('INVALID_FIELD', `No such column '${field}' on sobject of type ${type}`);
}

export function insufficientAccess(status = 400): SfError {
  return new SfError('INSUFFICIENT_ACCESS_OR_READONLY', 'insufficient access rights on object id', {
    fields: [],
    status,
  });
}
