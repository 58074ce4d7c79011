import { Banner, Button, Dialog } from '@bureau/ui';
import type { ReactNode } from 'react';
import { Copyable } from '../../pieces/copyable/index.ts';
import { applicationsWords as words } from './applications.words.ts';

interface SecretDialogProps {
  title: string;
  secrets: readonly { label: string; value: string }[];
  children?: ReactNode;
  onClose: () => void;
}

/** Secrets that are shown this one time. */
export function SecretDialog({ title, secrets, children, onClose }: SecretDialogProps) {
  const actions = (
    <Button variant="primary" onPress={onClose}>
      {words.keptIt}
    </Button>
  );
  return (
    <Dialog isOpen onClose={onClose} title={title} size="wide" role="alertdialog" actions={actions}>
      <Banner tone="caution">{words.once}</Banner>
      {secrets.map((secret) => (
        <Copyable key={secret.label} {...secret} />
      ))}
      {children}
    </Dialog>
  );
}
