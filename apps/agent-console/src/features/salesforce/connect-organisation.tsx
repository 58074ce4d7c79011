import { salesforceConnectionApi } from '@bureau/contracts';
import type { SalesforceLogin, SalesforceSetup } from '@bureau/contracts';
import { keyOf, useClient, useCommand } from '@bureau/client';
import { Banner, Button, Select, TextField, useToasts } from '@bureau/ui';
import { useQueryClient } from '@tanstack/react-query';
import { AdminSection } from '../../pieces/admin-page/index.ts';
import { Copyable } from '../../pieces/copyable/index.ts';
import { useForm } from '../../pieces/form/index.ts';
import { problemText } from '../../plain/problem-words.ts';
import { salesforceWords } from './salesforce.words.ts';
import { StillLinked } from './still-linked.tsx';

const words = salesforceWords.connect;

type Host = SalesforceLogin['host'];

const hosts = (['production', 'sandbox', 'my-domain'] as const).map((id) => ({ id, label: words.hosts[id] }));

/** While no organisation is connected: where somebody signs in, and what the app at Salesforce must allow. */
export function ConnectOrganisation({ setup }: { setup: SalesforceSetup }) {
  if (!setup.configured) return <Banner tone="caution">{words.noKeys}</Banner>;
  return (
    <AdminSection title={words.title} lead={words.lead}>
      {setup.linkedTo && <StillLinked to={setup.linkedTo} />}
      <Copyable label={words.callback} value={setup.callbackUrl} />
      <SignInForm setup={setup} />
    </AdminSection>
  );
}

interface Fields {
  host: Host;
  address: string;
}

function SignInForm({ setup }: { setup: SalesforceSetup }) {
  const client = useClient();
  const { connectByKey, isPending } = useSignIn();
  const form = useForm<Fields>({
    saved: { host: 'production', address: '' },
    save: async ({ host, address }) => {
      const body = host === 'my-domain' ? { host, address } : { host };
      const { url } = await client.call(salesforceConnectionApi.signIn, { body });
      window.location.assign(url);
    },
    isUnguarded: true,
  });
  const { values, set, errorOf, error } = form;
  return (
    <form
      className="salesforce-sign-in"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void form.submit();
      }}
    >
      {error && <Banner tone="danger">{error}</Banner>}
      <Select label={words.where} choices={hosts} value={values.host} onChange={(host) => set({ host })} />
      {values.host === 'my-domain' && (
        <TextField
          label={words.address}
          help={words.addressHelp}
          error={errorOf('address')}
          value={values.address}
          onChange={(address) => set({ address })}
          isRequired
          validationBehavior="aria"
          autoComplete="off"
        />
      )}
      <p className="salesforce-deeds">
        <Button type="submit" variant="primary" icon="external" isPending={form.isSaving}>
          {words.begin}
        </Button>
        {setup.keyUsername !== null && (
          <Button isPending={isPending} onPress={connectByKey}>
            {words.useKey(setup.keyUsername)}
          </Button>
        )}
      </p>
    </form>
  );
}

/** Goes to Salesforce and comes back to this page; or connects by the desk's own key, where it has one. */
export function useSignIn() {
  const queries = useQueryClient();
  const toasts = useToasts();
  const onError = (error: Error) =>
    void toasts.show({ tone: 'danger', text: words.notBegun, detail: problemText(error) });
  const signIn = useCommand(salesforceConnectionApi.signIn, {
    onSuccess: ({ url }) => window.location.assign(url),
    onError,
  });
  const byKey = useCommand(salesforceConnectionApi.useKey, {
    onSuccess: (setup) => void queries.setQueryData(keyOf(salesforceConnectionApi.get, {}), setup),
    onError,
  });
  return {
    begin: (body: SalesforceLogin) => signIn.mutate({ body }),
    connectByKey: () => byKey.mutate({}),
    isPending: signIn.isPending || byKey.isPending,
  };
}
