import { Button } from '@bureau/ui';
import { formatDate, formatNumber } from '../../../language/format.ts';
import { RadioChoices } from './choices.tsx';
import type { ConnectDraft } from './connect-draft.ts';
import type { StepProps } from './connect-wizard.tsx';
import { StepBar } from './step-bar.tsx';
import { wizardWords as words } from './wizard.words.ts';

const DAYS = [7, 30, 90, 365];
const ALL = 'all';

/** What of the mail that is there already becomes cases; how much that is stands beside each choice. */
export function ImportStep({ draft, change, onNext, onBack }: StepProps) {
  const { facts, imap } = draft;
  const choose = (id: string) => change({ imap: { ...imap, importDays: id === ALL ? null : Number(id) } });
  return (
    <div className="wizard-form">
      <p className="wizard-hint">{factsInWords(draft)}</p>
      <RadioChoices
        label={words.import.label}
        choices={[
          {
            id: '0',
            label: words.import.nothing,
            help: words.import.nothingMeans,
            figure: mails(facts ? 0 : undefined),
          },
          ...DAYS.map((days) => ({
            id: String(days),
            label: words.import.days(formatNumber(days)),
            figure: mails(facts?.messages === 0 ? 0 : facts?.within.find((counted) => counted.days === days)?.messages),
          })),
          { id: ALL, label: words.import.everything, figure: mails(facts?.messages) },
        ]}
        value={imap.importDays === null ? ALL : String(imap.importDays)}
        onChange={choose}
      />
      <p className="wizard-hint">{words.import.silent}</p>
      <StepBar onBack={onBack}>
        <Button variant="primary" onPress={() => onNext()}>
          {words.next}
        </Button>
      </StepBar>
    </div>
  );
}

function mails(count: number | undefined): string | undefined {
  return count === undefined ? undefined : words.import.mails(count);
}

function factsInWords({ facts, imap }: ConnectDraft): string {
  if (!facts) return words.import.unknown;
  if (facts.messages === 0 || facts.oldestAt === null) return words.import.none(imap.folder);
  const since = formatDate(facts.oldestAt, { dateStyle: 'long' });
  return words.import.found(words.import.mails(facts.messages), imap.folder, since);
}
