import './questions.css';
import { QuestionModeration, questionsApi } from '@bureau/contracts';
import type { WaitingPost } from '@bureau/contracts';
import { keyOf, useCommand, usePages, useRoute } from '@bureau/client';
import { Badge, Button, EmptyState, ErrorState, Link, RelativeTime, Select, Skeleton, useToasts } from '@bureau/ui';
import { useQueryClient } from '@tanstack/react-query';
import { AdminPage } from '../../pieces/admin-page/index.ts';
import { problemText } from '../../plain/problem-words.ts';
import { questionsWords as words } from './questions.words.ts';
import { useJudgePost } from './use-judge-post.ts';

/** What waits to be read before it is on the pages, and whose posts wait at all. */
export function QuestionsPage() {
  const posts = usePages(questionsApi.waiting, { query: {} });
  return (
    <AdminPage title={words.title} lead={words.lead}>
      {posts.isPending && <Skeleton rows={4} />}
      {posts.isError && (
        <ErrorState
          what={words.failed}
          safe={words.safe}
          advice={problemText(posts.error)}
          onRetry={() => void posts.refetch()}
          isRetrying={posts.isFetching}
        />
      )}
      {posts.isSuccess && posts.items.length === 0 && <EmptyState icon="check">{words.none}</EmptyState>}
      {posts.items.length > 0 && (
        <ul className="question-posts" aria-label={words.waiting}>
          {posts.items.map((post) => (
            <li key={`${post.kind} ${post.id}`}>
              <Post post={post} />
            </li>
          ))}
        </ul>
      )}
      {posts.hasNextPage && (
        <Button size="small" isPending={posts.isFetchingNextPage} onPress={() => void posts.fetchNextPage()}>
          {words.more}
        </Button>
      )}
      <Settings />
    </AdminPage>
  );
}

function Post({ post }: { post: WaitingPost }) {
  const judge = useJudgePost();
  return (
    <article>
      <header>
        <Badge>{post.kind === 'question' ? words.question : words.answer}</Badge>
        <strong>{post.subject}</strong>
      </header>
      <p className="question-text">{post.text}</p>
      <footer>
        <span className="question-quiet">
          {post.authorName} · {post.isKnown ? words.known : words.guest} · {post.brand.name} ·{' '}
          <RelativeTime at={post.createdAt} /> ·{' '}
          <Link href={`/cases/inbox/${post.caseId}`}>{words.openCase(post.caseId)}</Link>
        </span>
        <span className="question-actions">
          <Button size="small" onPress={() => void judge(post, 'rejected')}>
            {words.reject}
          </Button>
          <Button size="small" variant="primary" onPress={() => void judge(post, 'published')}>
            {words.publish}
          </Button>
        </span>
      </footer>
    </article>
  );
}

function Settings() {
  const queries = useQueryClient();
  const toasts = useToasts();
  const settings = useRoute(questionsApi.settings, {});
  const change = useCommand(questionsApi.changeSettings, {
    onSuccess: () => queries.invalidateQueries({ queryKey: keyOf(questionsApi.settings) }),
    onError: (error) => void toasts.show({ text: words.notDone, detail: problemText(error), tone: 'danger' }),
  });
  if (!settings.data) return null;
  return (
    <section className="question-settings">
      <h2>{words.settings}</h2>
      <p className="question-quiet">{words.settingsLead}</p>
      {settings.data.items.map(({ brand, moderation }) => (
        <Select
          key={brand.id}
          label={brand.name}
          choices={QuestionModeration.options.map((id) => ({ id, label: words.moderation[id] }))}
          value={moderation}
          onChange={(chosen) =>
            change.mutate(
              { params: { brandId: brand.id }, body: { moderation: chosen } },
              { onSuccess: () => void toasts.show({ text: words.saved(brand.name), tone: 'positive' }) },
            )
          }
        />
      ))}
    </section>
  );
}
