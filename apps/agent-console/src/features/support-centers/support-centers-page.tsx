import './support-centers.css';
import type { AdminPageProps } from '../../pieces/admin-page/index.ts';
import { CenterPage } from './center-page.tsx';
import { CenterTable } from './center-table.tsx';

/** The support centers: all of them, or one with its settings, its theme and its texts. */
export function SupportCentersPage({ item, query, go }: AdminPageProps) {
  if (item === null) return <CenterTable go={go} />;
  return <CenterPage key={item} brandId={Number(item)} query={query} go={go} />;
}
