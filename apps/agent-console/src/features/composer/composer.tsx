import './composer.css';
import { casesApi, draftsApi, messagesApi, notesApi } from '@bureau/contracts';
import type { AfterSend, Case, FeedItem } from '@bureau/contracts';
import { can, useRoute, useSession } from '@bureau/client';
import { Button, useShortcuts } from '@bureau/ui';
import { useState } from 'react';
import { useComposerWishes } from '../../pieces/composer-wishes.ts';
import type { ComposerWish } from '../../pieces/composer-wishes.ts';
import { customerName } from '../../plain/customer-name.ts';
import { newKey } from '../../plain/new-key.ts';
import { beginningOf } from './beginning-of.ts';
import { composerWords as words } from './composer.words.ts';
import { draftMemory } from './draft-memory.ts';
import { EarlyWords, withEarlyWords } from './early-words.tsx';
import { NoteSheet } from './note-sheet.tsx';
import { ReplySheet } from './reply-sheet.tsx';
import { lastSequence } from './seen-sequence.ts';
import { useEditorParts } from './use-editor-parts.ts';
import { emptyWriting, writingOf } from './writing.ts';
import type { Writing } from './writing.ts';

export interface ComposerProps {
  supportCase: Case;
  /** What was said and done so far, as it stands on the screen, to the present. */
  feed: readonly FeedItem[];
  /** Changes when the draft was changed from outside (a reply taken back): the sheet is laid out anew. */
  revision: number;
  onUndo: (deliveryId: number) => void;
  /** What is on its way, for the feed to show at once; null when it is known what became of it. */
  onSending: (writing: Writing | null) => void;
  /** The desk has said yes or no to what was sent: the work is done for now, and the next word begins it again. */
  onAnswered: () => void;
  /** Whether somebody is writing now, for the presence marks of colleagues. */
  onWriting: (isWriting: boolean) => void;
  /** Takes the case from a colleague; absent: this writer may not. */
  onTakeOver?: () => Promise<void>;
  /** Takes the case out of the trash; absent: this writer may not. */
  onRestore?: () => void;
  /** Esc leads out of the text. */
  onLeave: () => void;
  /** A reply has left: where its writer wants to go by her preferences. */
  onSent?: (where: AfterSend) => void;
}

export type Mode = 'reply' | 'note' | 'forward';

/** Where a case is answered and talked about. Nothing typed here is lost: it is kept in this browser and at the desk. */
export function Composer(props: ComposerProps) {
  const session = useSession();
  const [mode, setMode] = useState<Mode>('reply');
  const [isWanted, setWanted] = useState(false);
  const [wish, setWish] = useState<ComposerWish | null>(null);
  const mayReply = can(session, casesApi.reply);
  const mayNote = can(session, notesApi.add);
  const choose = (next: Mode) => {
    setMode(next);
    setWanted(next !== 'note');
  };
  useComposerWishes(props.supportCase.id, (asked) => {
    if (!mayReply) return;
    choose(asked.kind === 'forward' ? 'forward' : 'reply');
    setWish(asked);
  });
  if (!mayReply && !mayNote) return null;
  const offered = modes.filter((one) => (one === 'note' ? mayNote : mayReply && mayUse(session, one)));
  const shown = offered.includes(mode) ? mode : (offered[0] ?? 'note');
  return (
    <div className="composer-place" data-mode={shown}>
      {offered.length > 1 && <Modes offered={offered} mode={shown} onChoose={choose} />}
      {shown === 'note' ? (
        <NoteSheet {...props} />
      ) : (
        <ReplyComposer
          {...props}
          mode={shown}
          onMode={choose}
          isWanted={isWanted}
          wish={wish}
          onWishDone={() => setWish(null)}
        />
      )}
    </div>
  );
}

const modes: readonly Mode[] = ['reply', 'note', 'forward'];

function mayUse(session: ReturnType<typeof useSession>, mode: Mode): boolean {
  return mode !== 'forward' || can(session, messagesApi.forward);
}

const keys: Record<Mode, string> = { reply: 'r', note: 'i', forward: 'f' };

interface ModesProps {
  offered: readonly Mode[];
  mode: Mode;
  onChoose: (mode: Mode) => void;
}

/** To the customer, to colleagues, to somebody else: r, i, f. */
function Modes({ offered, mode, onChoose }: ModesProps) {
  const { section, ...does } = words.shortcuts;
  useShortcuts(
    offered
      .filter((one) => one !== mode)
      .map((one) => ({
        id: `${one}.write`,
        keys: keys[one],
        section,
        description: does[one],
        run: () => onChoose(one),
      })),
  );
  return (
    <div className="composer-modes" role="group" aria-label={words.modes.label}>
      {offered.map((one) => (
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

export interface ReplyComposerProps extends ComposerProps {
  mode: 'reply' | 'forward';
  onMode: (mode: Mode) => void;
  /** The agent asked to write before the sheet was there: the cursor is hers at once. */
  isWanted: boolean;
  /** What a reader of the feed asked for, to be done once the sheet is there. */
  wish: ComposerWish | null;
  onWishDone: () => void;
}

function ReplyComposer(props: ReplyComposerProps) {
  const { supportCase, feed, revision } = props;
  const { user } = useSession();
  const draft = useRoute(draftsApi.get, { params: { caseId: supportCase.id } });
  const parts = useEditorParts();
  const [early, setEarly] = useState<{ caseId: number; text: string } | null>(null);
  const typed = early?.caseId === supportCase.id ? early.text : null;

  if (supportCase.status === 'closed') return <Refusal>{words.closedCase}</Refusal>;
  if (supportCase.deletedAt !== null) return <Refusal onRestore={props.onRestore}>{words.inTrash}</Refusal>;
  if (draft.isPending || parts === null) {
    return (
      <EarlyWords
        name={customerName(supportCase.customer)}
        text={typed ?? ''}
        onChange={(text) => setEarly({ caseId: supportCase.id, text })}
      />
    );
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
      parts={parts}
      userId={user.id}
      memory={memory}
      begin={begin}
      isWanted={props.isWanted || typed !== null}
    />
  );
}

function Refusal({ children, onRestore }: { children: string; onRestore?: () => void }) {
  return (
    <section className="composer composer-refusal" aria-label={words.region}>
      <p>{children}</p>
      {onRestore && (
        <Button size="small" icon="undo" onPress={onRestore}>
          {words.restore}
        </Button>
      )}
    </section>
  );
}
