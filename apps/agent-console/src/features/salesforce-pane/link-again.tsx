import { salesforceLinksApi } from '@bureau/contracts';
import type { LinkDifference, LinkPreview, NamedRecords } from '@bureau/contracts';
import { useRoute } from '@bureau/client';
import { Badge, Banner, Button, Dialog, Skeleton } from '@bureau/ui';
import { problemText } from '../../plain/problem-words.ts';
import { nameOfField, SyncedValue } from '../../pieces/synced-fields/index.ts';
import type { RecordOfDesk } from './record-of-desk.ts';
import { salesforcePaneWords } from './salesforce-pane.words.ts';

const words = salesforcePaneWords.linkAgain;

interface LinkAgainProps {
  record: RecordOfDesk;
  onLink: () => void;
  onClose: () => void;
}

/** Before two records are joined again: what would change, and on which side. */
export function LinkAgain({ record: params, onLink, onClose }: LinkAgainProps) {
  const preview = useRoute(salesforceLinksApi.preview, { params, query: {} });
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={words.title}
      actions={
        <>
          <Button onPress={onClose}>{words.cancel}</Button>
          <Button variant="primary" isDisabled={!preview.data} onPress={onLink}>
            {words.confirm}
          </Button>
        </>
      }
    >
      {preview.isPending && <Skeleton rows={3} />}
      {preview.isError && <Banner tone="danger">{problemText(preview.error)}</Banner>}
      {preview.data && <Changes preview={preview.data} />}
    </Dialog>
  );
}

function Changes({ preview: { name, differences, records } }: { preview: LinkPreview }) {
  if (differences.length === 0) return <p className="salesforce-link-lead">{words.same(name)}</p>;
  return (
    <>
      <p className="salesforce-link-lead">{words.lead(name)}</p>
      <ul className="salesforce-link-changes">
        {differences.map((difference) => (
          <Change key={difference.field} difference={difference} records={records} />
        ))}
      </ul>
    </>
  );
}

function Change({ difference, records }: { difference: LinkDifference; records: NamedRecords }) {
  const { field, label, deskValue, salesforceValue, wins } = difference;
  const sides = [
    { side: 'salesforce', value: salesforceValue },
    { side: 'desk', value: deskValue },
  ] as const;
  return (
    <li>
      <strong>{nameOfField(field, label)}</strong>
      <dl>
        {sides.map(({ side, value }) => (
          <div key={side}>
            <dt>
              {words[side]} {wins === side && <Badge tone="positive">{words.stays}</Badge>}
            </dt>
            <dd>
              <SyncedValue {...{ field, records, value }} />
            </dd>
          </div>
        ))}
      </dl>
    </li>
  );
}
