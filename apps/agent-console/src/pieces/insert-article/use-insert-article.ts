import { articlesApi } from '@bureau/contracts';
import type { InsertedArticle } from '@bureau/contracts';
import { useClient } from '@bureau/client';
import { useToasts } from '@bureau/ui';
import { problemText } from '../../plain/problem-words.ts';
import { askComposer } from '../composer-wishes.ts';
import { asHtml, linkHtml } from './as-html.ts';
import { insertArticleWords as words } from './insert-article.words.ts';

/** The article itself, or only the way to its page. */
export type InsertedAs = 'text' | 'link';

/**
 * Puts an article where the cursor stands in the answer to a case, in the form of its channel and the language of its
 * customer. False: it was not inserted, and it is said why.
 */
export function useInsertArticle(caseId: number): (articleId: number, as: InsertedAs) => Promise<boolean> {
  const client = useClient();
  const toasts = useToasts();
  return async (articleId, as) => {
    try {
      const article: InsertedArticle = await client.call(articlesApi.insert, {
        params: { articleId },
        body: { caseId },
      });
      if (as === 'link' && article.url === null) {
        toasts.show({ text: words.noLink, tone: 'danger' });
        return false;
      }
      const html = as === 'link' ? linkHtml(article) : asHtml(article);
      const missing = as === 'text' ? article.missing : [];
      const onTaken = (takeBack: () => void) =>
        void toasts.show({ text: words.inserted(article.subject), onUndo: takeBack });
      askComposer(caseId, { kind: 'insert', html, subject: null, status: null, missing, onTaken });
      return true;
    } catch (error) {
      toasts.show({ text: words.failed, detail: problemText(error), tone: 'danger' });
      return false;
    }
  };
}
