import { ChangeObjectSettings, filtersApi, salesforceSettingsApi } from '@bureau/contracts';
import type { ConditionField, FirstLink, ObjectSettings, OnDeletion, SyncDirection } from '@bureau/contracts';
import { keyOf, useClient, useRoute } from '@bureau/client';
import { Banner, Checkbox, Select } from '@bureau/ui';
import { useQueryClient } from '@tanstack/react-query';
import { AdminSection } from '../../pieces/admin-page/index.ts';
import { ConditionsEditor } from '../../pieces/conditions/index.ts';
import { FormFrame, useForm } from '../../pieces/form/index.ts';
import type { Form } from '../../pieces/form/index.ts';
import { asConditionField, isAskedOf } from './condition-fields.ts';
import { objectWords } from './salesforce-objects.words.ts';

const words = objectWords.settings;

type Fields = Omit<ObjectSettings, 'object'>;
type Part = { form: Form<Fields>; object: ObjectSettings['object'] };

const USERS_DEFAULT = 'default';

const directions = (['both', 'to_salesforce', 'to_desk', 'off'] as const).map(choiceIn(objectWords.directions));
const firstLinks = (['salesforce', 'desk'] as const).map(choiceIn(objectWords.firstLinks));
const deletions = (['keep', 'recreate'] as const).map(choiceIn(objectWords.deletions));

/** Which way, which records, and what about new, first and deleted ones. */
export function ObjectForm({ settings: { object, ...saved } }: { settings: ObjectSettings }) {
  const client = useClient();
  const queries = useQueryClient();
  const form = useForm<Fields>({
    saved,
    save: async (body) => {
      await client.call(salesforceSettingsApi.update, { params: { object }, body });
      await queries.invalidateQueries({ queryKey: keyOf(salesforceSettingsApi.list) });
    },
    check: ChangeObjectSettings,
  });
  const { values, set } = form;
  return (
    <FormFrame form={form}>
      <AdminSection title={words.title}>
        <Select<SyncDirection>
          label={words.whichWay}
          help={words.whichWayHelp}
          choices={directions}
          value={values.direction}
          onChange={(direction) => set({ direction })}
        />
        <div className="salesforce-ways">
          <ToSalesforce form={form} object={object} />
          <ToDesk form={form} object={object} />
        </div>
        <div className="salesforce-ways">
          <Select<FirstLink>
            label={words.firstLink}
            choices={firstLinks}
            value={values.firstLink}
            onChange={(firstLink) => set({ firstLink })}
          />
          <Select<OnDeletion>
            label={words.onDeletion}
            help={words.onDeletionHelp}
            choices={deletions}
            value={values.onDeletion}
            onChange={(onDeletion) => set({ onDeletion })}
          />
        </div>
      </AdminSection>
    </FormFrame>
  );
}

function ToSalesforce({ form: { values, set, errorOf }, object }: Part) {
  const choices = useRoute(salesforceSettingsApi.choices, { params: { object } });
  const fields = useRoute(filtersApi.fields, {});
  const isShut = values.direction === 'to_desk' || values.direction === 'off';
  const types = choices.data?.recordTypes ?? [];
  return (
    <fieldset className="salesforce-way" disabled={isShut}>
      <legend>{words.toSalesforce}</legend>
      <Checkbox
        isDisabled={isShut}
        isSelected={values.createInSalesforce}
        onChange={(createInSalesforce) => set({ createInSalesforce })}
      >
        {words.createInSalesforce(object)}
      </Checkbox>
      <Checkbox
        isDisabled={isShut}
        isSelected={values.updateInSalesforce}
        onChange={(updateInSalesforce) => set({ updateInSalesforce })}
      >
        {words.updateInSalesforce}
      </Checkbox>
      <Checkbox
        isDisabled={isShut}
        isSelected={values.onlyWhenSet}
        onChange={(onlyWhenSet) => set({ onlyWhenSet })}
        help={words.onlyWhenSetHelp}
      >
        {words.onlyWhenSet}
      </Checkbox>
      {choices.isError && <Banner tone="caution">{words.choicesFailed}</Banner>}
      {types.length > 0 && (
        <Select
          label={words.recordType}
          isDisabled={isShut}
          choices={[
            { id: USERS_DEFAULT, label: words.userDefault },
            ...types.map(({ id, name }) => ({ id, label: name })),
          ]}
          value={values.recordTypeId ?? USERS_DEFAULT}
          onChange={(id) => set({ recordTypeId: id === USERS_DEFAULT ? null : id })}
          error={errorOf('recordTypeId')}
        />
      )}
      {!isShut && (
        <Conditions
          path="conditionsToSalesforce"
          fields={(fields.data?.items ?? []).filter(isAskedOf(object))}
          value={values.conditionsToSalesforce}
          onChange={(conditionsToSalesforce) => set({ conditionsToSalesforce })}
          errorOf={errorOf}
        />
      )}
    </fieldset>
  );
}

function ToDesk({ form: { values, set, errorOf }, object }: Part) {
  const choices = useRoute(salesforceSettingsApi.choices, { params: { object } });
  const isShut = values.direction === 'to_salesforce' || values.direction === 'off';
  return (
    <fieldset className="salesforce-way" disabled={isShut}>
      <legend>{words.toDesk}</legend>
      <Checkbox isDisabled={isShut} isSelected={values.createInDesk} onChange={(createInDesk) => set({ createInDesk })}>
        {words.createInDesk(object)}
      </Checkbox>
      <Checkbox isDisabled={isShut} isSelected={values.updateInDesk} onChange={(updateInDesk) => set({ updateInDesk })}>
        {words.updateInDesk}
      </Checkbox>
      {!isShut && (
        <Conditions
          path="conditionsToDesk"
          fields={(choices.data?.conditionFields ?? []).map(asConditionField)}
          value={values.conditionsToDesk}
          onChange={(conditionsToDesk) => set({ conditionsToDesk })}
          errorOf={errorOf}
        />
      )}
    </fieldset>
  );
}

interface ConditionsProps {
  path: string;
  fields: readonly ConditionField[];
  value: Fields['conditionsToDesk'];
  onChange: (value: Fields['conditionsToDesk']) => void;
  errorOf: (path: string) => string | undefined;
}

function Conditions(props: ConditionsProps) {
  return (
    <div className="salesforce-conditions">
      <span className="bu-field-label">{words.conditions}</span>
      <ConditionsEditor {...props} label={words.conditions} none={words.conditionsHelp} />
      {props.value.conditions.length > 0 && <span className="bu-field-help">{words.conditionsHelp}</span>}
    </div>
  );
}

function choiceIn<Id extends string>(labels: Readonly<Record<Id, string>>) {
  return (id: Id) => ({ id, label: labels[id] });
}
