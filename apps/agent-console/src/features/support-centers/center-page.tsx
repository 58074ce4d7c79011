import { supportCentersApi, themesApi, webFormsApi } from '@bureau/contracts';
import { can, useRoute, useSession } from '@bureau/client';
import { ErrorState, Link, Skeleton } from '@bureau/ui';
import { Tabs } from '@bureau/ui/parts';
import { AdminPage } from '../../pieces/admin-page/index.ts';
import type { AdminPageProps } from '../../pieces/admin-page/index.ts';
import { WebFormFields } from '../../pieces/web-form-fields/index.ts';
import { problemText } from '../../plain/problem-words.ts';
import { CenterForm } from './center-form.tsx';
import { CenterLogo } from './center-logo.tsx';
import { CenterTexts } from './center-texts.tsx';
import { TemplateEditor } from './template-editor.tsx';
import { TemplateTable } from './template-table.tsx';
import { centerWords as words } from './support-centers.words.ts';

type Tab = 'settings' | 'theme' | 'texts';

interface CenterPageProps extends Pick<AdminPageProps, 'query' | 'go'> {
  brandId: number;
}

/** One support center: its settings, its theme, its texts; or one template of the theme. */
export function CenterPage({ brandId, query, go }: CenterPageProps) {
  const session = useSession();
  const center = useRoute(supportCentersApi.read, { params: { brandId } });
  const mayTheme = can(session, themesApi.list);
  const mayChange = can(session, supportCentersApi.change);
  const show = (tab: Tab, more: Record<string, string> = {}) => go({ item: String(brandId), query: { tab, ...more } });
  const data = center.data;
  if (data && mayTheme && query['template']) {
    return <TemplateEditor center={data} template={query['template']} />;
  }
  return (
    <AdminPage
      isWide
      title={data?.name ?? words.one}
      lead={data && words.pageLead}
      back={{ label: words.title, href: '/admin/support-centers' }}
      action={data && <Link href={data.address}>{words.visit}</Link>}
    >
      {center.isPending && <Skeleton rows={8} />}
      {center.isError && (
        <ErrorState
          what={words.oneFailed}
          safe={words.safe}
          advice={problemText(center.error)}
          onRetry={() => void center.refetch()}
          isRetrying={center.isFetching}
        />
      )}
      {data && (
        <Tabs<Tab>
          label={data.name}
          selected={tabOf(query['tab'], mayTheme)}
          onChange={show}
          tabs={[
            {
              id: 'settings' as const,
              label: words.settings,
              content: (
                <div className="center-settings">
                  <CenterForm key={brandId} center={data} mayChange={mayChange} />
                  <CenterLogo center={data} mayChange={mayChange} />
                  <WebFormFields brandId={brandId} mayChange={can(session, webFormsApi.write)} />
                </div>
              ),
            },
            ...(mayTheme
              ? [
                  {
                    id: 'theme' as const,
                    label: words.theme,
                    content: <TemplateTable brandId={brandId} onOpen={(template) => show('theme', { template })} />,
                  },
                  { id: 'texts' as const, label: words.texts, content: <CenterTexts center={data} /> },
                ]
              : []),
          ]}
        />
      )}
    </AdminPage>
  );
}

function tabOf(tab: string | undefined, mayTheme: boolean): Tab {
  return mayTheme && (tab === 'theme' || tab === 'texts') ? tab : 'settings';
}
