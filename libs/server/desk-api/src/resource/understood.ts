import { findUnkeepable, InvalidInput } from '@bureau/platform';
import type { z } from 'zod';

/** What was sent, as the schema says it is. Throws request.invalid, naming every field that is wrong. */
export function understood<Schema extends z.ZodType>(schema: Schema, sent: unknown): z.output<Schema> {
  const parsed = schema.safeParse(sent);
  if (!parsed.success) throw InvalidInput.from(parsed.error, 'body');
  const unkeepable = findUnkeepable(parsed.data);
  if (unkeepable) throw new InvalidInput([{ path: unkeepable.path.join('.'), message: unkeepable.message }]);
  return parsed.data;
}

/**
 * Says of what is refused in a member of a body that it stands there. `names`: what the verb calls the fields → what they
 * are called in it.
 */
export async function below<T>(member: string, names: Record<string, string>, run: () => Promise<T>): Promise<T> {
  try {
    return await run();
  } catch (error) {
    if (!(error instanceof InvalidInput)) throw error;
    throw new InvalidInput(
      error.errors.map(({ path, message }) => {
        const [root = '', ...rest] = path.split('.');
        return { path: [member, names[root] ?? root, ...rest].join('.'), message };
      }),
    );
  }
}
