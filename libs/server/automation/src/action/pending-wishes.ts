import type { FieldChange, UpdateCase } from '@bureau/contracts';
import type { LockedCase } from '@bureau/cases';

/** One of them wakes or ends the other: in a write of their own they keep their order, and history its words. */
const ALONE = ['snooze', 'spam'] as const;

/** Whether a wish is written by itself. */
export function standsAlone(wish: UpdateCase): boolean {
  return ALONE.some((field) => wish[field] !== undefined);
}

/** Whether two wishes can be one write: neither undoes anything of the other. */
export function goTogether(a: UpdateCase, b: UpdateCase): boolean {
  if (standsAlone(a) || standsAlone(b)) return false;
  const named = keysOf(a);
  return keysOf(b).every((key) => !named.includes(key));
}

/** Both in one. */
export function together(wishes: readonly UpdateCase[]): UpdateCase {
  return wishes.reduce<UpdateCase>((all, wish) => {
    const customFields = { ...all.customFields, ...wish.customFields };
    return { ...all, ...wish, ...(Object.keys(customFields).length === 0 ? {} : { customFields }) };
  }, {});
}

/** Those of the changes that came of this wish. */
export function changesOf(wish: UpdateCase, changes: readonly FieldChange[]): FieldChange[] {
  return changes.filter(({ field }) => comesOf(wish, field));
}

/** The case as it will be when the wish has come true, as far as other actions look at it. */
export function asWished(supportCase: LockedCase, wish: UpdateCase): LockedCase {
  const { status, priority, assigneeId, groupId, subject, description, language, brandId } = wish;
  return {
    ...supportCase,
    status: status ?? supportCase.status,
    priority: priority ?? supportCase.priority,
    subject: subject ?? supportCase.subject,
    description: description ?? supportCase.description,
    brandId: brandId ?? supportCase.brandId,
    assigneeId: assigneeId === undefined ? supportCase.assigneeId : assigneeId,
    groupId: groupId === undefined ? supportCase.groupId : groupId,
    language: language === undefined ? supportCase.language : language,
  };
}

function keysOf({ customFields, ...plain }: UpdateCase): string[] {
  const named = Object.entries(plain).flatMap(([field, value]) => (value === undefined ? [] : [field]));
  return [...named, ...Object.keys(customFields ?? {}).map((key) => `customFields.${key}`)];
}

function comesOf(wish: UpdateCase, field: string): boolean {
  if (field === 'labelIds') return wish.labels !== undefined;
  if (field === 'mailboxId') return wish.brandId !== undefined;
  // What is resolved or spam sleeps no more.
  if (field === 'snooze') return wish.snooze !== undefined || wish.status !== undefined || wish.spam !== undefined;
  return keysOf(wish).includes(field);
}
