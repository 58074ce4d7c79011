import { CreateFilter, filtersApi } from '@bureau/contracts';
import type { Filter } from '@bureau/contracts';
import { keyOf, useClient } from '@bureau/client';
import { useQueryClient } from '@tanstack/react-query';
import type { QueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useForm } from '../../pieces/form/index.ts';
import { newKey } from '../../plain/new-key.ts';
import type { FilterValues } from './filter-values.ts';

export interface FilterFormSettings {
  /** The filter to change; null: a new one. */
  filter: Filter | null;
  begins: FilterValues;
  onSaved: (filter: Filter) => void;
  isUnguarded?: boolean;
}

/** A form about a filter; `saveAsNew` keeps the one it began with as it is. */
export function useFilterForm({ filter, begins, onSaved, isUnguarded }: FilterFormSettings) {
  const client = useClient();
  const queries = useQueryClient();
  const [saved, setSaved] = useState(begins);
  const [key] = useState(newKey);
  const isNew = useRef(filter === null);
  const save = async (values: FilterValues) => {
    const body = CreateFilter.parse(values);
    const options = { idempotencyKey: isNew.current ? key : undefined };
    const answer =
      filter === null || isNew.current
        ? await client.call(filtersApi.create, { body }, options)
        : await client.call(filtersApi.update, { params: { filterId: filter.id }, body });
    setSaved(values);
    await refreshFilters(queries);
    onSaved(answer);
  };
  const form = useForm<FilterValues>({ saved, save, check: CreateFilter, isUnguarded });
  const submitAs = (asNew: boolean) => {
    isNew.current = asNew || filter === null;
    return form.submit();
  };
  return { ...form, submit: () => submitAs(false), saveAsNew: () => submitAs(true) };
}

/** Whatever shows filters, their cases or their counts is read again. */
export function refreshFilters(queries: QueryClient): Promise<unknown> {
  const routes = [filtersApi.list, filtersApi.counts, filtersApi.cases, filtersApi.groups];
  return Promise.all(routes.map((route) => queries.invalidateQueries({ queryKey: keyOf(route) })));
}
