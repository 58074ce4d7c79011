import './sign-in-settings.css';
import { ChangeSignInSettings, rolesApi, signInSettingsApi } from '@bureau/contracts';
import { keyOf, useClient, useRoute, useVersioned } from '@bureau/client';
import type { Versioned } from '@bureau/client';
import type { SignInSettings } from '@bureau/contracts';
import { Checkbox, ErrorState, Link, Skeleton, TextArea, TextField } from '@bureau/ui';
import { useQueryClient } from '@tanstack/react-query';
import { formatList } from '../../language/format.ts';
import { AdminPage } from '../../pieces/admin-page/index.ts';
import { FormFrame, useForm } from '../../pieces/form/index.ts';
import { seededName } from '../../plain/seeded-names.ts';
import { DurationField } from './duration-field.tsx';
import { fieldsOf, inputOf } from './sign-in-fields.ts';
import type { SignInFields } from './sign-in-fields.ts';
import { signInSettingsWords as words } from './sign-in-settings.words.ts';

/** How everybody signs in to this desk. */
export function SignInSettingsPage() {
  const settings = useVersioned(signInSettingsApi.read, {});
  return (
    <AdminPage title={words.title} lead={words.lead}>
      {settings.isPending && <Skeleton rows={6} />}
      {settings.isError && !settings.data && (
        <ErrorState
          what={words.failed}
          safe={words.safe}
          onRetry={() => void settings.refetch()}
          isRetrying={settings.isFetching}
        />
      )}
      {settings.data && <SettingsForm read={settings.data} onShowTheirs={() => void settings.refetch()} />}
    </AdminPage>
  );
}

/** The contract's check, of what the form would send. */
const check = { safeParse: (fields: SignInFields) => ChangeSignInSettings.safeParse(inputOf(fields)) };

function SettingsForm({ read, onShowTheirs }: { read: Versioned<SignInSettings>; onShowTheirs: () => void }) {
  const client = useClient();
  const queries = useQueryClient();
  const save = async (fields: SignInFields) => {
    await client.call(signInSettingsApi.change, { body: inputOf(fields) }, { ifMatch: read.version });
    await queries.invalidateQueries({ queryKey: keyOf(signInSettingsApi.read) });
  };
  const form = useForm({ saved: fieldsOf(read.value), check, save });
  const { values, set, errorOf } = form;
  const domainError =
    errorOf('emailDomains') ?? inputOf(values).emailDomains.flatMap((_, at) => errorOf(`emailDomains.${at}`) ?? [])[0];
  return (
    <FormFrame form={form} onShowTheirs={onShowTheirs}>
      <TextField
        label={words.passwordLength}
        help={words.passwordHelp}
        inputMode="numeric"
        className="sign-in-figure"
        validationBehavior="aria"
        value={values.minPasswordLength}
        onChange={(minPasswordLength) => set({ minPasswordLength })}
        error={errorOf('minPasswordLength')}
      />
      <Checkbox
        isSelected={values.twoFactorRequired}
        onChange={(twoFactorRequired) => set({ twoFactorRequired })}
        isInvalid={errorOf('twoFactorRequired') !== undefined}
        help={errorOf('twoFactorRequired') ?? words.twoFactorHelp}
      >
        {words.twoFactor}
      </Checkbox>
      {!values.twoFactorRequired && <RolesThatDemand />}
      <DurationField
        label={words.session}
        help={words.sessionHelp}
        units={['hours', 'days']}
        value={values.session}
        onChange={(session) => set({ session })}
        error={errorOf('sessionHours')}
      />
      <DurationField
        label={words.idle}
        help={words.idleHelp}
        units={['minutes', 'hours', 'days']}
        value={values.idle}
        onChange={(idle) => set({ idle })}
        error={errorOf('idleMinutes')}
      />
      <TextArea
        label={words.domains}
        help={words.domainsHelp}
        rows={3}
        validationBehavior="aria"
        value={values.emailDomains}
        onChange={(emailDomains) => set({ emailDomains })}
        error={domainError}
      />
    </FormFrame>
  );
}

/** Roles can demand a second factor of their users alone. */
function RolesThatDemand() {
  const roles = useRoute(rolesApi.list, {}).data?.items.filter(({ twoFactorRequired }) => twoFactorRequired) ?? [];
  return (
    <p className="sign-in-roles">
      {roles.length === 0
        ? words.noRole
        : words.roles(formatList(roles.map(({ key, name }) => seededName('roles', name, key))))}{' '}
      <Link href="/admin/roles">{words.toRoles}</Link>
    </p>
  );
}
