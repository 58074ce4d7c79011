import { CheckMailbox, SmtpSettings } from '@bureau/contracts';
import { Button } from '@bureau/ui';
import { z } from 'zod';
import { CheckSteps } from '../check-steps.tsx';
import { checkWords } from '../check.words.ts';
import { checkOf } from '../mail-servers.ts';
import type { SmtpFields } from '../mail-servers.ts';
import { mailboxWords } from '../mailboxes.words.ts';
import { SmtpInputs } from '../smtp-fields.tsx';
import { useCheck } from '../use-check.ts';
import { RadioChoices } from './choices.tsx';
import { withPassword } from './connect-draft.ts';
import type { StepProps } from './connect-wizard.tsx';
import { StepBar } from './step-bar.tsx';
import { useFaults } from './use-faults.ts';
import { wizardWords as words } from './wizard.words.ts';

const OwnServer = SmtpSettings.loose();
const DeskServer = z.literal('desk');

/** How mail goes out, tried before one goes on. */
export function OutStep({ draft, change, onNext, onBack }: StepProps) {
  const faults = useFaults();
  const check = useCheck();
  const isOwn = draft.out === 'own';
  const smtp = withPassword(draft.smtp, draft);
  const set = (changes: Partial<SmtpFields>) => {
    change({ smtp: { ...draft.smtp, ...changes } });
    faults.clear();
    check.forget();
  };
  const run = () => {
    const body = checkOf(draft.address, { smtp: isOwn ? smtp : null });
    const missing = new Map(
      isOwn && smtp.user !== '' && smtp.password === '' ? [['smtp.password', words.writePassword]] : [],
    );
    // Of the two shapes of `smtp`, the faults of the server's own are the ones to show.
    if (faults.pass(CheckMailbox.extend({ smtp: isOwn ? OwnServer : DeskServer }), body, missing)) void check.run(body);
  };
  const isChecked = check.answer?.ok === true;
  return (
    <form
      className="wizard-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (isChecked) onNext();
        else run();
      }}
    >
      <RadioChoices
        label={mailboxWords.out}
        choices={[
          { id: 'desk', label: mailboxWords.outDesk, help: mailboxWords.outDeskMeans },
          { id: 'own', label: mailboxWords.outOwn, help: mailboxWords.outOwnMeans },
        ]}
        value={draft.out}
        onChange={(out) => {
          change({ out });
          check.forget();
        }}
      />
      {isOwn && (
        <>
          {smtp !== draft.smtp && <p className="wizard-hint">{words.samePassword}</p>}
          <SmtpInputs fields={draft.smtp} set={set} errorOf={faults.errorOf} hasPassword={false} />
        </>
      )}
      <CheckSteps side="smtp" progress={check} />
      <StepBar onBack={onBack}>
        {isChecked ? (
          <Button type="submit" variant="primary">
            {words.next}
          </Button>
        ) : (
          <Button type="submit" variant="primary" icon="bolt" isPending={check.isRunning}>
            {check.answer ? words.checkAgain : checkWords.begin.smtp}
          </Button>
        )}
        {check.answer && !isChecked && <Button onPress={() => onNext()}>{words.anyway}</Button>}
      </StepBar>
    </form>
  );
}
