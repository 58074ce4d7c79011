import './questions.css';
import { questionsApi } from '@bureau/contracts';
import type { Case, Question, QuestionAnswer } from '@bureau/contracts';
import { can, keyOf, useCommand, useRoute, useSession } from '@bureau/client';
import { Badge, Button, TextArea, useToasts } from '@bureau/ui';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { problemText } from '../../plain/problem-words.ts';
import { questionsWords as words } from './questions.words.ts';
import { useJudgePost } from './use-judge-post.ts';

/** The public side of a case: the question, what the community said, and a way to answer for everybody to see. */
export function CaseQuestion({ supportCase }: { supportCase: Case }) {
  const asked = useRoute(questionsApi.ofCase, { params: { caseId: supportCase.id } });
  const question = asked.data?.question;
  if (!question) return null;
  return (
    <section className="case-question" aria-label={words.public}>
      <h3>{words.public}</h3>
      <p className="question-state">
        <Badge tone={question.state === 'published' ? 'positive' : 'neutral'}>{words.states[question.state]}</Badge>
        {question.closedAt !== null && <Badge>{words.closed}</Badge>}
        {question.topic && <span className="question-quiet">{question.topic.name}</span>}
      </p>
      <Moderation question={question} />
      <p className="question-quiet">{words.answers(question.answers.length)}</p>
      <ul className="question-answers">
        {question.answers.map((answer) => (
          <li key={answer.id}>
            <Answer answer={answer} question={question} />
          </li>
        ))}
      </ul>
      {question.closedAt === null && <PublicAnswer question={question} sequence={supportCase.sequence} />}
    </section>
  );
}

function Moderation({ question }: { question: Question }) {
  const session = useSession();
  const judge = useJudgePost();
  const change = useQuestionCommand(questionsApi.close);
  if (!can(session, questionsApi.judge)) return null;
  const post = { kind: 'question', id: question.id } as const;
  const isClosed = question.closedAt !== null;
  const params = { questionId: question.id };
  return (
    <p className="question-actions">
      {question.state !== 'published' && (
        <Button size="small" variant="primary" onPress={() => void judge(post, 'published')}>
          {words.publish}
        </Button>
      )}
      {question.state !== 'rejected' && (
        <Button size="small" onPress={() => void judge(post, 'rejected')}>
          {words.reject}
        </Button>
      )}
      <Button size="small" onPress={() => change.mutate({ params, body: { closed: !isClosed } })}>
        {isClosed ? words.reopen : words.close}
      </Button>
    </p>
  );
}

function Answer({ answer, question }: { answer: QuestionAnswer; question: Question }) {
  const session = useSession();
  const judge = useJudgePost();
  const choose = useQuestionCommand(questionsApi.choose);
  const post = { kind: 'answer', id: answer.id } as const;
  const isBest = question.bestAnswerId === answer.id;
  const params = { questionId: question.id };
  return (
    <>
      <p className="question-state">
        <strong>{answer.authorName}</strong>
        {answer.byAgent && <Badge>{words.ours}</Badge>}
        {isBest && <Badge tone="positive">{words.best}</Badge>}
        {answer.state !== 'published' && <Badge>{words.states[answer.state]}</Badge>}
      </p>
      <p className="question-text">{answer.text}</p>
      {answer.up + answer.down > 0 && <p className="question-quiet">{words.helpful(answer.up, answer.down)}</p>}
      {can(session, questionsApi.judge) && (
        <p className="question-actions">
          {answer.state !== 'published' ? (
            <Button size="small" onPress={() => void judge(post, 'published')}>
              {words.publish}
            </Button>
          ) : (
            <Button
              size="small"
              onPress={() => choose.mutate({ params, body: { answerId: isBest ? null : answer.id } })}
            >
              {isBest ? words.unchoose : words.choose}
            </Button>
          )}
          {answer.state !== 'rejected' && (
            <Button size="small" variant="quiet" onPress={() => void judge(post, 'rejected')}>
              {words.reject}
            </Button>
          )}
        </p>
      )}
    </>
  );
}

/** What was typed stays until it is posted. */
function PublicAnswer({ question, sequence }: { question: Question; sequence: number }) {
  const session = useSession();
  const toasts = useToasts();
  const [text, setText] = useState('');
  const post = useQuestionCommand(questionsApi.answer, words.notPosted);
  if (!can(session, questionsApi.answer)) return null;
  const send = () =>
    post.mutate(
      { params: { questionId: question.id }, body: { text, sequence } },
      {
        onSuccess: () => {
          setText('');
          toasts.show({ text: words.posted, tone: 'positive' });
        },
      },
    );
  return (
    <div className="question-write">
      <TextArea label={words.write} help={words.writeHelp} rows={4} maxLength={5000} value={text} onChange={setText} />
      <Button size="small" isDisabled={text.trim() === ''} isPending={post.isPending} onPress={send}>
        {words.post}
      </Button>
    </div>
  );
}

type QuestionCommand = typeof questionsApi.close | typeof questionsApi.choose | typeof questionsApi.answer;

/** A change of a question: read again when it is done, told when it was refused. */
function useQuestionCommand<R extends QuestionCommand>(route: R, refused: string = words.notDone) {
  const queries = useQueryClient();
  const toasts = useToasts();
  return useCommand(route, {
    onSuccess: () => queries.invalidateQueries({ queryKey: keyOf(questionsApi.ofCase) }),
    onError: (error) => void toasts.show({ text: refused, detail: problemText(error), tone: 'danger' }),
  });
}
