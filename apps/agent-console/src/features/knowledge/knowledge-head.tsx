import { can, useSession } from '@bureau/client';
import { articlesApi, topicsApi } from '@bureau/contracts';
import { Button, Link } from '@bureau/ui';
import type { ReactNode } from 'react';
import { AdminPage } from '../../pieces/admin-page/index.ts';
import type { AdminPageProps } from '../../pieces/admin-page/index.ts';
import { knowledgeWords as words } from './knowledge.words.ts';

export type Face = 'articles' | 'topics' | 'reports';

const faces: readonly { id: Face; href: string }[] = [
  { id: 'articles', href: '/articles' },
  { id: 'topics', href: '/articles/topics' },
  { id: 'reports', href: '/articles/reports' },
];

export interface KnowledgeHeadProps {
  current: Face;
  go: AdminPageProps['go'];
  children: ReactNode;
}

/** The frame of the three faces of the knowledge base, and what can be begun on each. */
export function KnowledgeHead({ current, go, children }: KnowledgeHeadProps) {
  return (
    <AdminPage
      title={words.titles[current]}
      lead={words.leads[current]}
      action={<Begin current={current} go={go} />}
      isWide
    >
      <nav className="knowledge-faces" aria-label={words.faces}>
        {faces.map(({ id, href }) => (
          <Link key={id} href={href} quiet aria-current={id === current ? 'page' : undefined}>
            {words.titles[id]}
          </Link>
        ))}
      </nav>
      {children}
    </AdminPage>
  );
}

function Begin({ current, go }: Pick<KnowledgeHeadProps, 'current' | 'go'>) {
  const session = useSession();
  const [route, item, label] =
    current === 'topics'
      ? ([topicsApi.create, 'new-topic', words.newTopic] as const)
      : ([articlesApi.create, 'new', words.newArticle] as const);
  if (current === 'reports' || !can(session, route)) return null;
  return (
    <Button variant="primary" icon="plus" onPress={() => go({ item })}>
      {label}
    </Button>
  );
}
