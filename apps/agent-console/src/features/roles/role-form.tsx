import { isProblem, keyOf, useClient } from '@bureau/client';
import { CaseScope, ChangeRole, CreateRole, rolesApi } from '@bureau/contracts';
import type { Role } from '@bureau/contracts';
import { Banner, Checkbox, Select, TextArea, TextField, useToasts } from '@bureau/ui';
import { useQueryClient } from '@tanstack/react-query';
import type { AdminPageProps } from '../../pieces/admin-page/index.ts';
import { FormFrame, Refusal, useForm } from '../../pieces/form/index.ts';
import { permissionSections, permissionWord } from '../../pieces/permissions/index.ts';
import { refusalOf } from './refusal-words.ts';
import { rolesWords as words } from './roles.words.ts';

interface RoleFormProps {
  /** Nothing: a new one. */
  role: Role | null;
  version?: string | undefined;
  /** What a new one begins as. */
  model?: Role | undefined;
  isReadOnly?: boolean;
  onShowTheirs?: () => void;
  go: AdminPageProps['go'];
}

/** Makes a role, or changes one. */
export function RoleForm({ role, version, model, isReadOnly = false, onShowTheirs, go }: RoleFormProps) {
  const save = useSave(role, { version, go });
  const form = useForm({ saved: valuesOf(role, model), check: role ? ChangeRole : CreateRole, save });
  const { values, set, errorOf } = form;
  const isWhole = role?.everything ?? false;
  const scopes = CaseScope.options.map((id) => ({
    id,
    label: words.scopes[id].name,
    detail: words.scopes[id].help,
  }));
  return (
    <FormFrame
      form={form}
      isNew={role === null}
      saveLabel={role ? undefined : words.create}
      onCancel={role ? undefined : { label: words.cancel, run: () => go({}) }}
      onShowTheirs={onShowTheirs}
    >
      <TextField
        label={words.name}
        isRequired
        autoFocus={role === null}
        isReadOnly={isReadOnly}
        validationBehavior="aria"
        value={values.name}
        onChange={(name) => set({ name })}
        error={errorOf('name')}
      />
      <TextArea
        label={words.description}
        help={words.descriptionHelp}
        rows={2}
        isReadOnly={isReadOnly}
        validationBehavior="aria"
        value={values.description}
        onChange={(description) => set({ description })}
        error={errorOf('description')}
      />
      {isWhole && <Banner>{words.everythingHelp}</Banner>}
      <Select
        label={words.scope}
        help={words.scopeHelp}
        choices={scopes}
        value={values.caseScope}
        onChange={(caseScope) => set({ caseScope })}
        isDisabled={isWhole || isReadOnly}
        error={errorOf('caseScope')}
      />
      <Checkbox
        isSelected={values.ownBrandsOnly}
        onChange={(ownBrandsOnly) => set({ ownBrandsOnly })}
        isDisabled={isWhole || isReadOnly}
        help={words.flags.ownBrandsOnly.help}
      >
        {words.flags.ownBrandsOnly.name}
      </Checkbox>
      <Checkbox
        isSelected={values.twoFactorRequired}
        onChange={(twoFactorRequired) => set({ twoFactorRequired })}
        isDisabled={isReadOnly}
        help={words.flags.twoFactorRequired.help}
      >
        {words.flags.twoFactorRequired.name}
      </Checkbox>
      {permissionSections.map((section) => (
        <fieldset key={section.id} className="role-permissions">
          <legend>{section.title}</legend>
          {section.permissions.map((permission) => {
            const { name, allows } = permissionWord(permission);
            return (
              <Checkbox
                key={permission}
                isSelected={values.permissions.includes(permission)}
                onChange={(is) => {
                  const others = values.permissions.filter((one) => one !== permission);
                  set({ permissions: is ? [...others, permission] : others });
                }}
                isDisabled={isWhole || isReadOnly}
                help={allows}
              >
                {name}
              </Checkbox>
            );
          })}
        </fieldset>
      ))}
    </FormFrame>
  );
}

type Values = Required<CreateRole>;

function valuesOf(role: Role | null, model: Role | undefined): Values {
  const from = role ?? model;
  return {
    name: role?.name ?? (model ? words.copyName(model.name) : ''),
    description: from?.description ?? '',
    permissions: (from?.permissions ?? []).toSorted(),
    caseScope: from?.caseScope ?? 'all',
    ownBrandsOnly: from?.ownBrandsOnly ?? false,
    twoFactorRequired: from?.twoFactorRequired ?? false,
  };
}

function useSave(role: Role | null, { version, go }: Pick<RoleFormProps, 'version' | 'go'>) {
  const client = useClient();
  const queries = useQueryClient();
  const toasts = useToasts();
  return async (values: Values) => {
    const body = { ...values, permissions: values.permissions.toSorted() };
    try {
      const saved = role
        ? await client.call(
            rolesApi.change,
            { params: { roleId: role.id }, body: changesOf(role, body) },
            { ifMatch: version },
          )
        : await client.call(rolesApi.create, { body });
      await queries.invalidateQueries({ queryKey: keyOf(rolesApi.list) });
      if (role) return await queries.invalidateQueries({ queryKey: keyOf(rolesApi.read) });
      toasts.show({ text: words.created(saved.name), tone: 'positive' });
      return go({ item: String(saved.id) });
    } catch (error) {
      if (isProblem(error, 'rights.exceeded')) throw new Refusal(refusalOf(error));
      throw error;
    }
  };
}

/** Of a role that may do everything, the desk takes no list of permissions. */
function changesOf(role: Role, values: Values): ChangeRole {
  const { name, description, twoFactorRequired } = values;
  return role.everything ? { name, description, twoFactorRequired } : values;
}
