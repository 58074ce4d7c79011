import { sessionApi } from '@bureau/contracts';
import { isProblem, useCommand, useEnterSession } from '@bureau/client';
import { Button, TextField } from '@bureau/ui';
import { useState } from 'react';
import { fieldErrorOf, formErrorOf } from '../../plain/problem-words.ts';
import { signInWords } from './sign-in.words.ts';
import { WayInForm } from './way-in.tsx';

const words = signInWords.code;

export interface CodeStepProps {
  challenge: string;
  /** The password was too long ago. */
  onTooLate: () => void;
  onBack: () => void;
}

/** The second step: six digits of the authenticator, or a recovery code where it is lost. */
export function CodeStep({ challenge, onTooLate, onBack }: CodeStepProps) {
  const enter = useEnterSession();
  const [factor, setFactor] = useState<'authenticator' | 'recovery'>('authenticator');
  const [code, setCode] = useState('');
  const signIn = useCommand(sessionApi.signInWithCode, {
    onSuccess: enter,
    onError: (error) => isProblem(error, 'session.expired-challenge') && onTooLate(),
  });
  const isWrong = isProblem(signIn.error, 'two-factor.wrong-code');
  const change = () => {
    setFactor(factor === 'authenticator' ? 'recovery' : 'authenticator');
    setCode('');
    signIn.reset();
  };
  return (
    <>
      <WayInForm
        onSubmit={() => signIn.mutate({ body: { challenge, code } })}
        error={isWrong ? undefined : formErrorOf(signIn.error, signInWords.offline)}
        submit={signInWords.submit}
        isPending={signIn.isPending}
      >
        <TextField
          key={factor}
          label={words[factor].label}
          help={words[factor].help}
          name="code"
          className="sign-in-code"
          inputMode={factor === 'authenticator' ? 'numeric' : 'text'}
          autoComplete={factor === 'authenticator' ? 'one-time-code' : 'off'}
          spellCheck="false"
          autoFocus
          value={code}
          onChange={setCode}
          error={isWrong ? words[factor].wrong : fieldErrorOf(signIn.error, 'code')}
          validationBehavior="aria"
        />
      </WayInForm>
      <div className="sign-in-ways">
        <Button variant="quiet" size="small" onPress={change}>
          {words[factor].other}
        </Button>
        <Button variant="quiet" size="small" onPress={onBack}>
          {words.back}
        </Button>
      </div>
      <p className="sign-in-aside">{words.lost}</p>
    </>
  );
}
