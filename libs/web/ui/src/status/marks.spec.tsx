import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it, vi } from 'vitest';
import { LiveBadge } from '../presence/live-badge.tsx';
import { PresenceMark } from '../presence/presence-mark.tsx';
import { Avatar, initialsOf } from './avatar.tsx';
import { Badge } from './badge.tsx';
import { PriorityMark } from './priority-mark.tsx';
import { StatusMark } from './status-mark.tsx';

it.each([
  { name: 'Ana Ferreira', initials: 'AF' },
  { name: 'ana de la cruz ferreira', initials: 'AF' },
  { name: 'Cher', initials: 'C' },
  { name: 'support@example.com', initials: 'SC' },
  { name: '王小明', initials: '王' },
  { name: '…', initials: '?' },
])('$name is $initials', ({ name, initials }) => {
  expect(initialsOf(name)).toBe(initials);
});

it('a person has the same colour everywhere', () => {
  render(
    <>
      <Avatar name="Ana Ferreira" />
      <Avatar name="ana ferreira" size={32} />
    </>,
  );
  const [one, other] = screen.getAllByRole('img');

  expect(one?.style.background).toMatch(/^var\(--person-[1-7]\)$/);
  expect(other?.style.background).toBe(one?.style.background);
});

it('marks say their word even where only the shape is drawn', () => {
  render(
    <>
      <StatusMark status="pending" compact />
      <PriorityMark level={8} />
      <PresenceMark kind="writing" names={['Mia', 'Omar']} compact />
    </>,
  );

  expect(screen.getByText('Pending')).toBeTruthy();
  expect(screen.getByText('Priority 8 of 10')).toBeTruthy();
  expect(screen.getByText('Mia and Omar writing')).toBeTruthy();
});

it('the live badge says since when it has been offline', () => {
  render(<LiveBadge state="offline" since={new Date(2026, 10, 21, 14, 2)} />);

  expect(screen.getByRole('status').textContent).toMatch(/^Offline since (14:02|2:02\sPM)$/);
});

it('I take a label away', async () => {
  const remove = vi.fn();
  render(
    <Badge name="espresso" onRemove={remove}>
      espresso
    </Badge>,
  );

  await userEvent.click(screen.getByRole('button', { name: 'Remove espresso' }));

  expect(remove).toHaveBeenCalledOnce();
});
