import { brandsApi, labelsApi, usersApi } from '@bureau/contracts';
import type { ActionOf, Label } from '@bureau/contracts';
import { can, useRoute, useSession } from '@bureau/client';
import { Badge, Button, Picker, Select, TintDot } from '@bureau/ui';
import { ComboBox } from '@bureau/ui/parts';
import { actionsFieldWords as words } from './actions.words.ts';
import type { ActionInputProps } from './input-props.ts';
import { UNCHOSEN } from './new-action.ts';

interface ChooseProps {
  /** `UNCHOSEN`: nothing yet. Null is a choice only where `none` says what it means. */
  value: number | null;
  none?: string;
  error: string | undefined;
  onChange: (id: number | null) => void;
}

/** Where something must be chosen. */
interface ChooseOneProps extends Omit<ChooseProps, 'none' | 'onChange'> {
  onChange: (id: number) => void;
}

const NONE = 'none';

/** A user, or nobody, found by typing. */
export function ChooseUser({ value, none, error, onChange }: ChooseProps) {
  const users = useRoute(usersApi.list, {}).data?.items ?? [];
  const choices = users.map(({ id, name }) => ({ id: String(id), label: name }));
  return (
    <ComboBox
      // What was chosen is written into the field once its name is known.
      key={choices.length}
      aria-label={words.user}
      choices={none === undefined ? choices : [{ id: NONE, label: none }, ...choices]}
      value={keyOf(value)}
      error={error && said('userId', value, error)}
      onChange={(id) => id !== null && onChange(id === NONE ? null : Number(id))}
    />
  );
}

export function ChooseGroup({ value, none, error, onChange }: ChooseProps) {
  const groups = useRoute(usersApi.groups, {}).data?.items ?? [];
  const choices = groups.map(({ id, name }) => ({ id: String(id), label: name }));
  return (
    <Select
      aria-label={words.group}
      choices={none === undefined ? choices : [{ id: NONE, label: none }, ...choices]}
      value={keyOf(value)}
      error={error && said('groupId', value, error)}
      onChange={(id) => onChange(id === NONE ? null : Number(id))}
    />
  );
}

export function ChooseBrand({ value, error, onChange }: ChooseOneProps) {
  const session = useSession();
  const brands = useRoute(brandsApi.list, {}, { enabled: can(session, brandsApi.list) }).data?.items ?? [];
  return (
    <Select
      aria-label={words.brand}
      choices={brands.map(({ id, name }) => ({ id: String(id), label: name }))}
      value={keyOf(value)}
      error={error && said('brandId', value, error)}
      onChange={(id) => onChange(Number(id))}
    />
  );
}

type LabelsAction = ActionOf<'set-labels' | 'append-labels' | 'remove-labels'>;

const SHORTEST = 2;

/** Labels by their names, each with its colour; to add, also ones that nobody has used. */
export function ChooseLabels({ action, onChange, errorAt }: ActionInputProps<LabelsAction>) {
  const labels = useRoute(labelsApi.list, { query: { type: 'case' } }).data?.items ?? [];
  const put = (names: string[]) => onChange({ ...action, labels: names });
  const has = (name: string) => action.labels.includes(name);
  const toggle = (name: string) =>
    put(has(name) ? action.labels.filter((one) => one !== name) : [...action.labels, name]);
  const makeOf = (typed: string) =>
    action.type === 'remove-labels' || typed.length < SHORTEST || labels.some(({ name }) => name === typed)
      ? null
      : { id: MAKE, label: words.makeLabel(typed) };
  const error = errorAt('labels') ?? action.labels.map((_, at) => errorAt(`labels.${at}`)).find(Boolean);
  return (
    <div className="action-labels" role="group" aria-label={words.labels}>
      {action.labels.map((name) => (
        <Badge key={name} tint={tintOf(labels, name)} name={name} onRemove={() => toggle(name)}>
          {name}
        </Badge>
      ))}
      <Picker
        label={words.addLabel}
        isMultiple
        groups={[
          {
            id: 'labels',
            choices: labels
              .filter(({ name, enabled }) => enabled !== false || has(name))
              .map(({ name, color }) => ({
                id: name,
                label: name,
                mark: <TintDot tint={color} />,
                isChecked: has(name),
              })),
          },
        ]}
        makeOf={makeOf}
        onChoose={(id, typed) => toggle(id === MAKE ? typed : id)}
        trigger={
          <Button size="small" icon="plus">
            {words.addLabel}
          </Button>
        }
      />
      {error && (
        <p className="bu-field-error" role="alert">
          {error}
        </p>
      )}
    </div>
  );
}

/** Labels have no commas: no label is called so. */
const MAKE = 'make,';

function tintOf(labels: readonly Label[], name: string) {
  return labels.find((label) => label.name === name)?.color ?? 'default';
}

function keyOf(id: number | null): string | null {
  if (id === UNCHOSEN) return null;
  return id === null ? NONE : String(id);
}

/** The contract only knows that the id of nothing is none. */
function said(field: keyof typeof words.choose, value: number | null, error: string): string {
  return value === UNCHOSEN ? words.choose[field] : error;
}
