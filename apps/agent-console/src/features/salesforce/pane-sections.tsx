import { rolesApi, salesforcePaneApi } from '@bureau/contracts';
import type { PaneSection } from '@bureau/contracts';
import { useRoute } from '@bureau/client';
import { Button, Skeleton } from '@bureau/ui';
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
  const objects = useRoute(salesforcePaneApi.objects, {});
  const [open, setOpen] = useState<PaneSection | 'new' | null>(null);
  const named = new Map((roles.data?.items ?? []).map(({ id, name }) => [id, name]));
  const labels = new Map((objects.data?.items ?? []).map(({ name, label }) => [name, label]));
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
        columns={columnsWith(named, labels)}
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

/** As Salesforce calls its fields; by their API names while it cannot be asked. */
function Fields({ section: { salesforceObject, fields } }: { section: PaneSection }) {
  const known = useRoute(salesforcePaneApi.fields, { params: { salesforceObject } });
  if (known.isPending) return <Skeleton rows={1} />;
  const labels = new Map((known.data?.items ?? []).map(({ path, label }) => [path, label]));
  return fields.map((path) => labels.get(path) ?? path).join(', ');
}

function columnsWith(roles: ReadonlyMap<number, string>, labels: ReadonlyMap<string, string>): Column<PaneSection>[] {
  return [
    { id: 'label', header: words.section, width: '24%', cell: ({ label }) => label },
    {
      id: 'object',
      header: words.object,
      width: '18%',
      cell: ({ salesforceObject }) => labels.get(salesforceObject) ?? salesforceObject,
    },
    { id: 'fields', header: words.fields, isExtra: true, cell: (section) => <Fields section={section} /> },
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
