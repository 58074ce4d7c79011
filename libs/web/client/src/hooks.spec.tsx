import { casesApi, DEFAULT_PREFERENCES, sessionApi } from '@bureau/contracts';
import type { Session } from '@bureau/contracts';
import { QueryClientProvider } from '@tanstack/react-query';
import { act, renderHook, waitFor } from '@testing-library/react';
import type { ReactNode } from 'react';
import { describe, expect, it } from 'vitest';
import { can } from './can.ts';
import { ClientProvider } from './client-context.tsx';
import { createClient } from './create-client.ts';
import { keyOf } from './key-of.ts';
import { createQueryClient } from './query-client.ts';
import { SessionProvider, useSessionState } from './session.tsx';
import { answering, json, problem } from './testing/answering.ts';
import type { Sent } from './testing/answering.ts';
import { usePages } from './use-pages.ts';
import { useRoute } from './use-route.ts';

function screen(answer: (sent: Sent) => Response) {
  const desk = answering(answer);
  const lost: string[] = [];
  const queries = createQueryClient({ onSessionLost: () => lost.push('lost') });
  const client = createClient({ baseUrl: '', fetch: desk.fetch });
  const wrapper = ({ children }: { children: ReactNode }) => (
    <QueryClientProvider client={queries}>
      <ClientProvider client={client}>{children}</ClientProvider>
    </QueryClientProvider>
  );
  return { desk, queries, lost, wrapper };
}

const agent: Session = {
  user: { id: 1, name: 'Mia', email: 'mia@larkspur.example', role: { id: 1, name: 'Agent' } },
  permissions: ['cases:view'],
  access: { scope: 'all', groupIds: [], brandIds: null },
  twoFactor: { enabled: false, required: false },
  available: true,
  preferences: DEFAULT_PREFERENCES,
  realtimeUrl: '',
};

describe('reading through the route table', () => {
  it('grows a list page by page', async () => {
    const { wrapper } = screen(({ url }) =>
      url.includes('cursor=b') ? json({ items: [{ id: 2 }], next: null }) : json({ items: [{ id: 1 }], next: 'b' }),
    );
    const { result } = renderHook(() => usePages(casesApi.list, { query: { view: 'inbox' } }), { wrapper });
    await waitFor(() => expect(result.current.items.map(({ id }) => id)).toEqual([1]));
    await act(() => result.current.fetchNextPage());
    await waitFor(() => expect(result.current.items.map(({ id }) => id)).toEqual([1, 2]));
    expect(result.current.hasNextPage).toBe(false);
  });

  it('reads again what a key with a part of the input names', async () => {
    const { desk, queries, wrapper } = screen(() => json({ items: [], next: null }));
    const input = { params: { caseId: 7 }, query: { limit: 100 } };
    const { result } = renderHook(() => usePages(casesApi.feed, input), { wrapper });
    await waitFor(() => expect(result.current.isSuccess).toBe(true));
    await act(() => queries.invalidateQueries({ queryKey: keyOf(casesApi.feed, { params: { caseId: 8 } }) }));
    expect(desk.sent).toHaveLength(1);
    await act(() => queries.invalidateQueries({ queryKey: keyOf(casesApi.feed, { params: { caseId: 7 } }) }));
    expect(desk.sent).toHaveLength(2);
  });

  it('takes no for an answer: a refused read is not repeated', async () => {
    const { desk, wrapper } = screen(() => problem(404, 'case.not-found'));
    const { result } = renderHook(() => useRoute(casesApi.get, { params: { caseId: 7 } }), { wrapper });
    await waitFor(() => expect(result.current.isError).toBe(true));
    expect(desk.sent).toHaveLength(1);
  });

  it('tells when the session is lost', async () => {
    const { lost, wrapper } = screen(() => problem(401, 'session.required'));
    const { result } = renderHook(() => useRoute(casesApi.get, { params: { caseId: 7 } }), { wrapper });
    await waitFor(() => expect(result.current.isError).toBe(true));
    expect(lost).toEqual(['lost']);
  });
});

describe('the session', () => {
  it('is null when nobody is signed in', async () => {
    const { wrapper: Wrapper } = screen(() => problem(401, 'session.required'));
    const wrapper = ({ children }: { children: ReactNode }) => (
      <Wrapper>
        <SessionProvider>{children}</SessionProvider>
      </Wrapper>
    );
    const { result } = renderHook(() => useSessionState(), { wrapper });
    expect(result.current.session).toBeUndefined();
    await waitFor(() => expect(result.current.session).toBeNull());
  });

  it('permits what the route table permits', () => {
    expect(can(agent, casesApi.list)).toBe(true);
    expect(can(agent, casesApi.reply)).toBe(false);
    expect(can(agent, sessionApi.changePassword)).toBe(true);
    expect(can(null, sessionApi.changePassword)).toBe(false);
    expect(can(null, sessionApi.signIn)).toBe(true);
  });
});
