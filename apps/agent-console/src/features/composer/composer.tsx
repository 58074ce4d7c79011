import './composer.css';
import { casesApi, draftsApi, notesApi } from '@bureau/contracts';
import type { Case, FeedItem } from '@bureau/contracts';
import { can, useRoute, useSession } from '@bureau/client';
import { Button, useShortcuts } from '@bureau/ui';
import { useState } from 'react';
import { newKey } from '../../plain/new-key.ts';
import { beginningOf } from './beginning-of.ts';
import { composerWords as words } from './composer.words.ts';
import { draftMemory } from './draft-memory.ts';
import { EarlyWords, withEarlyWords } from './early-words.tsx';
import { NoteSheet } from './note-sheet.tsx';
import { ReplySheet } from './reply-sheet.tsx';
import { lastSequence } from './seen-sequence.ts';
import { emptyWriting, writingOf } from './writing.ts';
import type { Writing } from './writing.ts';

export interface ComposerProps {
  supportCase: Case;
  /** Everything said and done so far, as it stands on the screen. */
  feed: readonly FeedItem[];
  /** Changes when the draft was changed from outside (a reply taken back): the sheet is laid out anew. */
  revision: number;
  onUndo: (deliveryId: number) => void;
  /** What is on its way, for the feed to show at once; null when it is known what became of it. */
  onSending: (writing: Writing | null) => void;
  /** Whether somebody is writing now, for the presence marks of colleagues. */
  onWriting: (isWriting: boolean) => void;
  /** Esc leads out of the text. */
  onLeave: () => void;
}

type Mode = 'reply' | 'note';

/** Where a case is answered and talked about. Nothing typed here is lost: it is kept in this browser and at the desk. */
export function Composer(props: ComposerProps) {
  const session = useSession();
  const [mode, setMode] = useState<Mode>('reply');
  const [isWanted, setWanted] = useState(false);
  const mayReply = can(session, casesApi.reply);
  const mayNote = can(session, notesApi.add);
  const choose = (next: Mode) => {
    setMode(next);
    setWanted(next === 'reply');
  };
  if (!mayReply && !mayNote) return null;
  const shown = mayReply && (mode === 'reply' || !mayNote) ? 'reply' : 'note';
  return (
    <div className="composer-place" data-mode={shown}>
      {mayReply && mayNote && <Modes mode={shown} onChoose={choose} />}
      {shown === 'note' ? <NoteSheet {...props} /> : <ReplyComposer {...props} isWanted={isWanted} />}
    </div>
  );
}

const modes: readonly Mode[] = ['reply', 'note'];

/** To the customer, or to colleagues: r and i. */
function Modes({ mode, onChoose }: { mode: Mode; onChoose: (mode: Mode) => void }) {
  const { section, reply, note } = words.shortcuts;
  const other =
    mode === 'reply'
      ? { id: 'note.write', keys: 'i', section, description: note, run: () => onChoose('note') }
      : { id: 'reply.write', keys: 'r', section, description: reply, run: () => onChoose('reply') };
  useShortcuts([other]);
  return (
    <div className="composer-modes" role="group" aria-label={words.modes.label}>
      {modes.map((one) => (
        <Button
          key={one}
          variant="quiet"
          size="small"
          aria-pressed={one === mode}
          className="composer-mode"
          onPress={() => onChoose(one)}
        >
          {words.modes[one]}
        </Button>
      ))}
    </div>
  );
}

function ReplyComposer({ isWanted, ...props }: ComposerProps & { isWanted: boolean }) {
  const { supportCase, feed, revision } = props;
  const { user } = useSession();
  const draft = useRoute(draftsApi.get, { params: { caseId: supportCase.id } });
  const [early, setEarly] = useState<{ caseId: number; text: string } | null>(null);
  const typed = early?.caseId === supportCase.id ? early.text : null;

  if (supportCase.status === 'closed') return <Refusal>{words.closedCase}</Refusal>;
  if (supportCase.customer.address === null) return <Refusal>{words.noAddress}</Refusal>;
  if (draft.isPending) {
    return <EarlyWords text={typed ?? ''} onChange={(text) => setEarly({ caseId: supportCase.id, text })} />;
  }

  const memory = draftMemory(window.localStorage, user.id, supportCase.id);
  const begin = () => {
    const empty = emptyWriting(lastSequence(feed), newKey());
    const saved = draft.data?.draft ?? null;
    const beginning = beginningOf(memory.recall(), saved && writingOf(saved, empty.key), empty);
    return withEarlyWords(beginning, typed ?? '');
  };
  return (
    <ReplySheet
      key={`${supportCase.id}-${revision}`}
      {...props}
      userId={user.id}
      memory={memory}
      begin={begin}
      isWanted={isWanted || typed !== null}
    />
  );
}

function Refusal({ children }: { children: string }) {
  return (
    <section className="composer composer-refusal" aria-label={words.region}>
      <p>{children}</p>
    </section>
  );
}
