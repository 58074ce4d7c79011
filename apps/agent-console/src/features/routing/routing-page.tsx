import './routing-page.css';
import { Tabs } from '@bureau/ui/parts';
import { AdminPage } from '../../pieces/admin-page/index.ts';
import type { AdminPageProps } from '../../pieces/admin-page/index.ts';
import { RoutingBoardView } from './routing-board.tsx';
import { routingPageWords as words } from './routing-page.words.ts';
import { RoutingSettingsForm } from './routing-settings.tsx';

/** Who is given cases, what waits and why; and how it is set. */
export function RoutingPage({ query, go }: AdminPageProps) {
  const selected = query.tab === 'settings' ? 'settings' : 'board';
  return (
    <AdminPage title={words.title} lead={words.lead} isWide>
      <Tabs
        label={words.faces}
        selected={selected}
        onChange={(tab) => go({ query: tab === 'board' ? {} : { tab }, replace: true })}
        tabs={[
          { id: 'board', label: words.board, content: <RoutingBoardView /> },
          { id: 'settings', label: words.settings, content: <RoutingSettingsForm /> },
        ]}
      />
    </AdminPage>
  );
}
