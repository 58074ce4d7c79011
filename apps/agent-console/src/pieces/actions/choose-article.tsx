import { articlesApi } from '@bureau/contracts';
import { can, useRoute, useSession } from '@bureau/client';
import { ComboBox } from '@bureau/ui/parts';
import { actionsFieldWords as words } from './actions.words.ts';
import { UNCHOSEN } from './new-action.ts';

interface ChooseArticleProps {
  value: number;
  error: string | undefined;
  onChange: (articleId: number) => void;
}

const OFFERED = '100';

/** One of the articles that may be sent to customers. */
export function ChooseArticle({ value, error, onChange }: ChooseArticleProps) {
  const session = useSession();
  const query = { limit: OFFERED, sort: 'subject', state: 'published' } as const;
  const list = useRoute(articlesApi.list, { query }, { enabled: can(session, articlesApi.list) });
  const articles = list.data?.items ?? [];
  return (
    <ComboBox
      key={list.data ? 'known' : 'unknown'}
      aria-label={words.article}
      {...(list.data && articles.length === 0 ? { placeholder: words.noArticles } : {})}
      choices={articles.map(({ id, subject }) => ({ id: String(id), label: subject }))}
      value={value === UNCHOSEN ? null : String(value)}
      {...(error ? { error: value === UNCHOSEN ? words.choose.articleId : error } : {})}
      onChange={(id) => onChange(id === null ? UNCHOSEN : Number(id))}
    />
  );
}
