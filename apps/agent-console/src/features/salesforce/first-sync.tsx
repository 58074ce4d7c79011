import { FirstSyncFate } from '@bureau/contracts';
import type { FirstSync, FirstSyncProgress } from '@bureau/contracts';
import { Badge, Banner, Button, ConfirmDialog, ProgressBar, Skeleton } from '@bureau/ui';
import type { BannerTone, Tone } from '@bureau/ui';
import { DataTable } from '@bureau/ui/parts';
import type { Column } from '@bureau/ui/parts';
import { useState } from 'react';
import { formatNumber } from '../../language/format.ts';
import { sentenceInWords } from '../../language/sentences.ts';
import { AdminSection } from '../../pieces/admin-page/index.ts';
import { firstSyncWords as words } from './first-sync.words.ts';
import { FirstSyncRows } from './first-sync-rows.tsx';
import { LoadState } from './load-state.tsx';
import { objectWords } from './salesforce-objects.words.ts';
import { useFirstSync, useFirstSyncCommands } from './use-first-sync.ts';

/** What both sides had before they were kept in step: first what would happen, then how far it is. */
export function FirstSyncTab() {
  const run = useFirstSync();
  const firstSync = run.data?.firstSync ?? null;
  return (
    <div className="salesforce-overview">
      <AdminSection title={words.title} lead={words.lead} action={run.data && <Deeds firstSync={firstSync} />}>
        {!firstSync && <LoadState of={run} failed={words.loadFailed} empty={words.none} icon="refresh" />}
        {firstSync && <HowFar firstSync={firstSync} />}
      </AdminSection>
      {firstSync && firstSync.state !== 'dry-run' && <FirstSyncRows key={firstSync.phase} firstSync={firstSync} />}
    </div>
  );
}

const BUSY: readonly FirstSync['state'][] = ['dry-run', 'running', 'waiting'];

function Deeds({ firstSync }: { firstSync: FirstSync | null }) {
  const { dryRun, start, stop, isPending } = useFirstSyncCommands();
  const [asks, setAsks] = useState(false);
  if (!firstSync) {
    return (
      <Button variant="primary" isPending={isPending} onPress={dryRun}>
        {words.begin}
      </Button>
    );
  }
  const { state } = firstSync;
  if (BUSY.includes(state)) {
    return (
      <Button isPending={isPending} onPress={stop}>
        {words.stop}
      </Button>
    );
  }
  return (
    <>
      <Button isPending={isPending} onPress={dryRun}>
        {words.again}
      </Button>
      {state === 'previewed' && (
        <Button variant="primary" isPending={isPending} onPress={() => setAsks(true)}>
          {words.synchronise}
        </Button>
      )}
      {(state === 'stopped' || state === 'failed') && (
        <Button variant="primary" isPending={isPending} onPress={start}>
          {words.goOn}
        </Button>
      )}
      <ConfirmDialog
        isOpen={asks}
        onClose={() => setAsks(false)}
        title={words.sure}
        losses={[]}
        variant="primary"
        confirmLabel={words.synchronise}
        onConfirm={() => {
          setAsks(false);
          start();
        }}
      >
        {words.sureText(formatNumber(changesOf(firstSync)))}
      </ConfirmDialog>
    </>
  );
}

/** Records that are made or changed on either side. */
function changesOf({ objects }: FirstSync): number {
  const fates = ['create-in-salesforce', 'create-in-desk', 'match', 'update'] as const;
  return objects.reduce((sum, { planned }) => sum + fates.reduce((part, fate) => part + planned[fate], 0), 0);
}

const tones: Partial<Record<FirstSync['state'], Tone>> = { waiting: 'caution', failed: 'danger', done: 'positive' };

function HowFar({ firstSync }: { firstSync: FirstSync }) {
  const { state, objects, calls } = firstSync;
  const isAtWork = BUSY.includes(state);
  const hasFailed = objects.some(({ done }) => done.failed > 0);
  return (
    <>
      <p className="salesforce-deeds">
        <Badge tone={tones[state] ?? 'neutral'}>{words.states[state]}</Badge>
        <span className="salesforce-quiet">{words.calls(formatNumber(calls))}</span>
      </p>
      <State firstSync={firstSync} />
      {hasFailed && <Banner tone="caution">{words.problemsAt}</Banner>}
      {state !== 'previewed' &&
        state !== 'done' &&
        objects.map(({ object, seen, total }) => (
          <ProgressBar
            key={object}
            label={objectWords.objects[object]}
            value={seen}
            max={Math.max(1, total)}
            valueLabel={total === 0 && isAtWork ? words.counting : words.of(formatNumber(seen), formatNumber(total))}
          />
        ))}
      {objects.length === 0 && isAtWork && <Skeleton rows={3} />}
      {objects.length > 0 && (
        <DataTable
          caption={words.counts}
          isCaptionHidden
          columns={columnsOf(firstSync)}
          rows={FirstSyncFate.options}
          rowId={(fate) => fate}
        />
      )}
    </>
  );
}

function State({ firstSync: { state, reason } }: { firstSync: FirstSync }) {
  const said: Partial<Record<FirstSync['state'], [BannerTone, string]>> = {
    previewed: ['accent', words.previewed],
    done: ['positive', words.done],
    waiting: ['caution', sentenceInWords(reason)],
    failed: ['danger', sentenceInWords(reason)],
    stopped: ['accent', words.stopped],
  };
  const [tone, text] = said[state] ?? [];
  return text ? <Banner tone={tone}>{text}</Banner> : null;
}

/** One row a fate, so that it is not wider than a phone. */
function columnsOf({ objects, phase }: FirstSync): Column<FirstSyncFate>[] {
  const counted = (progress: FirstSyncProgress) => (phase === 'preview' ? progress.planned : progress.done);
  return [
    { id: 'fate', header: words.fate[phase], cell: (fate) => words.fates[fate] },
    ...objects.map((progress): Column<FirstSyncFate> => ({
      id: progress.object,
      header: objectWords.objects[progress.object],
      align: 'end',
      cell: (fate) => formatNumber(counted(progress)[fate]),
    })),
  ];
}
