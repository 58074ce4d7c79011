import './conditions.css';
import type { Condition, ConditionField, ConditionGroup, ConditionNode } from '@bureau/contracts';
import { headerNameOf } from '@bureau/domain';
import { Button, IconButton, Picker, Select, TextField } from '@bureau/ui';
import { conditionOn, operatorsOf, withMore, withOperator, withPart, withValue } from './edit-conditions.ts';
import { fieldGroups, labelOf } from './field-groups.ts';
import { fieldOf, HEADER } from './header-field.ts';
import { ValueInput } from './value-input.tsx';
import { conditionsWords as words } from './conditions.words.ts';

export interface ConditionsEditorProps {
  /** What can be asked about: `filtersApi.fields`, or for rules what they may ask besides. */
  fields: readonly ConditionField[];
  value: ConditionGroup;
  onChange: (value: ConditionGroup) => void;
  /** What is wrong at a path below `path`: `conditions.conditions.0.value`. */
  errorOf: (path: string) => string | undefined;
  path?: string;
  /** Groups in groups that may still be made; 1: one level. */
  depth?: number;
  label?: string;
  /** What holds while there is no condition; that it is every case, if left out. */
  none?: string;
}

/** Conditions of which all, or any, must hold; with groups in it, each condition on a line of its own. */
export function ConditionsEditor(props: ConditionsEditorProps) {
  const {
    fields,
    value,
    onChange,
    errorOf,
    path = 'conditions',
    depth = 1,
    label = words.conditions,
    none = words.none,
  } = props;
  const change = (at: number, part: ConditionNode | null) => onChange(withPart(value, at, part));
  const fault = errorOf(path) ?? errorOf(`${path}.conditions`);
  return (
    <div className="conditions" role="group" aria-label={label}>
      <Select
        aria-label={words.match}
        choices={[
          { id: 'all', label: words.all },
          { id: 'any', label: words.any },
        ]}
        value={value.match}
        onChange={(match) => onChange({ ...value, match })}
      />
      {value.conditions.length === 0 && <p className="conditions-none">{none}</p>}
      <ul>
        {value.conditions.map((node, at) => {
          const place = `${path}.conditions.${at}`;
          return (
            <li key={place} data-group={node.match === undefined ? undefined : true}>
              {node.match === undefined ? (
                <Line {...{ fields, errorOf }} path={place} value={node} onChange={(part) => change(at, part)} />
              ) : (
                <ConditionsEditor
                  {...{ fields, errorOf, path: place, value: node, depth: depth - 1 }}
                  label={words.group}
                  onChange={(part) => change(at, part)}
                />
              )}
              <IconButton
                icon="close"
                size="small"
                label={node.match === undefined ? words.remove : words.removeGroup}
                onPress={() => change(at, null)}
              />
            </li>
          );
        })}
      </ul>
      {fault && (
        <p className="bu-field-error" role="alert">
          {fault}
        </p>
      )}
      <More fields={fields} depth={depth} onMore={(part) => onChange(withMore(value, part))} />
    </div>
  );
}

interface MoreProps {
  fields: readonly ConditionField[];
  depth: number;
  onMore: (part: ConditionNode) => void;
}

function More({ fields, depth, onMore }: MoreProps) {
  const add = (key: string) => {
    const field = fieldOf(fields, key);
    if (field) onMore(conditionOn(field));
  };
  return (
    <div className="conditions-more">
      <Picker
        label={words.add}
        groups={fieldGroups(fields)}
        onChoose={add}
        trigger={
          <Button size="small" icon="plus">
            {words.add}
          </Button>
        }
      />
      {depth > 0 && (
        <Button size="small" variant="quiet" onPress={() => onMore({ match: 'any', conditions: [] })}>
          {words.addGroup}
        </Button>
      )}
    </div>
  );
}

interface LineProps {
  fields: readonly ConditionField[];
  value: Condition;
  onChange: (value: Condition) => void;
  errorOf: (path: string) => string | undefined;
  path: string;
}

/** One condition: of what, how, and with what. */
function Line({ fields, value, onChange, errorOf, path }: LineProps) {
  const field = fieldOf(fields, value.field);
  const header = headerNameOf(value.field);
  const fault = errorOf(`${path}.field`) ?? errorOf(`${path}.operator`) ?? errorOf(`${path}.value`) ?? errorOf(path);
  const exchange = (key: string) => {
    const next = fieldOf(fields, key);
    if (next) onChange(conditionOn(next));
  };
  return (
    <div className="condition" role="group" aria-label={field ? labelOf(field) : value.field}>
      <Picker
        label={words.field}
        groups={fieldGroups(fields, value.field)}
        onChoose={exchange}
        trigger={
          <Button className="condition-field">
            <span className="bu-truncate">{field ? labelOf(field) : value.field}</span>
          </Button>
        }
      />
      {header !== null && (
        <TextField
          aria-label={words.headerName}
          placeholder={words.headerExample}
          value={header}
          onChange={(name) => onChange({ ...value, field: `${HEADER}${name.trim()}` })}
        />
      )}
      {field && (
        <Select
          aria-label={words.operator}
          choices={operatorsOf(field).map((id) => ({ id, label: words.operators[id] }))}
          value={value.operator}
          onChange={(operator) => onChange(withOperator(value, field, operator))}
        />
      )}
      {field && (
        <ValueInput field={field} condition={value} error={fault} onChange={(to) => onChange(withValue(value, to))} />
      )}
      {fault && (
        <p className="bu-field-error" role="alert">
          {fault}
        </p>
      )}
    </div>
  );
}
