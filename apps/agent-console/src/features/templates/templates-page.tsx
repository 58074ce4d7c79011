import './templates.css';
import { TemplateKind } from '@bureau/contracts';
import { EmptyState } from '@bureau/ui';
import { AdminPage } from '../../pieces/admin-page/index.ts';
import type { AdminPageProps } from '../../pieces/admin-page/index.ts';
import { SignaturePage } from './signature-page.tsx';
import { TemplatePage } from './template-page.tsx';
import { TemplateTables } from './template-tables.tsx';
import { templatesWords as words } from './templates.words.ts';

/** Templates and signatures: all of them, or one to write. */
export function TemplatesPage({ item, query, go }: AdminPageProps) {
  if (item === null) return <TemplateTables go={go} />;
  const brandId = query.brand === undefined ? null : Number(query.brand);
  if (item === 'signature' && brandId !== null) return <SignaturePage brandId={brandId} />;
  const kind = TemplateKind.options.find((one) => one === item);
  if (kind) return <TemplatePage kind={kind} brandId={brandId} />;
  return (
    <AdminPage title={words.title} back={{ label: words.back, href: '/admin/templates' }}>
      <EmptyState icon="mail">{words.gone}</EmptyState>
    </AdminPage>
  );
}
