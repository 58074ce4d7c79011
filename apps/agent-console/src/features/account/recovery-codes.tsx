import { useSession } from '@bureau/client';
import { Button, useToasts } from '@bureau/ui';
import { useEffect, useRef } from 'react';
import { copyText, saveText } from './save-text.ts';
import { twoFactorWords } from './two-factor.words.ts';

const words = twoFactorWords.codes;

/** Shown once. Nothing closes them but the word of the reader. */
export function RecoveryCodes({ codes, onDone }: { codes: readonly string[]; onDone: () => void }) {
  const { email } = useSession().user;
  const toasts = useToasts();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const copy = async () => {
    const isCopied = await copyText(codes.join('\n'));
    toasts.show(isCopied ? { text: words.copied, tone: 'positive' } : { text: words.notCopied, tone: 'danger' });
  };
  const download = () => saveText(words.file, [words.fileHead(email), '', ...codes, ''].join('\n'));
  return (
    <div className="account-recovery">
      <h3 ref={heading} tabIndex={-1}>
        {words.title}
      </h3>
      <p>{words.about}</p>
      <ul aria-label={words.list}>
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ul>
      <div className="account-actions">
        <Button onPress={() => void copy()}>{words.copy}</Button>
        <Button icon="download" onPress={download}>
          {words.download}
        </Button>
        <Button variant="primary" onPress={onDone}>
          {words.done}
        </Button>
      </div>
    </div>
  );
}
