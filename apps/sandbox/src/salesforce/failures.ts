import { z } from 'zod';
import { SfError } from './sf-error.ts';

export const Operation = z.enum(['request', 'query', 'create', 'update', 'delete']);
export type Operation = z.infer<typeof Operation>;

/** An error that Salesforce gives on demand. */
export const Failure = z.object({
  code: z.string().regex(/^[A-Z_]+$/),
  message: z.string().optional(),
  status: z.number().int().min(300).max(599).optional(),
  fields: z.array(z.string()).optional(),
  /** Where it happens; for a whole request when its code is about requests, else when a record is written. */
  operation: Operation.optional(),
  object: z.string().optional(),
  /** Only when this field is among those that are written. */
  withField: z.string().optional(),
  /** How many pass unharmed before. */
  after: z.number().int().min(0).default(0),
  /** How often; until it is cleared when null. */
  times: z.number().int().min(1).nullable().default(1),
});
export type Failure = z.infer<typeof Failure>;
export type FailureInput = z.input<typeof Failure>;

const OF_REQUESTS: Record<string, string> = {
  INVALID_SESSION_ID: 'Session expired or invalid',
  REQUEST_LIMIT_EXCEEDED: 'TotalRequests Limit exceeded.',
  API_DISABLED_FOR_ORG: 'API is not enabled for this Organization or Partner',
  SERVER_UNAVAILABLE: 'Server is unavailable',
  UNKNOWN_EXCEPTION: 'An unexpected error occurred. Please include this ErrorId if you contact support: 1234567890',
  REQUEST_RUNNING_TOO_LONG: 'Your request was running for too long, and has been stopped.',
  CONCURRENT_REQUEST_LIMIT_EXCEEDED: 'ConcurrentRequests (Concurrent API Requests) Limit exceeded.',
};

const OF_RECORDS: Record<string, string> = {
  UNABLE_TO_LOCK_ROW: 'unable to obtain exclusive access to this record or 1 records',
  FIELD_CUSTOM_VALIDATION_EXCEPTION: 'A rule of the organisation refuses this.',
  CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY: 'CaseTrigger: execution of BeforeUpdate caused by: System.NullPointerException',
  CANNOT_EXECUTE_FLOW_TRIGGER: 'We can’t save this record because the “Set owner” process failed.',
  INSUFFICIENT_ACCESS_OR_READONLY: 'insufficient access rights on object id',
  INSUFFICIENT_ACCESS_ON_CROSS_REFERENCE_ENTITY: 'insufficient access rights on cross-reference id',
  STORAGE_LIMIT_EXCEEDED: 'storage limit exceeded',
  ENTITY_IS_DELETED: 'entity is deleted',
  INVALID_CROSS_REFERENCE_KEY: 'invalid cross reference id',
  QUERY_TIMEOUT: 'Your query request was running for too long.',
};

export type Attempt = { operation: Operation; object?: string; fields?: string[] };

/** Errors on demand, the newest first; they end with the process. */
export class Failures {
  #standing: (Failure & { operation: Operation | undefined; id: number; met: number })[] = [];
  #count = 0;

  /** Returns the function that ends it. */
  add(given: FailureInput): () => void {
    const failure = Failure.parse(given);
    const operation = failure.operation ?? usualPlace(failure.code);
    const id = ++this.#count;
    this.#standing.unshift({ ...failure, operation, id, met: 0 });
    return () => this.#end(id);
  }

  /** Throws when a failure is due here. */
  meet(attempt: Attempt): void {
    for (const one of this.#standing) {
      if (!fits(one, attempt)) continue;
      one.met += 1;
      if (one.met <= one.after) continue;
      if (one.times !== null && one.met - one.after >= one.times) this.#end(one.id);
      const message = one.message ?? OF_REQUESTS[one.code] ?? OF_RECORDS[one.code] ?? one.code;
      throw new SfError(one.code, message, { fields: one.fields, status: one.status });
    }
  }

  list(): Failure[] {
    return this.#standing;
  }

  clear(): void {
    this.#standing = [];
  }

  #end(id: number): void {
    this.#standing = this.#standing.filter((one) => one.id !== id);
  }
}

/** Undefined: whatever writes a record. */
function usualPlace(code: string): Operation | undefined {
  if (code in OF_REQUESTS) return 'request';
  return code === 'QUERY_TIMEOUT' || code === 'INVALID_QUERY_LOCATOR' ? 'query' : undefined;
}

function fits(failure: Failure, { operation, object, fields }: Attempt): boolean {
  const here =
    failure.operation === undefined ? !['request', 'query'].includes(operation) : failure.operation === operation;
  if (!here || (failure.object !== undefined && failure.object !== object)) return false;
  return failure.withField === undefined || (fields ?? []).includes(failure.withField);
}
