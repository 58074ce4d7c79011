// @vitest-environment jsdom
import { once } from 'node:events';
import { createServer } from 'node:http';
import { RealtimeProvider, usePresence, usePresenceMarks, useRealtimeState, useRoom } from '@bureau/client';
import { render, screen } from '@testing-library/react';
import { Pool } from 'pg';
import { expect, it, onTestFinished, vi } from 'vitest';
import { RealtimeGate } from '../../libs/server/platform/src/realtime/realtime-gate.ts';
import { RealtimePublisher } from '../../libs/server/platform/src/realtime/realtime-publisher.ts';
import { REALTIME_PATH, RealtimeServer } from '../../libs/server/platform/src/realtime/realtime-server.ts';
import { openRealtimeWires } from '../../libs/server/platform/src/realtime/realtime-wires.ts';
import { RoomSequences } from '../../libs/server/platform/src/realtime/room-sequences.ts';
import { createTestDatabase } from '../setup/test-database.ts';

/** Each page that connects is the next person. */
class NextPerson extends RealtimeGate {
  private people = 0;

  async authenticate() {
    this.people += 1;
    return { userId: this.people, sessionId: String(this.people) };
  }

  async mayJoin() {
    return true;
  }
}

function CasePage({ onNews }: { onNews: (news: string) => void }) {
  const { kind } = useRealtimeState();
  useRoom('case:7', (news) => onNews(news.kind === 'changed' ? news.event : news.kind));
  const people = usePresence(7, 'writing');
  return <p>{`${kind}: ${people.map(({ userId, doing }) => `${userId} ${doing}`).join(', ')}`}</p>;
}

function ListPage() {
  const marks = usePresenceMarks();
  return <p>{`list: ${marks(7).length} on case 7`}</p>;
}

it('a case page hears of its case, and shows who is there; a list does too', async () => {
  const database = await createTestDatabase();
  const sql = new Pool({ connectionString: database.url, max: 2 });
  const wires = openRealtimeWires({}, () => undefined);
  const sequences = new RoomSequences({ rows: async (text, values) => (await sql.query(text, values)).rows });
  const server = new RealtimeServer(new NextPerson(), sequences, wires, { allowedOrigins: [location.origin] });
  const http = createServer();
  server.attach(http);
  http.listen(0, '127.0.0.1');
  await once(http, 'listening');
  onTestFinished(async () => {
    await server.beforeApplicationShutdown();
    http.close();
    await sql.end();
    await database.drop();
  });
  const address = http.address();
  const url = `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}${REALTIME_PATH}`;

  const news: string[] = [];
  const page = render(
    <RealtimeProvider url={url}>
      <CasePage onNews={(item) => void news.push(item)} />
    </RealtimeProvider>,
  );
  await screen.findByText('live: 1 writing', {}, { timeout: 5_000 });
  render(
    <RealtimeProvider url={url}>
      <ListPage />
    </RealtimeProvider>,
  );
  await screen.findByText('list: 1 on case 7', {}, { timeout: 5_000 });

  await new RealtimePublisher(wires, sequences).publish('case:7', 'message.received', [3]);
  await vi.waitFor(() => expect(news).toEqual(['joined', 'message.received']));

  page.unmount();
  await screen.findByText('list: 0 on case 7', {}, { timeout: 5_000 });
});
