import type { Pairs } from '@bureau/domain';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';

const Form = z.record(z.string(), z.union([z.string(), z.array(z.string())]));

/** The fields of a body that is a form; any other has none. */
export function formOf({ headers, body }: FastifyRequest): Pairs {
  if (!/^application\/x-www-form-urlencoded\b/i.test(headers['content-type'] ?? '')) return [];
  const form = Form.safeParse(body);
  return Object.entries(form.data ?? {}).flatMap(([name, values]) =>
    [values].flat().map((value): [string, string] => [name, value]),
  );
}
