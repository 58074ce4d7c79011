import './brands.css';
import type { AdminPageProps } from '../../pieces/admin-page/index.ts';
import { BrandPage } from './brand-page.tsx';
import { BrandTable } from './brand-table.tsx';
import { NewBrand } from './new-brand.tsx';

/** The faces of the company: all of them, or one to change. */
export function BrandsPage({ item, go }: AdminPageProps) {
  if (item === null) return <BrandTable go={go} />;
  if (item === 'new') return <NewBrand go={go} />;
  return <BrandPage key={item} brandId={Number(item)} go={go} />;
}
