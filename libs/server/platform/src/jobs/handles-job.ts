import 'reflect-metadata';
import type { JobDefinition } from './job-definition.ts';
import type { JobContext } from './running-jobs.ts';

const HANDLES_JOB = Symbol('handles-job');

type HandlerMethod<Payload> = (payload: Payload, context: JobContext) => Promise<unknown>;

/** Marks the one method of a provider that does this job. The payload is parsed before it is called. */
export function HandlesJob<Payload>(job: JobDefinition<Payload>) {
  return <Method extends HandlerMethod<Payload>>(
    _prototype: object,
    _name: string | symbol,
    method: TypedPropertyDescriptor<Method>,
  ): void => {
    if (method.value) Reflect.defineMetadata(HANDLES_JOB, job.name, method.value);
  };
}

/** The name of the job that a method handles, if any. */
export function jobHandledBy(method: object): string | undefined {
  const name: unknown = Reflect.getMetadata(HANDLES_JOB, method);
  return typeof name === 'string' ? name : undefined;
}
