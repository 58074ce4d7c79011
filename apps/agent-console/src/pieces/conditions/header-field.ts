import type { ConditionField } from '@bureau/contracts';
import { HEADERS, headerNameOf } from '@bureau/domain';

/** What stands before the name of a line of a mail's header; by itself, one that is still to be named. */
export const HEADER = 'message.header.';

/** What a condition asks about; a line of a header is asked like all lines together. */
export function fieldOf(fields: readonly ConditionField[], key: string): ConditionField | undefined {
  const sought = headerNameOf(key) === null ? key : HEADERS;
  const field = fields.find((one) => one.key === sought);
  return field && { ...field, key };
}
