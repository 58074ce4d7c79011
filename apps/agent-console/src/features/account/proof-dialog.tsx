import { isProblem } from '@bureau/client';
import { Banner, Button, Dialog, TextField } from '@bureau/ui';
import { useId, useState } from 'react';
import type { FormEvent } from 'react';
import { fieldErrorOf, formErrorOf } from '../../plain/problem-words.ts';
import { twoFactorWords } from './two-factor.words.ts';

const words = twoFactorWords.proof;

export interface ProofDialogProps {
  title: string;
  about: string;
  submit: string;
  isDangerous?: boolean;
  onClose: () => void;
  command: {
    mutate: (command: { body: { password: string; code: string } }) => void;
    error: Error | null;
    isPending: boolean;
  };
}

/** Asks for both factors before one of them changes. */
export function ProofDialog({ title, about, submit, isDangerous = false, onClose, command }: ProofDialogProps) {
  const form = useId();
  const [password, setPassword] = useState('');
  const [code, setCode] = useState('');
  const isWrongPassword = isProblem(command.error, 'password.wrong');
  const isWrongCode = isProblem(command.error, 'two-factor.wrong-code');
  const general = isWrongPassword || isWrongCode ? undefined : formErrorOf(command.error, twoFactorWords.offline);
  const send = (event: FormEvent) => {
    event.preventDefault();
    command.mutate({ body: { password, code } });
  };
  const actions = (
    <>
      <Button onPress={onClose}>{words.cancel}</Button>
      <Button type="submit" form={form} variant={isDangerous ? 'danger' : 'primary'} isPending={command.isPending}>
        {submit}
      </Button>
    </>
  );
  return (
    <Dialog isOpen onClose={onClose} title={title} actions={actions}>
      <form id={form} className="account-proof" onSubmit={send} noValidate>
        <p>{about}</p>
        {general && <Banner tone="danger">{general}</Banner>}
        <TextField
          label={words.password}
          type="password"
          autoComplete="current-password"
          autoFocus
          value={password}
          onChange={setPassword}
          error={isWrongPassword ? command.error?.message : fieldErrorOf(command.error, 'password')}
          validationBehavior="aria"
        />
        <TextField
          label={words.code}
          help={words.codeHelp}
          className="account-code"
          autoComplete="one-time-code"
          spellCheck="false"
          value={code}
          onChange={setCode}
          error={isWrongCode ? command.error?.message : fieldErrorOf(command.error, 'code')}
          validationBehavior="aria"
        />
      </form>
    </Dialog>
  );
}
