import { conditionsIn, type Condition, type ConditionGroup } from '@bureau/contracts';

/** Whether conditions ask about a field at all. */
export function speaksOf(group: ConditionGroup, field: string): boolean {
  return conditionsIn(group).some((condition) => condition.field === field);
}

/** Cases that lie apart: in the trash, and in spam. */
const APART = ['case.deleted', 'case.spam'] as const;

/** What a list shows: cases that lie apart only when its conditions speak of them. */
export function withoutHidden(group: ConditionGroup): ConditionGroup {
  const hidden: Condition[] = APART.filter((field) => !speaksOf(group, field)).map((field) => ({
    field,
    operator: 'is',
    value: false,
  }));
  return hidden.length === 0 ? group : { match: 'all', conditions: [group, ...hidden] };
}

/** Fields that mean another thing to everybody who asks. */
const OF_READER: readonly string[] = ['case.followedByMe'];

/** Whether a field can be asked only by somebody, never by the desk itself. */
export function isOfReader(field: string): boolean {
  return OF_READER.includes(field);
}

/** Whether the answer depends on who asks: «me», «my groups», «followed by me». */
export function isPersonal(group: ConditionGroup): boolean {
  return conditionsIn(group).some(({ field, value }) => {
    const values: readonly unknown[] = Array.isArray(value) ? value : [value];
    return isOfReader(field) || values.includes('me') || values.includes('mine');
  });
}
