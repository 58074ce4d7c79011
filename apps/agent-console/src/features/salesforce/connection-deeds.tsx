import type { SalesforceConnection } from '@bureau/contracts';
import { Button, ConfirmDialog, IconButton, Menu } from '@bureau/ui';
import { useState } from 'react';
import { useSignIn } from './connect-organisation.tsx';
import { salesforceWords } from './salesforce.words.ts';
import { useConnectionCommands } from './use-connection-commands.ts';

const words = salesforceWords.deeds;

/** The likely deed as a button, the others behind the dots. */
export function ConnectionDeeds({ connection }: { connection: SalesforceConnection }) {
  const [isLeaving, setLeaving] = useState(false);
  const deeds = useConnectionCommands();
  const again = useSignInAgain(connection);
  const { enabled, state, organisation } = connection;
  const others = [
    { id: 'check', icon: 'refresh' as const, label: words.check, onAction: deeds.check },
    { id: 'again', icon: 'external' as const, label: words.again, onAction: again },
    { id: 'disable', icon: 'close' as const, label: words.disable, isDisabled: !enabled, onAction: deeds.disable },
    {
      id: 'disconnect',
      icon: 'trash' as const,
      label: words.disconnect,
      isDanger: true,
      onAction: () => setLeaving(true),
    },
  ];
  return (
    <>
      {state === 'reconnect' ? (
        <Button variant="primary" icon="external" onPress={again} isPending={deeds.isPending}>
          {words.again}
        </Button>
      ) : !enabled ? (
        <Button variant="primary" icon="play" onPress={deeds.enable} isPending={deeds.isPending}>
          {words.enable}
        </Button>
      ) : (
        <Button
          icon={state === 'paused' ? 'play' : 'pause'}
          onPress={state === 'paused' ? deeds.resume : deeds.pause}
          isPending={deeds.isPending}
        >
          {state === 'paused' ? words.resume : words.pause}
        </Button>
      )}
      <Menu
        label={words.more}
        placement="bottom end"
        trigger={<IconButton icon="more" label={words.more} />}
        groups={[{ id: 'deeds', actions: others }]}
      />
      <ConfirmDialog
        isOpen={isLeaving}
        onClose={() => setLeaving(false)}
        title={salesforceWords.disconnect.question(organisation.name)}
        losses={salesforceWords.disconnect.losses}
        confirmLabel={salesforceWords.disconnect.confirm}
        onConfirm={() => {
          deeds.disconnect(organisation.id);
          setLeaving(false);
        }}
      >
        {salesforceWords.disconnect.stays}
      </ConfirmDialog>
    </>
  );
}

/** The way that it was connected: by the desk's key, or by somebody who signs in where he did before. */
function useSignInAgain({ signedInBy, loginUrl, organisation }: SalesforceConnection): () => void {
  const { begin, connectByKey } = useSignIn();
  return () => {
    if (signedInBy === 'key') return connectByKey();
    const address = new URL(loginUrl).host;
    if (organisation.isSandbox && address === 'test.salesforce.com') return begin({ host: 'sandbox' });
    return begin(address.endsWith('.my.salesforce.com') ? { host: 'my-domain', address } : { host: 'production' });
  };
}
