import './labels.css';
import type { AdminPageProps } from '../../pieces/admin-page/index.ts';
import { LabelPage } from './label-page.tsx';
import { LabelTable } from './label-table.tsx';

/** The labels of the desk: all of them in their order, or one to change. */
export function LabelsPage({ item, query, go }: AdminPageProps) {
  if (item === null) return <LabelTable typed={query.q ?? ''} go={go} />;
  return <LabelPage labelId={item === 'new' ? null : Number(item)} go={go} />;
}
