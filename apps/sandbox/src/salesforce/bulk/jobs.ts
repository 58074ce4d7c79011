import { z } from 'zod';
import { bodyOf, type Ask } from '../rest/ask.ts';
import { notFound, SfError } from '../sf-error.ts';
import { idIn } from '../value.ts';
import type { CsvOptions } from './csv.ts';

const DELIMITERS: Record<string, string> = {
  COMMA: ',',
  SEMICOLON: ';',
  TAB: '\t',
  PIPE: '|',
  CARET: '^',
  BACKQUOTE: '`',
};

const Format = {
  contentType: z.literal('CSV').default('CSV'),
  columnDelimiter: z.enum(['COMMA', 'SEMICOLON', 'TAB', 'PIPE', 'CARET', 'BACKQUOTE']).default('COMMA'),
  lineEnding: z.enum(['LF', 'CRLF']).default('LF'),
};

export const NewIngest = z.object({
  object: z.string(),
  operation: z.enum(['insert', 'update', 'upsert', 'delete', 'hardDelete']),
  externalIdFieldName: z.string().optional(),
  ...Format,
});

export const NewQuery = z.object({ operation: z.enum(['query', 'queryAll']), query: z.string(), ...Format });

export type JobState = 'Open' | 'UploadComplete' | 'Aborted' | 'JobComplete' | 'Failed';

/** What every job has, whatever it is asked for. */
export type Job<Asked> = {
  id: string;
  kind: 'V2Ingest' | 'V2Query';
  asked: Asked & { columnDelimiter: string; lineEnding: 'LF' | 'CRLF' };
  state: JobState;
  userId: string;
  createdAt: string;
  processed: number;
  failed: number;
};

/** Jobs of one kind; they end with the process. */
export class Jobs<Given, Kept extends Job<Given>> {
  readonly #jobs = new Map<string, Kept>();
  #count = 0;

  add(make: (id: string) => Kept): Kept {
    const job = make(`750SB0${String(++this.#count).padStart(9, '0')}AAA`);
    this.#jobs.set(job.id, job);
    return job;
  }

  /** The job that the path names, if it is this user's. */
  of(ask: Ask): Kept {
    const job = this.#jobs.get(ask.param('id'));
    if (!job || job.userId !== idIn(ask.user)) throw notFound();
    return job;
  }

  remove(job: Kept): void {
    if (job.state === 'Open' || job.state === 'UploadComplete') throw wrongState(job.state);
    this.#jobs.delete(job.id);
  }
}

export function checkedJob<Schema extends z.ZodType>(ask: Ask, schema: Schema): z.output<Schema> {
  const given = schema.safeParse(bodyOf(ask));
  if (given.success) return given.data;
  const [issue] = given.error.issues;
  throw new SfError('INVALIDJOB', `InvalidJob : ${issue?.path.join('.') ?? ''} ${issue?.message ?? ''}`);
}

export function wrongState(state: JobState): SfError {
  return new SfError('INVALIDJOBSTATE', `Job is not in a state for this: ${state}`);
}

export function formatOf({ asked }: Job<unknown>): CsvOptions {
  const { columnDelimiter, lineEnding } = asked;
  return { delimiter: DELIMITERS[columnDelimiter] ?? ',', lineEnd: lineEnding === 'CRLF' ? '\r\n' : '\n' };
}

export function shownJob<Asked>(job: Job<Asked>, version: string) {
  const { id, kind, asked, state, userId, createdAt, processed, failed } = job;
  return {
    ...asked,
    id,
    jobType: kind,
    state,
    createdById: userId,
    createdDate: createdAt,
    systemModstamp: createdAt,
    concurrencyMode: 'Parallel',
    apiVersion: Number(version.slice(1)),
    numberRecordsProcessed: processed,
    numberRecordsFailed: failed,
    retries: 0,
    totalProcessingTime: 0,
  };
}
