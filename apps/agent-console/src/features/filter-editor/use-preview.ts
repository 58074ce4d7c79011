import { Conditions, filtersApi } from '@bureau/contracts';
import type { ConditionField } from '@bureau/contracts';
import { useRoute } from '@bureau/client';
import { useEffect, useMemo, useState } from 'react';
import { isComplete } from '../../pieces/conditions/index.ts';
import type { FilterValues } from './filter-values.ts';

/** Milliseconds without a change until the desk is asked. */
const REST = 350;
const SHOWN = 6;

/** What conditions find now. Asked when they rest; an answer to older ones is marked as such until the newer comes. */
export function usePreview({ conditions, sort }: FilterValues, fields: readonly ConditionField[]) {
  const written = Conditions.safeParse(conditions);
  const text = JSON.stringify({ conditions: written.data, sort });
  const rested = useRested(text);
  const body = useMemo(() => ({ conditions: NOTHING, ...JSON.parse(rested), limit: SHOWN }), [rested]);
  const complete = written.success && isComplete(conditions, (key) => fields.find((field) => field.key === key));
  const enabled = complete && rested === text;
  const preview = useRoute(filtersApi.preview, { body }, { enabled, keepPrevious: true });
  return { ...preview, isComplete: complete, isCurrent: enabled && !preview.isPlaceholderData && !preview.isFetching };
}

const NOTHING: Conditions = { match: 'all', conditions: [] };

/** The text as it was when it last rested. */
function useRested(text: string): string {
  const [rested, setRested] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setRested(text), REST);
    return () => clearTimeout(timer);
  }, [text]);
  return rested;
}
