import { brandsApi, rulesApi } from '@bureau/contracts';
import type { ConditionField, RuleType } from '@bureau/contracts';
import { can, useRoute, useSession } from '@bureau/client';
import { Checkbox, ErrorState, Select, Skeleton, TextArea, TextField } from '@bureau/ui';
import type { ReactNode } from 'react';
import { ActionsField } from '../../pieces/actions/index.ts';
import { ConditionsEditor } from '../../pieces/conditions/index.ts';
import type { Form } from '../../pieces/form/index.ts';
import type { RuleValues } from './rule-values.ts';
import { rulesWords } from './rules.words.ts';

const words = rulesWords.form;

interface RuleFieldsProps {
  form: Form<RuleValues>;
  type: RuleType;
  fields: readonly ConditionField[];
  isNew?: boolean;
}

const EVERY = 'every';

/** Everything that a rule is. */
export function RuleFields({ form, type, fields, isNew = false }: RuleFieldsProps) {
  const { values, set, errorOf } = form;
  return (
    <>
      <TextField
        label={words.name}
        error={errorOf('name')}
        autoFocus={isNew}
        maxLength={100}
        validationBehavior="aria"
        value={values.name}
        onChange={(name) => set({ name })}
      />
      <TextArea
        label={words.description}
        help={words.descriptionHelp}
        error={errorOf('description')}
        rows={2}
        maxLength={1000}
        value={values.description}
        onChange={(description) => set({ description })}
      />
      <div className="rule-scope">
        <div className="rule-type">
          <span className="bu-field-label">{words.type}</span>
          <span>{rulesWords.types[type].name}</span>
          <span className="bu-field-help">{words.typeHelp}</span>
        </div>
        <BrandChoice form={form} />
      </div>
      <section className="rule-part">
        <h2>{words.conditions}</h2>
        <WhenFieldsAreKnown type={type}>
          <ConditionsEditor
            fields={fields}
            value={values.conditions}
            onChange={(conditions) => set({ conditions })}
            errorOf={errorOf}
            depth={2}
            label={words.conditions}
          />
        </WhenFieldsAreKnown>
      </section>
      <section className="rule-part">
        <h2>{words.then}</h2>
        <ActionsField
          by="rule"
          value={values.actions}
          onChange={(actions) => set({ actions })}
          errorOf={errorOf}
          label={words.then}
        />
      </section>
      <Checkbox
        help={words.stopHelp}
        isSelected={values.stopProcessing}
        onChange={(stopProcessing) => set({ stopProcessing })}
      >
        {words.stop}
      </Checkbox>
      <Checkbox help={words.enabledHelp} isSelected={values.enabled} onChange={(enabled) => set({ enabled })}>
        {words.enabled}
      </Checkbox>
    </>
  );
}

/** Conditions cannot be read before it is known what they can ask about. */
function WhenFieldsAreKnown({ type, children }: { type: RuleType; children: ReactNode }) {
  const read = useRoute(rulesApi.fields, { query: { type } });
  if (read.data) return children;
  if (read.isPending) return <Skeleton rows={2} />;
  return (
    <ErrorState
      what={words.noFields}
      safe={words.fieldsSafe}
      onRetry={() => void read.refetch()}
      isRetrying={read.isFetching}
    />
  );
}

/** Where there is one brand only, there is nothing to choose. */
function BrandChoice({ form: { values, set, errorOf } }: Pick<RuleFieldsProps, 'form'>) {
  const session = useSession();
  const brands = useRoute(brandsApi.list, {}, { enabled: can(session, brandsApi.list) }).data?.items ?? [];
  if (brands.length < 2 && values.brandId === null) return null;
  return (
    <Select
      label={words.brand}
      choices={[
        { id: EVERY, label: rulesWords.everyBrand },
        ...brands.map(({ id, name }) => ({ id: String(id), label: name })),
      ]}
      value={values.brandId === null ? EVERY : String(values.brandId)}
      error={errorOf('brandId')}
      onChange={(id) => set({ brandId: id === EVERY ? null : Number(id) })}
    />
  );
}
