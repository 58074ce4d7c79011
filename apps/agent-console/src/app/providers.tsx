import { ClientProvider, SessionProvider } from '@bureau/client';
import type { Client } from '@bureau/client';
import { englishWords, UiProvider } from '@bureau/ui';
import { QueryClientProvider } from '@tanstack/react-query';
import type { QueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { readerNow } from '../language/format.ts';
import { words } from '../language/words.ts';

const uiWords = words('ui', englishWords);

export interface ProvidersProps {
  client: Client;
  queries: QueryClient;
  navigate: (href: string) => void;
  children: ReactNode;
}

/** What every screen stands on: the desk's client and cache, the session, the design system. */
export function Providers({ client, queries, navigate, children }: ProvidersProps) {
  return (
    <QueryClientProvider client={queries}>
      <ClientProvider client={client}>
        <UiProvider navigate={navigate} words={uiWords} {...readerNow()}>
          <SessionProvider>{children}</SessionProvider>
        </UiProvider>
      </ClientProvider>
    </QueryClientProvider>
  );
}
