import type { Permission, Route } from '@bureau/contracts';
import type { IconName } from '@bureau/ui';
import type { ComponentType } from 'react';
import type { AdminPageProps } from '../pieces/admin-page/index.ts';
import type { adminWords } from './admin.words.ts';

export type AdminSectionId = keyof typeof adminWords.sections;

/** A page of the administration: where it stands in the navigation, who sees it, and how it is loaded. */
export interface AdminPlace {
  /** Its word in the address: `/admin/ID`. */
  id: string;
  section: AdminSectionId;
  label: string;
  icon: IconName;
  /** Whoever may call this route sees the page. */
  route: Route;
  /** Besides: a permission that the route itself does not ask for, because others may do less with it. */
  needs?: Permission;
  page: ComponentType<AdminPageProps>;
}
