import { CheckMailbox } from '@bureau/contracts';
import { Banner, Button, Select } from '@bureau/ui';
import { CheckSteps } from '../check-steps.tsx';
import { checkWords } from '../check.words.ts';
import { ImapInputs } from '../imap-fields.tsx';
import { checkOf } from '../mail-servers.ts';
import type { ImapFields } from '../mail-servers.ts';
import { mailboxWords } from '../mailboxes.words.ts';
import { providerOf } from '../providers.ts';
import { useCheck } from '../use-check.ts';
import { RadioChoices } from './choices.tsx';
import type { StepProps } from './connect-wizard.tsx';
import { StepBar } from './step-bar.tsx';
import { useFaults } from './use-faults.ts';
import { wizardWords as words } from './wizard.words.ts';

/** How mail comes in, tried before one goes on. */
export function InStep({ draft, change, onNext, onBack }: StepProps) {
  return (
    <div className="wizard-form">
      <RadioChoices
        label={mailboxWords.way}
        choices={[
          { id: 'imap', label: mailboxWords.wayImap, help: mailboxWords.wayImapMeans },
          { id: 'smtp', label: mailboxWords.waySmtp, help: mailboxWords.waySmtpMeans },
        ]}
        value={draft.way}
        onChange={(way) => change({ way })}
      />
      {draft.way === 'imap' ? (
        <Fetching draft={draft} change={change} onNext={onNext} onBack={onBack} />
      ) : (
        <Receiving address={draft.address} onNext={() => onNext()} onBack={onBack} />
      )}
    </div>
  );
}

/** Nothing to try: what must be done is done elsewhere. */
function Receiving({ address, onNext, onBack }: { address: string; onNext: () => void; onBack: () => void }) {
  return (
    <>
      <div className="wizard-note">
        <p>{words.receive.lead}</p>
        <ul>
          <li>{words.receive.forward(address)}</li>
          <li>{words.receive.mx}</li>
        </ul>
      </div>
      <StepBar onBack={onBack}>
        <Button variant="primary" onPress={onNext}>
          {words.next}
        </Button>
      </StepBar>
    </>
  );
}

function Fetching({ draft, change, onNext, onBack }: StepProps) {
  const faults = useFaults();
  const check = useCheck();
  const provider = providerOf(draft.address);
  const folders = check.answer?.folders ?? [];
  const set = (changes: Partial<ImapFields>) => {
    change({ imap: { ...draft.imap, ...changes } });
    faults.clear();
    // What was found belonged to other settings, but for the folders of the same account.
    if (!('folder' in changes)) check.forget();
  };
  const run = async () => {
    const body = checkOf(draft.address, { imap: draft.imap });
    const missing = new Map(draft.imap.password === '' ? [['imap.password', words.writePassword]] : []);
    if (!faults.pass(CheckMailbox, body, missing)) return;
    const answer = await check.run(body);
    change({ facts: answer?.folder ?? null });
  };
  const isChecked = check.answer?.ok === true && check.answer.folder?.path === draft.imap.folder;
  return (
    <form
      className="wizard-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (isChecked) onNext();
        else void run();
      }}
    >
      {provider && (
        <Banner>{provider.appPassword ? words.appPassword(provider.name) : words.filled(provider.name)}</Banner>
      )}
      {!provider && draft.filledFor !== '' && <p className="wizard-hint">{words.guessed}</p>}
      <ImapInputs
        fields={draft.imap}
        set={set}
        errorOf={faults.errorOf}
        hasPassword={false}
        folder={
          folders.length > 0 ? (
            <Select
              label={mailboxWords.folder}
              help={mailboxWords.folderHelp}
              choices={folders.map((folder) => ({ id: folder, label: folder }))}
              value={folders.includes(draft.imap.folder) ? draft.imap.folder : null}
              onChange={(folder) => set({ folder })}
            />
          ) : undefined
        }
      />
      <CheckSteps side="imap" progress={check} />
      <StepBar onBack={onBack}>
        {isChecked ? (
          <Button type="submit" variant="primary">
            {words.next}
          </Button>
        ) : (
          <Button type="submit" variant="primary" icon="bolt" isPending={check.isRunning}>
            {check.answer ? words.checkAgain : checkWords.begin.imap}
          </Button>
        )}
        {check.answer && !isChecked && <Button onPress={() => onNext()}>{words.anyway}</Button>}
      </StepBar>
    </form>
  );
}
