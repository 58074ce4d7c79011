import { CreateMailbox, usersApi } from '@bureau/contracts';
import type { Brand } from '@bureau/contracts';
import { useRoute } from '@bureau/client';
import { Banner, Button, Checkbox, Select } from '@bureau/ui';
import type { ReactNode } from 'react';
import { formatNumber } from '../../../language/format.ts';
import { problemText } from '../../../plain/problem-words.ts';
import { mailboxWords } from '../mailboxes.words.ts';
import { SurveyInputs } from '../survey-fields.tsx';
import { mailboxOf } from './connect-draft.ts';
import type { ConnectDraft } from './connect-draft.ts';
import type { StepProps } from './connect-wizard.tsx';
import { StepBar } from './step-bar.tsx';
import { useFaults } from './use-faults.ts';
import { wizardWords as words } from './wizard.words.ts';

export interface DoneStepProps extends StepProps {
  brand: Brand;
  onCreate: () => void;
  isPending: boolean;
  error: Error | null;
}

const NO_GROUP = 'none';
/** What is asked for here and may be wrong. */
const Asked = CreateMailbox.pick({ surveyAfterHours: true });

/** What will be, in words, and what happens to new cases; then the mailbox is added. */
export function DoneStep({ draft, change, onBack, brand, onCreate, isPending, error }: DoneStepProps) {
  const faults = useFaults();
  const groups = useRoute(usersApi.groups, {});
  const choices = (groups.data?.items ?? []).map(({ id, name }) => ({ id: String(id), label: name }));
  return (
    <form
      className="wizard-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (faults.pass(Asked, mailboxOf(draft, brand.id))) onCreate();
      }}
    >
      {error && <Banner tone="danger">{problemText(error)}</Banner>}
      <dl className="wizard-facts">
        <Fact term={mailboxWords.address}>{draft.address}</Fact>
        <Fact term={mailboxWords.name}>{draft.name}</Fact>
        <Fact term={mailboxWords.brand}>{brand.name}</Fact>
        <Fact term={mailboxWords.wayIn}>{wayIn(draft)}</Fact>
        {draft.way === 'imap' && <Fact term={words.places.import}>{importOf(draft)}</Fact>}
        <Fact term={mailboxWords.wayOut}>
          {draft.out === 'own' ? mailboxWords.receives.sends(draft.smtp.host) : mailboxWords.outDesk}
        </Fact>
      </dl>
      <Select
        label={mailboxWords.group}
        help={mailboxWords.groupHelp}
        choices={[{ id: NO_GROUP, label: mailboxWords.noGroup }, ...choices]}
        value={draft.groupId === null ? NO_GROUP : String(draft.groupId)}
        onChange={(id) => change({ groupId: id === NO_GROUP ? null : Number(id) })}
      />
      <Checkbox
        isSelected={draft.autoAcknowledge}
        onChange={(autoAcknowledge) => change({ autoAcknowledge })}
        help={mailboxWords.acknowledgeHelp}
      >
        {mailboxWords.acknowledge}
      </Checkbox>
      <SurveyInputs fields={draft} brand={brand} set={change} errorOf={faults.errorOf} />
      <StepBar onBack={onBack}>
        <Button type="submit" variant="primary" isPending={isPending}>
          {words.create}
        </Button>
      </StepBar>
    </form>
  );
}

function Fact({ term, children }: { term: string; children: ReactNode }) {
  return (
    <>
      <dt>{term}</dt>
      <dd>{children}</dd>
    </>
  );
}

function wayIn({ way, imap }: ConnectDraft): string {
  return way === 'imap' ? mailboxWords.receives.imap(imap.host, imap.folder) : mailboxWords.receives.smtp;
}

function importOf({ imap: { importDays } }: ConnectDraft): string {
  if (importDays === null) return words.import.everything;
  return importDays === 0 ? words.import.nothing : words.import.days(formatNumber(importDays));
}
