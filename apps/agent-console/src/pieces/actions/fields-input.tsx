import { customFieldsApi } from '@bureau/contracts';
import type { ActionOf, CustomField, CustomFieldValue } from '@bureau/contracts';
import { useRoute } from '@bureau/client';
import { Button, IconButton, Picker } from '@bureau/ui';
import { CustomFieldInputOf } from '../custom-field-inputs/index.ts';
import { actionsFieldWords as words } from './actions.words.ts';
import type { ActionInputProps } from './input-props.ts';

type FieldsAction = ActionOf<'set-custom-fields'>;

/** Custom fields of the case, each with the input of its type; those that are not here stay as they are. */
export function FieldsInput({ action, onChange, errorAt }: ActionInputProps<FieldsAction>) {
  const fields = useRoute(customFieldsApi.list, { query: { owner: 'case' } }).data?.items ?? [];
  const { values } = action;
  const keys = Object.keys(values);
  const put = (key: string, value: CustomFieldValue | null) =>
    onChange({ ...action, values: { ...values, [key]: value } });
  const leave = (key: string) => {
    const { [key]: _, ...rest } = values;
    onChange({ ...action, values: rest });
  };
  const error = errorAt('values');
  return (
    <>
      {keys.length > 0 && <p className="action-about">{words.fieldHelp}</p>}
      {keys.map((key) => {
        const field = fieldOf(fields, key);
        return (
          <div key={key} className="action-custom-field">
            <CustomFieldInputOf
              field={field}
              value={values[key] ?? null}
              error={errorAt(`values.${key}`)}
              onChange={(value) => put(key, value)}
            />
            <IconButton size="small" icon="close" label={words.removeField(field.label)} onPress={() => leave(key)} />
          </div>
        );
      })}
      {error && (
        <p className="bu-field-error" role="alert">
          {error}
        </p>
      )}
      <Picker
        label={words.addField}
        groups={[
          {
            id: 'fields',
            choices: fields
              .filter(({ key, active }) => active && !keys.includes(key))
              .map(({ key, label }) => ({ id: key, label })),
          },
        ]}
        onChoose={(key) => put(key, null)}
        trigger={
          <Button size="small" icon="plus">
            {words.addField}
          </Button>
        }
      />
    </>
  );
}

function fieldOf(fields: readonly CustomField[], key: string): Pick<CustomField, 'label' | 'type' | 'choices'> {
  return fields.find((field) => field.key === key) ?? { label: words.inactive(key), type: 'text', choices: [] };
}
