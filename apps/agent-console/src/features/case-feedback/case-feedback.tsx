import './case-feedback.css';
import { feedbackApi } from '@bureau/contracts';
import type { Case, Feedback } from '@bureau/contracts';
import { can, keyOf, useCommand, useRoute, useSession } from '@bureau/client';
import { ConfirmDialog, IconButton, useToasts } from '@bureau/ui';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { FeedbackEntry } from '../../pieces/rating/index.ts';
import { problemText } from '../../plain/problem-words.ts';
import { caseFeedbackWords as words } from './case-feedback.words.ts';

/** What the customer said of what was done; takes no place while he has said nothing. */
export function CaseFeedback({ supportCase }: { supportCase: Case }) {
  const caseId = supportCase.id;
  const feedback = useRoute(feedbackApi.ofCase, { params: { caseId } });
  const items = feedback.data?.items ?? [];
  if (items.length === 0) return null;
  return (
    <section className="case-feedback" aria-label={words.title}>
      <h3>{words.title}</h3>
      {items.map((one) => (
        <FeedbackEntry key={one.id} feedback={one} action={<Erase feedback={one} />} />
      ))}
    </section>
  );
}

function Erase({ feedback }: { feedback: Feedback }) {
  const session = useSession();
  const queries = useQueryClient();
  const toasts = useToasts();
  const [isAsking, setAsking] = useState(false);
  const erase = useCommand(feedbackApi.erase, {
    onSuccess: () => {
      toasts.show({ text: words.erased });
      return queries.invalidateQueries({ queryKey: keyOf(feedbackApi.ofCase) });
    },
    onError: (error) => void toasts.show({ text: words.notErased, detail: problemText(error), tone: 'danger' }),
  });
  if (feedback.comment === '' || !can(session, feedbackApi.erase)) return null;
  return (
    <>
      <IconButton icon="trash" size="small" label={words.erase} onPress={() => setAsking(true)} />
      <ConfirmDialog
        isOpen={isAsking}
        title={words.eraseTitle}
        losses={[words.eraseLoss]}
        confirmLabel={words.erase}
        onClose={() => setAsking(false)}
        onConfirm={() => {
          setAsking(false);
          erase.mutate({ params: { feedbackId: feedback.id } });
        }}
      />
    </>
  );
}
