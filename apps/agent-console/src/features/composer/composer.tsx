import './composer.css';
import { draftsApi } from '@bureau/contracts';
import type { Case, FeedItem } from '@bureau/contracts';
import { useRoute, useSession } from '@bureau/client';
import { useState } from 'react';
import { newKey } from '../../plain/new-key.ts';
import { composerWords as words } from './composer.words.ts';
import { draftMemory } from './draft-memory.ts';
import { EarlyWords, withEarlyWords } from './early-words.tsx';
import type { Remembered } from './draft-memory.ts';
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

/** Where a case is answered. Nothing typed here is lost: it is kept in this browser and at the desk until it has left. */
export function Composer(props: ComposerProps) {
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
      isWanted={typed !== null}
    />
  );
}

/** What lies on the sheet at first: words that only this browser has, else the desk's draft, else nothing. */
export function beginningOf(remembered: Remembered | null, saved: Writing | null, empty: Writing): Remembered {
  if (remembered && !remembered.saved) return remembered;
  if (!saved) return { writing: empty, saved: true };
  const isSame = remembered?.writing.text === saved.text;
  return { writing: isSame ? remembered.writing : saved, saved: true };
}

function Refusal({ children }: { children: string }) {
  return (
    <section className="composer composer-refusal" aria-label={words.region}>
      <p>{children}</p>
    </section>
  );
}
