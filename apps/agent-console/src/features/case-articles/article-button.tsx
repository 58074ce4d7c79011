import { articlesApi, casesApi } from '@bureau/contracts';
import type { Case } from '@bureau/contracts';
import { can, useSession } from '@bureau/client';
import { IconButton, useActions, useToasts } from '@bureau/ui';
import { Suspense, useState } from 'react';
import { useChangeCase } from '../../pieces/change-case/index.ts';
import { late } from '../../pieces/late/index.ts';
import { articleButtonWords as words } from './article-button.words.ts';

const ArticleDialog = late(
  () => import('./article-dialog.tsx'),
  (m) => m.ArticleDialog,
);

/** Opens the articles that can stand in an answer to a case. */
export function ArticleButton({ supportCase }: { supportCase: Case }) {
  const [isOpen, setOpen] = useState(false);
  const session = useSession();
  const toasts = useToasts();
  const { frozen } = useChangeCase(supportCase);
  const mayInsert = can(session, articlesApi.search) && can(session, casesApi.reply);
  const open = () => (frozen === null ? setOpen(true) : void toasts.show({ text: frozen }));
  const { section, insert: description, keywords } = words;
  useActions(
    mayInsert ? [{ id: 'case.articles', keys: 'b', section, description, icon: 'book', keywords, run: open }] : [],
  );
  if (!mayInsert) return null;
  return (
    <>
      <IconButton icon="book" size="small" label={words.insert} keys="b" onPress={open} />
      {isOpen && (
        <Suspense>
          <ArticleDialog supportCase={supportCase} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  );
}
