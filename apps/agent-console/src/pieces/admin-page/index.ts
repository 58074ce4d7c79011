export { AdminPage, AdminSection, PageSkeleton } from './admin-page.tsx';
export type { AdminPageFrameProps, AdminPageProps, AdminSectionProps } from './admin-page.tsx';
