import { Banner, Button, Dialog, useToasts } from '@bureau/ui';
import type { ReactNode } from 'react';
import { applicationsWords as words } from './applications.words.ts';

/** Something to be copied, such as a key. */
export function Copyable({ label, value }: { label: string; value: string }) {
  const toasts = useToasts();
  const copy = () =>
    void navigator.clipboard.writeText(value).then(
      () => toasts.show({ text: words.copied(label), tone: 'positive' }),
      () => toasts.show({ text: words.notCopied, tone: 'danger' }),
    );
  return (
    <div className="copyable">
      <span className="bu-field-label">{label}</span>
      <code tabIndex={0}>{value}</code>
      <Button size="small" aria-label={words.copyNamed(label)} onPress={copy}>
        {words.copy}
      </Button>
    </div>
  );
}

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
