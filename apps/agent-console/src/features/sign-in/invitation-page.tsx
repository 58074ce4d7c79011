import { invitationsApi, sessionApi } from '@bureau/contracts';
import type { LinkOwner } from '@bureau/contracts';
import { isProblem, useCommand, useEnterSession, useSessionState } from '@bureau/client';
import { Banner, TextField } from '@bureau/ui';
import { useState } from 'react';
import { fieldErrorOf, formErrorOf } from '../../plain/problem-words.ts';
import { invitationWords as words } from './invitation.words.ts';
import { LinkEnd, MailedLink, OwnerField } from './mailed-link.tsx';
import { mailedLinkWords } from './mailed-link.words.ts';
import { NewPasswordField } from './new-password-field.tsx';
import { WayIn, WayInForm } from './way-in.tsx';

export interface InvitationPageProps {
  token: string;
  onDone: () => void;
}

/** Where somebody who was invited comes in. */
export function InvitationPage({ token, onDone }: InvitationPageProps) {
  const gone = (
    <LinkEnd
      title={words.goneTitle}
      words={words.gone}
      way={{ icon: 'clock', href: '/', label: mailedLinkWords.signIn }}
    />
  );
  return (
    <MailedLink route={invitationsApi.look} token={token} title={words.title} gone={gone}>
      {(owner) => <Joining owner={owner} token={token} gone={gone} onDone={onDone} />}
    </MailedLink>
  );
}

interface JoiningProps extends InvitationPageProps {
  owner: LinkOwner;
  gone: React.ReactNode;
}

function Joining({ owner, token, gone, onDone }: JoiningProps) {
  const { session } = useSessionState();
  const [name, setName] = useState(owner.name);
  const [password, setPassword] = useState('');
  const join = useJoin(owner.email, onDone);
  const isFieldWrong = fieldErrorOf(join.error, 'password') !== undefined;

  if (isProblem(join.error, 'link.gone')) return gone;
  return (
    <WayIn title={words.title}>
      <p>{words.about}</p>
      {session && <Banner tone="caution">{words.other(session.user.name)}</Banner>}
      <WayInForm
        onSubmit={() => join.run({ token, name, password })}
        error={formErrorOf(join.error, words.offline)}
        submit={words.submit}
        isPending={join.isPending}
      >
        <OwnerField owner={owner} />
        <TextField
          label={words.name}
          help={words.nameHelp}
          name="name"
          autoComplete="name"
          value={name}
          onChange={setName}
          error={fieldErrorOf(join.error, 'name')}
          validationBehavior="aria"
        />
        <NewPasswordField value={password} onChange={setPassword} isRefused={isFieldWrong} autoFocus />
      </WayInForm>
    </WayIn>
  );
}

/** Accepts, then signs in with what was just chosen; where only that fails, the sign-in page asks again. */
function useJoin(email: string, onDone: () => void) {
  const enter = useEnterSession();
  const signIn = useCommand(sessionApi.signIn, {
    onSuccess: (session) => enter(session),
    onError: () => enter(null),
    onSettled: onDone,
  });
  const accept = useCommand(invitationsApi.accept, {
    onSuccess: (_, { body: { password } }) => signIn.mutate({ body: { email, password } }),
  });
  return {
    run: (body: Parameters<typeof accept.mutate>[0]['body']) => accept.mutate({ body }),
    error: accept.error,
    isPending: accept.isPending || accept.isSuccess,
  };
}
