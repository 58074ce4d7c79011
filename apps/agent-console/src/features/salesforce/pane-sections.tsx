import { rolesApi, salesforcePaneApi } from '@bureau/contracts';
import type { PaneSection } from '@bureau/contracts';
import { useRoute } from '@bureau/client';
import { Button } from '@bureau/ui';
import { DataTable } from '@bureau/ui/parts';
import type { Column } from '@bureau/ui/parts';
import { useState } from 'react';
import { formatList } from '../../language/format.ts';
import { AdminSection } from '../../pieces/admin-page/index.ts';
import { LoadState } from './load-state.tsx';
import { SectionDialog } from './section-dialog.tsx';
import { sectionWords as words } from './salesforce-sections.words.ts';

/** What people see of Salesforce beside a case, and which roles see it. */
export function PaneSections() {
  const sections = useRoute(salesforcePaneApi.sections, {});
  const roles = useRoute(rolesApi.list, {});
  const [open, setOpen] = useState<PaneSection | 'new' | null>(null);
  const named = new Map((roles.data?.items ?? []).map(({ id, name }) => [id, name]));
  return (
    <AdminSection
      title={words.title}
      lead={words.lead}
      action={
        <Button icon="plus" onPress={() => setOpen('new')}>
          {words.add}
        </Button>
      }
    >
      <DataTable
        caption={words.caption}
        isCaptionHidden
        columns={columnsWith(named)}
        rows={sections.data?.items ?? []}
        rowId={({ id }) => String(id)}
        onOpen={setOpen}
      >
        <LoadState of={sections} failed={words.failed} empty={words.empty} />
      </DataTable>
      {open !== null && (
        <SectionDialog
          section={open === 'new' ? null : open}
          roles={roles.data?.items ?? []}
          onClose={() => setOpen(null)}
        />
      )}
    </AdminSection>
  );
}

function columnsWith(roles: ReadonlyMap<number, string>): Column<PaneSection>[] {
  return [
    { id: 'label', header: words.section, width: '24%', cell: ({ label }) => label },
    { id: 'object', header: words.object, width: '18%', cell: ({ salesforceObject }) => salesforceObject },
    { id: 'fields', header: words.fields, isExtra: true, cell: ({ fields }) => fields.join(', ') },
    {
      id: 'roles',
      header: words.seenBy,
      width: '24%',
      isExtra: true,
      cell: ({ roleIds }) =>
        roleIds === null ? words.everyRole : formatList(roleIds.flatMap((id) => roles.get(id) ?? [])),
    },
  ];
}
