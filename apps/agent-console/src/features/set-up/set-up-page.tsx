import './set-up.css';
import { setupApi } from '@bureau/contracts';
import type { SetUpDesk } from '@bureau/contracts';
import { ApiProblem, useCommand, useEnterSession, useRoute } from '@bureau/client';
import { Banner, Button, EmptyState, ErrorState, Link, Skeleton, TextField } from '@bureau/ui';
import { useState } from 'react';
import type { FormEvent, HTMLInputAutoCompleteAttribute } from 'react';
import { problemText } from '../../plain/problem-words.ts';
import { setUpWords as words } from './set-up.words.ts';

type Field = Exclude<keyof SetUpDesk, 'setupToken'>;

interface FieldLook {
  id: Field;
  label: string;
  help?: string;
  type: 'text' | 'email' | 'password';
  autoComplete: HTMLInputAutoCompleteAttribute;
}

const fields: readonly FieldLook[] = [
  { id: 'name', label: words.name, type: 'text', autoComplete: 'name' },
  { id: 'email', label: words.email, help: words.emailHelp, type: 'email', autoComplete: 'username' },
  { id: 'password', label: words.password, help: words.passwordHelp, type: 'password', autoComplete: 'new-password' },
  { id: 'company', label: words.company, help: words.companyHelp, type: 'text', autoComplete: 'organization' },
  { id: 'mailbox', label: words.mailbox, help: words.mailboxHelp, type: 'email', autoComplete: 'off' },
];

/** Makes an empty desk usable: its first administrator, brand and mailbox. */
export function SetUpPage({ token, onDone }: { token: string; onDone: () => void }) {
  const state = useRoute(setupApi.state, {});
  return (
    <main className="set-up">
      {!state.data?.needed && <h1 className="bu-hidden">{words.title}</h1>}
      {state.isPending && <Skeleton rows={5} shape="text" />}
      {state.isError && (
        <ErrorState what={words.failed} onRetry={() => void state.refetch()} isRetrying={state.isFetching} />
      )}
      {state.data && !state.data.needed && (
        <EmptyState icon="check" action={<Link href="/">{words.toSignIn}</Link>}>
          {words.done}
        </EmptyState>
      )}
      {state.data?.needed && <SetUpForm token={token} onDone={onDone} />}
    </main>
  );
}

function SetUpForm({ token, onDone }: { token: string; onDone: () => void }) {
  const enter = useEnterSession();
  const [values, setValues] = useState<Record<Field, string>>({
    name: '',
    email: '',
    password: '',
    company: '',
    mailbox: '',
  });
  const setUp = useCommand(setupApi.run, {
    onSuccess: (session) => {
      enter(session);
      onDone();
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setUp.mutate({ body: { ...values, setupToken: token } });
  };
  return (
    <form className="set-up-form" onSubmit={submit} noValidate>
      <h1>{words.title}</h1>
      <p>{words.intro}</p>
      {token === '' && <Banner tone="caution">{words.noToken}</Banner>}
      {setUp.isError && (
        <Banner tone="danger">{setUp.error instanceof ApiProblem ? problemText(setUp.error) : words.offline}</Banner>
      )}
      {fields.map(({ id, ...look }) => (
        <TextField
          key={id}
          {...look}
          name={id}
          isRequired
          value={values[id]}
          onChange={(value) => setValues({ ...values, [id]: value })}
          error={errorOf(setUp.error, id)}
          validationBehavior="aria"
        />
      ))}
      <Button type="submit" variant="primary" isPending={setUp.isPending}>
        {words.submit}
      </Button>
    </form>
  );
}

function errorOf(error: Error | null, field: Field): string | undefined {
  if (!(error instanceof ApiProblem)) return undefined;
  return error.errors.find(({ path }) => path.split('.').at(-1) === field)?.message;
}
