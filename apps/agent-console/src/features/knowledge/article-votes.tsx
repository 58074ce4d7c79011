import { articlesApi } from '@bureau/contracts';
import type { Article } from '@bureau/contracts';
import { usePages } from '@bureau/client';
import { Button, RelativeTime } from '@bureau/ui';
import { useId } from 'react';
import { knowledgeWords as words } from './knowledge.words.ts';

/** How readers received an article: how many it helped, and what they wrote. */
export function ArticleVotes({ article }: { article: Article }) {
  const id = useId();
  const { helpful, notHelpful, views } = article;
  const votes = usePages(
    articlesApi.votes,
    { params: { articleId: article.id }, query: {} },
    { enabled: helpful + notHelpful > 0 },
  );
  const said = votes.items.filter(({ comment }) => comment !== '');
  return (
    <section className="article-part" aria-labelledby={id}>
      <h2 id={id}>{words.reception}</h2>
      <p className="knowledge-quiet">
        {words.viewed(views)}{' '}
        {helpful + notHelpful === 0 ? words.noVotes : words.helpfulOf(helpful, helpful + notHelpful)}
      </p>
      <ul className="article-comments">
        {said.map((vote) => (
          <li key={vote.id}>
            <p>{vote.comment}</p>
            <span className="knowledge-quiet">
              {vote.helpful ? words.helped : words.didNotHelp} · <RelativeTime at={vote.at} show="ago" />
            </span>
          </li>
        ))}
      </ul>
      {votes.hasNextPage && (
        <Button size="small" isPending={votes.isFetchingNextPage} onPress={() => void votes.fetchNextPage()}>
          {words.more}
        </Button>
      )}
    </section>
  );
}
