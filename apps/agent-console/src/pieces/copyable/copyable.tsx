import './copyable.css';
import { Button, useToasts } from '@bureau/ui';
import { copyableWords as words } from './copyable.words.ts';

/** Something to be copied, such as a key or an address. */
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
