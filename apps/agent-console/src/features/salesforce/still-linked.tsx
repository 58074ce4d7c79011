import type { SalesforceSetup } from '@bureau/contracts';
import { Banner, Button, ConfirmDialog } from '@bureau/ui';
import { useState } from 'react';
import { formatNumber } from '../../language/format.ts';
import { salesforceWords } from './salesforce.words.ts';
import { useConnectionCommands } from './use-connection-commands.ts';

const words = salesforceWords.links;

/** Records still belong to an organisation that is disconnected: what that means, and the way to another one. */
export function StillLinked({ to: { id, name, records } }: { to: NonNullable<SalesforceSetup['linkedTo']> }) {
  const [isAsking, setAsking] = useState(false);
  const { removeLinks, isPending } = useConnectionCommands();
  return (
    <>
      <Banner
        tone="caution"
        action={
          <Button size="small" isPending={isPending} onPress={() => setAsking(true)}>
            {words.remove}
          </Button>
        }
      >
        {words.linked(formatNumber(records), name)}
      </Banner>
      <ConfirmDialog
        isOpen={isAsking}
        onClose={() => setAsking(false)}
        title={words.question(name)}
        losses={words.losses}
        confirmLabel={words.confirm}
        onConfirm={() => {
          removeLinks(id);
          setAsking(false);
        }}
      >
        {words.stays}
      </ConfirmDialog>
    </>
  );
}
