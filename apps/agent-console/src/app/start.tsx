import { createClient, createQueryClient, enterSession, refreshSession } from '@bureau/client';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { Providers } from './providers.tsx';
import { createConsoleRouter } from './router.tsx';
import './app.css';

/** Puts the console on the page. Throws when the page has no place for it. */
export function start(): void {
  const place = document.getElementById('app');
  if (!place) throw new Error('index.html has no #app.');

  const client = createClient({ baseUrl: '' });
  const queries = createQueryClient({
    onSessionLost: () => enterSession(queries, null),
    onTwoFactorRequired: () => void refreshSession(queries),
  });
  const router = createConsoleRouter();
  createRoot(place).render(
    <StrictMode>
      <Providers client={client} queries={queries} navigate={(href) => router.history.push(href)}>
        <RouterProvider router={router} />
      </Providers>
    </StrictMode>,
  );
}
