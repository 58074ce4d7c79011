import { useState } from 'react';
import { Button, type ButtonVariant } from '../button/button.tsx';
import { IconButton } from '../button/icon-button.tsx';
import { Link } from '../button/link.tsx';
import { SplitButton } from '../button/split-button.tsx';

const variants: readonly { variant: ButtonVariant; label: string }[] = [
  { variant: 'primary', label: 'Send reply' },
  { variant: 'plain', label: 'Assign to me' },
  { variant: 'quiet', label: 'Discard' },
  { variant: 'danger', label: 'Erase customer' },
];

export function ButtonsDemo() {
  const [sent, setSent] = useState(0);
  const send = () => setSent((count) => count + 1);
  const actions = [
    { id: 'send', label: 'Send', keys: 'mod+enter', onAction: send },
    { id: 'pending', label: 'Send and wait', detail: 'The case becomes Pending', onAction: send },
  ];
  return (
    <>
      <div className="bu-demo-row">
        {variants.map(({ variant, label }) => (
          <Button key={variant} variant={variant} onPress={send}>
            {label}
          </Button>
        ))}
      </div>
      <ButtonStates />
      <div className="bu-demo-row">
        <Button icon="reply">Reply</Button>
        <Button size="small" icon="note">
          Note
        </Button>
        <IconButton icon="paperclip" label="Attach a file" keys="mod+shift+a" />
        <IconButton icon="more" label="More" size="small" />
        <SplitButton icon="send" keys="mod+shift+enter" onPress={send} actions={actions}>
          Send and resolve
        </SplitButton>
        <SplitButton variant="plain" onPress={send} actions={actions}>
          Resolve
        </SplitButton>
        <span className="bu-figures">Sent {sent} times</span>
      </div>
      <Links />
    </>
  );
}

function ButtonStates() {
  return (
    <div className="bu-demo-row">
      {variants.map(({ variant, label }) => (
        <Button key={variant} variant={variant} isPending>
          {label}
        </Button>
      ))}
      {variants.map(({ variant, label }) => (
        <Button key={`${variant}-off`} variant={variant} isDisabled>
          {label}
        </Button>
      ))}
    </div>
  );
}

function Links() {
  return (
    <div className="bu-demo-row">
      <Link href="#buttons">Open the customer</Link>
      <Link href="#buttons" quiet>
        Ana Ferreira
      </Link>
    </div>
  );
}
