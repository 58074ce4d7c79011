import { passwordResetsApi } from '@bureau/contracts';
import type { LinkOwner } from '@bureau/contracts';
import { isProblem, useCommand, useEnterSession } from '@bureau/client';
import { useState } from 'react';
import { fieldErrorOf, formErrorOf } from '../../plain/problem-words.ts';
import { LinkEnd, MailedLink, OwnerField } from './mailed-link.tsx';
import { mailedLinkWords } from './mailed-link.words.ts';
import { NewPasswordField } from './new-password-field.tsx';
import { resetPasswordWords as words } from './reset-password.words.ts';
import { WayIn, WayInForm } from './way-in.tsx';

const gone = (
  <LinkEnd
    title={words.goneTitle}
    words={words.gone}
    way={{ icon: 'clock', href: '/forgotten-password', label: words.askAgain }}
  />
);

const done = (
  <LinkEnd
    title={words.doneTitle}
    words={words.done}
    way={{ icon: 'check', href: '/', label: mailedLinkWords.signIn }}
  />
);

/** Where the link in the mail about a forgotten password leads. */
export function ResetPasswordPage({ token }: { token: string }) {
  const [isDone, setIsDone] = useState(false);
  if (isDone) return done;
  return (
    <MailedLink route={passwordResetsApi.look} token={token} title={words.title} gone={gone}>
      {(owner) => <NewPassword owner={owner} token={token} onDone={() => setIsDone(true)} />}
    </MailedLink>
  );
}

function NewPassword({ owner, token, onDone }: { owner: LinkOwner; token: string; onDone: () => void }) {
  const enter = useEnterSession();
  const [password, setPassword] = useState('');
  const reset = useCommand(passwordResetsApi.complete, {
    onSuccess: () => {
      onDone();
      enter(null);
    },
  });

  if (isProblem(reset.error, 'link.gone')) return gone;
  return (
    <WayIn title={words.title}>
      <p>{words.about}</p>
      <WayInForm
        onSubmit={() => reset.mutate({ body: { token, password } })}
        error={formErrorOf(reset.error, words.offline)}
        submit={words.submit}
        isPending={reset.isPending}
      >
        <OwnerField owner={owner} />
        <NewPasswordField
          value={password}
          onChange={setPassword}
          isRefused={fieldErrorOf(reset.error, 'password') !== undefined}
          autoFocus
        />
      </WayInForm>
    </WayIn>
  );
}
