import { CaseColumn, FilterGrouping, FilterSort, routingApi, usersApi } from '@bureau/contracts';
import type { ConditionField } from '@bureau/contracts';
import { can, useRoute, useSession } from '@bureau/client';
import { Badge, Button, ErrorState, Link, Picker, Select, Skeleton, Switch, TextField } from '@bureau/ui';
import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { ConditionsEditor } from '../../pieces/conditions/index.ts';
import type { Form } from '../../pieces/form/index.ts';
import { filterEditorWords as words } from './filter-editor.words.ts';
import { mayShare } from './filter-values.ts';
import type { FilterValues } from './filter-values.ts';

interface FieldsProps {
  form: Form<FilterValues>;
}

type ConditionFields = Pick<
  UseQueryResult<{ items: readonly ConditionField[] }>,
  'data' | 'isPending' | 'isFetching' | 'refetch'
>;

export interface FilterFieldsProps extends FieldsProps {
  /** What conditions can ask about, as far as the desk has told. */
  fields: ConditionFields;
  /** Stands below the conditions. */
  children?: ReactNode;
}

/** Everything that a filter is. */
export function FilterFields({ form, fields, children }: FilterFieldsProps) {
  const { values, set, errorOf } = form;
  return (
    <div className="filter-fields">
      <div className="filter-fields-row">
        <TextField
          label={words.name}
          value={values.name}
          onChange={(name) => set({ name })}
          error={errorOf('name')}
          isRequired
          maxLength={100}
        />
        <TextField
          label={words.folder}
          help={words.folderHelp}
          value={values.folder}
          onChange={(folder) => set({ folder })}
          error={errorOf('folder')}
          maxLength={100}
        />
      </div>
      <WhoSees form={form} />
      <div className="filter-conditions">
        <span className="bu-field-label">{words.conditions}</span>
        {fields.data && (
          <ConditionsEditor
            fields={fields.data.items}
            value={values.conditions}
            onChange={(conditions) => set({ conditions })}
            errorOf={errorOf}
          />
        )}
        {fields.isPending && <Skeleton rows={2} shape="text" />}
        {!fields.data && !fields.isPending && (
          <ErrorState
            what={words.fieldsFailed}
            safe={words.fieldsSafe}
            onRetry={() => void fields.refetch()}
            isRetrying={fields.isFetching}
          />
        )}
      </div>
      {children}
      <Look form={form} />
    </div>
  );
}

function WhoSees({ form: { values, set, errorOf } }: FieldsProps) {
  const session = useSession();
  const groups = useRoute(usersApi.groups, {}).data?.items ?? [];
  const { visibility } = values;
  if (!mayShare(session)) return null;
  const chosen = visibility.for === 'group' ? `group ${visibility.groupId}` : visibility.for;
  const choose = (id: string) => {
    const group = groups.find((one) => id === `group ${one.id}`);
    if (group) set({ visibility: { for: 'group', groupId: group.id } });
    else if (id === 'everyone') set({ visibility: { for: 'everyone' } });
    else set({ visibility: { for: 'user', userId: session.user.id }, routes: false });
  };
  return (
    <>
      <Select
        label={words.visibility}
        choices={[
          { id: 'user', label: words.onlyMe },
          { id: 'everyone', label: words.everyone },
          ...groups.map(({ id, name }) => ({ id: `group ${id}`, label: words.groupOf(name) })),
        ]}
        value={chosen}
        onChange={choose}
        error={errorOf('visibility') ?? errorOf('visibility.groupId') ?? errorOf('visibility.userId')}
      />
      {visibility.for !== 'user' && (
        <Switch isSelected={values.routes} onChange={(routes) => set({ routes })} help={words.routesHelp}>
          {words.routes}
        </Switch>
      )}
      {values.routes && can(session, routingApi.setPolicy) && <Link href="/admin/routing">{words.howRouted}</Link>}
    </>
  );
}

function Look({ form: { values, set, errorOf } }: FieldsProps) {
  const { sort, groupBy, columns } = values;
  const toggle = (id: string) => {
    const column = CaseColumn.options.find((one) => one === id);
    if (!column) return;
    set({ columns: columns.includes(column) ? columns.filter((one) => one !== column) : [...columns, column] });
  };
  return (
    <>
      <div className="filter-fields-row">
        <Select
          label={words.sort}
          choices={FilterSort.options.map((id) => ({ id, label: words.sorts[id] }))}
          value={sort.field}
          onChange={(field) => set({ sort: { ...sort, field } })}
          error={errorOf('sort')}
        />
        <Select
          label={words.direction}
          choices={[
            { id: 'desc', label: words.directions.desc },
            { id: 'asc', label: words.directions.asc },
          ]}
          value={sort.direction}
          onChange={(direction) => set({ sort: { ...sort, direction } })}
        />
        <Select
          label={words.groupBy}
          choices={[
            { id: 'none', label: words.ungrouped },
            ...FilterGrouping.options.map((id) => ({ id, label: words.groupings[id] })),
          ]}
          value={groupBy ?? 'none'}
          onChange={(id) => set({ groupBy: FilterGrouping.options.find((one) => one === id) ?? null })}
        />
      </div>
      <div className="filter-columns">
        <span className="bu-field-label">{words.columns}</span>
        <div className="filter-columns-row">
          {columns.map((column) => (
            <Badge key={column} name={words.columnNames[column]} onRemove={() => toggle(column)}>
              {words.columnNames[column]}
            </Badge>
          ))}
          <Picker
            label={words.addColumn}
            isMultiple
            groups={[
              {
                id: 'columns',
                choices: CaseColumn.options.map((id) => ({
                  id,
                  label: words.columnNames[id],
                  isChecked: columns.includes(id),
                })),
              },
            ]}
            onChoose={toggle}
            trigger={
              <Button size="small" variant="quiet" icon="plus">
                {words.addColumn}
              </Button>
            }
          />
        </div>
      </div>
    </>
  );
}
