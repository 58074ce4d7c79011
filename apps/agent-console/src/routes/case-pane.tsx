import { casesApi, usersApi } from '@bureau/contracts';
import type { Case } from '@bureau/contracts';
import { isProblem, usePresence, useRoute, useSession } from '@bureau/client';
import { ErrorState, IconButton, PresenceMark, Skeleton, usePanes } from '@bureau/ui';
import { useEffect, useState } from 'react';
import { useLiveCase } from '../app/live.tsx';
import { words } from '../app/words.ts';
import { CaseFeed, useFeed } from '../features/case-feed/index.ts';
import { CaseProperties, LabelStrip } from '../features/case-properties/index.ts';
import { Composer, outgoingMessage, useUndoSend } from '../features/composer/index.ts';
import type { Writing } from '../features/composer/index.ts';
import { SuggestedBanner } from '../features/intake/index.ts';
import { othersOf } from './presence.ts';

/** One case: head, what was said and done, and the reply. */
export function CasePane({ caseId, onLeave }: { caseId: number; onLeave: () => void }) {
  useLiveCase(caseId);
  const supportCase = useRoute(casesApi.get, { params: { caseId } });
  if (supportCase.data) return <OpenedCase supportCase={supportCase.data} onLeave={onLeave} />;
  if (supportCase.isPending) return <Skeleton rows={8} shape="text" />;
  const isMissing = isProblem(supportCase.error, 'case.not-found');
  return (
    <ErrorState
      what={isMissing ? words.caseMissing : words.caseFailed}
      safe={isMissing ? undefined : words.caseSafe}
      onRetry={isMissing ? undefined : () => void supportCase.refetch()}
      isRetrying={supportCase.isFetching}
    />
  );
}

function OpenedCase({ supportCase, onLeave }: { supportCase: Case; onLeave: () => void }) {
  const { user } = useSession();
  const feed = useFeed(supportCase.id);
  const [isWriting, setWriting] = useState(false);
  const [sent, setSent] = useState<Writing | null>(null);
  const [revision, setRevision] = useState(0);
  const undo = useUndoSend(supportCase.id, () => setRevision((number) => number + 1));
  const presence = useOthers(supportCase.id, isWriting);
  useEffect(() => {
    document.title = `#${supportCase.id} ${supportCase.subject} · ${words.product}`;
  }, [supportCase.id, supportCase.subject]);
  return (
    <div className="case">
      <CaseHead supportCase={supportCase} presence={presence} />
      {supportCase.suggestedCount > 0 && (
        <SuggestedBanner caseId={supportCase.id} hrefOf={(intakeId) => `/intake/${intakeId}`} />
      )}
      <CaseFeed
        supportCase={supportCase}
        feed={feed}
        outgoing={sent && outgoingMessage(sent, supportCase, user)}
        onUndo={(deliveryId) => void undo(deliveryId)}
      />
      {presence && <PresenceMark kind="writing" names={presence.writing} />}
      {feed.isComplete && (
        <Composer
          supportCase={supportCase}
          feed={feed.items}
          revision={revision}
          onUndo={(deliveryId) => void undo(deliveryId)}
          onSending={setSent}
          onWriting={setWriting}
          onLeave={onLeave}
        />
      )}
    </div>
  );
}

function useOthers(caseId: number, isWriting: boolean) {
  const { user } = useSession();
  const users = useRoute(usersApi.list, {});
  const people = usePresence(caseId, isWriting ? 'writing' : 'viewing');
  return othersOf(people, users.data?.items ?? [], user.id);
}

function CaseHead({ supportCase, presence }: { supportCase: Case; presence: ReturnType<typeof othersOf> }) {
  const { collapsed, open } = usePanes();
  return (
    <header className="case-head">
      <div className="case-title">
        <span className="case-number bu-figures">#{supportCase.id}</span>
        <h1 className="bu-truncate" title={supportCase.subject}>
          {supportCase.subject || words.noSubject}
        </h1>
        {presence && <PresenceMark kind="viewing" names={presence.viewing} />}
        {collapsed.includes('context') && (
          <IconButton icon="user" label={words.showCustomer} onPress={() => open('context')} />
        )}
      </div>
      <CaseProperties supportCase={supportCase} />
      <LabelStrip supportCase={supportCase} />
    </header>
  );
}
