import { AdminPage } from '../pieces/admin-page/index.ts';
import { adminWords as words } from './admin.words.ts';

/** What an administrator sees first. */
export function AdminHome() {
  return (
    <AdminPage title={words.title} lead={words.lead}>
      {null}
    </AdminPage>
  );
}
