import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it, vi } from 'vitest';
import { UiWordsProvider } from '../words/ui-words.tsx';
import { ErrorState, Skeleton } from './states.tsx';

it('an error says what happened, what is safe and what to do, and tries again', async () => {
  const retry = vi.fn();
  render(
    <ErrorState what="The list could not be loaded." safe="Drafts are kept." advice="Go online." onRetry={retry} />,
  );

  expect(screen.getByRole('alert').textContent).toContain('Drafts are kept.');
  await userEvent.click(screen.getByRole('button', { name: 'Try again' }));

  expect(retry).toHaveBeenCalledOnce();
});

it('every word can be translated', () => {
  render(
    <UiWordsProvider words={{ loading: 'Wird geladen' }}>
      <Skeleton />
    </UiWordsProvider>,
  );

  expect(screen.getByRole('status').textContent).toBe('Wird geladen');
});
