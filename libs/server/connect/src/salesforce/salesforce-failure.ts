import type { SalesforceError } from '@bureau/domain';
import { z } from 'zod';

/** Codes of Node for a way that leads nowhere, or on which no answer came. */
const NETWORK = /^E(AI_AGAIN|NOTFOUND|CONN(REFUSED|RESET|ABORTED)|(HOST|NET)(UNREACH|DOWN)|PIPE|TIMEDOUT)$/;

/** What Salesforce said of one thing that it refused. */
export interface SalesforceComplaint {
  /** E.g. FIELD_CUSTOM_VALIDATION_EXCEPTION. */
  code: string;
  /** Word for word. */
  message: string;
  /** API names; empty: it is about the whole record. */
  fields: string[];
  /** Ids of records that it names: those that look the same, or the one that has a unique value already. */
  recordIds: string[];
}

/** A call that came to nothing, whoever is to blame: Salesforce, the network, or our keys. */
export class SalesforceFailure extends Error {
  override name = 'SalesforceFailure';
  /** Of the first complaint. */
  readonly code: string;

  constructor(
    readonly complaints: readonly [SalesforceComplaint, ...SalesforceComplaint[]],
    /** Of HTTP; null: there was no answer. */
    readonly status: number | null,
    options?: ErrorOptions,
  ) {
    super(complaints.map(({ message }) => message).join(' '), options);
    this.code = complaints[0].code;
  }

  /** The network, not Salesforce: nothing answered. */
  get isUnreached(): boolean {
    return this.status === null && NETWORK.test(this.code);
  }

  /** As the domain decides about it (`errorClass`, `nextAfterFailure`): the first complaint with what all of them name. */
  get error(): SalesforceError {
    return {
      ...{ code: this.code, message: this.message },
      fields: [...new Set(this.complaints.flatMap(({ fields }) => fields))],
      matches: [...new Set(this.complaints.flatMap(({ recordIds }) => recordIds))],
    };
  }
}

/** One answer can complain of many things, in one of three ways; results of many records say `statusCode` for the code. */
const Complaint = z.object({
  errorCode: z.string().optional(),
  statusCode: z.string().optional(),
  message: z.string().default(''),
  fields: z.array(z.string()).nullish(),
  duplicateResult: z
    .object({
      matchResults: z.array(
        z.object({ matchRecords: z.array(z.object({ record: z.object({ Id: z.string().optional() }) })).default([]) }),
      ),
    })
    .nullish(),
});

const Complaints = z.union([z.array(Complaint).min(1), Complaint.transform((one) => [one])]);

/** Complaints in the body of an answer; null: it is none that Salesforce would write. */
export function complaintsIn(body: unknown): [SalesforceComplaint, ...SalesforceComplaint[]] | null {
  const parsed = Complaints.safeParse(body);
  if (!parsed.success) return null;
  const [first, ...others] = parsed.data.filter((said) => (said.errorCode ?? said.statusCode) !== undefined);
  return first ? [complaintOf(first), ...others.map(complaintOf)] : null;
}

function complaintOf(said: z.infer<typeof Complaint>): SalesforceComplaint {
  const code = said.errorCode ?? said.statusCode ?? 'UNKNOWN_EXCEPTION';
  const matches = said.duplicateResult?.matchResults.flatMap(({ matchRecords }) =>
    matchRecords.flatMap(({ record }) => record.Id ?? []),
  );
  return { code, message: said.message, fields: said.fields ?? [], recordIds: matches ?? idsIn(code, said.message) };
}

/** "duplicate value found: Desk_Id__c duplicates value on record with id: 5003t00002AbCdE" names it in words only. */
function idsIn(code: string, message: string): string[] {
  if (code !== 'DUPLICATE_VALUE') return [];
  const id = /record with id: ([a-zA-Z0-9]{15}(?:[a-zA-Z0-9]{3})?)\b/.exec(message)?.[1];
  return id === undefined ? [] : [id];
}

/** What jsforce throws, as its `HttpApiError`; errors of the network have `code` (of Node), `name` or neither. */
const Thrown = z.object({
  errorCode: z.string().optional(),
  code: z.string().optional(),
  name: z.string().optional(),
  message: z.string().default(''),
  data: z.unknown().optional(),
});

/** Whatever was thrown while Salesforce was asked, as a failure. Never holds a key: only what was answered. */
export function failureOf(error: unknown, status: number | null = null): SalesforceFailure {
  if (error instanceof SalesforceFailure) return error;
  const thrown = Thrown.safeParse(error).data ?? { message: String(error) };
  const answered = thrown.data === undefined ? null : complaintsIn(thrown.data);
  const complaints = answered ?? [{ code: codeOf(thrown), message: wordsOf(thrown), fields: [], recordIds: [] }];
  return new SalesforceFailure(complaints, status, { cause: error });
}

function codeOf({ errorCode, code, name }: Omit<z.infer<typeof Thrown>, 'message'>): string {
  if (errorCode !== undefined) return errorCode;
  if (code !== undefined) return code;
  return name === 'AbortError' || name === 'TimeoutError' ? 'ETIMEDOUT' : 'UNKNOWN_EXCEPTION';
}

/** Why the keys of the desk are of no use any more, in a sentence around what Salesforce said. */
export function lockedOut({ message }: SalesforceFailure): string {
  return `Salesforce does not let the desk in any more (${message.replace(/[.\s]+$/, '')}).`;
}

/** Addresses and ports help nobody, and neither does a page of HTML. */
function wordsOf(thrown: z.infer<typeof Thrown>): string {
  const code = codeOf(thrown);
  if (NETWORK.test(code)) return `Salesforce cannot be reached (${code}).`;
  const { message } = thrown;
  return /<html|<!doctype/i.test(message)
    ? 'Salesforce answered with a page instead of data.'
    : message.slice(0, 2_000);
}
