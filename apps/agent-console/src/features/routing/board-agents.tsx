import { routingApi } from '@bureau/contracts';
import type { BoardAgent } from '@bureau/contracts';
import { keyOf, useCommand } from '@bureau/client';
import { Badge, Button, EmptyState, RelativeTime, useNow, useToasts } from '@bureau/ui';
import { DataTable } from '@bureau/ui/parts';
import type { BadgeProps } from '@bureau/ui';
import type { Column } from '@bureau/ui/parts';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { problemText } from '../../plain/problem-words.ts';
import { sayAbsenceWhole } from '../../pieces/absence/index.ts';
import { routingWords } from '../../pieces/routing/index.ts';
import { seededName } from '../../plain/seeded-names.ts';
import { AgentDialog } from './agent-dialog.tsx';
import { routingPageWords as words } from './routing-page.words.ts';

const tones: Record<BoardAgent['state'], BadgeProps['tone']> = {
  playing: 'positive',
  paused: 'neutral',
  away: 'caution',
  out: 'caution',
};

/** Who is given cases, and what each of them does. */
export function BoardAgents({ agents }: { agents: readonly BoardAgent[] }) {
  const [openId, open] = useState<number | null>(null);
  const opened = agents.find(({ user }) => user.id === openId);
  return (
    <>
      <DataTable
        caption={words.agents}
        isCaptionHidden
        columns={useColumns()}
        rows={agents}
        rowId={({ user }) => String(user.id)}
        onOpen={({ user }) => open(user.id)}
      >
        <EmptyState icon="user">{words.noAgents}</EmptyState>
      </DataTable>
      {opened && <AgentDialog key={opened.user.id} agent={opened} onClose={() => open(null)} />}
    </>
  );
}

function useColumns(): Column<BoardAgent>[] {
  return [
    { id: 'agent', header: words.agent, width: '22%', cell: ({ user }) => user.name },
    { id: 'state', header: words.state, width: '22%', cell: (agent) => <State agent={agent} /> },
    { id: 'doing', header: words.doing, isExtra: true, cell: doingOf },
    { id: 'inHand', header: words.inHand, width: '16%', cell: loadOf },
    { id: 'pause', header: '', align: 'end', width: '110px', cell: (agent) => <PauseAgent agent={agent} /> },
  ];
}

function State({ agent: { state, pausedBy, since, filter, absence } }: { agent: BoardAgent }) {
  const now = useNow();
  const what = filter ? seededName('filters', filter.name, filter.key) : words.everything;
  const title = state === 'paused' && pausedBy ? routingWords.pausedBy[pausedBy] : undefined;
  return (
    <span className="routing-state" title={title}>
      <Badge tone={tones[state]}>{words.states[state]}</Badge>
      <span className="routing-quiet">
        {state === 'playing' && what}
        {state === 'paused' && since && <RelativeTime at={since} />}
      </span>
      {absence && <span className="routing-quiet">{sayAbsenceWhole(absence, now)}</span>}
    </span>
  );
}

function doingOf({ state, offer, inHand }: BoardAgent) {
  if (offer) return words.isOffered(offer.caseId, offer.subject || words.noSubject);
  const [first, ...others] = inHand;
  if (!first) return state === 'playing' ? words.free : '';
  const works = words.worksOn(first.caseId, first.subject || words.noSubject);
  return others.length === 0 ? works : `${works}, ${words.andMore(others.length)}`;
}

function loadOf({ load }: BoardAgent) {
  const busy = load.filter(({ inHand }) => inHand > 0);
  return busy
    .map(({ channel, inHand, capacity }) => words.load(routingWords.channels[channel], inHand, capacity))
    .join(' · ');
}

function PauseAgent({ agent }: { agent: BoardAgent }) {
  const queries = useQueryClient();
  const toasts = useToasts();
  const pausing = useCommand(routingApi.pauseAgent, {
    onSuccess: () => queries.invalidateQueries({ queryKey: keyOf(routingApi.board) }),
    onError: (error) => toasts.show({ text: words.pauseFailed, detail: problemText(error), tone: 'danger' }),
  });
  if (agent.state !== 'playing') return null;
  return (
    <Button
      size="small"
      variant="quiet"
      isPending={pausing.isPending}
      onPress={() => pausing.mutate({ params: { userId: agent.user.id } })}
    >
      {words.pause}
    </Button>
  );
}
