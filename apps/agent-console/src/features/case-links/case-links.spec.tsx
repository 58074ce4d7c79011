import type { CaseAccessLink } from '@bureau/contracts';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it } from 'vitest';
import { aDesk, mia } from '../../testing/a-desk.ts';
import { expectAccessible, renderPart } from '../../testing/render-screen.tsx';
import { LinksDialog } from './links-dialog.tsx';

const good: CaseAccessLink = {
  id: 5,
  customer: { id: 3, name: 'Ana Sol' },
  createdAt: '2026-11-03T10:02:00.000+00:00',
  expiresAt: '2126-11-03T10:02:00.000+00:00',
  revokedAt: null,
  revokedBy: null,
};
const revoked = { ...good, revokedAt: '2026-11-04T10:02:00.000+00:00', revokedBy: 'Mia Larsen' };

it('shows for whom a link is good, and ends it at a press', async () => {
  const desk = aDesk({
    'GET /session': mia,
    'GET /cases/1042/access-links': { items: [good] },
    'POST /cases/1042/access-links/revoke': { items: [revoked] },
  });
  renderPart(desk, <LinksDialog caseId={1042} onClose={() => undefined} />);
  expect(await screen.findByText('For Ana Sol')).toBeTruthy();
  expect(screen.getByText(/Good until/)).toBeTruthy();
  await expectAccessible();

  await userEvent.click(screen.getByRole('button', { name: 'Revoke all links' }));
  expect(await screen.findByText(/Revoked by Mia Larsen/)).toBeTruthy();
  expect(desk.asked('POST /cases/1042/access-links/revoke')).toHaveLength(1);
  expect(screen.queryByRole('button', { name: 'Revoke all links' })).toBeNull();
});

it('says that there is none', async () => {
  const desk = aDesk({ 'GET /session': mia, 'GET /cases/1042/access-links': { items: [] } });
  renderPart(desk, <LinksDialog caseId={1042} onClose={() => undefined} />);
  expect(await screen.findByText('No mail with a link has left yet.')).toBeTruthy();
});
