import { questionsApi } from '@bureau/contracts';
import { keyOf, useClient } from '@bureau/client';
import { useToasts } from '@bureau/ui';
import { useQueryClient } from '@tanstack/react-query';
import { problemText } from '../../plain/problem-words.ts';
import { questionsWords as words } from './questions.words.ts';

type Verdict = 'published' | 'rejected';

/** A question, or an answer. */
export interface JudgedPost {
  kind: 'question' | 'answer';
  id: number;
}

/** Publishes or rejects a post at once; the toast takes it back by saying the opposite. */
export function useJudgePost(): (post: JudgedPost, state: Verdict) => Promise<void> {
  const client = useClient();
  const queries = useQueryClient();
  const toasts = useToasts();
  const judge = async ({ kind, id }: JudgedPost, state: Verdict) => {
    await (kind === 'question'
      ? client.call(questionsApi.judge, { params: { questionId: id }, body: { state } })
      : client.call(questionsApi.judgeAnswer, { params: { answerId: id }, body: { state } }));
    await Promise.all(
      [questionsApi.waiting, questionsApi.ofCase].map((route) => queries.invalidateQueries({ queryKey: keyOf(route) })),
    );
  };
  const tell = (error: unknown) => toasts.show({ text: words.notDone, detail: problemText(error), tone: 'danger' });
  return async (post, state) => {
    const other: Verdict = state === 'published' ? 'rejected' : 'published';
    try {
      await judge(post, state);
      toasts.show({
        text: state === 'published' ? words.published : words.rejected,
        onUndo: () => void judge(post, other).catch(tell),
      });
    } catch (error) {
      tell(error);
    }
  };
}
