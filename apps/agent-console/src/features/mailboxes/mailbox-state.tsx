import type { Mailbox, MailboxState } from '@bureau/contracts';
import { Badge } from '@bureau/ui';
import type { Tone } from '@bureau/ui';
import { formatNumber } from '../../language/format.ts';
import { sentenceInWords } from '../../language/sentences.ts';
import { mailboxWords as words } from './mailboxes.words.ts';

const tones: Record<MailboxState, Tone> = {
  ok: 'positive',
  connecting: 'accent',
  trouble: 'danger',
  paused: 'neutral',
};

/** Whether mail that was there before is still being brought. */
export function isImporting({ imported, state }: Pick<Mailbox, 'imported' | 'state'>): boolean {
  return imported !== null && imported.done < imported.total && state !== 'paused';
}

/** How a mailbox is, in a word, and why where all is not well. */
export function MailboxStateMark({ mailbox }: { mailbox: Mailbox }) {
  const { state, stateReason, sendingTrouble, imported } = mailbox;
  const importing = isImporting(mailbox) && imported;
  return (
    <span className="mailbox-state">
      {importing ? (
        <Badge tone="accent">{words.importing(formatNumber(importing.done), formatNumber(importing.total))}</Badge>
      ) : (
        <Badge tone={tones[state]}>{words.states[state]}</Badge>
      )}
      {sendingTrouble !== '' && <Badge tone="danger">{words.cannotSend}</Badge>}
      {(state === 'trouble' || sendingTrouble !== '') && (
        <span className="mailbox-reason">{sentenceInWords(stateReason || sendingTrouble)}</span>
      )}
    </span>
  );
}
