import { useShortcuts } from '@bureau/ui';
import { useRouter } from '@tanstack/react-router';
import { caseListWords } from '../features/case-list/index.ts';
import { words } from './words.ts';

const { views } = caseListWords;

const places = [
  { keys: 'g i', href: '/cases/inbox', description: views.inbox },
  { keys: 'g m', href: '/cases/mine', description: views.mine },
  { keys: 'g u', href: '/cases/unassigned', description: views.unassigned },
  { keys: 'g p', href: '/cases/pending', description: views.pending },
  { keys: 'g r', href: '/cases/resolved', description: views.resolved },
  { keys: 'g a', href: '/cases/all', description: views.all },
  { keys: 'g t', href: '/intake', description: words.intake },
  { keys: 'g b', href: '/mailboxes', description: words.mailboxes },
];

/** g and a letter lead to a place. */
export function GoShortcuts() {
  const router = useRouter();
  useShortcuts(
    places.map(({ keys, href, description }) => ({
      id: `go${href}`,
      keys,
      section: words.shortcuts.go,
      description,
      run: () => router.history.push(href),
    })),
  );
  return null;
}
