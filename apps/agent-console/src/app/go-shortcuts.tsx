import { useShortcuts } from '@bureau/ui';
import { useRouter } from '@tanstack/react-router';
import { words } from './words.ts';

const { places: names } = words.shortcuts;

const places = [
  { keys: 'g i', href: '/cases/inbox', description: names.inbox },
  { keys: 'g m', href: '/cases/mine', description: names.mine },
  { keys: 'g u', href: '/cases/unassigned', description: names.unassigned },
  { keys: 'g p', href: '/cases/pending', description: names.pending },
  { keys: 'g r', href: '/cases/resolved', description: names.resolved },
  { keys: 'g o', href: '/cases/my-groups', description: names.myGroups },
  { keys: 'g z', href: '/cases/snoozed', description: names.snoozed },
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
