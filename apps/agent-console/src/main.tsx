import { createClient, createQueryClient, enterSession, refreshSession } from '@bureau/client';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { Providers } from './app/providers.tsx';
import { createConsoleRouter } from './app/router.tsx';
import './app/app.css';

const client = createClient({ baseUrl: '' });
const queries = createQueryClient({
  onSessionLost: () => enterSession(queries, null),
  onTwoFactorRequired: () => void refreshSession(queries),
});
const router = createConsoleRouter();
const place = document.getElementById('app');
if (!place) throw new Error('index.html has no #app.');

createRoot(place).render(
  <StrictMode>
    <Providers client={client} queries={queries} navigate={(href) => router.history.push(href)}>
      <RouterProvider router={router} />
    </Providers>
  </StrictMode>,
);
