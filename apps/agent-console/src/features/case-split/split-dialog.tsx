import './case-split.css';
import type { Case, FeedItem, FeedMessage, FeedNote } from '@bureau/contracts';
import { Banner, Button, Checkbox, Dialog, RelativeTime, Select, TextField } from '@bureau/ui';
import { useState } from 'react';
import { customerName } from '../../plain/customer-name.ts';
import { splitWords as words } from './case-split.words.ts';
import { useSplitCase } from './use-split-case.ts';
import type { SplitChoice } from './use-split-menu.tsx';

export interface SplitDialogProps {
  supportCase: Case;
  feed: readonly FeedItem[];
  /** What is chosen already. */
  initial: SplitChoice;
  onClose: () => void;
  /** With the new case. */
  onSplit: (caseId: number) => void;
}

/** Chooses what becomes a case of its own, under which subject and for whom. */
export function SplitDialog({ supportCase, feed, initial, onClose, onSplit }: SplitDialogProps) {
  const [chosen, setChosen] = useState(() => keysOf(initial));
  const [subject, setSubject] = useState('');
  const [customer, setCustomer] = useState<'same' | 'sender'>('same');
  const { split, isBusy } = useSplitCase();
  const said = feed.filter(wasSaid);
  const messages = said.filter(({ kind }) => kind === 'message');
  const messageIds = messages.filter((item) => chosen.has(keyOf(item))).map(({ id }) => id);
  const noteIds = said.filter((item) => item.kind === 'note' && chosen.has(keyOf(item))).map(({ id }) => id);
  const isEverything = messageIds.length === messages.length;
  const toggle = (key: string, isChosen: boolean) =>
    setChosen((before) => new Set(isChosen ? [...before, key] : [...before].filter((one) => one !== key)));
  const confirm = async () => {
    const named = subject.trim();
    const made = await split(supportCase.id, { messageIds, noteIds, customer, ...(named && { subject: named }) });
    if (made === null) return;
    onClose();
    onSplit(made);
  };
  return (
    <Dialog
      isOpen
      size="wide"
      onClose={onClose}
      title={words.title(supportCase.id)}
      actions={
        <>
          <Button onPress={onClose}>{words.cancel}</Button>
          <Button
            variant="primary"
            isDisabled={messageIds.length === 0 || isEverything}
            isPending={isBusy}
            onPress={() => void confirm()}
          >
            {words.confirm(messageIds.length)}
          </Button>
        </>
      }
    >
      <div className="case-split">
        <p>{messages.length > 1 ? words.lead : words.nothing}</p>
        <fieldset className="case-split-choice">
          <legend>{words.choose}</legend>
          {said.map((item) => (
            <Checkbox
              key={keyOf(item)}
              isSelected={chosen.has(keyOf(item))}
              onChange={(isChosen) => toggle(keyOf(item), isChosen)}
              help={<span className="case-split-text">{item.text}</span>}
            >
              <span>
                <b>{authorOf(item)}</b>
                {item.kind === 'note' && ` · ${words.note}`} · <RelativeTime at={item.at} />
              </span>
            </Checkbox>
          ))}
        </fieldset>
        {messages.length > 1 && isEverything && <Banner tone="caution">{words.everything}</Banner>}
        <TextField
          label={words.subject}
          help={words.subjectHelp}
          maxLength={500}
          value={subject}
          onChange={setSubject}
        />
        <Select
          label={words.whose}
          choices={[
            { id: 'same', label: words.same(customerName(supportCase.customer)) },
            { id: 'sender', label: words.sender },
          ]}
          value={customer}
          onChange={setCustomer}
        />
      </div>
    </Dialog>
  );
}

function wasSaid(item: FeedItem): item is FeedMessage | FeedNote {
  return item.kind !== 'event';
}

function keysOf({ messageIds, noteIds }: SplitChoice): ReadonlySet<string> {
  return new Set([...[...messageIds].map((id) => `message ${id}`), ...[...noteIds].map((id) => `note ${id}`)]);
}

function keyOf({ kind, id }: FeedMessage | FeedNote): string {
  return `${kind} ${id}`;
}

function authorOf(item: FeedMessage | FeedNote): string {
  return item.kind === 'note' ? item.author.name : item.from.name || item.from.address;
}
