import { CheckMailbox } from '@bureau/contracts';
import type { CheckStep } from '@bureau/contracts';
import { Button } from '@bureau/ui';
import { useState } from 'react';
import { sentenceInWords } from '../../language/sentences.ts';
import { CheckSteps } from './check-steps.tsx';
import { checkWords as words } from './check.words.ts';
import { useCheck } from './use-check.ts';

/** Tries one side of a mailbox as it stands in the form, saved or not. */
export function CheckSide({ side, body }: { side: CheckStep['side']; body: CheckMailbox }) {
  const check = useCheck();
  const [fault, setFault] = useState<string>();
  const run = () => {
    const parsed = CheckMailbox.safeParse(body);
    setFault(parsed.success ? undefined : sentenceInWords(parsed.error.issues[0]?.message ?? ''));
    if (parsed.success) void check.run(body);
  };
  return (
    <div className="check-side">
      <div className="check-begin">
        <Button icon="bolt" onPress={run} isPending={check.isRunning}>
          {words.begin[side]}
        </Button>
        {fault && (
          <span className="bu-field-error" role="alert">
            {fault}
          </span>
        )}
      </div>
      <CheckSteps side={side} progress={check} />
    </div>
  );
}
